"""The model of least change: what everybody of some units works on the open dates, tier by tier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.costs import cost_hours
from rosterctl.planning.counts.groups import kind_of, slots_of, told_apart
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.cover.presences import Presence, Worked
from rosterctl.planning.names.model import NamedModel
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.model.burdens import cost_burdens
from rosterctl.planning.repair.model.named_lines import lines_of, short_anyway
from rosterctl.planning.repair.open_dates import Damage, opened, published_choice, watched_days
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice, Expression
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved, TierOutcome
from rosterctl.solver.search import Blend, Goal, goals_of, lower_bound, minimise
from rosterctl.timeline.horizon import ONE_DAY

PLAN_FIRST = (Tier.LEGAL, Tier.PLAN, Tier.CHANGES, Tier.HOURS, Tier.FAIRNESS)
PLAN_AFTER = (Tier.LEGAL, Tier.CHANGES, Tier.PLAN, Tier.HOURS, Tier.FAIRNESS)

OfficerDates = Mapping[tuple[str, date], Choice | None]
"""What officers work on dates; nothing where it is None."""


@dataclass(frozen=True)
class Repaired:
    """What every officer of the units works on the open dates, and what that came to.

    `legal` is the shortage left in the legal minima, `changes` the weight of the changes. `floor` is what
    would be short of the legal minima for want of vehicles whoever were on duty, `short_days` are the dates
    on which they are short.
    """

    worked: tuple[Worked, ...]
    open: Mapping[str, frozenset[date]]
    legal: TierOutcome
    changes: TierOutcome
    floor: int
    short_days: frozenset[date]

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

    @property
    def everybody(self) -> OfficerDates:
        """What is worked on every open date."""
        nothing = {(officer, day): None for officer, days in self.open.items() for day in days}
        return nothing | {(officer, choice.day): choice for officer, choice in self.worked}

    def dates_moved(self, lines: Mapping[str, Mapping[date, Duty]]) -> set[date]:
        """The dates on which anybody works something else than in the lines."""
        return {day for _, day, _, _ in self.moved(lines)}


def _same(choice: Choice | None, duty: Duty | None) -> bool:
    if choice is None or duty is None:
        return choice is None and duty is None
    return (duty.shift, duty.unit, duty.origin) == (choice.shift, choice.unit, choice.origin)


def least_change(
    every: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    order: Sequence[Tier],
    start: OfficerDates | None = None,
) -> Repaired | None:
    """The lawful lines that are best in the tiers in this order; None if there are none or time ran out.

    `every` are the offers with all that is open before anything is published. The search goes on from
    `start` if that is lawful; who is not in it works on a date what is published.
    """
    bureau, offers = every.bureau, opened(every, damage)
    named = lines_of(offers, rules, damage, today)
    model = named.model
    people = bureau.officers
    cost_hours(bureau, model, _counts(named))
    standing = [duty for line in damage.lines.values() for duty in line.values()]
    cost_burdens(named, rules, offers.horizon, [people[name] for name in offers.open], standing)
    cover = _cover(named, offers, rules, damage)
    begun = {} if start is None else _values(named, offers, damage, start)
    outcome = minimise(model, _goals(model, order), settings, _at_once(named, order), begun)
    if not isinstance(outcome, Solved):
        return None
    tiers = {one.tier: one for one in outcome.tiers}
    worked = tuple(named.worked(outcome))
    free = {officer: frozenset(days) for officer, days in offers.open.items()}
    legal = tiers[Tier.LEGAL]
    floor = short_anyway(bureau, rules, damage, cover.days, settings) if legal.value else 0
    return Repaired(worked, free, legal, tiers[Tier.CHANGES], floor, cover.short_days(outcome))


def shortest(
    every: Offers, rules: Sequence[Rule], damage: Damage, today: date, settings: Settings
) -> TierOutcome | None:
    """What is short of the legal minima with whatever is worked on the open dates; None if time ran out."""
    model = _legal(every, rules, damage, today)
    outcome = minimise(model, goals_of(model, [Tier.LEGAL]), settings)
    return outcome.tiers[0] if isinstance(outcome, Solved) else None


def least_short(every: Offers, rules: Sequence[Rule], damage: Damage, today: date, settings: Settings) -> int:
    """A bound of that from below, by linear relaxation."""
    model = _legal(every, rules, damage, today)
    return lower_bound(model, model.cost(Tier.LEGAL), [], settings) or 0


def _legal(every: Offers, rules: Sequence[Rule], damage: Damage, today: date) -> Model:
    """The model of least change that knows no cost but changes and what is short."""
    offers = opened(every, damage)
    named = lines_of(offers, rules, damage, today)
    _cover(named, offers, rules, damage)
    return named.model


def _cover(named: NamedModel, offers: Offers, rules: Sequence[Rule], damage: Damage) -> Cover:
    """The posts of the units on the dates that are looked at, and what is short of them by the rules."""
    watched = watched_days(offers, damage)
    cover = Cover(
        offers.bureau,
        watched,
        _presences(offers, rules, _counts(named), damage, watched),
        named.model,
        hosted=damage.sites,
        units=damage.units,
        now=damage.earliest,
    )
    for rule in rules:
        if rule.cover and rule.repaired:
            rule.cover(cover)
    return cover


def _counts(named: NamedModel) -> list[tuple[Officer, Choice, Expression]]:
    people = named.bureau.officers
    return [
        (people[name], choice, yes) for name, works in named.works.items() for choice, yes in works.items()
    ]


def _values(named: NamedModel, offers: Offers, damage: Damage, start: OfficerDates) -> dict[int, int]:
    """By variable whether an officer works a choice at the start."""
    found: dict[int, int] = {}
    for officer, works in named.works.items():
        menus = offers.open[officer]
        chosen = {
            day: start[officer, day]
            if (officer, day) in start
            else published_choice(named.bureau, officer, menu, damage, day)
            for day, menu in menus.items()
        }
        for choice, yes in works.items():
            (variable,) = yes.terms
            found[variable] = int(choice == chosen[choice.day])
    return found


def _goals(model: Model, order: Sequence[Tier]) -> list[Goal]:
    gaps, large = {Tier.HOURS: PARAMS.repair.hours_gap}, len(model.bounds) > PARAMS.repair.fair_variables
    return [
        Goal(tier, model.cost(tier), gaps.get(tier, 0.0))
        for tier in order
        if not (large and tier is Tier.FAIRNESS)
    ]


def _at_once(named: NamedModel, order: Sequence[Tier]) -> Blend:
    """Legal minima, changes and the posts' plan in one cost, by what each counts.

    The two that come first are searched for together; who works what says what is short of the third.
    """
    legal, changes, plan = (named.model.cost(tier) for tier in (Tier.LEGAL, Tier.CHANGES, Tier.PLAN))
    decided = {name for works in named.works.values() for yes in works.values() for name in yes.terms}
    if order is PLAN_FIRST:
        first = legal * PARAMS.repair.plan_changes + plan
        return Blend(first * PARAMS.repair.plan_changes + changes, first, decided)
    first = legal + changes
    return Blend(first * PARAMS.repair.change_minutes + plan, first, decided)


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
