"""Models, teams, letters and shifts on a date, read from the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.unit import DutyModel
from rosterctl.rulekit.audit.facts.rotas import (
    letter_by_cycle,
    model_in_force,
    name_in_files,
    shift_ids,
    shift_then,
    team_in,
    usual_cycle,
)
from tests.support.bureaus import DNOO, MONDAY, by_id, model, shift, unit

SUNDAY, TUESDAY, WEDNESDAY = (MONDAY + timedelta(days=n) for n in (-1, 1, 2))


@pytest.mark.parametrize(
    ("team", "week"), [("A", "DNOODNO"), ("B", "NOODNOO"), ("C", "OODNOOD"), ("D", "ODNOODN")]
)
def test_every_team_walks_the_cycle_from_its_offset(team: str, week: str) -> None:
    """Day 0 is Monday; the week is that of the table in tests.support.bureaus."""
    here = team_in(model(), team)
    assert here is not None
    days = (MONDAY + timedelta(days=n) for n in range(7))
    assert "".join(letter_by_cycle(DNOO, here, MONDAY, day) for day in days) == week


def test_before_the_anchor_the_cycle_runs_on_backwards() -> None:
    """D N O O, so the three dates before a D are N O O."""
    here = team_in(model(), "A")
    assert here is not None
    days = (MONDAY - timedelta(days=n) for n in (3, 2, 1))
    assert "".join(letter_by_cycle(DNOO, here, MONDAY, day) for day in days) == "NOO"


def test_a_change_holds_from_its_date_on() -> None:
    later = model(TUESDAY, recalls=("day",))
    changed = unit("U1", later=(later,))
    found = [model_in_force(changed, day) for day in (SUNDAY, MONDAY, TUESDAY, WEDNESDAY)]
    assert found == [changed.models[0], changed.models[0], later, later]


@pytest.mark.parametrize(
    ("day", "stands"), [(SUNDAY, False), (MONDAY, True), (TUESDAY, True), (WEDNESDAY, False)]
)
def test_a_unit_has_no_model_while_it_does_not_stand(day: date, stands: bool) -> None:
    assert (model_in_force(unit("U1", first=MONDAY, last=TUESDAY), day) is not None) is stands


def test_a_team_that_the_model_lacks_is_none() -> None:
    assert team_in(model(teams="AB"), "C") is None
    assert team_in(None, "A") is None


def test_the_unit_s_own_shifts_stand_before_those_of_the_rotation() -> None:
    own = model(shifts={"N": ("overlap-both", "night")})
    assert shift_ids(own, DNOO, "N") == ("overlap-both", "night")
    assert shift_ids(own, DNOO, "D") == ("day",)
    assert shift_ids(own, DNOO, "O") == ()


def test_a_letter_without_shifts_of_its_own_is_worked_as_the_rotation_says() -> None:
    assert shift_ids(model(shifts={"N": ()}), DNOO, "N") == ("night",)


def test_the_usual_cycle_has_the_plain_shift_of_every_letter() -> None:
    own: DutyModel = model(shifts={"N": ("overlap-both", "night")})
    team = team_in(own, "A")
    assert team is not None
    assert usual_cycle(own, team, {"DNOO": DNOO}) == ("day", "overlap-both", "", "")


def test_a_shift_that_was_edited_twice_is_what_it_was_on_each_date() -> None:
    """Until Sunday from 07:00, until Tuesday from 08:00, then from 09:00."""
    first = replace(shift("first", 7, 19), was="day", until=SUNDAY)
    then = replace(shift("then", 8, 20), was="day", until=TUESDAY)
    for several in ((first, then), (then, first)):
        shifts = by_id([shift("day", 9, 21), *several])
        found = [shift_then(shifts, "day", day).id for day in (SUNDAY, MONDAY, TUESDAY, WEDNESDAY)]
        assert found == ["first", "then", "then", "day"]


def test_people_know_a_shift_by_its_id_in_the_files() -> None:
    shifts = by_id([replace(shift("first", 7, 19), was="day", until=SUNDAY), shift("day", 9, 21)])
    assert [name_in_files(shifts, one) for one in ("first", "day")] == ["day", "day"]
