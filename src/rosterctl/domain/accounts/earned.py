"""What earns time off in lieu, and what spends it.

A recall earns its paid minutes, except those on a statutory holiday, which are paid threefold and not given
back; a night that runs into or out of a holiday is split at midnight, and its break comes off the longest
part. Overtime on a duty day is paid and earns nothing. A date of absence in lieu spends the paid minutes of
the plain shift that the rotation gives the officer on it, and nothing on a day off.

Source: 劳动法 art. 44: 150 % for longer days, time off (else 200 %) for rest days, 300 % for holidays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from rosterctl import wording
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.accounts.tally import paid_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import Duty, Origin
from rosterctl.domain.shift import Shift
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.clock import DAY, WallMinute, clock_text
from rosterctl.wording import say


def lieu_entries(bureau: Bureau, duties: Iterable[Duty], dates: Collection[date]) -> tuple[Entry, ...]:
    """EARN and SPEND of these dates; duties that start on another are passed over."""
    wanted = frozenset(dates)
    return (
        *_earned(bureau, (duty for duty in duties if duty.day in wanted)),
        *_spent(bureau, sorted(wanted)),
    )


def earned_minutes(bureau: Bureau, duty: Duty) -> int:
    """What one duty earns; nothing unless it is a recall."""
    if duty.origin is not Origin.RECALL:
        return 0
    parts = paid_by_date(bureau, duty.day, bureau.worked_shift(duty))
    return sum(minutes for day, minutes in parts.items() if DayType.HOLIDAY not in bureau.calendar.types(day))


def _earned(bureau: Bureau, duties: Iterable[Duty]) -> Iterator[Entry]:
    for duty in duties:
        minutes = earned_minutes(bureau, duty)
        if minutes:
            note = say(wording.EARNED_BY, shift=_shift_text(bureau.worked_shift(duty)), unit=duty.unit)
            yield Entry(duty.officer, duty.day, EntryKind.EARN, minutes, note)


def _spent(bureau: Bureau, dates: list[date]) -> Iterator[Entry]:
    for absence in bureau.absences:
        if absence.kind is not AbsenceKind.LIEU:
            continue
        officer = bureau.officers[absence.officer]
        for day in dates:
            plain = bureau.plain_shift(officer, day) if absence.first <= day <= absence.last else None
            if plain is not None and officer.serves(day):
                note = say(wording.SPENT_ON, absence=absence, shift=_shift_text(plain))
                yield Entry(officer.id, day, EntryKind.SPEND, paid_minutes(bureau, day, plain), note)


def paid_by_date(bureau: Bureau, day: date, shift: Shift) -> dict[date, int]:
    """The paid minutes of a shift by the calendar date they fall on."""
    number = bureau.clock.number
    parts = {}
    for n in range(shift.start // DAY, -(-shift.end // DAY)):
        start, end = max(shift.start, WallMinute(n * DAY)), min(shift.end, WallMinute((n + 1) * DAY))
        parts[day + timedelta(days=n)] = number(day, end) - number(day, start)
    left = shift.break_minutes
    for one in sorted(parts, key=lambda date: -parts[date]):
        taken = min(left, parts[one])
        parts[one] -= taken
        left -= taken
    return parts


def _shift_text(shift: Shift) -> str:
    return f"{shift.was or shift.id} {clock_text(shift.start)}-{clock_text(shift.end)}"
