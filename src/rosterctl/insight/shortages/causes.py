"""Why something is short, in a sentence: who was there, what kind was missing, who was away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot, describe
from rosterctl.domain.demand import SHORT_TIERS, events_on, post_demands, site_ids
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.post import Level, Post
from rosterctl.domain.roster import Duty, OffRotation, Roster
from rosterctl.insight import wording
from rosterctl.insight.phrases import either_of, enumerated
from rosterctl.insight.shortages.open_slots import crew_made, missing_slots
from rosterctl.insight.shortages.whereabouts import Spell, Whereabouts
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.home_zones import within_reach
from rosterctl.rulekit.parts import Accepts
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.clock import DAY
from rosterctl.wording import say


@dataclass(frozen=True, slots=True)
class Gap:
    """A post or event site stands empty, or below the level of `crew`, in minutes since midnight of `day`."""

    post: str
    crew: Crew
    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _OnDuty:
    """Somebody on duty at a time: where they stand in it (reserve is the empty post), and if `throughout`."""

    officer: Officer
    posts: frozenset[str]
    throughout: bool


class Causes:
    """Asks a roster who was where when something was short; a rule that can explains its own shortage."""

    def __init__(self, bureau: Bureau, roster: Roster) -> None:
        self._bureau, self._horizon = bureau, roster.horizon
        rules = rules_in_force(bureau.rulebook)
        self._explaining = {rule.id: rule.why_short for rule in rules if rule.why_short}
        self._off = roster.let_off
        self._duties: dict[tuple[str, date], list[Duty]] = {}
        for duty in (*roster.before, *roster.duties):
            self._duties.setdefault((duty.unit, duty.day), []).append(duty)
        self._where = Whereabouts(bureau, roster)
        self._levels = {tier: level for level, tier in SHORT_TIERS.items()}
        # A city has thousands of gaps, many at the same time in the same unit.
        self._crews, self._called = cache(self._crews_on), cache(self._called_on)
        self._there, self._fitting = cache(self._there_at), cache(self._who_fits)
        self._near, self._made = cache(self._is_near), cache(self._made_at)

    def of(self, cost: Cost, day: date) -> str:
        """The cause of a shortage on a date, for a planner; with whom a rule has let off then."""
        cause = self._cause(cost, day)
        rules = Counter(
            one.rule for one in self._off if cost.unit in ("", one.unit) and self._meets(one, cost, day)
        )
        if not rules:
            return cause
        told = enumerated(say(wording.LET_OFF_BY, rule=rule, heads=heads) for rule, heads in rules.items())
        return say(wording.CAUSE_AND_LET_OFF, cause=cause, let_off=told)

    def _meets(self, one: OffRotation, cost: Cost, day: date) -> bool:
        shift, ahead = self._bureau.shifts[one.shift], (one.day - day).days * DAY
        return shift.start + ahead < cost.end and cost.start < shift.end + ahead

    def _cause(self, cost: Cost, day: date) -> str:
        explain = self._explaining.get(cost.rule)
        if explain is not None:
            return explain(cost, day, self)
        crew = self._crews(day).get((cost.what, self._levels[cost.tier]))
        if crew is None:
            return say(wording.RULE_NOT_MET, rule=cost.rule)
        gap = Gap(cost.what, crew, day, cost.start, cost.end)
        return self._unmanned(cost.unit, gap) if cost.unit else self._unhosted(gap)

    @property
    def bureau(self) -> Bureau:
        return self._bureau

    def away(self, unit: str, day: date) -> Sequence[Officer]:
        """Members on the roll whom the rotation calls on this date and who are absent."""
        return [one for one in self._called(unit, day) if self._bureau.absence(one, day)]

    def let_off(self, unit: str, day: date) -> Sequence[Officer]:
        """Members who are there, whom the rotation calls on this date, and who have no duty on it."""
        called = (one for one in self._called(unit, day) if not self._bureau.absence(one, day))
        return [one for one in called if not self._where.works(one, day)]

    def others(self, cost: Cost, day: date, who: Accepts, called: str) -> str:
        """Where those of the cost's unit were who could have come; `who` takes them, `called` names them."""
        return self._where.told(Spell(cost.unit, day, cost.start, cost.end), who, called)

    def _unmanned(self, unit: str, gap: Gap) -> str:
        there = [one.officer for one in self._there(unit, gap.day, gap.start, gap.end)]
        return say(
            wording.UNMANNED,
            crew=_either(gap.crew),
            missing=self._missing(unit, gap),
            unit=unit,
            there=_heads(there),
            others=self._others(unit, gap),
        )

    def _others(self, unit: str, gap: Gap) -> str:
        """Where those of the unit were who may man it."""
        spell = Spell(unit, gap.day, gap.start, gap.end, gap.post)
        fitting, post = self._fitting(gap.crew), self._bureau.posts.get(gap.post)

        def may_man(officer: Officer) -> bool:
            return officer.id in fitting and (post is None or self._reaches(officer, gap.day, post))

        return self._where.told(spell, may_man, say(wording.MAY_MAN_IT))

    def _who_fits(self, crew: Crew) -> frozenset[str]:
        """For whom there is a place in the crew."""
        slots = {slot for alternative in crew.alternatives for slot in alternative}
        officers = self._bureau.officers.values()
        return frozenset(one.id for one in officers if any(slot.accepts(one) for slot in slots))

    def _unhosted(self, gap: Gap) -> str:
        """A site that any of the operation's units may hold: what the one that comes nearest is missing."""
        event = next(one for one in events_on(self._bureau, gap.day) if gap.post in site_ids(one))
        nearest = min(event.units, key=lambda unit: len(self._lacking(unit, gap)[0]))
        missing, others = self._missing(nearest, gap), self._others(nearest, gap)
        return say(wording.UNHOSTED, crew=_either(gap.crew), nearest=nearest, missing=missing, others=others)

    def _missing(self, unit: str, gap: Gap) -> str:
        lacking = self._lacking(unit, gap)
        if lacking[0]:
            return say(wording.MISSING_SLOTS, slots=either_of(map(describe, lacking)))
        post = self._bureau.posts.get(gap.post)
        vehicle = self._bureau.post_types[post.type].vehicle if post else ""
        return (
            say(wording.NO_VEHICLE_FOR_THEM, vehicle=vehicle) if vehicle else say(wording.ENOUGH_IN_RESERVE)
        )

    def _lacking(self, unit: str, gap: Gap) -> Sequence[tuple[Slot, ...]]:
        """The slots that nobody fills who is free throughout, or could be if the others stood elsewhere."""
        post = self._bureau.posts.get(gap.post)
        there = self._there(unit, gap.day, gap.start, gap.end)
        placed = [one for one in there if one.throughout]
        near = [one for one in placed if not post or self._reaches(one.officer, gap.day, post)]
        free = [one.officer for one in near if one.posts <= {"", gap.post}]
        if len(near) < len(placed):  # who stands where might matter, and is not looked at
            return missing_slots(gap.crew, free, free, ())
        stood = dict.fromkeys(name for one in placed for name in one.posts - {"", gap.post})
        crews = [self._made(name, unit, gap.day, gap.start, gap.end) for name in sorted(stood)]
        return missing_slots(gap.crew, free, [one.officer for one in placed], list(filter(None, crews)))

    def _reaches(self, officer: Officer, day: date, post: Post) -> bool:
        return self._near(self._bureau.home_zone(officer, day), post.id)

    def _made_at(self, post: str, unit: str, day: date, start: int, end: int) -> Sequence[tuple[Slot, ...]]:
        """The crew that those who are on duty throughout make up at a post."""
        levels = self._crews(day)
        ladder = tuple((level, levels[post, level]) for level in Level if (post, level) in levels)
        there = self._there(unit, day, start, end)
        return crew_made(ladder, [one.officer for one in there if one.throughout and post in one.posts])

    def _is_near(self, home: str, post: str) -> bool:
        return within_reach(self._bureau, home, self._bureau.posts[post])

    def _there_at(self, unit: str, day: date, start: int, end: int) -> Sequence[_OnDuty]:
        """Who is on duty in the unit at the time, by the duties of this date and the one before."""
        found = []
        for back in (1, 0):
            ahead = -back * DAY
            for duty in self._duties.get((unit, day - timedelta(days=back)), ()):
                shift = self._bureau.worked_shift(duty)
                if shift.start + ahead >= end or start >= shift.end + ahead:
                    continue
                inside = [one for one in duty.slices if one.start + ahead < end and start < one.end + ahead]
                whole = inside[0].start + ahead <= start and end <= inside[-1].end + ahead
                posts = frozenset(one.post for one in inside)
                officer = self._bureau.officers[duty.officer]
                found.append(_OnDuty(officer, posts, whole and duty.day in self._horizon))
        return found

    def _crews_on(self, day: date) -> dict[tuple[str, Level], Crew]:
        found = {
            (one.post.id, level): crew for one in post_demands(self._bureau, day) for level, crew in one.crews
        }
        for event in events_on(self._bureau, day):
            found |= {(site, event.level): event.crew for site in site_ids(event)}
        return found

    def _called_on(self, unit: str, day: date) -> Sequence[Officer]:
        """Members on the roll whom the rotation calls on this date."""
        return [one for one in self._where.members(unit, day) if self._bureau.plain_shift(one, day)]


def _either(crew: Crew) -> str:
    return either_of(map(describe, crew.alternatives))


def _heads(officers: Iterable[Officer]) -> str:
    roles = [officer.role for officer in officers]
    sworn, auxiliary = roles.count(Role.SWORN), roles.count(Role.AUXILIARY)
    return say(wording.HEADS_BY_ROLE, sworn=sworn, auxiliary=auxiliary)
