"""Hours and overtime by the kind of day, and that they add up to what the ledger has."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.accounts.worked import HoursWorked, worked_by, worked_in
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin
from rosterctl.timeline.calendar import Calendar
from tests.support.bureaus import MONDAY, duty, plain_duties, shift, small_bureau

SUNDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)
BUREAU = small_bureau(
    shifts=[shift("long", 7, 21, break_minutes=60)],
    calendar=Calendar("c", "c", holidays={MONDAY: "festival"}),
)
"""On Monday, a festival, `a` works the day and `b` the night; c and d are off."""


def test_a_plain_duty_is_no_overtime() -> None:
    assert worked_in(BUREAU, duty(BUREAU, "d", TUESDAY, "day")) == HoursWorked(duties=1, minutes=720)


def test_a_plain_duty_on_a_holiday_is_none_either_and_its_hours_are_told() -> None:
    """The night of Monday has five hours before midnight, that of Sunday seven after it."""
    assert worked_in(BUREAU, duty(BUREAU, "a", MONDAY, "day")) == HoursWorked(1, 0, 720, 720)
    assert worked_in(BUREAU, duty(BUREAU, "b", MONDAY, "night")) == HoursWorked(1, 1, 720, 300)
    assert worked_in(BUREAU, duty(BUREAU, "c", SUNDAY, "night")) == HoursWorked(1, 1, 720, 420)


def test_a_longer_shift_is_overtime_of_a_duty_day_or_of_the_holiday() -> None:
    """On Tuesday d has the day, so that `long` is an hour more; on Monday that hour is the holiday's."""
    assert worked_in(BUREAU, duty(BUREAU, "d", TUESDAY, "long")) == HoursWorked(1, 0, 780, 0, 60)
    assert worked_in(BUREAU, duty(BUREAU, "a", MONDAY, "long")) == HoursWorked(1, 0, 780, 780, 0, 0, 60)


def test_of_a_night_that_is_longer_at_one_end_that_end_counts() -> None:
    """17:00 to 07:00 for 19:00 to 07:00: of Sunday the two hours are Sunday's, of Monday the holiday's."""
    sunday = worked_in(BUREAU, duty(BUREAU, "c", SUNDAY, "overlap-evening"))
    assert sunday == HoursWorked(1, 1, 840, 420, overtime_on_duty_days=120)
    monday = worked_in(BUREAU, duty(BUREAU, "b", MONDAY, "overlap-evening"))
    assert monday == HoursWorked(1, 1, 840, 420, overtime_on_holidays=120)
    morning = worked_in(BUREAU, duty(BUREAU, "c", SUNDAY, "overlap-morning"))
    assert morning == HoursWorked(1, 1, 840, 540, overtime_on_holidays=120)


def test_a_recall_is_overtime_of_a_rest_day_but_for_the_holiday() -> None:
    day = worked_in(BUREAU, duty(BUREAU, "a", TUESDAY + timedelta(days=1), "day", recall=True))
    assert day == HoursWorked(1, 0, 720, overtime_on_rest_days=720)
    night = worked_in(BUREAU, duty(BUREAU, "d", SUNDAY, "night", recall=True))
    assert night == HoursWorked(1, 1, 720, 420, overtime_on_rest_days=300, overtime_on_holidays=420)


def test_whoever_stands_in_is_called_in_and_whoever_swaps_is_not() -> None:
    exchanges = (
        Exchange("d", TUESDAY, "a", None, ExchangeKind.SUBSTITUTION),
        Exchange("d", TUESDAY, "a", TUESDAY, ExchangeKind.SWAP),
    )
    for exchange, rest in zip(exchanges, (720, 0), strict=True):
        bureau = replace(BUREAU, exchanges=(exchange,))
        one = replace(duty(bureau, "a", TUESDAY, "day"), origin=Origin.EXCHANGE)
        assert worked_in(bureau, one).overtime_on_rest_days == rest


def test_all_overtime_is_what_the_ledger_has() -> None:
    extra = [duty(BUREAU, "c", TUESDAY, "peak-morning", recall=True), duty(BUREAU, "a", MONDAY, "long")]
    duties = [*plain_duties(BUREAU, SUNDAY, 8), *extra]
    found, ledger = worked_by(BUREAU, duties), tallies(BUREAU, duties)
    assert set(found) == {"a", "b", "c", "d"}
    for id, one in found.items():
        together = one.overtime_on_duty_days + one.overtime_on_rest_days + one.overtime_on_holidays
        assert together == ledger[id].overtime_minutes
        assert one.nights == ledger[id].nights
        assert one.duties == sum(duty.officer == id for duty in duties)
