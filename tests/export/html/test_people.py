"""People on the page: their dates, what they bear, when they move, and by which letters they are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.export.html.people import initials, people_fields, team_name
from rosterctl.insight.month_table import month_table
from tests.support.bureaus import MONDAY, absence, officer, plain_roster, small_bureau, transfer


def test_a_line_and_its_sums() -> None:
    """A works day, night, and has two dates off; the night ends on one of them."""
    bureau = small_bureau(
        [officer("a", phone="139")],
        ledger={"a": Tally(nights=7, overtime_minutes=90)},
        lieu=(Entry("a", MONDAY, EntryKind.INIT, 480),),
    )
    roster = plain_roster(bureau, MONDAY, 4)
    found = people_fields(bureau, roster, month_table(bureau, roster))
    (one,) = found["people"]
    assert [found["cells"][number] for number in one["line"]] == [
        ["d", "day"],
        ["n", "night"],
        ["下", "post-night"],
        ["休", "rest"],
    ]
    assert one["sums"] == [2, 24 * 60, 1, 0, 0, 0, 0, 0]
    assert one["past"] == [7, 0, 0, 0, 0, 90]
    assert (one["lieu"], one["phone"], one["unit"], one["team"]) == (480, "139", 0, "A")


def test_whoever_moves_belongs_elsewhere_from_that_date_on() -> None:
    moved = officer("a", transfers=[transfer(MONDAY + timedelta(days=2), "B")])
    bureau = small_bureau([moved], absences=[absence("a", MONDAY)])
    roster = plain_roster(bureau, MONDAY, 4)
    found = people_fields(bureau, roster, month_table(bureau, roster))
    (one,) = found["people"]
    assert one["moves"] == [(2, 0, "B")]
    assert found["cells"][one["line"][0]] == ["假", "away"]
    assert one["past"] == []


def test_a_team_is_called_by_its_name() -> None:
    bureau = small_bureau([officer("a")])
    (unit,) = bureau.units.values()
    model = unit.models[0]
    named = replace(unit, models=(replace(model, teams=(replace(model.teams[0], name="甲班"),)),))
    bureau = replace(bureau, units={"U1": named})
    assert team_name(bureau, "U1", "A") == "甲班"
    assert team_name(bureau, "U1", "Z") == "Z"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("李敏", {"lm"}),
        ("张三", {"zs"}),
        ("单雄信", {"sxx", "dxx"}),  # as a surname it is read shan
        ("欧阳娜", {"oyn"}),
        ("Tom", {""}),  # is found by the name itself
        ("", {""}),
    ],
)
def test_initials_know_every_reading(name: str, letters: set[str]) -> None:
    assert letters <= set(initials(name).split(" "))
    assert len(initials(name).split(" ")) <= 8
