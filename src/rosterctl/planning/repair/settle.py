"""A roster that was carried on and in which the audit finds something: put right without a search, or told.

Half of a swap goes back. Where a line is against a rule, something comes off it (`repair.lines`); posts at
which something is wrong are filled again, and left empty on that date if that does not help. What then is
still against a rule was published so or follows from it: it stays, and the roster says so. All other units
are as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rosterctl.audit.exchanges import LAW as LAW_OF_EXCHANGES
from rosterctl.audit.kept import with_kept
from rosterctl.audit.lines import line_findings, looks_at_lines
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, DutyKey, OfficerDate, Origin, Roster, Slice
from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair.event_sites import sites_published
from rosterctl.planning.repair.lines.room_left import RoomLeft
from rosterctl.planning.repair.posts import repost
from rosterctl.planning.repair.what_stands import is_last_before
from rosterctl.planning.roster.made import Made, prove_changed
from rosterctl.planning.roster.swaps import without_halves
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import ONE_DAY
from rosterctl.wording import say

LAWS_OF_PLACES = frozenset({"place", "slices"})
"""What the audit's own laws find that other posts put right."""
LAWS_OF_OFFERS = frozenset({"origin", "offered", "lending"})
"""A duty that has begun stays though its unit no longer offers it."""


@dataclass(frozen=True)
class Settled:
    """The roster as it stands in the end, audited, and by officer and date why a duty is another."""

    made: Made
    because: Mapping[OfficerDate, str] = field(default_factory=dict)


def settled(
    bureau: Bureau, made: Made, last: date, anew: Mapping[str, date], earliest: int, seed: int = 0
) -> Settled:
    """`last` is the last published date: what the audit finds after it was made just now, and is a bug.

    Nothing comes off that begins before `earliest` (minutes since 1970-01-01 UTC). Near the dates in `anew`,
    from which units have another duty model, plain duty may.
    """
    if made.verdict.clean:
        return Settled(made)
    return _Settling(bureau, made, last, anew, earliest, seed).done()


