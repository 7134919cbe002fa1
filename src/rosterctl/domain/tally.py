"""What a duty counts as when burdens are compared: nights, weekends, holidays, eves, recalls, overtime.

A duty belongs whole to the date it starts on. Overtime is what is paid beyond the plain shift of the
officer's rotation on that date; a recall, having no plain shift, is overtime from its first minute.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.ledger import Tally
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Duty, Origin
from rosterctl.domain.shift import Shift
from rosterctl.timeline.calendar import DayType


def counts_as(types: frozenset[DayType], *, all_night: bool, recalled: bool, overtime_minutes: int) -> Tally:
    """The tally of one duty on a date of these types."""
    return Tally(
        nights=int(all_night),
        weekends=int(DayType.WEEKEND in types),
        holidays=int(DayType.HOLIDAY in types),
        eves=int(DayType.EVE in types),
        recalls=int(recalled),
        overtime_minutes=overtime_minutes,
    )


def paid_minutes(bureau: Bureau, day: date, shift: Shift) -> int:
    """Minutes between the instants of start and end, without the break; DST nights are longer or shorter."""
    clock = bureau.clock
    return clock.number(day, shift.end) - clock.number(day, shift.start) - shift.break_minutes


def overtime_minutes(bureau: Bureau, officer: Officer, day: date, shift: Shift, *, recalled: bool) -> int:
    """Paid minutes beyond the plain shift of the date; a shorter shift earns none back."""
    plain = None if recalled else bureau.plain_shift(officer, day)
    paid = paid_minutes(bureau, day, shift)
    return paid if plain is None else max(paid - paid_minutes(bureau, day, plain), 0)


def tally(bureau: Bureau, duty: Duty) -> Tally:
    """What one duty of a roster counts as."""
    officer, shift = bureau.officers[duty.officer], bureau.shifts[duty.shift]
    recalled = duty.origin is Origin.RECALL
    return counts_as(
        bureau.calendar.types(duty.day),
        all_night=shift.all_night,
        recalled=recalled,
        overtime_minutes=overtime_minutes(bureau, officer, duty.day, shift, recalled=recalled),
    )


def tallies(bureau: Bureau, duties: Iterable[Duty]) -> dict[str, Tally]:
    """For every officer of the bureau what the duties count as together.

    Within a team equal duties of one date count the same, so each kind is looked at once.
    """
    together = dict.fromkeys(bureau.officers, Tally())
    known: dict[tuple[str, str, date, str, Origin], Tally] = {}
    for duty in duties:
        assignment = bureau.officers[duty.officer].on(duty.day)
        key = assignment.unit, assignment.team, duty.day, duty.shift, duty.origin
        counts = known.get(key)
        if counts is None:
            counts = known[key] = tally(bureau, duty)
        together[duty.officer] += counts
    return together
