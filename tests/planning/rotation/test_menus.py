"""What may be worked on a letter of the rotation: shifts of the letter, loans of the plain one, recalls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.planning.rotation.menus import choice_of, menus
from tests.support.bureaus import MONDAY, model, shift, small_bureau, unit

TUESDAY = MONDAY + timedelta(days=1)
LETTERS = {"D": ("day", "overlap-evening")}


def menu(bureau: Bureau, team: str, day: date = MONDAY, unit: str = "U1") -> list[tuple[str, str, str, bool]]:
    """Shift, unit and origin of each choice of a team, and whether it is the plain one."""
    found = menus(bureau, [day])[unit, team][day]
    return [(one.shift, one.unit, one.origin.value, one.plain) for one in found]


def test_the_first_shift_of_the_letter_is_the_plain_one() -> None:
    bureau = small_bureau(units=[unit(shifts=LETTERS)])
    assert menu(bureau, "A") == [
        ("day", "U1", "rotation", True),
        ("overlap-evening", "U1", "rotation", False),
    ]
    assert menu(bureau, "B") == [("night", "U1", "rotation", True)]  # a letter that the unit says nothing of


def test_on_a_day_off_there_are_recalls_alone() -> None:
    bureau = small_bureau(units=[unit(recalls=("day", "peak-morning"))])
    assert menu(bureau, "D") == [("day", "U1", "recall", False), ("peak-morning", "U1", "recall", False)]
    assert menu(bureau, "A") == [("day", "U1", "rotation", True)]


def test_on_each_date_there_are_the_shifts_as_they_are_on_it() -> None:
    """The day was from 07:00 until Monday, when D may be called in for it."""
    before = small_bureau(units=[unit(recalls=("day",))])
    was = replace(before.shifts["day"], id="was", was="day", until=MONDAY)
    bureau = replace(before, shifts={**before.shifts, "day": shift("day", 8, 20), "was": was})
    assert menu(bureau, "A") == [("was", "U1", "rotation", True)]
    assert menu(bureau, "D") == [("was", "U1", "recall", False)]
    assert menu(bureau, "D", TUESDAY) == [("day", "U1", "rotation", True)]


def test_only_the_plain_shift_is_lent_and_only_to_units_that_borrow() -> None:
    units = [unit("U1", shifts=LETTERS), unit("U2", borrows_from=("U1",)), unit("U3")]
    bureau = small_bureau(units=units)
    assert menu(bureau, "A")[2:] == [("day", "U2", "rotation", False)]
    assert menu(bureau, "A", unit="U2") == [("day", "U2", "rotation", True)]
    assert menu(bureau, "D") == []  # nobody is lent on a day off


def test_each_date_has_the_duty_model_of_that_date() -> None:
    """From Tuesday on A is no longer called in, and no longer lent."""
    later = model(TUESDAY, teams="AB", rotation=None)
    borrower = unit("U2", borrows_from=("U1",), later=(model(TUESDAY),))
    bureau = small_bureau(units=[unit("U1", recalls=("day",), later=(later,)), borrower])
    assert menu(bureau, "C") == [("day", "U1", "recall", False)]
    assert ("U1", "C") not in menus(bureau, [TUESDAY])
    assert menu(bureau, "A", TUESDAY) == [("night", "U1", "rotation", True)]


def test_a_choice_is_paid_for_its_minutes_without_the_break() -> None:
    bureau = small_bureau()
    night = choice_of(bureau, MONDAY, bureau.shifts["night"], "U1", Origin.ROTATION, True)
    seven_in_the_evening = bureau.clock.number(MONDAY, 19 * 60)
    assert (night.start, night.end - night.start, night.paid) == (seven_in_the_evening, 720, 720)
    assert (night.all_night, night.touches_night) == (True, True)
