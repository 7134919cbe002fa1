"""What is short where everybody has a name and stands at a post: sums, with nothing left to choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import SHORTAGES, Tier
from rosterctl.planning.cover.board import Cover, Manned
from rosterctl.planning.cover.presences import Presence
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.history import Before
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved, Stuck
from rosterctl.solver.search import goals_of, minimise


def short_minutes(
    bureau: Bureau,
    horizon: Iterable[date],
    rules: Sequence[Rule],
    presences: Sequence[Presence],
    manned: Mapping[Manned, int],
    hosted: Mapping[tuple[str, str], int],
    before: Before,
    units: Sequence[str] | None = None,
) -> dict[Tier, int]:
    """Person-minutes short by tier, in all units or in these, with all sites of this bureau's events.

    Only slacks are left open, so the minimum is found at once. Where a hard rule is broken it is more than
    anything lawful could lack.
    """
    model = Model()
    still, unknown = before.assumed, before.unknown
    cover = Cover(bureau, horizon, presences, model, manned, hosted, units, still=still, unknown=unknown)
    for rule in rules:
        if rule.cover:
            rule.cover(cover)
    outcome = minimise(model, goals_of(model, SHORTAGES), Settings(PARAMS.roster.adding_up_seconds))
    if isinstance(outcome, Stuck):
        return dict.fromkeys(SHORTAGES, PARAMS.roster.unlawful)
    if not isinstance(outcome, Solved):
        raise RuntimeError("the finished roster's shortages could not be added up by the rules that built it")
    return {result.tier: result.value for result in outcome.tiers}
