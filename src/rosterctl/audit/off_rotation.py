"""Who is off the rotation in a roster, when, and why: found from disk, by trying.

Due is the plain duty of everybody who is there, by the facts. Where it is not worked, it is tried: beside the
plain duties that the officer does work, then beside all that they work, by the checks of the rules about one
officer's line. The first rule that it breaks is the one that takes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from rosterctl.audit import wording
from rosterctl.audit.effort import LOAN, RELEASED, efforts
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, OffCause, OffRotation, Origin
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.line_trial import Excess, LineTrial, TriedLine, plain_duty
from rosterctl.rulekit.parts import Company
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.span import unbroken
from rosterctl.wording import say


def off_rotation(record: Record) -> tuple[OffRotation, ...]:
    """By date and officer; as many as the audit counts duties off the rotation. All ids must be known."""
    costs = list(efforts(record))
    missing = [
        plain
        for cost in costs
        if cost.rule == RELEASED
        if (plain := _plain(record, record.bureau.officers[cost.what], cost.day)) is not None
    ]
    lent = [_lent(record, cost) for cost in costs if cost.rule == LOAN]
    found = [*_Trial(record).causes(missing), *lent] if costs else []
    return tuple(sorted(found, key=_by_day))


def misnamed(record: Record) -> Iterator[Finding]:
    """Where a roster that says who is off the rotation and why says another thing than is so."""
    named, found = Counter(record.roster.off_rotation), Counter(off_rotation(record))
    for one in sorted((named - found).keys(), key=_by_day):
        yield _finding(one, say(wording.NOT_OFF, cause=one.cause, rule=one.rule or "-"))
    for one in sorted((found - named).keys(), key=_by_day):
        yield _finding(one, say(wording.OFF_UNSAID, cause=one.cause, rule=one.rule or "-"))


def _by_day(one: OffRotation) -> tuple[date, str, str]:
    return one.day, one.officer, one.cause


def _finding(one: OffRotation, message: str) -> Finding:
    return Finding("off-rotation", message, one.unit, one.officer, day=one.day)


def _plain(record: Record, officer: Officer, day: date | None) -> Duty | None:
    """The duty that the rotation gives the officer on a date."""
    if day is None or (shift := record.facts.usual(officer, day)) is None:
        return None
    return plain_duty(officer, day, shift, record.facts.place_of(officer, day).unit)


def _lent(record: Record, cost: Cost) -> OffRotation:
    worked = next(one for one in record.decided(cost.what) if one.day == cost.day and one.unit == cost.unit)
    home = record.facts.place_of(worked.officer, worked.day).unit
    shift = record.facts.usual(worked.officer, worked.day) or worked.shift
    return OffRotation(cost.what, worked.day, shift.id, home, OffCause.LOAN)


class _Trial:
    """Tries what is not worked, all of it at once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._rules = {rule.id: rule for rule in rules_in_force(record.bureau.rulebook)}
        self._lines = LineTrial(record.bureau, record.horizon, self._rules.values())
        self._duties = _by_officer(record.roster.duties)
        self._before = _by_officer(record.roster.before)
        self._there: dict[tuple[str, str], Sequence[tuple[datetime, datetime]]] = {}

    def causes(self, missing: Sequence[Duty]) -> Iterator[OffRotation]:
        """Why each of these plain duties is not worked, in their order."""
        people = list(dict.fromkeys(duty.officer for duty in missing))
        plain = {officer: self._plain_line(officer) for officer in people}
        whole = {officer: self._duties.get(officer, ()) for officer in people}
        known = {officer: self._plain_before(officer) for officer in people}
        by_rotation = self._first_broken(plain, known, missing)
        others = [duty for duty in missing if not by_rotation[duty]]
        by_duties = self._first_broken(whole, self._before, others)
        for duty in missing:
            cause = self._cause(duty, by_rotation[duty], by_duties.get(duty, ""))
            yield OffRotation(duty.officer, duty.day, duty.shift, duty.unit, *cause)

    def _cause(self, duty: Duty, rotation: str, duties: str) -> tuple[OffCause, str]:
        if rotation and self._rules[rotation].personal:
            return OffCause.PERSON, rotation
        if rotation:
            return (OffCause.TRANSFER if self._stays_lawful(duty) else OffCause.ROTATION), rotation
        if duties:
            return OffCause.DUTIES, duties
        alone = self._alone(duty)
        return (OffCause.COMPANY, alone) if alone else (OffCause.POSTS, "")

    def _stays_lawful(self, duty: Duty) -> bool:
        """Does it break nothing beside those plain duties that belong to the same team?"""
        officer, facts = self._record.bureau.officers[duty.officer], self._record.facts
        team = facts.place_of(officer, duty.day)

        def of_team(line: Iterable[Duty]) -> dict[str, tuple[Duty, ...]]:
            return {officer.id: tuple(one for one in line if facts.place_of(officer, one.day) == team)}

        line, before = self._plain_line(officer.id), self._plain_before(officer.id)
        mine, past = of_team(line), of_team(before)
        if len(mine[officer.id]) + len(past[officer.id]) == len(line) + len(before):
            return False
        return not self._first_broken(mine, past, [duty])[duty]

    def _plain_line(self, officer: str) -> tuple[Duty, ...]:
        """The plain duties of the dates on which the officer works their own rotation, in whatever shift."""
        own = (one for one in self._record.decided(officer) if one.owner is one.officer and not one.recalled)
        found = (_plain(self._record, one.officer, one.day) for one in own)
        return tuple(duty for duty in found if duty is not None)

    def _plain_before(self, officer: str) -> tuple[Duty, ...]:
        """The same of the dates before the roster: a recall of last month is not the rotation's doing."""
        mine = self._record.bureau.officers[officer]
        own = (one for one in self._before.get(officer, ()) if one.origin is Origin.ROTATION)
        found = (_plain(self._record, mine, one.day) for one in own)
        return tuple(duty for duty in found if duty is not None)

    def _first_broken(
        self,
        lines: Mapping[str, tuple[Duty, ...]],
        before: Mapping[str, tuple[Duty, ...]],
        missing: Sequence[Duty],
    ) -> Mapping[Duty, str]:
        """The first rule that each duty would break beside the officer's line more than that does alone."""

        def line(officer: str, *more: Duty) -> TriedLine:
            known = self._record.bureau.officers[officer]
            return TriedLine(known, before.get(officer, ()), (*lines[officer], *more))

        people = list(dict.fromkeys(duty.officer for duty in missing))
        alone = dict(zip(people, self._lines.broken([line(one) for one in people]), strict=True))
        tried = [line(duty.officer, duty) for duty in missing]
        return {
            duty: _worse(alone[duty.officer], excess)
            for duty, excess in zip(missing, self._lines.broken(tried), strict=True)
        }

    def _alone(self, duty: Duty) -> str:
        """The rule that wants company for the officer, where nobody who is company covers the duty."""
        officer = self._record.bureau.officers[duty.officer]
        shift = self._record.bureau.shifts[duty.shift]
        span = self._record.answered(self._record.bureau.clock.span(duty.day, shift.start, shift.end))
        for rule in self._rules.values():
            if rule.company is None or rule.soft or span is None or not rule.company.who(officer):
                continue
            there = self._company(duty.unit, rule.id, rule.company)
            if not any(start <= span.start and span.end <= end for start, end in there):
                return rule.id
        return ""

    def _company(self, unit: str, rule: str, company: Company) -> Sequence[tuple[datetime, datetime]]:
        """When somebody who is company serves in the unit: stretches without a break, in order."""
        if (unit, rule) not in self._there:
            served = self._record.served.get(unit, ())
            spans = [one.span for one in served if company.beside(one.officer)]
            self._there[unit, rule] = tuple(unbroken((span.start, span.end) for span in spans))
        return self._there[unit, rule]


def _worse(before: Excess, after: Excess) -> str:
    """The first rule that is broken by more than before, or an empty text."""
    return next((rule for rule, excess in after.items() if excess > before.get(rule, 0)), "")


def _by_officer(duties: Iterable[Duty]) -> dict[str, tuple[Duty, ...]]:
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        found.setdefault(duty.officer, []).append(duty)
    return {officer: tuple(mine) for officer, mine in found.items()}
