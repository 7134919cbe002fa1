"""Which published duties still stand, why the others fell, and who is due again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.repair.what_changed import arrivals
from rosterctl.planning.repair.what_stands import Stands, standing
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    every_rule,
    officer,
    plain_duties,
    small_bureau,
    transfer,
    unit,
)

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
DAYS = Horizon(MONDAY, 4)
BEFORE = small_bureau(rules=every_rule(), units=[unit(recalls=("day", "night"))])


def stands(
    now: Bureau, duties: Sequence[Duty] | None = None, before: Bureau = BEFORE, horizon: Horizon = DAYS
) -> Stands:
    """Of everybody's plain duties unless told otherwise."""
    planned = plain_duties(before, MONDAY, 4) if duties is None else duties
    return standing(now, before, planned, horizon, rules_in_force(now.rulebook))


def fallen(found: Stands) -> dict[tuple[str, date], str]:
    return {(one.duty.officer, one.duty.day): one.why for one in found.fallen}


def with_officer(officer: str, **details: object) -> Bureau:
    one: Officer = replace(BEFORE.officers[officer], **details)  # type: ignore[arg-type]
    return replace(BEFORE, officers={**BEFORE.officers, officer: one})


def exchanged(day: date, with_day: date | None = None, **more: object) -> tuple[Bureau, list[Duty]]:
    """a works by day what c has on `day`, and c what a has on `with_day`."""
    kind = ExchangeKind.SUBSTITUTION if with_day is None else ExchangeKind.SWAP
    now = replace(BEFORE, exchanges=(Exchange("c", day, "a", with_day, kind),), **more)  # type: ignore[arg-type]
    handed: Mapping[tuple[str, date], str] = {("c", day): "a", **({("a", with_day): "c"} if with_day else {})}
    return now, [
        replace(one, officer=handed[one.officer, one.day], origin=Origin.EXCHANGE)
        if (one.officer, one.day) in handed
        else one
        for one in plain_duties(BEFORE, MONDAY, 4)
    ]


def test_everything_stands_when_nothing_happened() -> None:
    found = stands(BEFORE)
    planned = plain_duties(BEFORE, MONDAY, 4)
    assert (found.fallen, found.beside, found.due, found.altered) == ((), (), {}, frozenset())
    assert sorted(str(one) for line in found.kept.values() for one in line.values()) == sorted(
        map(str, planned)
    )


def test_duties_outside_the_horizon_are_not_looked_at() -> None:
    found = stands(BEFORE, horizon=Horizon(TUESDAY, 2))
    assert {day for line in found.kept.values() for day in line} == {TUESDAY, WEDNESDAY}


@pytest.mark.parametrize(("last", "days"), [(MONDAY, [MONDAY]), (TUESDAY, [MONDAY, TUESDAY])])
def test_who_is_away_loses_the_duties_of_these_dates(last: date, days: list[date]) -> None:
    now = replace(BEFORE, absences=(absence("a", MONDAY, last, AbsenceKind.SICKNESS),))
    found = stands(now)
    assert fallen(found) == {("a", day): "away: sickness" for day in days}
    assert found.altered == {"a"}


def test_who_has_left_or_is_not_in_the_files_is_no_longer_on_the_roll() -> None:
    gone = "no longer on the roll"
    assert fallen(stands(with_officer("a", left=MONDAY))) == {("a", TUESDAY): gone}
    others = {name: one for name, one in BEFORE.officers.items() if name != "a"}
    found = stands(replace(BEFORE, officers=others))
    assert fallen(found) == {("a", MONDAY): gone, ("a", TUESDAY): gone}
    assert found.altered == {"a"}  # though nothing can be due to somebody unknown
    assert found.due == {}


def test_a_rule_that_looks_at_one_duty_takes_it_away() -> None:
    found = stands(with_officer("a", protected_from=TUESDAY, protected_until=THURSDAY))
    assert fallen(found) == {("a", TUESDAY): "rule protected no longer allows it"}


def test_a_transfer_takes_the_old_teams_duties_and_brings_the_new_ones() -> None:
    # From Tuesday with C, which works on Wednesday and Thursday: A's night of Tuesday falls.
    home = BEFORE.officers["a"].assignments
    found = stands(with_officer("a", assignments=(*home, transfer(TUESDAY, "C"))))
    assert fallen(found) == {("a", TUESDAY): "team C of U1 no longer works this on that date"}
    assert found.due == {"a": {WEDNESDAY, THURSDAY}}


