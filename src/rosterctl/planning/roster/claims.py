"""What the finished roster costs in each tier, beside what the count stage proved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rosterctl.domain.accounts.tally import overtime_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.domain.tier import SHORTAGES, Tier, TierResult
from rosterctl.planning.counts.stage import CountPlan
from rosterctl.planning.cover.board import Cover, Manned
from rosterctl.planning.cover.presences import Presence, Worked, presences_of
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.stage import PostedPlan
from rosterctl.planning.rotation.history import Before, as_worked_before
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon

DEALT = (Tier.FAIRNESS, Tier.WISHES)
"""The tiers of stage 3: they depend on who works what, not on how many."""


def reckon(known: Knowledge, plan: PostedPlan, duties: Sequence[Duty]) -> dict[Tier, int]:
    """What the roster of these duties costs in each tier, by the rules that built it."""
    bureau, horizon, rules, offers = known.bureau, known.horizon, known.rules, known.offers
    named, worked = plan.named.values(), plan.worked
    presences, manned = _there(known, plan)
    values = short_minutes(bureau, horizon, rules, presences, manned, plan.hosted, known.before)
    values[Tier.CHANGES] = _changes(offers, worked)
    values[Tier.HOURS] = _extra_minutes(bureau, worked)
    values[Tier.FAIRNESS] = sum(unit.points[Tier.FAIRNESS] for unit in named)
    values[Tier.WISHES] = sum(unit.points[Tier.WISHES] for unit in named)
    for rule in rules:
        if rule.soft and rule.charge_posts:
            charged = rule.charge_posts(bureau, [*before_posted(known, plan), *duties], horizon)
            values[rule.options.SOFT_TIER] += charged
    return values


def costs_by_unit(known: Knowledge, plan: PostedPlan) -> dict[str, tuple[int, int]]:
    """Person-minutes short of the legal minima in each unit, and those of the plan with what the changes of
    its officers cost by the bureau's prices.
    """
    presences, manned = _there(known, plan)
    here: dict[str, list[Presence]] = {unit: [] for unit in known.bureau.units}
    for one in presences:
        here[one.choice.unit].append(one)
    how = known.bureau, known.horizon, known.rules
    short = {
        unit: short_minutes(*how, mine, manned, plan.hosted, known.before, [unit])
        for unit, mine in here.items()
    }
    paid = _paid_by_unit(known.offers, plan.worked)
    return {unit: (tiers[Tier.LEGAL], tiers[Tier.PLAN] + paid[unit]) for unit, tiers in short.items()}


def _there(known: Knowledge, plan: PostedPlan) -> tuple[list[Presence], dict[Manned, int]]:
    """Who is on duty in the horizon, and what they man."""
    there = [*plan.worked, *as_worked_before(known.bureau, known.before.taken_over)]
    manned = {state: count for posted in plan.posted.values() for state, count in posted.manned.items()}
    return list(presences_of(known.bureau, known.rules, there)), manned


def before_posted(known: Knowledge, plan: PostedPlan) -> tuple[Duty, ...]:
    """The duties before the horizon; those that last into it with the posts that they man there."""
    past = [one for posted in plan.posted.values() for one in posted.taken_over]
    new = {(one.officer, one.day, one.shift): one for one in past}
    return tuple(new.get((one.officer, one.day, one.shift), one) for one in known.offers.before)


def bounded(
    known: Knowledge, values: Mapping[Tier, int], counted: CountPlan, plan: PostedPlan
) -> tuple[TierResult, ...]:
    """What the roster costs, beside what was proved of it.

    A bound of stage 2 holds given that the tiers above are at its values (`CountPlan.robust`); where one
    of them is not, the tiers below have none. The bounds of fairness and wishes hold in any case, but only
    among the ways to deal to each group what its officers work in this roster; of familiarity nothing is
    proved. Where changes have a price, the bound of the plan is for rosters whose changes cost no more than
    those of this one.
    """
    missed = {tier for tier, proved in counted.tiers.items() if values[tier] != proved.value}
    results = []
    for tier, value in sorted(values.items()):
        if tier in DEALT:
            bound = sum(unit.bounds.get(tier, 0) for unit in plan.named.values())
            results.append(TierResult(tier, value, bound, 0.0))
            continue
        proved = counted.tiers.get(tier)
        if tier is Tier.PLAN and proved is not None and counted.together is not None:
            lowest = min(max(counted.together - _paid(known.offers, plan.worked), 0), value)
            sound = None if Tier.LEGAL in missed else lowest
            results.append(TierResult(tier, value, sound, proved.seconds))
            continue
        needed = counted.robust.get(tier, frozenset(above for above in Tier if above < tier))
        holds = not needed & missed and tier not in counted.unproved
        if tier is Tier.STRENGTH and counted.together is not None and counted.most_changes is not None:
            holds = holds and values[Tier.CHANGES] <= counted.most_changes
        bound = 0 if proved is None else proved.bound
        results.append(TierResult(tier, value, bound if holds else None, proved.seconds if proved else 0.0))
    return tuple(results)


def _changes(offers: Offers, worked: Sequence[Worked]) -> int:
    """Plain duties of officers present that are not worked, and duties in another unit."""
    let_off, lent = _let_off_and_lent(offers, worked)
    return let_off.total() + lent.total()


def _paid(offers: Offers, worked: Sequence[Worked]) -> int:
    """What these changes cost by the bureau's prices."""
    return _paid_by_unit(offers, worked).total()


