"""The bounds of a small whole bureau held against the boolean model of every named officer."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python import cp_model

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from tests.properties.claims import Verdict, breaches, make
from tests.properties.named_lines import Expression
from tests.properties.named_model import NamedModel
from tests.properties.whole_bureaus import draw_whole
from tests.support.tuned import tuned_blocks

NOWHERE = 10**12
"""No roster costs as much: the bound where there is none."""
SHORTAGES = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
EFFORT, SECONDS = 1.0, 60.0
"""CP-SAT's deterministic seconds for one tier, and real ones, which presolve may use up by itself."""


@dataclass(frozen=True)
class Least:
    """The least cost of a tier that was found (None: none so far), and what no roster goes below."""

    found: int | None
    proven: int


def judge_whole(seed: int, *, apart: bool) -> Verdict:
    """The units as one model, or one by one.

    Apart, the bounds of plan and strength must hold for any roster that costs no more in legal minima.
    """
    bureau, horizon = draw_whole(seed)
    joint = 0 if apart else len(bureau.officers)
    with tuned_blocks(joint_officers=joint, near_days=len(horizon)):
        made = make(bureau, horizon)
    roster = made.roster
    claimed = {one.tier: one for one in roster.tiers}
    wrong = breaches(made)
    if not is_known(bureau, roster):
        wrong.append("the peer does not know the roster: it is too strict")
    kept = least(NamedModel(bureau, horizon, release=False), Tier.LEGAL)
    if kept.found != 0 and not kept.proven:
        return Verdict("not decided whether anybody may be let off", wrong)
    release = kept.proven > 0
    held: dict[Tier, int] = {}
    fates = []
    for tier in SHORTAGES:
        bound = claimed[tier].bound
        if bound:
            peer = NamedModel(bureau, horizon, release=release)
            peer.suggest(roster.duties)
            peer.hold(held)
            found = least(peer, tier, enough=bound)
            if found.found is not None and found.found < bound:
                wrong.append(f"{tier.name}: bound {bound:,}, but a lawful roster costs {found.found:,}")
            fates.append("proved" if found.proven >= bound else "not refuted")
        if tier is Tier.LEGAL or not apart:
            held[tier] = claimed[tier].value
        if tier is Tier.LEGAL and release:
            held[Tier.CHANGES] = claimed[Tier.CHANGES].value
    return Verdict(_fate(fates), wrong)


def _fate(fates: list[str]) -> str:
    if not fates:
        return "no shortage to bound"
    return "proved" if set(fates) == {"proved"} else "not refuted"


def is_known(bureau: Bureau, roster: Roster) -> bool:
    """The duties of the roster are a solution of the peer, and it is not proved that they cost more there."""
    held: dict[Tier, int] = {}
    for claim in roster.tiers:
        if claim.tier in SHORTAGES:
            peer = NamedModel(bureau, roster.horizon, release=True)
            peer.suggest(roster.duties, fixed=True)
            peer.hold(held)
            found = least(peer, claim.tier)
            if found.proven > claim.value:
                return False
            if found.found != claim.value:
                return True
            held[claim.tier] = claim.value
    return True


def least(peer: NamedModel, tier: Tier, enough: int | None = None, cost: Expression | None = None) -> Least:
    """The least that the peer finds of a tier, or of this cost; it may stop where `enough` is proved."""
    peer.model.minimize(peer.cost(tier) if cost is None else cost)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = EFFORT
    solver.parameters.max_time_in_seconds = SECONDS
    if enough is not None:
        solver.best_bound_callback = lambda bound: solver.stop_search() if bound >= enough else None
    status = solver.solve(peer.model)
    reached = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    if status == cp_model.INFEASIBLE:
        return Least(None, NOWHERE)
    return Least(round(solver.objective_value) if reached else None, round(solver.best_objective_bound))