def test_a_new_teams_shift_in_place_of_the_old_ones_is_due_and_may_be_left_out() -> None:
    """From Tuesday with D, which works the day then and the night of Wednesday."""
    home = BEFORE.officers["a"].assignments
    found = stands(with_officer("a", assignments=(*home, transfer(TUESDAY, "D"))))
    assert found.kept["a"][TUESDAY] == duty(BEFORE, "a", TUESDAY, "day")
    assert found.due == {"a": {TUESDAY, WEDNESDAY}}


@pytest.mark.parametrize(("clock", "sent"), [(7 * 60, True), (7 * 60 + 1, False)])
def test_nobody_is_sent_to_a_new_teams_shift_that_has_begun(clock: int, sent: bool) -> None:
    """At noon of Tuesday nobody can be told to have come at seven."""
    home = BEFORE.officers["a"].assignments
    now = with_officer("a", assignments=(*home, transfer(TUESDAY, "D")))
    earliest = BEFORE.clock.number(TUESDAY, WallMinute(clock))
    planned, rules = plain_duties(BEFORE, MONDAY, 4), rules_in_force(now.rulebook)
    found = standing(now, BEFORE, planned, Horizon(TUESDAY, 3), rules, earliest=earliest)
    assert found.kept.get("a", {}) == ({TUESDAY: duty(BEFORE, "a", TUESDAY, "day")} if sent else {})
    assert found.due == {"a": {TUESDAY, WEDNESDAY} if sent else {WEDNESDAY}}


def test_a_recall_stands_while_the_unit_recalls_for_that_shift() -> None:
    called = [duty(BEFORE, "d", MONDAY, "day", recall=True)]
    assert fallen(stands(BEFORE, called)) == {}
    now = replace(BEFORE, units={"U1": unit(recalls=("night",))})
    assert list(fallen(stands(now, called)).values()) == ["team D of U1 no longer works this on that date"]


def test_who_is_back_has_the_rotation_due_where_he_was_away() -> None:
    before = replace(BEFORE, absences=(absence("a", MONDAY, WEDNESDAY),))
    now = replace(BEFORE, absences=(absence("a", MONDAY),))
    found = stands(now, plain_duties(before, MONDAY, 4), before)
    assert found.due == {"a": {TUESDAY}}  # Wednesday is off by rotation


def test_who_was_let_off_while_present_is_not_called_back() -> None:
    """c was let off on Wednesday and present; being away on Thursday does not change that."""
    planned = [one for one in plain_duties(BEFORE, MONDAY, 4) if (one.officer, one.day) != ("c", WEDNESDAY)]
    found = stands(replace(BEFORE, absences=(absence("c", THURSDAY),)), planned)
    assert found.altered == {"c"}
    assert found.due == {}


def test_who_joins_has_the_rotation_due_from_the_first_date() -> None:
    others = {name: one for name, one in BEFORE.officers.items() if name != "a"}
    before = replace(BEFORE, officers=others)
    found = stands(with_officer("a", joined=TUESDAY), plain_duties(before, MONDAY, 4), before)
    assert found.due == {"a": {TUESDAY}}


def test_an_exchange_stands_while_it_is_in_the_files() -> None:
    now, planned = exchanged(WEDNESDAY)
    assert fallen(stands(now, planned)) == {}
    assert fallen(stands(BEFORE, planned, now)) == {("a", WEDNESDAY): "the exchange was taken back"}
    assert fallen(stands(BEFORE, planned)) == {}, "published without a row, it is kept and told"


def test_whoever_gave_a_duty_away_has_it_not_due_again() -> None:
    now, planned = exchanged(WEDNESDAY)
    before = replace(now, absences=(absence("c", WEDNESDAY, THURSDAY),))
    assert stands(now, [one for one in planned if one.officer != "c"], before).due == {"c": {THURSDAY}}


def test_when_one_party_of_a_swap_falls_ill_the_other_keeps_what_was_agreed() -> None:
    now, planned = exchanged(WEDNESDAY, MONDAY)
    found = stands(replace(now, absences=(absence("a", WEDNESDAY),)), planned)
    assert fallen(found) == {("a", WEDNESDAY): "away: leave"}
    assert found.kept["c"][MONDAY].origin is Origin.EXCHANGE