def _paid_by_unit(offers: Offers, worked: Sequence[Worked]) -> Counter[str]:
    """The same by the unit to which the officers belong."""
    prices = offers.bureau.prices
    let_off, lent = _let_off_and_lent(offers, worked)
    return Counter({unit: prices.paid(let_off[unit], lent[unit]) for unit in offers.bureau.units})


def _let_off_and_lent(offers: Offers, worked: Sequence[Worked]) -> tuple[Counter[str], Counter[str]]:
    """By the unit to which the officers belong."""
    bureau = offers.bureau
    let_off, lent = Counter[str](), Counter[str]()
    for officer in bureau.officers.values():
        for day in offers.horizon:
            called = bureau.is_present(officer, day) and bureau.plain_shift(officer, day) is not None
            let_off[officer.on(day).unit] += called
    for name, choice in worked:
        home = bureau.officers[name].on(choice.day).unit
        let_off[home] -= choice.origin is Origin.ROTATION
        lent[home] += choice.unit != home
    return let_off, lent


def _extra_minutes(bureau: Bureau, worked: Sequence[Worked]) -> int:
    return sum(
        overtime_minutes(
            bureau,
            bureau.officers[officer],
            choice.day,
            bureau.shifts[choice.shift],
            choice.origin,
        )
        for officer, choice in worked
    )


def short_minutes(
    bureau: Bureau,
    horizon: Horizon,
    rules: Sequence[Rule],
    presences: Sequence[Presence],
    manned: Mapping[Manned, int],
    hosted: Mapping[tuple[str, str], int],
    before: Before,
    units: Sequence[str] | None = None,
) -> dict[Tier, int]:
    """Person-minutes short by tier, in all units or in these.

    Only slacks are left open, so the minimum is found at once.
    """
    model = Model()
    still, unknown = before.assumed, before.unknown
    cover = Cover(bureau, horizon, presences, model, manned, hosted, units, still=still, unknown=unknown)
    for rule in rules:
        if rule.cover:
            rule.cover(cover)
    outcome = minimise(model, goals_of(model, SHORTAGES), Settings(PARAMS.roster.adding_up_seconds))
    if not isinstance(outcome, Solved):
        raise RuntimeError("the finished roster's shortages could not be added up by the rules that built it")
    return {result.tier: result.value for result in outcome.tiers}
