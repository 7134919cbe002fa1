"""What counts as a night, to the minute."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rosterctl.domain.shift import Shift
from rosterctl.rulekit.audit.nights import (
    date_of_end,
    date_of_start,
    once_a_shift,
    touches_night,
    works_all_night,
)
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from tests.support.bureaus import MONDAY, duty, roster_of, shift, small_bureau

A_MINUTE = 1 / 60
SUNDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)


def worked(kind: Shift) -> tuple[Record, WorkedDuty]:
    """One officer works it on Monday."""
    bureau = small_bureau(shifts=[kind])
    record = Record(bureau, roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, kind.id)]))
    return record, record.duties[0]


@pytest.mark.parametrize(
    ("start", "end", "whole", "touched"),
    [
        (24, 29, True, True),  # exactly 00:00-05:00
        (24 + A_MINUTE, 29, False, True),
        (24, 29 - A_MINUTE, False, True),
        (0, 5, True, True),  # the same hours of the date itself
        (19, 31, True, True),
        (6, 22, False, False),
        (6, 22 + A_MINUTE, False, True),
        (6 - A_MINUTE, 22, False, True),
        (30, 40, False, False),  # from 06:00 of the next date
        (30, 46, False, False),  # to its 22:00
        (30, 46 + A_MINUTE, False, True),
    ],
)
def test_a_night_by_its_hours(start: float, end: float, whole: bool, touched: bool) -> None:
    record, one = worked(shift("odd", start, end))
    assert works_all_night(record.bureau.clock, one) is whole
    assert touches_night(record.bureau.clock, one) is touched


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        (7, 19, MONDAY, MONDAY),
        (16, 24, MONDAY, MONDAY),  # ends at midnight: nothing of it lies on Tuesday
        (16, 24 + A_MINUTE, MONDAY, TUESDAY),
        (24, 32, TUESDAY, TUESDAY),
    ],
)
def test_the_dates_on_which_a_duty_begins_and_ends(start: float, end: float, first: date, last: date) -> None:
    record, one = worked(shift("odd", start, end))
    assert date_of_start(record.bureau.clock, one) == first
    assert date_of_end(record.bureau.clock, one) == last


def test_a_shift_is_asked_about_once_a_date() -> None:
    bureau = small_bureau()
    duties = [duty(bureau, one, day, "day") for one in "ab" for day in (MONDAY, TUESDAY)]
    record = Record(bureau, roster_of(bureau, MONDAY, 2, duties))
    asked: list[date] = []

    def ask(_: object, one: WorkedDuty) -> date:
        asked.append(one.day)
        return one.day

    answer = once_a_shift(bureau.clock, ask)
    assert [answer(one) for one in record.duties] == [MONDAY, TUESDAY, MONDAY, TUESDAY]
    assert asked == [MONDAY, TUESDAY]
