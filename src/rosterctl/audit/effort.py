"""What a roster costs beyond the rotation, counted from the record: changes and hours.

Changes are plain duties of present officers that nobody of theirs works (released) and duties served in
another unit (loans). Hours are paid minutes beyond the plain shift; of a recall, all. Both are re-added here
from instants, apart from how the roster's maker counted them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from rosterctl.domain.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.rules.finding import Cost
from rosterctl.rules.record import Record, Worked

RELEASED, LOAN, OVERTIME = "released", "loan", "overtime"


def efforts(record: Record) -> Iterator[Cost]:
    """One cost for each released duty, each loan, and each duty longer than the plain one."""
    plain = _PlainDuties(record)
    for officer in record.bureau.officers.values():
        decided = record.decided(officer.id)
        yield from _released(record, officer, decided, plain)
        for worked in decided:
            if worked.unit != officer.unit:
                yield Cost(LOAN, Tier.CHANGES, 1, officer.id, worked.unit, worked.day)
            beyond = worked.paid if worked.recalled else worked.paid - (plain.paid(worked) or timedelta())
            if beyond > timedelta():
                minutes = int(beyond.total_seconds()) // 60
                yield Cost(OVERTIME, Tier.HOURS, minutes, officer.id, worked.unit, worked.day)


def _released(
    record: Record, officer: Officer, decided: Iterable[Worked], plain: _PlainDuties
) -> Iterator[Cost]:
    on_rotation = {worked.day for worked in decided if not worked.recalled}
    for day in plain.days(officer):
        if day not in on_rotation and record.bureau.is_present(officer, day):
            yield Cost(RELEASED, Tier.CHANGES, 1, officer.id, officer.unit, day)


class _PlainDuties:
    """What the rotation alone gives, looked up once for each team."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._days: dict[tuple[str, str], dict[date, timedelta]] = {}

    def days(self, officer: Officer) -> Mapping[date, timedelta]:
        """The dates of the horizon on which the officer's team works, with the time paid for."""
        team = officer.unit, officer.team
        if team not in self._days:
            self._days[team] = dict(self._team(officer))
        return self._days[team]

    def paid(self, worked: Worked) -> timedelta | None:
        return self.days(worked.officer).get(worked.day)

    def _team(self, officer: Officer) -> Iterator[tuple[date, timedelta]]:
        bureau = self._record.bureau
        for day in self._record.horizon:
            shift = bureau.plain_shift(officer, day)
            if shift is not None:
                span = bureau.clock.span(day, shift.start, shift.end)
                yield day, span.length - timedelta(minutes=shift.break_minutes)
