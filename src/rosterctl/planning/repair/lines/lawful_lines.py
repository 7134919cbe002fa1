"""Lines of duty that break a hard rule, and the least that comes off them, officer by officer.

First longer shifts become the plain one, then recalls fall, each time those nearest to the date on which the
audit finds something. Plain duty falls only where the caller says so. When the audit finds nothing any more,
whatever did not have to come off is put back. There is no search and nobody else is looked at, so it always
ends; a repair that is searched for (`repair.stage`) may find a better choice with regard to the posts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rosterctl.audit.lines import line_findings
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.planning.repair.lines.plain_duty import has_longer_shift, plain_in_place
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon

DutiesByDate = Mapping[date, Duty]


@dataclass(frozen=True)
class TakenOff:
    """A duty that comes off a line, what is worked instead (None: nothing), and the rule that asks for it."""

    old: Duty
    new: Duty | None
    rule: str


@dataclass(frozen=True)
class LawfulLines:
    """`taken` by officer id. In `broken` are the findings about those whose lines stay against a rule.

    Of these only that was taken off which keeps the rules that can be kept.
    """

    taken: Mapping[str, Sequence[TakenOff]] = field(default_factory=dict)
    broken: Mapping[str, Sequence[Finding]] = field(default_factory=dict)

    def dates_of(self, unit: str) -> set[date]:
        """The dates on which something comes off a line in the unit; others may be left alone there."""
        rows = (one for each in self.taken.values() for one in each)
        return {one.old.day for one in rows if one.old.unit == unit}

    @property
    def mended(self) -> frozenset[str]:
        """Whose lines are lawful by what was taken off."""
        return frozenset(self.taken.keys() - self.broken.keys())


@dataclass(frozen=True)
class Around:
    """What stays whatever happens to the lines, and what may come off them.

    `more` are duties in the horizon beside the lines, `before` those before it. Nothing comes off that begins
    before `earliest` (minutes since 1970-01-01 UTC). Plain duty comes off on the dates in `may_go` alone, by
    officer id.
    """

    bureau: Bureau
    horizon: Horizon
    before: tuple[Duty, ...]
    more: Sequence[Duty]
    earliest: Instant
    may_go: Mapping[str, Collection[date]]


def lawful_lines(around: Around, lines: Mapping[str, DutiesByDate]) -> LawfulLines:
    """The lines made lawful as far as that can be done; officers by id, duties by date."""
    found = _Lightening(around, {officer: dict(line) for officer, line in lines.items()})
    return found.done()


@dataclass
class _Lightening:
    around: Around
    lines: dict[str, dict[date, Duty]]
    taken: dict[str, list[TakenOff]] = field(default_factory=dict)

    def done(self) -> LawfulLines:
        broken: dict[str, Sequence[Finding]] = {}
        found = self._found(self.lines)
        while found:
            eased = [officer for officer, breaches in found.items() if self._ease(officer, breaches)]
            broken.update({officer: found[officer] for officer in found if officer not in eased})
            found = self._found(eased)
        self._put_back({officer: _by_rule(rows) for officer, rows in broken.items()})
        taken = {officer: tuple(rows) for officer, rows in self.taken.items() if rows}
        return LawfulLines(taken, broken)

    def _found(self, officers: Iterable[str]) -> dict[str, list[Finding]]:
        people = frozenset(officers)
        if not people:
            return {}
        around = self.around
        mine = [duty for officer in sorted(people) for duty in self.lines[officer].values()]
        more = [duty for duty in around.more if duty.officer in people]
        found = line_findings(around.bureau, _roster(around, (*mine, *more)), people)
        by_officer: dict[str, list[Finding]] = defaultdict(list)
        for one in found:
            by_officer[one.officer].append(one)
        return by_officer

    def _ease(self, officer: str, findings: Sequence[Finding]) -> bool:
        """Takes the next duty off; False if there is none."""
        first = findings[0]
        candidates = [
            (order, _apart(duty.day, first.day), -duty.day.toordinal(), duty)
            for duty in self.lines[officer].values()
            if (order := self._order(duty)) is not None
        ]
        if not candidates:
            return False
        *_, old = min(candidates, key=lambda one: one[:3])
        new = plain_in_place(self.around.bureau, old)
        self._work(officer, old.day, new)
        self.taken.setdefault(officer, []).append(TakenOff(old, new, first.rule))
        return True

    def _order(self, duty: Duty) -> int | None:
        """Longer shifts first, then recalls, then the plain duties that may go; None if it has to stay."""
        bureau = self.around.bureau
        begins = bureau.clock.number(duty.day, bureau.shifts[duty.shift].start)
        if duty.origin is Origin.EXCHANGE or begins < self.around.earliest:
            return None
        if duty.origin is Origin.RECALL:
            return 1
        if has_longer_shift(bureau, duty):
            return 0
        return 2 if duty.day in self.around.may_go.get(duty.officer, ()) else None

    def _work(self, officer: str, day: date, duty: Duty | None) -> None:
        self.lines[officer].pop(day, None)
        if duty is not None:
            self.lines[officer][day] = duty

    def _put_back(self, stays: Mapping[str, Counter[str]]) -> None:
        """Whatever need not be off, the first that came off last; `stays` are breaches that nothing mends.

        They are counted by rule: the date at which a sum of hours is too high moves with what is worked.
        """
        waiting = {officer: list(rows) for officer, rows in self.taken.items()}
        while waiting:
            tried = {officer: rows.pop() for officer, rows in waiting.items()}
            for officer, one in tried.items():
                self._work(officer, one.old.day, one.old)
            found = self._found(tried)
            for officer, one in tried.items():
                if _by_rule(found.get(officer, ())) <= stays.get(officer, Counter()):
                    self.taken[officer] = [row for row in self.taken[officer] if row.old != one.old]
                else:
                    self._work(officer, one.old.day, self._last_instead(officer, one))
            waiting = {officer: rows for officer, rows in waiting.items() if rows}

    def _last_instead(self, officer: str, tried: TakenOff) -> Duty | None:
        """What is worked in the end in the place of a duty that cannot be put back."""
        return next(
            (row.new for row in reversed(self.taken[officer]) if row.old.day == tried.old.day), tried.new
        )


def _by_rule(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(one.rule for one in findings)


def _apart(day: date, other: date | None) -> int:
    return 0 if other is None else abs((day - other).days)


def _roster(around: Around, duties: tuple[Duty, ...]) -> Roster:
    bureau = around.bureau
    return Roster(bureau.id, bureau.fingerprint, around.horizon, 0, {}, duties, around.before)
