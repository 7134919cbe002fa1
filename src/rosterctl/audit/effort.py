"""What a roster costs beyond the rotation, counted from the record: changes and hours.

Changes are plain duties that present officers do not work (released) and duties served in
another unit (loans). Hours are paid minutes beyond the plain shift; of a recall, all. Both are re-added here
from instants, apart from how the roster's maker counted them. A duty that another has taken over is not
released, and in a swap its hours are measured against the plain shift of the officer whose duty it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date, timedelta

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.audit.borne import overtime
from rosterctl.rulekit.audit.plain_times import PlainTimes
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.findings import Cost

RELEASED, LOAN, OVERTIME = "released", "loan", "overtime"


def efforts(record: Record) -> Iterator[Cost]:
    """One cost for each released duty, each loan, and each duty longer than the plain one."""
    facts, plain = record.facts, PlainTimes(record.facts, tuple(record.horizon))
    handed = {(one.owner.id, one.day) for one in record.duties if one.owner is not one.officer}
    for officer in record.bureau.officers.values():
        decided = record.decided(officer.id)
        yield from _released(record, officer, decided, plain, handed)
        for worked in decided:
            if worked.unit != facts.place_of(officer, worked.day).unit:
                yield Cost(LOAN, Tier.CHANGES, 1, officer.id, worked.unit, worked.day)
            beyond = overtime(facts, worked)
            if beyond > timedelta():
                minutes = int(beyond.total_seconds()) // 60
                yield Cost(OVERTIME, Tier.HOURS, minutes, officer.id, worked.unit, worked.day)


def _released(
    record: Record,
    officer: Officer,
    decided: Iterable[WorkedDuty],
    plain: PlainTimes,
    handed: Set[tuple[str, date]],
) -> Iterator[Cost]:
    on_rotation = {one.day for one in decided if one.owner is officer and not one.recalled}
    for day, paid in plain.of(officer).items():
        if (officer.id, day) in handed:
            continue
        if paid and day not in on_rotation and record.facts.is_there(officer, day):
            yield Cost(RELEASED, Tier.CHANGES, 1, officer.id, record.facts.place_of(officer, day).unit, day)
