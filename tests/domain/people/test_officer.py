"""Where an officer belongs from date to date, and on which dates they serve and are protected."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.problems import Place
from tests.support.bureaus import MONDAY, officer, shift, transfer

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
SPANS = [
    (None, None, "MTW"),
    (TUESDAY, None, "TW"),
    (None, TUESDAY, "MT"),
    (TUESDAY, TUESDAY, "T"),
]
"""A first and a last date, both included, and which of the three dates lie between them."""


def among(holds: object) -> str:
    """The dates on which a function of a date holds."""
    assert callable(holds)
    return "".join(name for name, day in zip("MTW", (MONDAY, TUESDAY, WEDNESDAY), strict=True) if holds(day))


@pytest.mark.parametrize(("joined", "left", "dates"), SPANS)
def test_an_officer_serves_from_the_first_date_to_the_last(
    joined: date | None, left: date | None, dates: str
) -> None:
    assert among(officer("a", joined=joined, left=left).serves) == dates


@pytest.mark.parametrize(("first", "last", "dates"), SPANS[1:])
def test_an_officer_is_protected_from_the_first_date_to_the_last(
    first: date | None, last: date | None, dates: str
) -> None:
    assert among(officer("a", protected_from=first, protected_until=last).is_protected) == dates


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [(19, 31, "MT"), (16, 24, "T"), (0, 7, "T"), (7, 19, ""), (22, 24, "T"), (20, 22, "")],
)
def test_protection_spares_the_nights_that_touch_a_protected_date(start: int, end: int, dates: str) -> None:
    """Protected on Tuesday: the night of Monday ends on it, that of Wednesday begins when it is over."""
    one = officer("a", protected_from=TUESDAY, protected_until=TUESDAY)
    assert among(lambda day: one.is_spared(day, shift("x", start, end))) == dates
    assert among(lambda day: officer("b").is_spared(day, shift("x", start, end))) == ""


def test_without_any_date_nobody_is_protected() -> None:
    """No date of joining means "always here"; no date of protection means "never protected"."""
    assert among(officer("a").is_protected) == ""
    assert among(officer("a").serves) == "MTW"


def test_officers_are_the_same_wherever_they_stand_in_the_files() -> None:
    """A row that moves down a line changes nobody's duties."""
    one, moved = (
        Officer("a", "", "a", Role.SWORN, "", (Assignment("U1", "A", place=place),), place=place)
        for place in (Place("o.csv", 2, 1), Place("o.csv", 3, 1))
    )
    assert one == moved
    assert one != Officer("a", "", "a", Role.AUXILIARY, "", (Assignment("U1", "A"),))


def test_who_belongs_together_on_every_date_has_the_same_teams() -> None:
    """The home zone may differ: it is where they patrol by habit, not with whom they rotate."""
    one, same, later = (
        officer(name, "A", zone=zone, transfers=[transfer(day, "B")])
        for name, zone, day in (("a", "Z1", TUESDAY), ("b", "Z2", TUESDAY), ("c", "Z1", WEDNESDAY))
    )
    assert one.teams == same.teams == (("U1", "A", None), ("U1", "B", TUESDAY))
    assert later.teams != one.teams


def test_a_transfer_holds_from_its_date_on() -> None:
    one = officer("a", "A", zone="Z1", transfers=[transfer(TUESDAY, "B", "U2")])
    where = [one.on(day) for day in (MONDAY, TUESDAY, WEDNESDAY)]
    assert [(home.unit, home.team, home.zone) for home in where] == [
        ("U1", "A", "Z1"),
        ("U2", "B", ""),
        ("U2", "B", ""),
    ]


def test_a_move_is_a_transfer_after_the_first_date_to_another_team() -> None:
    one = officer("a", "A", transfers=[transfer(TUESDAY, "B"), transfer(WEDNESDAY, "B", zone="Z2")])
    assert [move.first for move in one.moves(MONDAY, TUESDAY)] == [TUESDAY]
    assert one.moves(MONDAY, MONDAY) == ()
    assert one.moves(TUESDAY, WEDNESDAY) == ()  # only the home zone becomes another


def test_unless_it_is_said_nobody_leads_or_has_a_skill() -> None:
    one = Officer("a", "", "a", Role.SWORN, "", (Assignment("U1", "A"),))
    assert (one.leader, one.skills) == (False, frozenset())
