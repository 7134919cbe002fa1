"""What a finished roster claims, held against every roster there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Prices, Tier, TierResult
from rosterctl.operations.make import Made, make_roster
from rosterctl.planning.budget import Budget
from rosterctl.planning.no_roster import Contradiction
from rosterctl.planning.request import Request
from rosterctl.planning.workers.executor import Inline
from rosterctl.timeline.horizon import Horizon
from tests.properties.every_roster import COSTS, Rosters, every_roster
from tests.properties.random_bureaus import Drawn, draw
from tests.properties.tiny_bureaus import draw_changing, draw_tiny
from tests.support.tuned import tuned_blocks

UNPRICED = Prices(0, 0)
PRICE = 60
"""Person-minutes of the plan, of being let off and of being lent."""
PROVED_GIVEN = {
    Tier.LEGAL: (),
    Tier.PLAN: (Tier.LEGAL, Tier.CHANGES),
    Tier.STRENGTH: (Tier.LEGAL, Tier.PLAN, Tier.CHANGES),
    Tier.CHANGES: (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH),
    Tier.HOURS: (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH, Tier.CHANGES),
}
"""Where changes have a price: the tiers that cost no more in the rosters for which a bound holds."""
SECONDS = 20.0
"""The budget of a solve; what is drawn here takes a fraction of one."""


@dataclass(frozen=True)
class Verdict:
    """What came of one bureau: `wrong` are claims refuted, `fate` in a word how close the roster came."""

    fate: str
    wrong: Sequence[str] = ()


def make(bureau: Bureau, horizon: Horizon, seed: int = 1) -> Made:
    return make_roster(bureau, Request(horizon, Budget(SECONDS), seed), Inline())


def breaches(made: Made) -> list[str]:
    """What the audit holds against it, what it claims to cost included."""
    return [f"{one.rule}: {one.day} {one.officer} {one.message}" for one in made.verdict.findings]


def judge_tiny(seed: int) -> Verdict:
    bureau, horizon = draw_tiny(seed)
    return _judge_small(replace(bureau, prices=UNPRICED), horizon)


def judge_changing(seed: int) -> Verdict:
    """Duty models change and people are transferred within the horizon."""
    bureau, horizon = draw_changing(seed)
    return _judge_small(replace(bureau, prices=UNPRICED), horizon)


def _judge_small(bureau: Bureau, horizon: Horizon) -> Verdict:
    rosters = every_roster(bureau, horizon)
    if rosters is None:
        return Verdict("too many rosters to look at")
    try:
        made = make(bureau, horizon)
    except Contradiction:
        return Verdict("impossible", [f"{len(rosters):,} lawful rosters exist"] if len(rosters) else [])
    wrong = breaches(made)
    kept = rosters.within({Tier.CHANGES: 0})
    if len(kept) and not kept.least(Tier.LEGAL):
        return _compared(made.roster, kept, COSTS, wrong)
    # People may be let off and lent, but as few as the legal minima need: that comes straight after them.
    order = (Tier.LEGAL, Tier.CHANGES, Tier.PLAN, Tier.STRENGTH, Tier.HOURS)
    return _compared(made.roster, rosters, order, wrong)


def judge_priced(seed: int) -> Verdict:
    """A tiny bureau in which each change must bring the same in the plan."""
    bureau, horizon = draw_tiny(seed)
    bureau = replace(bureau, prices=Prices(PRICE, PRICE))
    rosters = every_roster(bureau, horizon)
    if rosters is None:
        return Verdict("too many rosters to look at")
    try:
        made = make(bureau, horizon)
    except Contradiction:
        return Verdict("impossible", [f"{len(rosters):,} lawful rosters exist"] if len(rosters) else [])
    claimed = {one.tier: one for one in made.roster.tiers}
    wrong = breaches(made)
    for tier, settled in PROVED_GIVEN.items():
        limits = {one: claimed[one].value for one in settled}
        wrong.extend(_refuted(claimed[tier], rosters.within(limits)))
    best = rosters.within({Tier.LEGAL: rosters.least(Tier.LEGAL)}).cheapest(PRICE)
    least = dict(_optimum(best, COSTS))
    missed = (tier.name for tier in COSTS if claimed[tier].value != least[tier])
    return Verdict(f"misses the least in {first}" if (first := next(missed, "")) else "optimal", wrong)


def judge_planted(seed: int, *, apart: bool = False) -> Verdict:
    """A lawful roster without a legal minimum short is known to exist."""
    return _audited(draw(seed, plant=True), apart)


def judge_wild(seed: int, *, apart: bool = False) -> Verdict:
    return _audited(draw(seed, plant=False), apart)


def _audited(drawn: Drawn, apart: bool) -> Verdict:
    """Apart, the units are solved one by one, as they are in large bureaus."""
    with tuned_blocks(joint_officers=0) if apart else nullcontext():
        try:
            made = make(drawn.bureau, drawn.horizon)
        except Contradiction:
            return Verdict("impossible", ["a lawful roster was planted"] if drawn.plant else [])
    wrong = breaches(made)
    short = made.verdict.totals[Tier.LEGAL]
    if drawn.plant and short:
        wrong.append(f"{short:,} person-minutes of legal minima are short, and none need be")
    return Verdict("legal minima short" if short else "legal minima met", wrong)


def _compared(roster: Roster, rosters: Rosters, order: Sequence[Tier], wrong: list[str]) -> Verdict:
    """The tiers in turn: no bound above what can be reached, no value that nothing reaches."""
    claimed = {one.tier: one for one in roster.tiers}
    least = dict(_optimum(rosters, order))
    fate = "optimal"
    for place, tier in enumerate(order):
        above = {one: claimed[one].value for one in order[:place]}
        wrong.extend(_refuted(claimed[tier], rosters.within(above)))
        if fate == "optimal" and claimed[tier].value != least[tier]:
            fate = f"misses the least in {tier.name}"
    return Verdict(fate, wrong)


def _optimum(rosters: Rosters, order: Sequence[Tier]) -> Iterator[tuple[Tier, int]]:
    """The least of each tier, those before it at their least."""
    for tier in order:
        least = rosters.least(tier)
        yield tier, least
        rosters = rosters.within({tier: least})


def _refuted(claim: TierResult, rosters: Rosters) -> Iterator[str]:
    """`rosters` cost no more than the claimed ones in the tiers above."""
    if not len(rosters):
        yield f"{claim.tier.name}: the roster is none of those that there are"
    elif claim.bound is not None and claim.bound > rosters.least(claim.tier):
        least = rosters.least(claim.tier)
        yield f"{claim.tier.name}: bound {claim.bound:,}, but a lawful roster costs {least:,}"
    elif claim.value < rosters.least(claim.tier):
        yield f"{claim.tier.name}: value {claim.value:,} is less than any lawful roster costs"
