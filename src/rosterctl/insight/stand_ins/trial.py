"""Tries a duty on somebody: what the rules' own checks say about it that they did not say before.

A rule that builds an officer's line (it has `allows` or `constrain`) is asked about the candidates' lines
alone, all at once; every other rule about the people who serve in the unit together on the two duty days
around the vacancy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.tier import Tier
from rosterctl.insight import wording
from rosterctl.insight.phrases import slots_text
from rosterctl.insight.stand_ins.vacancy import Vacancy
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding, rows_beyond
from rosterctl.rulekit.registry import Rule, rules_in_force
from rosterctl.timeline.clock import when_text
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


@dataclass(frozen=True)
class Why:
    """Something that is in the way: the rule and what it says."""

    rule: str
    sentence: str


@dataclass(frozen=True)
class _Verdict:
    findings: list[Finding]
    legal: list[Cost]


class Trial:
    """The roster without whoever leaves the vacancy, for trying candidates in their place."""

    def __init__(self, bureau: Bureau, roster: Roster, vacancy: Vacancy) -> None:
        self.bureau, self.roster, self.vacancy = bureau, roster, vacancy
        rules = rules_in_force(bureau.rulebook)
        self._line_rules = [rule for rule in rules if _builds_lines(rule)]
        self._other_rules = [rule for rule in rules if not _builds_lines(rule)]
        self._known: dict[str, _Verdict] = {}
        self._served: dict[str, list[Duty]] = {}

    def lines(self, added: Sequence[Duty]) -> Mapping[str, Sequence[Why]]:
        """By officer what the rules about a line say when each of these gets this duty on top."""
        people = {duty.officer for duty in added}
        mine = tuple(duty for duty in self.roster.duties if duty.officer in people)
        before = tuple(duty for duty in self.roster.before if duty.officer in people)
        bureau = self._bureau(people, added)
        old = Record(bureau, replace(self.roster, duties=mine, before=before))
        new = Record(bureau, replace(self.roster, duties=(*mine, *added), before=before))
        found: dict[str, list[Why]] = {}
        for one in rows_beyond(_found(self._line_rules, old), _found(self._line_rules, new)):
            found.setdefault(one.officer, []).append(Why(one.rule, one.message))
        return found

    def together(self, duty: Duty) -> Iterator[Why]:
        """What the other rules say when this duty is worked: in place of the one left, or on top."""
        vacancy, officer = self.vacancy, self.bureau.officers[duty.officer]
        if not vacancy.is_helped_by(officer):
            message = say(wording.FILLS_NO_PLACE, officer=officer.id, open_=slots_text(vacancy.open))
            yield Why("crews", message)
            return
        for finding in self._brought(duty):
            # A post that lacks several people stays incomplete with one more: that is known already.
            if vacancy.duty is not None or finding.officer or finding.post != vacancy.pieces[0].post:
                yield Why(finding.rule, finding.message)

    def fills(self, *added: Duty) -> bool:
        """Whether these duties together fill the vacancy, and no other rule says anything against them."""
        officers = (self.bureau.officers[duty.officer] for duty in added)
        return self.vacancy.is_filled_by(*officers) and next(self._brought(*added), None) is None

    def _brought(self, *added: Duty) -> Iterator[Finding]:
        """What is wrong in the unit with these duties, and where they are lent from without them."""
        vacancy, keys = self.vacancy, {_key(duty) for duty in added}
        kept = [one for one in self._near(vacancy.unit) if one != vacancy.duty and _key(one) not in keys]
        yield from self._harm(vacancy.unit, [*kept, *added])
        homes = {self.bureau.officers[duty.officer].on(duty.day).unit for duty in added}
        for home in sorted(homes - {vacancy.unit}):
            yield from self._harm(home, [one for one in self._near(home) if _key(one) not in keys])

    def _harm(self, unit: str, duties: Sequence[Duty]) -> Iterator[Finding]:
        """What is wrong in the unit with these duties and was not before."""
        if unit not in self._known:
            self._known[unit] = self._judged(unit, self._near(unit))
        old, new = self._known[unit], self._judged(unit, duties)
        yield from rows_beyond(old.findings, new.findings)
        yield from _missed(old.legal, new.legal)

    def _near(self, unit: str) -> list[Duty]:
        """Who serves in the unit on the two duty days, and in the nights that run into them."""
        if unit not in self._served:
            first, last = self.vacancy.day - timedelta(days=2), self.vacancy.day
            every = (*self.roster.before, *self.roster.duties)
            self._served[unit] = [duty for duty in every if duty.unit == unit and first <= duty.day <= last]
        return self._served[unit]

    def _judged(self, unit: str, duties: Sequence[Duty]) -> _Verdict:
        first = max(self.vacancy.day - timedelta(days=1), self.roster.horizon.first)
        horizon = Horizon(first, (self.vacancy.day - first).days + 1)
        inside = tuple(duty for duty in duties if duty.day in horizon)
        before = tuple(duty for duty in duties if duty.day < first)
        posts = {post.id: post for post in self.bureau.posts_of.get(unit, ())}
        bureau = replace(
            self._bureau({duty.officer for duty in duties}, inside), posts=posts, events=self.bureau.events
        )
        record = Record(bureau, replace(self.roster, horizon=horizon, duties=inside, before=before))
        found = [one for rule in self._other_rules for one in rule.check(record)]
        return _Verdict(
            [one for one in found if isinstance(one, Finding)],
            [one for one in found if isinstance(one, Cost) and one.tier is Tier.LEGAL],
        )

    def _bureau(self, people: set[str], tried: Sequence[Duty]) -> Bureau:
        """The bureau with these people, and the exchanges by which they take over what is tried."""
        exchanges = [*self.bureau.exchanges, *self._taken_over(tried)]
        people = people | {who for one in exchanges for who in (one.officer, one.with_officer)}
        return replace(
            self.bureau.of_people(people),
            exchanges=tuple(exchanges),
            posts={},
            events=(),
            wishes=(),
            strengths=(),
        )

    def _taken_over(self, tried: Iterable[Duty]) -> Iterator[Exchange]:
        gone = self.vacancy.duty
        for duty in tried:
            known = (duty.officer, duty.day) in self.bureau.taken
            if gone is not None and duty.origin is Origin.EXCHANGE and not known:
                yield Exchange(gone.officer, gone.day, duty.officer, None, ExchangeKind.SUBSTITUTION)


def _builds_lines(rule: Rule) -> bool:
    return bool(rule.allows or rule.constrain)


def _key(duty: Duty) -> tuple[str, date]:
    return duty.officer, duty.day


def _found(rules: Iterable[Rule], record: Record) -> Iterator[Finding]:
    return (found for rule in rules for found in rule.check(record) if isinstance(found, Finding))


def _missed(old: Iterable[Cost], new: Iterable[Cost]) -> Iterator[Finding]:
    """Legal minima that are missed by more person-minutes of a date than before."""
    before = Counter[tuple[object, ...]]()
    for cost in old:
        before[cost.rule, cost.what, cost.day] += cost.amount
    for cost in new:
        key = cost.rule, cost.what, cost.day
        if before[key] >= cost.amount:
            before[key] -= cost.amount
            continue
        when = when_text(cost.day, cost.start, cost.end) if cost.day else ""
        message = say(wording.SHORT_OF_THE_LAW, cost=cost, when=when)
        yield Finding(cost.rule, message, cost.unit, post=cost.what, day=cost.day)
