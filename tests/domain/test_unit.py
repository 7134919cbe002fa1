"""Units from date to date: when they stand, and by which duty model they work."""

from datetime import date, timedelta

import pytest

from rosterctl.domain.unit import NO_DUTY
from tests.support.bureaus import MONDAY, model, officer, rotation, small_bureau, transfer, unit
from tests.support.places import zone

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
DNO = rotation("DNO", (0, 1, 2, 0))


def letters(bureau, who: str, days: int = 6) -> str:
    one = bureau.officers[who]
    return "".join(bureau.letter(one, MONDAY + timedelta(days=n)) for n in range(days))


def test_a_model_holds_from_its_date_until_the_next() -> None:
    place = unit(later=[model(TUESDAY, recalls=("day",)), model(WEDNESDAY, recalls=("night",))])
    assert [place.on(day).recalls for day in (date.min, MONDAY, TUESDAY, WEDNESDAY, date.max)] == [
        (),
        (),
        ("day",),
        ("night",),
        ("night",),
    ]
    assert place.changes == (TUESDAY, WEDNESDAY)


@pytest.mark.parametrize(
    ("first", "last", "standing"),
    [(None, None, "MTW"), (TUESDAY, None, "TW"), (None, TUESDAY, "MT"), (TUESDAY, TUESDAY, "T")],
)
def test_on_other_dates_than_its_own_nobody_works_or_is_called(first, last, standing) -> None:
    place = unit(first=first, last=last, recalls=("day",))
    days = {"M": MONDAY, "T": TUESDAY, "W": WEDNESDAY}
    assert "".join(name for name, day in days.items() if place.stands(day)) == standing
    assert "".join(name for name, day in days.items() if place.on(day) is not NO_DUTY) == standing


def test_whoever_lends_on_any_date_is_a_lender() -> None:
    place = unit(borrows_from=("U2", "U3"), later=[model(TUESDAY, borrows_from=("U4", "U2"))])
    assert place.lenders == ("U2", "U3", "U4")
    assert unit().lenders == ()


def test_the_letter_is_that_of_the_rotation_of_the_date() -> None:
    # Two dates of DNOO, then DNO with the same day 0: on Wednesday offset 0 is at O, 1 at D, 2 at N.
    bureau = small_bureau(units=[unit(later=[model(WEDNESDAY, rotation=DNO)])], rotations=[DNO])
    assert [letters(bureau, who) for who in "abcd"] == ["DNODNO", "NODNOD", "OONODN", "ODODNO"]
    plain = [bureau.plain_shift(bureau.officers["b"], day) for day in (MONDAY, TUESDAY, WEDNESDAY)]
    assert [shift.id if shift else None for shift in plain] == ["night", None, "day"]


def test_the_shifts_on_offer_are_those_of_the_model_of_the_date() -> None:
    place = unit(later=[model(MONDAY + timedelta(days=4), shifts={"D": ("office", "day")})])
    bureau = small_bureau(units=[place])
    offered = [bureau.offered("U1", "A", MONDAY + timedelta(days=n)) for n in (0, 2, 4)]
    assert [[shift.id for shift in shifts] for shifts in offered] == [["day"], [], ["office", "day"]]


def test_a_team_that_is_not_there_yet_works_nothing() -> None:
    place = unit(teams="A", later=[model(TUESDAY, teams="AB")])
    bureau = small_bureau([officer("b", "B", joined=TUESDAY)], units=[place])
    assert bureau.team(bureau.officers["b"], MONDAY) is None
    assert letters(bureau, "b", 4) == "OOOD"  # from Tuesday on offset 1: Monday would have been a night


def test_the_rotation_is_that_of_the_team_to_which_one_is_transferred() -> None:
    bureau = small_bureau([officer("a", "A", transfers=[transfer(WEDNESDAY, "D")])])
    assert letters(bureau, "a") == "DNNOOD"


def test_a_home_zone_is_home_on_its_own_dates_only() -> None:
    people = [
        officer("a", zone="old", transfers=[transfer(TUESDAY, "A", zone="new")]),
        officer("b", zone="old"),
    ]
    bureau = small_bureau(people, zones=[zone("old", 0, last=MONDAY), zone("new", 0, first=MONDAY)])
    homes = {who: [bureau.home_zone(bureau.officers[who], day) for day in (MONDAY, TUESDAY)] for who in "ab"}
    assert homes == {"a": ["old", "new"], "b": ["old", ""]}
