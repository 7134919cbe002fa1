"""Least change: the fewest published duties to move so that a unit is lawful and has its legal minima again.

One yes or no for each named officer and open choice, so every limit of every officer is exact and the optimum
is a proof: no lawful roster of these units that keeps the other dates as published, with legal minima no
worse, changes less. A change weighs more the sooner it is, and twice on a day off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.planning.change_costs import cost_published, keep_at_work
from rosterctl.planning.count_board import CountBoard
from rosterctl.planning.count_costs import cost_hours
from rosterctl.planning.cover import Cover, Presence, Worked
from rosterctl.planning.groups import Group, kind_of, skills_of, slots_of
from rosterctl.planning.moves import moves_of
from rosterctl.planning.offers import Days, Offers, choice_of, make_offers
from rosterctl.planning.standing import same_choice
from rosterctl.rules import strength
from rosterctl.rules.board import Choice
from rosterctl.rules.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved, TierOutcome
from rosterctl.solver.search import Goal, minimise
from rosterctl.timeline.horizon import Horizon

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Damage:
    """What is to be repaired together.

    On the dates in `days` everybody of the units may be moved; officers in `loose` may fall back to the
    plain rotation on any date. `lines` is what should be worked, by officer id and date, also by people who
    are lent to the units; `due` are dates on which the plain rotation should be. `sites` are the event sites
    the units man, by (event id, unit id). Nobody is newly sent on a duty that begins before `earliest`
    (minutes since 1970-01-01 UTC).
    """

    units: tuple[str, ...]
    days: frozenset[date]
    loose: frozenset[str]
    lines: Mapping[str, Mapping[date, Duty]]
    due: Mapping[str, frozenset[date]]
    sites: Mapping[tuple[str, str], int]
    earliest: int = 0


@dataclass(frozen=True)
class Repaired:
    """What every officer of the units works on the open dates, and what that came to.

    `legal` is the shortage left in the legal minima, `changes` the weight of the changes.
    """

    worked: tuple[Worked, ...]
    open: Mapping[str, frozenset[date]]
    legal: TierOutcome
    changes: TierOutcome


def repair(
    bureau: Bureau,
    horizon: Horizon,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    *,
    plan_first: bool = False,
) -> Repaired | None:
    """The lawful lines with the fewest changes; None if there are none or time ran out.

    Legal minima come before changes; the posts' plan too if `plan_first`, otherwise after.
    """
    offers = _opened(make_offers(bureau, horizon, rules, damage.units), damage)
    groups = _single(offers, rules)
    model = Model()
    board = CountBoard(offers, groups, model, release=frozenset(horizon))
    for rule in rules:
        constrain = rule.part("constrain")
        if constrain and not rule.soft:
            constrain(rule.options, board)
    wanted = {group: _baseline(bureau, group, damage) for group in groups}
    for group, line in wanted.items():
        cost_published(board, model, group, line, today)
        keep_at_work(board, model, group, damage.days)
    cost_hours(board, model)
    watched = _watched(damage, horizon)
    cover = Cover(
        bureau,
        watched,
        _presences(bureau, rules, board, damage, watched),
        model,
        hosted=damage.sites,
        units=damage.units,
    )
    for rule in rules:
        part = rule.part("cover")
        if part and rule.id != strength.ID:
            part(rule.options, cover)
    outcome = minimise(model, _goals(model, plan_first), settings)
    if not isinstance(outcome, Solved):
        return None
    tiers = {one.tier: one for one in outcome.tiers}
    worked = tuple(
        (group.officers[0].id, choice)
        for (group, choice), chosen in board.counts.items()
        if outcome.value(chosen)
    )
    opened = {officer: frozenset(days) for officer, days in offers.open.items()}
    return Repaired(worked, opened, tiers[Tier.LEGAL], tiers[Tier.CHANGES])


def _goals(model: Model, plan_first: bool) -> list[Goal]:
    order = [Tier.LEGAL, Tier.CHANGES, Tier.PLAN, Tier.HOURS]
    if plan_first:
        order = [Tier.LEGAL, Tier.PLAN, Tier.CHANGES, Tier.HOURS]
    return [Goal(tier, model.cost(tier)) for tier in order]


def _watched(damage: Damage, horizon: Horizon) -> tuple[date, ...]:
    """The duty days on which the posts are looked at: those that are open, and the mornings after."""
    near = damage.days | {day + ONE for day in damage.days}
    return tuple(day for day in horizon if day in near)


def _opened(offers: Offers, damage: Damage) -> Offers:
    """Everything else than the open dates is fixed as published."""
    open_: dict[str, Days] = {}
    fixed: dict[str, Days] = {}
    for officer, menu in offers.open.items():
        mine: dict[date, tuple[Choice, ...]] = {}
        stays = dict(offers.fixed[officer])
        for day, choices in menu.items():
            published = _published(offers.bureau, officer, choices, damage, day)
            if published is not None and (published.unit not in damage.units or published not in choices):
                stays[day] = (published,)
            elif day in damage.days and not _has_given(offers.bureau, officer, day):
                mine[day] = tuple(
                    one
                    for one in choices
                    if one.unit in damage.units and (one.start >= damage.earliest or one == published)
                )
            elif published is None:
                continue
            elif officer in damage.loose:
                mine[day] = tuple(one for one in choices if one.plain or one == published)
            else:
                stays[day] = (published,)
        open_[officer], fixed[officer] = mine, stays
    return replace(offers, open=open_, fixed=fixed)


def _has_given(bureau: Bureau, officer: str, day: date) -> bool:
    """Is the officer's duty of that date another's by a swap or substitution?"""
    return any((leg.giver, leg.day) == (officer, day) for legs in bureau.handovers for leg in legs)


def _published(
    bureau: Bureau, officer: str, choices: Sequence[Choice], damage: Damage, day: date
) -> Choice | None:
    duty = damage.lines.get(officer, {}).get(day)
    if duty is not None:
        return same_choice(choices, duty) or choice_of(
            bureau, day, bureau.shifts[duty.shift], duty.unit, duty.origin, False
        )
    if day in damage.due.get(officer, ()):
        return next((choice for choice in choices if choice.plain), None)
    return None


def _single(offers: Offers, rules: Sequence[Rule]) -> tuple[Group, ...]:
    """A group of his own for every officer."""
    bureau = offers.bureau
    slots, skills = slots_of(bureau), skills_of(rules)
    found = []
    for name in offers.open:
        officer = bureau.officers[name]
        protected = any(officer.is_protected(day) for day in offers.horizon)
        masks = [
            {day: dict.fromkeys(choices, 1) for day, choices in days.items()}
            for days in (offers.open[name], offers.fixed[name])
        ]
        kind = kind_of(officer, slots, skills)
        home, moves = officer.on(offers.horizon.first), moves_of(officer, offers.horizon)
        found.append(Group(home.unit, home.team, kind, protected, moves, (officer,), *masks))
    return tuple(found)


def _baseline(bureau: Bureau, group: Group, damage: Damage) -> dict[date, Choice | None]:
    officer = group.officers[0].id
    return {day: _published(bureau, officer, tuple(menu), damage, day) for day, menu in group.open.items()}


def _presences(
    bureau: Bureau, rules: Sequence[Rule], board: CountBoard, damage: Damage, watched: Sequence[date]
) -> list[Presence]:
    """Who may be on duty in the units on the days watched: open choices, and what is fixed."""
    near = frozenset(watched) | {day - ONE for day in watched}
    slots, skills = slots_of(bureau), skills_of(rules)
    found = [
        Presence(group.kind, group.officers[0], choice, count, 1)
        for (group, choice), count in board.counts.items()
        if choice.day in near and choice.unit in damage.units
    ]
    for group in board.lines:
        for day, choices in group.fixed.items():
            mine = (one for one in choices if day in near and one.unit in damage.units)
            found.extend(Presence(group.kind, group.officers[0], choice, 1, 1) for choice in mine)
    own = {group.officers[0].id for group in board.lines}
    for officer, line in damage.lines.items():
        if officer not in own:
            kind = kind_of(bureau.officers[officer], slots, skills)
            for day, duty in line.items():
                if day in near and duty.unit in damage.units:
                    choice = choice_of(bureau, day, bureau.shifts[duty.shift], duty.unit, duty.origin, False)
                    found.append(Presence(kind, bureau.officers[officer], choice, 1, 1))
    return found
