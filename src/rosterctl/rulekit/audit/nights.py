"""What counts as a night, in instants: the checks' own reading of what a shift says in wall-clock minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.audit.record import WorkedDuty
from rosterctl.timeline.clock import MIDNIGHT, Clock, WallMinute
from rosterctl.timeline.span import Span

SMALL_HOURS = MIDNIGHT, WallMinute(5 * 60)
DARK_HOURS = WallMinute(22 * 60), WallMinute(30 * 60)
MOMENT = timedelta(microseconds=1)
AnswerT = TypeVar("AnswerT")


def once_a_shift(
    clock: Clock, ask: Callable[[Clock, WorkedDuty], AnswerT]
) -> Callable[[WorkedDuty], AnswerT]:
    """Asks about a shift on a date once, however many officers work it."""
    known: dict[tuple[date, str, int], AnswerT] = {}

    def answer(worked: WorkedDuty) -> AnswerT:
        key = worked.day, worked.shift.id, worked.shift.end
        if key not in known:
            known[key] = ask(clock, worked)
        return known[key]

    return answer


def works_all_night(clock: Clock, worked: WorkedDuty) -> bool:
    """The duty covers 00:00-05:00 of a date (EU directive 2003/88 art. 2(3))."""
    return _covers_small_hours(clock, worked.day, worked.span)


def meant_all_night(bureau: Bureau, worked: WorkedDuty) -> bool:
    """The same of the whole duty, though it may have been broken off."""
    whole = bureau.shifts[worked.shift.id]
    return _covers_small_hours(
        bureau.clock, worked.day, bureau.clock.span(worked.day, whole.start, whole.end)
    )


def _covers_small_hours(clock: Clock, day: date, span: Span) -> bool:
    return any(
        span.start <= core.start and core.end <= span.end
        for core in (clock.span(day + timedelta(days=ahead), *SMALL_HOURS) for ahead in (0, 1))
    )


def touches_night(clock: Clock, worked: WorkedDuty) -> bool:
    """The duty has any part between 22:00 and 06:00."""
    return any(
        worked.span.overlaps(clock.span(worked.day + timedelta(days=ahead), *DARK_HOURS))
        for ahead in (-1, 0, 1)
    )


def date_of_start(clock: Clock, worked: WorkedDuty) -> date:
    """The date on which the duty's first moment lies; a shift that starts at 24:00 starts on the next one."""
    return clock.local(worked.span.start).date()


def date_of_end(clock: Clock, worked: WorkedDuty) -> date:
    """The date on which the duty's last moment lies: one that ends at 24:00 ends on the date before."""
    return clock.local(worked.span.end - MOMENT).date()
