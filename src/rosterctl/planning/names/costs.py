"""What the line of one named officer costs: the soft rules that look at one officer against his peers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.lines import Lines
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.rulekit.registry import Rule
from rosterctl.rules import fairness
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class Charges:
    """Points by tier for any line of any officer, given everybody's fair shares."""

    bureau: Bureau
    shares: Mapping[str, FairShares]
    parts: tuple[tuple[Tier, Any, Callable[..., int]], ...]

    def by_tier(self, officer: Officer, worked: Sequence[Choice]) -> dict[Tier, int]:
        return {tier: self._points(tier, officer, worked) for tier in (Tier.FAIRNESS, Tier.WISHES)}

    def of(self, officer: Officer, worked: Sequence[Choice]) -> tuple[int, int]:
        """Points in the tiers fairness and wishes, to be compared in that order."""
        points = self.by_tier(officer, worked)
        return points[Tier.FAIRNESS], points[Tier.WISHES]

    def wishes(self, officer: Officer, worked: Sequence[Choice]) -> int:
        """Points in the tier of wishes alone."""
        return self._points(Tier.WISHES, officer, worked)

    def _points(self, tier: Tier, officer: Officer, worked: Sequence[Choice]) -> int:
        shares = self.shares[officer.id]
        return sum(
            charge(options, self.bureau, officer, worked, shares)
            for where, options, charge in self.parts
            if where is tier
        )

    @property
    def weights(self) -> Mapping[str, int]:
        """What one duty above the share costs, by burden; none where fairness is off."""
        found = (options.weights() for _, options, _ in self.parts if isinstance(options, fairness.Options))
        return next(found, {})


def make_charges(
    bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], lines: Lines, officers: Sequence[Officer]
) -> Charges:
    """Shares follow from what the peers among `officers` bear together, which no exchange changes."""
    parts = tuple(
        (rule.options.SOFT_TIER, rule.options, charge)
        for rule in rules
        if rule.soft and (charge := rule.part("charge"))
    )
    shares = {officer.id: FairShares(horizon) for officer in officers}
    for peers, present in fairness.peer_groups(bureau, horizon, officers):
        carried = [bureau.ledger.get(officer.id, Tally()) for officer in peers]
        borne = [
            fairness.burdens_of(bureau, officer, choice)
            for officer in peers
            for choice in lines.worked(officer)
        ]
        together = sum([*carried, *borne], Tally())
        for officer, own, days in zip(peers, carried, present, strict=True):
            fair = fairness.fair_share(together, days, sum(present))
            shares[officer.id] = FairShares(horizon, fair, own)
    return Charges(bureau, shares, parts)


def points_of_lines(charges: Charges, lines: Lines, officers: Sequence[Officer]) -> dict[Tier, int]:
    """What all these officers' lines cost by tier."""
    points = {Tier.FAIRNESS: 0, Tier.WISHES: 0}
    for officer in officers:
        for tier, amount in charges.by_tier(officer, lines.worked(officer)).items():
            points[tier] += amount
    return points
