"""What a duty counts as, and the ledger that follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.tally import paid_minutes, tallies, tally
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Duty, Origin
from rosterctl.timeline.calendar import Calendar
from tests.support.bureaus import MONDAY, duty, plain_duties, shift, small_bureau

SUNDAY = MONDAY - timedelta(days=1)
BUREAU = small_bureau(
    shifts=[shift("command", 7, 19, break_minutes=240)],
    calendar=Calendar("c", "c", holidays={MONDAY: "festival"}, eves=frozenset([SUNDAY])),
)


def test_a_plain_day_counts_for_nothing_but_its_date() -> None:
    assert tally(BUREAU, duty(BUREAU, "a", MONDAY, "day")) == Tally(holidays=1)


def test_a_night_belongs_whole_to_the_date_it_starts_on() -> None:
    """Sunday's night runs into the festival and is a Sunday's, which is an eve too."""
    assert tally(BUREAU, duty(BUREAU, "c", SUNDAY, "night")) == Tally(nights=1, weekends=1, eves=1)


def test_overtime_is_what_goes_beyond_the_plain_shift() -> None:
    assert tally(BUREAU, duty(BUREAU, "b", MONDAY, "overlap-both")).overtime_minutes == 240
    assert tally(BUREAU, duty(BUREAU, "a", MONDAY, "command")).overtime_minutes == 0


def test_a_recall_is_overtime_from_its_first_minute() -> None:
    found = tally(BUREAU, duty(BUREAU, "c", MONDAY, "peak-evening", recall=True))
    assert found == Tally(holidays=1, recalls=1, overtime_minutes=120)


def test_a_duty_on_a_day_off_that_is_no_recall_is_all_overtime_too() -> None:
    assert tally(BUREAU, duty(BUREAU, "c", MONDAY, "peak-evening")).overtime_minutes == 120


def test_the_break_is_not_paid() -> None:
    assert paid_minutes(BUREAU, MONDAY, BUREAU.shifts["command"]) == 480


def test_a_night_when_the_clocks_change_is_paid_by_the_clock_of_the_world() -> None:
    """2026-10-24 in Berlin: 19:00-07:00 is thirteen hours, and none of them overtime."""
    berlin = small_bureau(timezone="Europe/Berlin", anchor=MONDAY)
    night = MONDAY.replace(month=10, day=24)
    assert paid_minutes(berlin, night, berlin.shifts["night"]) == 13 * 60


def test_tallies_add_up_like_single_ones() -> None:
    duties = plain_duties(BUREAU, SUNDAY, 8)
    expected = {officer: Tally() for officer in BUREAU.officers}
    for one in duties:
        expected[one.officer] += tally(BUREAU, one)
    assert tallies(BUREAU, duties) == expected


def test_the_ledger_and_what_was_worked_add_up() -> None:
    assert Tally(1, 2, 3, 4, 5, 6) + Tally(10, 20, 30, 40, 50, 60) == Tally(11, 22, 33, 44, 55, 66)


TUESDAY = MONDAY + timedelta(days=1)
SWAP = Exchange("a", MONDAY, "d", TUESDAY, ExchangeKind.SWAP)
STEP_IN = Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION)


def taken(shift: str, *exchanges: Exchange, who: str = "d") -> Tally:
    """What it counts for `who` to work the shift on Monday in the place of its owner."""
    bureau = small_bureau(exchanges=exchanges)
    return tally(bureau, exchanged(duty(bureau, who, MONDAY, shift)))


def exchanged(one: Duty) -> Duty:
    return replace(one, origin=Origin.EXCHANGE)


def test_a_swapped_duty_counts_as_for_its_owner() -> None:
    """D is off on Monday, A works the day: for neither is it a recall or overtime."""
    assert taken("day", SWAP) == Tally()


def test_what_was_overtime_for_the_owner_is_so_for_whoever_takes_it() -> None:
    """B's plain night has twelve hours, from 17:00 to 09:00 are sixteen."""
    assert taken("overlap-both", replace(SWAP, officer="b")) == Tally(nights=1, overtime_minutes=240)


def test_a_substitution_counts_as_a_recall() -> None:
    assert taken("day", STEP_IN) == Tally(recalls=1, overtime_minutes=720)


def test_a_recall_stays_one_when_it_is_swapped() -> None:
    """C was called in for the peak of Monday, a day off."""
    assert taken("peak-evening", replace(SWAP, officer="c")) == Tally(recalls=1, overtime_minutes=120)


def test_what_was_extra_stays_extra_when_it_is_swapped_on() -> None:
    on = Exchange("d", MONDAY, "c", TUESDAY, ExchangeKind.SWAP)
    assert taken("day", STEP_IN, on, who="c") == Tally(recalls=1, overtime_minutes=720)


def test_a_duty_taken_over_that_stands_in_no_file_counts_as_a_recall() -> None:
    """As in a history whose exchanges were not handed down: rather too much than too little."""
    assert taken("day") == Tally(recalls=1, overtime_minutes=720)


def test_tallies_keep_apart_who_swapped_and_who_stepped_in() -> None:
    """D and the other of the same team work the same on the same date, each for another reason."""
    bureau = small_bureau(exchanges=[SWAP, Exchange("b", MONDAY, "c", None, ExchangeKind.SUBSTITUTION)])
    duties = [exchanged(duty(bureau, "d", MONDAY, "day")), exchanged(duty(bureau, "c", MONDAY, "night"))]
    assert tallies(bureau, duties) == {
        "a": Tally(),
        "b": Tally(),
        "c": Tally(nights=1, recalls=1, overtime_minutes=720),
        "d": Tally(),
    }