def test_a_swap_of_a_duty_that_its_owners_team_no_longer_works_is_void_on_both_sides() -> None:
    now, planned = exchanged(WEDNESDAY, MONDAY)
    # With D from Monday on, c has the night of Wednesday and not the day that a took over.
    home = now.officers["c"].assignments
    moved = replace(now.officers["c"], assignments=(*home, transfer(MONDAY, "D")))
    found = stands(replace(now, officers={**now.officers, "c": moved}), planned, now)
    assert fallen(found) == {
        ("a", WEDNESDAY): "the exchange is void",
        ("c", MONDAY): "the exchange is void",
        ("c", THURSDAY): "team D of U1 no longer works this on that date",
    }
    assert found.due["a"] == {MONDAY}, "what a had given for it is a's again"


def test_a_void_exchange_that_has_begun_is_worked() -> None:
    now, planned = exchanged(WEDNESDAY, MONDAY)
    home = now.officers["c"].assignments
    moved = replace(now.officers["c"], assignments=(*home, transfer(TUESDAY, "D")))
    bureau = replace(now, officers={**now.officers, "c": moved})
    begins = now.clock.number(MONDAY, WallMinute(7 * 60))
    found = standing(bureau, now, planned, DAYS, rules_in_force(now.rulebook), earliest=begins + 1)
    assert ("c", MONDAY) not in fallen(found)
    assert fallen(found)["a", WEDNESDAY] == "the exchange is void"


def test_a_second_duty_on_a_date_stays_beside_the_first() -> None:
    now, _ = exchanged(THURSDAY)
    second = replace(duty(BEFORE, "c", THURSDAY, "night"), officer="a", origin=Origin.EXCHANGE)
    first = duty(BEFORE, "a", THURSDAY, "day", recall=True)
    found = stands(now, [first, second])
    assert found.kept["a"] == {THURSDAY: first}
    assert found.beside == (second,)


@pytest.mark.parametrize(("protected", "shifts"), [(False, [(2, "day"), (3, "night")]), (True, [(2, "day")])])
def test_who_comes_to_another_unit_has_what_is_due_there_but_no_night_if_protected(
    protected: bool, shifts: list[tuple[int, str]]
) -> None:
    """m is with A of U1 on Monday and from Tuesday on with C of U2: a day off, the day, the night."""
    until = THURSDAY + timedelta(days=9) if protected else None
    moving = officer(
        "m",
        transfers=(transfer(TUESDAY, "C", "U2"),),
        protected_from=MONDAY if protected else None,
        protected_until=until,
    )
    bureau = small_bureau([moving], units=[unit("U1"), unit("U2")])
    due = {"m": frozenset({MONDAY, TUESDAY, WEDNESDAY, THURSDAY})}
    found = list(arrivals(bureau, Stands({}, (), (), due, frozenset({"m"})), MONDAY))
    assert found == [duty(bureau, "m", MONDAY + timedelta(days=n), shift, unit="U2") for n, shift in shifts]


@pytest.mark.parametrize(("clock", "begun"), [(7 * 60, False), (7 * 60 + 1, True)])
def test_what_has_begun_stands_whatever_is_written_since(clock: int, begun: bool) -> None:
    """c is off on Monday and was called in from 07:00; by now the unit calls nobody in."""
    now = replace(BEFORE, units={"U1": unit()})
    called = duty(BEFORE, "c", MONDAY, "day", recall=True)
    earliest = now.clock.number(MONDAY, WallMinute(clock))
    found = standing(now, BEFORE, [called], DAYS, rules_in_force(now.rulebook), earliest=earliest)
    assert (found.kept == {"c": {MONDAY: called}}) == begun
    assert fallen(found) == (
        {} if begun else {("c", MONDAY): "team C of U1 no longer works this on that date"}
    )


def test_what_has_begun_ends_where_the_officer_is_away() -> None:
    """On leave since this morning, entered at noon: nothing of the day was worked."""
    now = replace(BEFORE, absences=(absence("a", MONDAY, MONDAY, AbsenceKind.LEAVE),))
    earliest = now.clock.number(MONDAY, WallMinute(12 * 60))
    planned = plain_duties(BEFORE, MONDAY, 1)
    found = standing(now, BEFORE, planned, DAYS, rules_in_force(now.rulebook), earliest=earliest)
    assert fallen(found) == {("a", MONDAY): "away: leave"}
