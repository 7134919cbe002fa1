"""What legal minima are short whoever is on duty: for want of vehicles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.planning.cover import Cover
from rosterctl.planning.damage import Damage
from rosterctl.rules.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise

WITHOUT_PEOPLE = ("posts", "vehicles", "events")
"""The rules that say what is wanted and how many vehicles there are; the others ask who is on duty."""


def short_anyway(
    bureau: Bureau, rules: Sequence[Rule], damage: Damage, days: Sequence[date], settings: Settings
) -> int:
    """Person-minutes of legal minima on these duty days that no number of people could man; 0 if unknown."""
    cover = Cover(bureau, days, [], Model(), hosted=damage.sites, units=damage.units)
    for rule in rules:
        part = rule.part("cover")
        if part and rule.id in WITHOUT_PEOPLE:
            part(rule.options, cover)
    outcome = minimise(cover.model, goals_of(cover.model, [Tier.LEGAL]), settings)
    return outcome.tiers[0].bound if isinstance(outcome, Solved) else 0
