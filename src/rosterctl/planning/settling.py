"""What the finished roster costs, by the same rules that built it, with every head and post a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.planning.cover import Cover, Presence, State, Worked
from rosterctl.planning.groups import kind_of, skills_of, slots_of
from rosterctl.rules.board import Choice
from rosterctl.rules.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon

SHORTAGES = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
SECONDS = 60.0
"""Far more than adding up takes."""


def presences_of(
    bureau: Bureau, rules: Sequence[Rule], worked: Iterable[tuple[str, Choice]]
) -> list[Presence]:
    """One head each."""
    slots, skills = slots_of(bureau), skills_of(rules)
    kinds = {officer.id: kind_of(officer, slots, skills) for officer in bureau.officers.values()}
    return [Presence(kinds[officer], bureau.officers[officer], choice, 1, 1) for officer, choice in worked]


def shortages_of(
    bureau: Bureau,
    horizon: Horizon,
    rules: Sequence[Rule],
    presences: Sequence[Presence],
    manned: Mapping[State, int],
    hosted: Mapping[tuple[str, str], int],
    still: Sequence[Worked],
) -> dict[Tier, int]:
    """Person-minutes short by tier. Only slacks are left open, so the minimum is found at once."""
    model = Model()
    cover = Cover(bureau, horizon, presences, model, manned, hosted, still=still)
    for rule in rules:
        part = rule.part("cover")
        if part:
            part(rule.options, cover)
    outcome = minimise(model, goals_of(model, SHORTAGES), Settings(SECONDS))
    if not isinstance(outcome, Solved):
        raise RuntimeError("the finished roster's shortages could not be added up by the rules that built it")
    return {result.tier: result.value for result in outcome.tiers}
