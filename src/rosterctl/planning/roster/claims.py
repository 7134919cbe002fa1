"""What the finished roster costs in each tier, beside what the count stage proved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rosterctl.domain.accounts.tally import overtime_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty, Note, NoteKind, Origin
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning import wording
from rosterctl.planning.counts.event_hosts import with_sites
from rosterctl.planning.counts.stage import CountPlan
from rosterctl.planning.cover.board import Manned
from rosterctl.planning.cover.presences import Presence, Worked, presences_of
from rosterctl.planning.cover.shortfall import short_minutes
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.posts.stage import PostedPlan
from rosterctl.planning.rotation.history import as_worked_before
from rosterctl.planning.rotation.offers import Offers
from rosterctl.wording import LISTED, say

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
    its officers cost by the bureau's prices. In a unit without posts everything is short.
    """
    paid = _paid_by_unit(known.offers, plan.worked)
    short = {
        unit: plan.posted[unit].short if unit in plan.posted else _all_short(known, plan, unit)
        for unit in known.bureau.units
    }
    return {unit: (tiers[Tier.LEGAL], tiers[Tier.PLAN] + paid[unit]) for unit, tiers in short.items()}


def unhosted(known: Knowledge, plan: PostedPlan) -> int:
    """Person-minutes of legal minima at event sites that no unit hosts: they are in no unit's costs."""
    return sum(
        (event.end - event.start) * event.crew.heads * (event.sites - held)
        for event in known.bureau.events
        if event.level is Level.MINIMUM and event.day in known.horizon
        for held in [sum(plan.hosted.get((event.id, unit), 0) for unit in event.units)]
    )


def _all_short(known: Knowledge, plan: PostedPlan, unit: str) -> Mapping[Tier, int]:
    """Of a unit in which nobody is."""
    hosted = {key: number for key, number in plan.hosted.items() if key[1] == unit}
    how = with_sites(known.bureau, hosted), known.horizon, known.rules
    return short_minutes(*how, [], {}, hosted, known.before, [unit])


def _there(known: Knowledge, plan: PostedPlan) -> tuple[list[Presence], dict[Manned, int]]:
    """Who is on duty in the horizon, and what they man."""
    there = [*plan.worked, *as_worked_before(known.bureau, known.before.taken_over)]
    manned = {state: count for posted in plan.posted.values() for state, count in posted.manned.items()}
    return list(presences_of(known.bureau, known.rules, there)), manned


def gaps_told(plan: PostedPlan, gaps: Mapping[tuple[str, ...], str]) -> Iterator[Note]:
    """Of which units' plans nobody knows that they are as full as they can be, why, and by how much they are
    short in the roster, in person-minutes; those first that are most so.
    """
    short = {
        units: sum(plan.posted[unit].short[Tier.PLAN] for unit in units)
        for units in gaps
        if plan.lost.keys().isdisjoint(units)
    }
    missed = sorted((units for units, minutes in short.items() if minutes), key=lambda one: -short[one])
    for why in dict.fromkeys(gaps[units] for units in missed):
        told = [
            say(wording.SHORT_OF_PLAN, units=" + ".join(units), minutes=short[units])
            for units in missed
            if gaps[units] == why
        ]
        yield Note(NoteKind.GAP, say(LISTED).join(told), why)


def before_posted(known: Knowledge, plan: PostedPlan) -> tuple[Duty, ...]:
    """The duties before the horizon; those that last into it with the posts that they man there."""
    past = [one for posted in plan.posted.values() for one in posted.taken_over]
    new = {(one.officer, one.day, one.shift): one for one in past}
    return tuple(new.get((one.officer, one.day, one.shift), one) for one in known.offers.before)


def bounded(
    known: Knowledge, values: Mapping[Tier, int], counted: CountPlan, plan: PostedPlan
) -> tuple[TierResult, ...]:
    """What the roster costs, beside what was proved of it.

    A bound of stage 2 holds given that the tiers above are at its values, or below (`CountPlan.robust`);
    where one of them is above, the tiers below have none. The bounds of fairness and wishes hold in any case,
    but only among the ways to deal to each group what its officers work in this roster; of familiarity
    nothing is proved. Where changes have a price, the bound of the plan is for rosters whose changes cost no
    more than those of this one.
    """
    missed = {tier for tier, proved in counted.tiers.items() if values[tier] > proved.value}
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
