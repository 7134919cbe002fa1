"""The whole way from a bureau to a roster: rotation, counts, names, posts, assemble, audit.

    Offers → CountPlan → NamedPlan → PostedPlan → Roster → Made

This is the only module that knows the order of the stages. Each stage hands the next one frozen dataclass and
sees to its own searches; how time is shared out between them is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin, Roster
from rosterctl.domain.tier import Tier
from rosterctl.planning import wording
from rosterctl.planning.budget import Pace
from rosterctl.planning.counts.stage import CountPlan, CountStage
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.stage import NamedPlan, name_units
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.stage import PostedPlan, post_rotation, post_units
from rosterctl.planning.request import Hear, Request
from rosterctl.planning.roster.assemble import assemble, fit_together
from rosterctl.planning.roster.claims import bounded, legal_by_unit, reckon
from rosterctl.planning.roster.made import Made, prove
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import Lost
from rosterctl.planning.workers.executor import Executor


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
    counted, named = _dealt(run, counts, counted, last_stage)
    posted = post_units(run, named, budget.left)
    yield _last(run, first, plain, counted, posted)


def _begin(run: Run, began: float) -> None:
    """Stage 1; every process is told what it has to know. `began` are the seconds spent before."""
    heads = len(run.known.offers.open)
    run.tell("rotation", heads, heads, "officers")
    budget = run.order.budget
    budget.keep_back(PARAMS.time.kept_for_writing * (budget.spent() - began))
    run.executor.prepare(run.known.packed())


def _dealt(run: Run, counts: CountStage, counted: CountPlan, reserve: float) -> tuple[CountPlan, NamedPlan]:
    """The counts with names for them; `reserve` are the seconds for the stages to come.

    Officers who cannot lawfully be given what was counted for them together are counted one by one and named
    again, until all is dealt or the time for that is over.
    """
    budget = run.order.budget
    began = budget.spent()
    named = name_units(run, counted, Pace(budget, reserve).until(1.0))
    naming = budget.within_reason(PARAMS.time.kept_for_last_stages * (budget.spent() - began))
    end = budget.spent() + max(PARAMS.time.least_one_by_one, PARAMS.time.one_by_one * budget.spent())
    pace = Pace(budget, reserve + naming).until(1.0)

    def soon() -> float:
        return min(pace(), end - budget.spent())

    while named.undealt:
        heads = any(one.choice.origin is Origin.RECALL for one in named.undealt)
        left = pace if heads or run.order.reproducible else soon
        lines = {unit: names.worked for unit, names in named.named.items()}
        again = counts.one_by_one(frozenset(one.group for one in named.undealt), lines, left)
        if again.counts == counted.counts:
            break
        counted = again
        named = name_units(run, counted, Pace(budget, reserve).until(1.0), named)
    return counted, named


def _last(run: Run, first: Made, plain: PostedPlan, counted: CountPlan, posted: PostedPlan) -> Made:
    """The best roster with its claims, audited; the first one again if no unit came to anything better.

    The first is better, too, if it costs less in the first tier in which the two differ.
    """
    best = _none_worse(run, plain, counted, posted)
    if len(best.lost) == len(run.known.bureau.units):
        return first.claiming(bounded(first.verdict.totals, counted, best), best.fallbacks)
    roster = assemble(run, best)
    values = reckon(run.known, best, roster.duties)
    if [values[tier] for tier in Tier] > [first.verdict.totals[tier] for tier in Tier]:
        kept = replace(plain, lost=best.lost)
        return first.claiming(bounded(first.verdict.totals, counted, kept), kept.fallbacks)
    return _audited(run, replace(roster, tiers=bounded(values, counted, best)))


def _none_worse(run: Run, plain: PostedPlan, counted: CountPlan, posted: PostedPlan) -> PostedPlan:
    """The plain rotation and what was found put together; the plain one of units with worse legal minima.

    Legal minima are looked at unit by unit only where they are not what the counts promised.
    """
    known = run.known
    best = fit_together(known.bureau, plain, posted)
    now = legal_by_unit(known, best)
    promised = counted.tiers.get(Tier.LEGAL)
    if promised is not None and sum(now.values()) <= promised.value:
        return best
    before = legal_by_unit(known, plain)
    worse = {
        unit: Lost(wording.NOTHING_BETTER)
        for unit in known.bureau.units
        if unit not in best.lost and now[unit] > before[unit]
    }
    return fit_together(known.bureau, plain, replace(posted, lost={**posted.lost, **worse}))


def _audited(run: Run, roster: Roster) -> Made:
    run.tell("audit", 0, 1, "rosters")
    made = prove(run.known.bureau, roster)
    run.tell("audit", 1, 1, "rosters")
    return made
