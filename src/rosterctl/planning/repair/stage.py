"""Least change: the fewest published duties to move so that a unit is lawful and has its legal minima again.

One yes or no for each named officer and open choice, so every limit of every officer is exact and the optimum
is a proof: of all lawful rosters that differ from the published one on the open dates only (see
`repair.open_dates`) none is shorter of the legal minima, and of those as little short of them none changes
less by weight. With `plan_first` they are also as little short of the posts' plan as can be. A change weighs
more the sooner it is, and twice on a day off. Dates that are not open promise nothing: if they were, a roster
might do better. What comes after the changes, the posts' plan and then the hours, is not proved; with more
than a week open it is looked at only on the dates that change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.costs import cost_hours
from rosterctl.planning.counts.groups import kind_of, slots_of, told_apart
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.cover.presences import Presence, Worked
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.model import least_weight, lines_of, short_anyway
from rosterctl.planning.repair.open_dates import Damage, opened, watched_days
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice, Expression
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.linear import Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved, TierOutcome
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import ONE_DAY

LEAST_CHANGE = (Tier.LEGAL, Tier.CHANGES)
PLAN_FIRST = (Tier.LEGAL, Tier.PLAN, Tier.CHANGES, Tier.HOURS)
PLAN_AFTER = (*LEAST_CHANGE, Tier.PLAN, Tier.HOURS)


@dataclass(frozen=True)
class Repaired:
    """What every officer of the units works on the open dates, and what that came to.

    `legal` is the shortage left in the legal minima, `changes` the weight of the changes. `floor` is what
    would be short of the legal minima for want of vehicles whoever were on duty.
    """

    worked: tuple[Worked, ...]
    open: Mapping[str, frozenset[date]]
    legal: TierOutcome
    changes: TierOutcome
    floor: int

    @property
    def is_short(self) -> bool:
        """Are legal minima short for want of people?"""
        return self.legal.value > self.floor

    def moved(
        self, lines: Mapping[str, Mapping[date, Duty]]
    ) -> Iterator[tuple[str, date, Choice | None, Duty | None]]:
        """Officer and date where something else is worked than in the lines: what is, and what was there."""
        chosen = {(officer, choice.day): choice for officer, choice in self.worked}
        for officer, days in self.open.items():
            for day in sorted(days):
                choice, duty = chosen.get((officer, day)), lines.get(officer, {}).get(day)
                if not _same(choice, duty):
                    yield officer, day, choice, duty

    def dates_moved(self, lines: Mapping[str, Mapping[date, Duty]]) -> set[date]:
        """The dates on which anybody works something else than in the lines."""
        return {day for _, day, _, _ in self.moved(lines)}


def _same(choice: Choice | None, duty: Duty | None) -> bool:
    if choice is None or duty is None:
        return choice is None and duty is None
    return (duty.shift, duty.unit, duty.origin) == (choice.shift, choice.unit, choice.origin)


def repair(
    offers: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    *,
    plan_first: bool = False,
) -> Repaired | None:
    """The lawful lines with the fewest changes; None if there are none or time ran out.

    `offers` are those of the units of `damage`, with all that is open to them before anything is published.
    Legal minima come before changes; the posts' plan too if `plan_first`, otherwise after. Mostly nobody need
    be moved but those who must be by their own limits, which a small model tells: where it is short only for
    want of vehicles and changes no more than that, no roster is better.
    """
    if plan_first:
        return _searched(offers, rules, damage, today, settings, PLAN_FIRST)
    if damage.days:
        found = _searched(offers, rules, damage.closed, today, settings, PLAN_AFTER)
        if found is not None and not found.is_short:
            least = least_weight(opened(offers, damage), rules, damage, today, settings)
            if found.changes.value <= least:
                return found
    if len(damage.days) <= PARAMS.repair.narrow_days:
        return _searched(offers, rules, damage, today, settings, PLAN_AFTER)
    found = _searched(offers, rules, damage, today, settings, LEAST_CHANGE)
    if found is None:
        return None
    here = damage.only(found.dates_moved(damage.lines))
    best = _searched(offers, rules, here, today, settings, PLAN_AFTER)
    if best is None or (best.legal.value, best.changes.value) > (found.legal.value, found.changes.value):
        return found
    legal = replace(best.legal, bound=found.legal.bound)
    return replace(best, legal=legal, changes=replace(best.changes, bound=found.changes.bound))


def _searched(
    every: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    order: Sequence[Tier],
) -> Repaired | None:
    bureau, offers = every.bureau, opened(every, damage)
    named = lines_of(offers, rules, damage, today)
    model = named.model
    people = bureau.officers
    counts = [
        (people[name], choice, yes) for name, works in named.works.items() for choice, yes in works.items()
    ]
    cost_hours(bureau, model, counts)
    watched = watched_days(offers, damage)
    cover = Cover(
        bureau,
        watched,
        _presences(offers, rules, counts, damage, watched),
        model,
        hosted=damage.sites,
        units=damage.units,
        now=damage.earliest,
    )
    for rule in rules:
        if rule.cover and rule.repaired:
            rule.cover(cover)
    outcome = minimise(model, goals_of(model, order), settings, _at_once(model, order))
    if not isinstance(outcome, Solved):
        return None
    tiers = {one.tier: one for one in outcome.tiers}
    worked = tuple(named.worked(outcome))
    free = {officer: frozenset(days) for officer, days in offers.open.items()}
    legal = tiers[Tier.LEGAL]
    floor = short_anyway(bureau, rules, damage, watched, settings) if legal.value else 0
    return Repaired(worked, free, legal, tiers[Tier.CHANGES], floor)


def _at_once(model: Model, order: Sequence[Tier]) -> Linear:
    """Legal minima, changes and the posts' plan in one cost, by what each counts."""
    legal, changes, plan = (model.cost(tier) for tier in (Tier.LEGAL, Tier.CHANGES, Tier.PLAN))
    if order is PLAN_FIRST:
        return (legal * PARAMS.repair.plan_changes + plan) * PARAMS.repair.plan_changes + changes
    return (legal + changes) * PARAMS.repair.change_minutes + plan


def _presences(
    offers: Offers,
    rules: Sequence[Rule],
    counts: Sequence[tuple[Officer, Choice, Expression]],
    damage: Damage,
    watched: Sequence[date],
) -> list[Presence]:
    """Who may be on duty in the units on the days watched: open choices, and what is fixed."""
    bureau = offers.bureau
    near = frozenset(watched) | {day - ONE_DAY for day in watched}
    slots, apart = slots_of(bureau), told_apart(bureau, rules)
    kinds = {name: kind_of(bureau.officers[name], slots, apart) for name in (*offers.open, *damage.lines)}

    def looked_at(choice: Choice) -> bool:
        return choice.day in near and choice.unit in damage.units

    found = [
        Presence(kinds[officer.id], officer, choice, count, 1)
        for officer, choice, count in counts
        if looked_at(choice)
    ]
    for name in offers.open:
        fixed = chain.from_iterable(offers.fixed[name].values())
        found.extend(
            Presence(kinds[name], bureau.officers[name], choice, 1, 1)
            for choice in fixed
            if looked_at(choice)
        )
    for name in (one for one in damage.lines if one not in offers.open):
        for day, duty in damage.lines[name].items():
            choice = choice_of(bureau, day, bureau.worked_shift(duty), duty.unit, duty.origin, False)
            if looked_at(choice):
                found.append(Presence(kinds[name], bureau.officers[name], choice, 1, 1))
    return found
