"""The whole way from a bureau to a roster: rotation, counts, names, posts, assemble, audit.

    Offers → CountPlan → NamedPlan → PostedPlan → Roster → Made

This is the only module that knows the order of the stages. Each stage hands the next one frozen dataclass and
sees to its own searches; how time is shared out between them is decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.planning import wording
from rosterctl.planning.budget import Pace
from rosterctl.planning.counts.groups import GroupKey
from rosterctl.planning.counts.stage import CountPlan, CountStage
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.stage import NamedPlan, name_units
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.stage import PostedPlan, post_rotation, post_units
from rosterctl.planning.request import Hear, Request
from rosterctl.planning.roster.assemble import assemble, fit_together
from rosterctl.planning.roster.claims import bounded, costs_by_unit, gaps_told, reckon, unhosted
from rosterctl.planning.roster.made import Made, prove
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import Lost
from rosterctl.planning.workers.executor import Executor
from rosterctl.wording import say


def rosters(bureau: Bureau, order: Request, executor: Executor, hear: Hear) -> Iterator[Made]:
    """First the plain rotation, posted; then what the four stages come to within the budget. Both audited.

    The counts are searched for in the executor while the first roster is audited. Contradiction if no roster
    is lawful, NoTimeForAny if there was no time for the first.
    """
    budget = order.budget
    began = budget.spent()
    run = Run(Knowledge(bureau, order.horizon), order, executor, hear)
    _begin(run, began)
    counts = CountStage(run)
    crowd = budget.crowd()

    began = budget.spent()
    plain = post_rotation(run, counts.hosted)
    posting = budget.spent() - began
    counts.begin(reserve=budget.within_reason(PARAMS.time.kept_for_last_stages * posting))

    began, worked = budget.spent(), budget.worked()
    first = _audited(run, assemble(run, plain))
    # The counts are searched for beside it; the last audit has the machine to itself, but for other programs.
    alone = min(crowd * (budget.worked() - worked), budget.spent() - began)
    budget.keep_back(PARAMS.time.kept_after_first * alone)
    yield first

    counted = counts.finish()
    last_stage = budget.within_reason(PARAMS.time.kept_for_posts * posting)
    began = budget.spent()
    named = name_units(run, counted, Pace(budget, last_stage).until(1.0))
    posted = post_units(run, named, budget.left)
    so_far = counted, named, posted
    counted, posted = _bettered(run, counts, *so_far, budget.spent() - began)
    yield _last(run, first, plain, counted, posted)


def _begin(run: Run, began: float) -> None:
    """Stage 1; every process is told what it has to know. `began` are the seconds spent before."""
    heads = len(run.known.offers.open)
    run.tell("rotation", heads, heads, "officers")
    budget = run.order.budget
    budget.keep_back(PARAMS.time.kept_for_writing * (budget.spent() - began))
    run.executor.prepare(run.known.packed())


def _bettered(
    run: Run, counts: CountStage, counted: CountPlan, named: NamedPlan, posted: PostedPlan, took: float
) -> tuple[CountPlan, PostedPlan]:
    """The same, or better, while there is time: counted, named and posted again, which `took` so many seconds
    for all.

    Officers to whom what was counted for them together cannot lawfully be given are counted one by one, for
    as long as there is time where minima or plan lack it, else for a while. Units that were not asked for
    changes for their plan are asked. What is not finished, or worse, counts nothing.
    """
    budget = run.order.budget
    began = budget.spent()
    end = began + max(PARAMS.time.least_one_by_one, PARAMS.time.one_by_one * began)
    again = PARAMS.time.kept_for_naming_again * took

    def all_time() -> float:
        return 0.0 if budget.finishing else budget.left()

    def some_time() -> float:
        return min(all_time(), end - budget.spent())

    costs = costs_by_unit(run.known, posted)
    while not _near_enough(run, counted, posted):
        short = any(
            _sum({unit: costs[unit] for unit in units}) > promised
            for units, promised in counted.promised.items()
        )
        singly = all_time if short or run.order.reproducible else some_time
        lines = {unit: names.worked for unit, names in named.named.items()}
        missing: Counter[GroupKey] = Counter()
        for one in named.undealt:
            missing[one.group] += one.missing
        other = counts.bettered(missing, lines, costs, again, all_time, singly)
        if other.counts == counted.counts:
            counted = other if other.hosted == counted.hosted else counted  # more is proved of the same
            break
        others = name_units(run, other, budget.left, named)
        places = post_units(run, others, budget.left, posted)
        if places.lost.keys() - posted.lost.keys():
            break
        now = costs_by_unit(run.known, places)
        if _sum(now) > _sum(costs):
            told = {units: other.gaps.get(units, say(wording.CHANGES_IN_VAIN)) for units in counted.gaps}
            counted = replace(counted, gaps=told)
            break
        counted, named, posted, costs = other, others, places, now
    return counted, posted


def _sum(costs: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """Of all units."""
    return sum(legal for legal, _ in costs.values()), sum(plan for _, plan in costs.values())


def _near_enough(run: Run, counted: CountPlan, posted: PostedPlan) -> bool:
    """Whether no gap of plan and strength is proved to be wider than the run was asked for."""
    if not run.order.gap:
        return False
    if posted.lost or Tier.LEGAL not in counted.tiers:
        return False
    values = reckon(run.known, posted, assemble(run, posted).duties)
    if values[Tier.LEGAL] != counted.tiers[Tier.LEGAL].value:
        return False
    tiers = {one.tier: one for one in bounded(run.known, values, counted, posted)}
    asked = (tiers[tier] for tier in (Tier.PLAN, Tier.STRENGTH))
    return all(not one.value or (one.gap is not None and one.gap <= run.order.gap) for one in asked)


def _last(run: Run, first: Made, plain: PostedPlan, counted: CountPlan, posted: PostedPlan) -> Made:
    """The best roster with its claims, audited; the first one again if no unit came to anything better.

    The first is better, too, if it costs less in the first tier in which the two differ.
    """
    best = _none_worse(run, plain, counted, posted)
    if len(best.lost) == len(run.known.bureau.units):
        return first.claiming(bounded(run.known, first.verdict.totals, counted, best), best.fallbacks)
    roster = assemble(run, best)
    values = reckon(run.known, best, roster.duties)
    if [values[tier] for tier in Tier] > [first.verdict.totals[tier] for tier in Tier]:
        kept = replace(plain, lost=best.lost)
        return first.claiming(bounded(run.known, first.verdict.totals, counted, kept), kept.fallbacks)
    notes = *roster.notes, *gaps_told(best, counted.gaps)
    return _audited(run, replace(roster, tiers=bounded(run.known, values, counted, best), notes=notes))


def _none_worse(run: Run, plain: PostedPlan, counted: CountPlan, posted: PostedPlan) -> PostedPlan:
    """The plain rotation and what was found put together; the plain one of units with worse legal minima.

    Legal minima are looked at unit by unit only where they are not what the counts promised.
    """
    known = run.known
    best = fit_together(known.bureau, plain, posted)
    now = {unit: legal for unit, (legal, _) in costs_by_unit(known, best).items()}
    promised = counted.tiers.get(Tier.LEGAL)
    if promised is not None and sum(now.values()) + unhosted(known, best) <= promised.value:
        return best
    before = {unit: legal for unit, (legal, _) in costs_by_unit(known, plain).items()}
    worse = {
        unit: Lost(say(wording.NOTHING_BETTER))
        for unit in known.bureau.units
        if unit not in best.lost and now[unit] > before[unit]
    }
    return fit_together(known.bureau, plain, replace(posted, lost={**posted.lost, **worse}))


def _audited(run: Run, roster: Roster) -> Made:
    run.tell("audit", 0, 1, "rosters")
    made = prove(run.known.bureau, roster)
    run.tell("audit", 1, 1, "rosters")
    return made
