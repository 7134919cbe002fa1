"""What a roster costs beyond the rotation, counted from the record: changes and hours.

Changes are plain duties of present officers that nobody of theirs works (released) and duties served in
another unit (loans). Hours are paid minutes beyond the plain shift; of a recall, all. Both are re-added here
from instants, apart from how the roster's maker counted them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rosterctl.domain.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.rules.finding import Cost
from rosterctl.rules.record import Record, Worked

RELEASED, LOAN, OVERTIME = "released", "loan", "overtime"


def efforts(record: Record) -> Iterator[Cost]:
    """One cost for each released duty, each loan, and each duty longer than the plain one."""
    for officer in record.bureau.officers.values():
        yield from _released(record, officer)
        for worked in record.decided(officer.id):
            if worked.unit != officer.unit:
                yield Cost(LOAN, Tier.CHANGES, 1, officer.id, worked.unit, worked.day)
            minutes = int(_beyond(record, worked).total_seconds()) // 60
            if minutes > 0:
                yield Cost(OVERTIME, Tier.HOURS, minutes, officer.id, worked.unit, worked.day)


def _released(record: Record, officer: Officer) -> Iterator[Cost]:
    bureau = record.bureau
    on_rotation = {worked.day for worked in record.decided(officer.id) if not worked.recalled}
    for day in record.horizon:
        if day in on_rotation or not bureau.is_present(officer, day):
            continue
        if bureau.plain_shift(officer, day) is not None:
            yield Cost(RELEASED, Tier.CHANGES, 1, officer.id, officer.unit, day)


def _beyond(record: Record, worked: Worked) -> timedelta:
    """Paid time beyond the plain shift; negative when the shift worked is the shorter one."""
    if worked.recalled:
        return worked.paid
    plain = _plain_paid(record, worked.officer, worked.day)
    return worked.paid - plain


def _plain_paid(record: Record, officer: Officer, day: date) -> timedelta:
    plain = record.bureau.plain_shift(officer, day)
    if plain is None:
        return timedelta()
    span = record.bureau.clock.span(day, plain.start, plain.end)
    return span.length - timedelta(minutes=plain.break_minutes)
