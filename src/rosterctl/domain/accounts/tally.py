"""What a duty counts as when burdens are compared: nights, weekends, holidays, eves, recalls, overtime.

A duty belongs whole to the date it starts on. Overtime is what is paid beyond the plain shift of the
officer's rotation on that date; a recall, having no plain shift, is overtime from its first minute.

A duty taken over in a swap counts as it would have counted for the officer whose duty it was: a swap moves
burdens between two people and makes none. Nobody has a recall or overtime only because they work on another
date. A duty taken over as a substitution counts as a recall: the stand-in gets nothing back for it, and
whoever steps in often should be called less often, which is what the count of recalls is for.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
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


def plain_shift(bureau: Bureau, officer: Officer, day: date, origin: Origin) -> Shift | None:
    """The shift that the rotation alone gives for a duty of this origin; None when all of it is a recall."""
    if origin is Origin.ROTATION:
        return bureau.plain_shift(officer, day)
    taken = bureau.taken.get((officer.id, day)) if origin is Origin.EXCHANGE else None
    if taken is None or taken.extra:
        return None
    return bureau.plain_shift(bureau.officers[taken.owner], day)


def is_recall(bureau: Bureau, officer: Officer, day: date, origin: Origin) -> bool:
    """Called in on a day off, or working what counts like that."""
    if origin is Origin.EXCHANGE:
        return plain_shift(bureau, officer, day, origin) is None
    return origin is Origin.RECALL


def overtime_minutes(bureau: Bureau, officer: Officer, day: date, shift: Shift, origin: Origin) -> int:
    """Paid minutes beyond the plain shift of the date; a shorter shift earns none back."""
    plain = plain_shift(bureau, officer, day, origin)
    paid = paid_minutes(bureau, day, shift)
    return paid if plain is None else max(paid - paid_minutes(bureau, day, plain), 0)


def tally(bureau: Bureau, duty: Duty) -> Tally:
    """What one duty of a roster counts as."""
    officer, shift = bureau.officers[duty.officer], bureau.worked_shift(duty)
    return counts_as(
        bureau.calendar.types(duty.day),
        all_night=shift.all_night,
        recalled=is_recall(bureau, officer, duty.day, duty.origin),
        overtime_minutes=overtime_minutes(bureau, officer, duty.day, shift, duty.origin),
    )


def tallies(bureau: Bureau, duties: Iterable[Duty]) -> dict[str, Tally]:
    """For every officer of the bureau what the duties count as together.

    Within a team equal duties of one date count the same, so each kind is looked at once; whatever was taken
    over is looked at by itself.
    """
    together = dict.fromkeys(bureau.officers, Tally())
    known: dict[tuple[str, str, date, str, int, Origin], Tally] = {}
    for duty in duties:
        if duty.origin is Origin.EXCHANGE:
            together[duty.officer] += tally(bureau, duty)
            continue
        assignment = bureau.officers[duty.officer].on(duty.day)
        key = assignment.unit, assignment.team, duty.day, duty.shift, duty.until, duty.origin
        counts = known.get(key)
        if counts is None:
            counts = known[key] = tally(bureau, duty)
        together[duty.officer] += counts
    return together