@dataclass
class _Settling:
    bureau: Bureau
    made: Made
    last: date
    anew: Mapping[str, date]
    earliest: int
    seed: int
    because: dict[OfficerDate, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rules = rules_in_force(self.bureau.rulebook)
        self.of_lines = frozenset(rule.id for rule in self.rules if looks_at_lines(rule))
        self.of_posts = frozenset(rule.id for rule in self.rules) - self.of_lines | LAWS_OF_PLACES

    def done(self) -> Settled:
        for step in (self._give_back, self._lighten, self._fill_again, self._leave_empty):
            roster = step()
            if roster.duties != self.made.roster.duties:
                self.made = prove_changed(self.bureau, roster)
        told = with_kept(self.bureau, self.made.roster, self._published_so())
        return Settled(replace(self.made, roster=told), self.because)

    def _published_so(self) -> Iterator[Finding]:
        """What is found on published dates, or in the sums of an officer who has too much on these alone."""
        found = self.made.verdict.findings
        roster, last = self.made.roster, self.last
        days = (last - roster.horizon.first).days + 1
        horizon = replace(roster.horizon, days=days)
        duties = tuple(one for one in roster.duties if one.day <= last)
        people = {one.officer for one in found if one.rule in self.of_lines}
        before = line_findings(self.bureau, replace(roster, horizon=horizon, duties=duties), people)
        so_far = {(one.officer, one.rule) for one in before}
        begun = {(one.officer, one.day) for one in roster.duties if self._has_begun(one)}
        agreed = {*self._halves(), *begun, *self._without_a_row()}
        for one in found:
            if one.rule == LAW_OF_EXCHANGES and (one.officer, one.day) in agreed:
                yield one
                continue
            known = one.rule in self.of_lines | self.of_posts
            known |= one.rule in LAWS_OF_OFFERS and (one.officer, one.day) in begun
            if known and ((one.officer, one.rule) in so_far or (one.day is not None and one.day <= last)):
                yield one

    def _halves(self) -> Iterator[OfficerDate]:
        """Sides that are not made of swaps whose other side stays: it has begun, or changed hands again."""
        duties = self.made.roster.duties
        taken = {(one.officer, one.day) for one in duties if one.origin is Origin.EXCHANGE}
        for legs in self.bureau.handovers:
            sides = {(leg.taker, leg.day) for leg in legs}
            if not sides.isdisjoint(taken):
                yield from sides - taken

    def _without_a_row(self) -> Iterator[OfficerDate]:
        """What was taken over by an exchange that was half worked when its row went (`repair.returns`)."""
        for one in self.made.roster.duties:
            key = one.officer, one.day
            if one.origin is Origin.EXCHANGE and one.day <= self.last and key not in self.bureau.taken:
                yield key

    def _has_begun(self, duty: Duty) -> bool:
        """Or is it worked as published because its unit has another duty model from tomorrow on?"""
        late = self.bureau.clock.number(duty.day, duty.slices[0].start) < self.earliest
        return late or is_last_before(self.bureau, duty, self.made.roster.horizon.today, self.anew)

    def _give_back(self) -> Roster:
        """A side of a swap whose other side could not be made, as on dates that were added, goes back."""
        if all(one.rule != LAW_OF_EXCHANGES for one in self.made.verdict.findings):
            return self.made.roster
        roster, moved = without_halves(self.bureau, self.made.roster, self.earliest)
        self.because |= dict.fromkeys(moved, say(wording.HALF_OF_A_SWAP))
        return roster

    def _lighten(self) -> Roster:
        """What can come off the lines that are against a rule does."""
        roster = self.made.roster
        people = {one.officer for one in self.made.verdict.findings if one.rule in self.of_lines}
        lines: dict[str, dict[date, Duty]] = {officer: {} for officer in sorted(people)}
        beside = []
        for duty in (one for one in roster.duties if one.officer in people):
            if lines[duty.officer].setdefault(duty.day, duty) is not duty:
                beside.append(duty)
        spans = roster.horizon, roster.horizon
        room = RoomLeft(self.bureau, *spans, roster.before, beside, self.anew, Instant(self.earliest))
        off = [one for rows in room.lawful(lines, {}, people).taken.values() for one in rows]
        every = {_key(one): one for one in roster.duties}
        for one in off:
            del every[_key(one.old)]
            if one.new is not None:
                every[_key(one.new)] = one.new
            self.because[one.old.officer, one.old.day] = say(wording.NO_LONGER_ALLOWED, rule=one.rule)
        return self._reposted(every, [(one.old.unit, one.old.day) for one in off])

    def _fill_again(self) -> Roster:
        """The posts of the units and dates at which something is wrong with a post, or with who is there."""
        wrong = [(one.unit, one.day) for one in self._about_posts() if one.unit and one.day is not None]
        return self._reposted({_key(one): one for one in self.made.roster.duties}, wrong)

    def _leave_empty(self) -> Roster:
        """Whoever still stands at a post against a rule stands in reserve for what is left of the duty.

        Where that changes nothing about what is found, it was so before now, and nobody leaves for it.
        """
        wrong = self._about_posts()
        left = self._left(wrong)
        if self.earliest and left.duties != self.made.roster.duties:
            over = frozenset(prove_changed(self.bureau, left).verdict.findings)
            return self._left([one for one in wrong if one not in over])
        return left

    def _left(self, findings: Sequence[Finding]) -> Roster:
        wrong = {(one.post, one.day) for one in findings if one.post}
        alone = {(one.officer, one.day) for one in findings if one.officer and not one.post}
        duties = tuple(
            _relieved(self.bureau, one, self.earliest)
            if (one.officer, one.day) in alone or any((piece.post, one.day) in wrong for piece in one.slices)
            else one
            for one in self.made.roster.duties
        )
        return replace(self.made.roster, duties=duties)

    def _about_posts(self) -> Sequence[Finding]:
        return [one for one in self.made.verdict.findings if one.rule in self.of_posts]

    def _reposted(self, every: dict[DutyKey, Duty], wrong: Iterable[tuple[str, date]]) -> Roster:
        roster = self.made.roster
        days: dict[str, set[date]] = {}
        for unit, day in wrong:
            if unit in self.bureau.units and day in roster.horizon:
                days.setdefault(unit, set()).add(day)
        sites = sites_published(self.bureau, roster.duties)
        settings = Settings(PARAMS.repair.seconds, self.seed)
        for unit, mine in days.items():
            near = mine | {day - ONE_DAY for day in mine} | {day + ONE_DAY for day in mine}
            watched = [day for day in roster.horizon if day in mine or day - ONE_DAY in mine]
            still = [one for one in roster.before if one.unit == unit and one.day in near]
            then = [*still, *(one for one in roster.duties if one.unit == unit and one.day in near)]
            now = [*still, *(one for one in every.values() if one.unit == unit and one.day in near)]
            how = sites.get(unit, {}), settings, mine, self.earliest
            for one in repost(self.bureau, self.rules, unit, watched, then, now, *how):
                if one.day in roster.horizon:
                    every[_key(one)] = one
        duties = sorted(every.values(), key=lambda one: (one.officer, one.day))
        return replace(roster, duties=tuple(duties))


def _key(duty: Duty) -> DutyKey:
    return duty.officer, duty.day, duty.shift


def _relieved(bureau: Bureau, duty: Duty, now: int) -> Duty:
    """In reserve from now on, for the whole duty if it has not begun; for whoever fell away, until then."""
    whole = in_reserve(bureau, duty.officer, duty.day, duty.shift, duty.unit, duty.origin)
    away = bureau.absence(bureau.officers[duty.officer], duty.day)
    rest = whole if away is None else whole.broken_off(duty.until)
    if bureau.clock.number(duty.day, rest.slices[0].start) >= now:
        return rest
    if bureau.clock.number(duty.day, duty.until) <= now:
        return duty
    at = bureau.clock.wall_minute(duty.day, Instant(now))
    return replace(rest, slices=(*duty.broken_off(at).slices, Slice(at, rest.until, "")))
