"""What a roster leaves short: the rows of its audit that are shortages, each with its cause."""

from __future__ import annotations

from collections.abc import Iterable

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import SHORT_TIERS
from rosterctl.domain.roster import Roster, Shortage
from rosterctl.insight.shortages.causes import Causes
from rosterctl.rulekit.findings import Cost


def shortages_of(bureau: Bureau, roster: Roster, costs: Iterable[Cost]) -> tuple[Shortage, ...]:
    """By tier and time; `costs` are those of the audit."""
    causes, tiers = Causes(bureau, roster), frozenset(SHORT_TIERS.values())
    found = [
        Shortage(
            tier=int(cost.tier),
            what=cost.what,
            unit=cost.unit,
            day=cost.day,
            start=cost.start,
            end=cost.end,
            heads=cost.heads,
            why=causes.of(cost, cost.day),
        )
        for cost in costs
        if cost.tier in tiers and cost.day is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.tier, one.day, one.start, one.unit, one.what)))
