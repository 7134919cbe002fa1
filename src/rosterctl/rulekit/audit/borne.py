"""What officers bore in a roster, and who is compared with whom: the audit's own count for the fairness rule.

A duty counts whole on the date it starts on. Overtime is what is paid beyond the plain shift of the officer
whose duty it was; of a recall all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.people.officer import Officer
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.nights import once_a_shift, works_all_night
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.timeline.calendar import DayType


def burdens(record: Record) -> Mapping[str, Tally]:
    """By officer id, what the duties of the roster count as together; everybody is in it."""
    facts = record.facts
    all_night = once_a_shift(record.bureau.clock, works_all_night)
    found = {}
    for officer in record.bureau.officers:
        worked = record.decided(officer)
        kinds = [facts.kinds_of(one.day) for one in worked]
        found[officer] = Tally(
            nights=sum(map(all_night, worked)),
            weekends=sum(DayType.WEEKEND in kind for kind in kinds),
            holidays=sum(DayType.HOLIDAY in kind for kind in kinds),
            eves=sum(DayType.EVE in kind for kind in kinds),
            recalls=sum(one.recalled for one in worked),
            overtime_minutes=sum((overtime(facts, one) for one in worked), timedelta())
            // timedelta(minutes=1),
        )
    return found


def amounts(tally: Tally) -> tuple[int, ...]:
    """Nights, weekends, holidays, eves, recalls, minutes of overtime."""
    counted = (tally.nights, tally.weekends, tally.holidays, tally.eves, tally.recalls)
    return (*counted, tally.overtime_minutes)


def overtime(facts: Facts, worked: WorkedDuty) -> timedelta:
    """Paid time beyond the plain shift of whose duty it was; a shorter duty gives none back."""
    plain = timedelta() if worked.recalled else facts.usual_time(worked.owner, worked.day)
    return max(worked.paid - plain, timedelta())


def peers(record: Record) -> Iterator[tuple[tuple[Officer, ...], tuple[int, ...]]]:
    """Officers of one team and role, with the dates on which each is there.

    Whoever is shielded on any date of the horizon, or changes unit or team within it, or has left before it
    or joins after it, is nobody's peer.
    """
    facts, horizon = record.facts, tuple(record.horizon)
    groups: dict[tuple[str, str, str], list[Officer]] = {}
    for officer in record.bureau.officers.values():
        # Whoever has one assignment belongs to it on every date.
        where = horizon if len(officer.assignments) > 1 else horizon[:1]
        places = [facts.place_of(officer, day) for day in where]
        moves = any((one.unit, one.team) != (places[0].unit, places[0].team) for one in places)
        bounds = officer.protected_from, officer.protected_until
        shielded = bounds != (None, None) and any(facts.is_shielded(officer, day) for day in horizon)
        gone = officer.left is not None and officer.left < record.horizon.first
        to_come = officer.joined is not None and officer.joined > record.horizon.last
        if not (moves or shielded or gone or to_come):
            groups.setdefault((places[0].unit, places[0].team, officer.role), []).append(officer)
    for group in groups.values():
        there = tuple(sum(facts.is_there(officer, day) for day in horizon) for officer in group)
        yield tuple(group), there
