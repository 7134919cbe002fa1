"""What the line of one named officer costs: the soft rules that look at one officer against their peers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.lines import Lines
from rosterctl.rulekit.burdens import burdens_of, fair_share, peer_groups
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.rulekit.parts import ChargePart
from rosterctl.rulekit.past_shares import past_shares
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class Charges:
    """Points by tier for any line of any officer, given everybody's fair shares.

    `weights` say what one block of each burden above the share costs; none where no rule weighs burdens.
    """

    bureau: Bureau
    shares: Mapping[str, FairShares]
    parts: tuple[tuple[Tier, ChargePart], ...]
    weights: Mapping[str, int] = field(default_factory=dict)

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
            charge(self.bureau, officer, worked, shares) for where, charge in self.parts if where is tier
        )


def make_charges(
    bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], lines: Lines, officers: Sequence[Officer]
) -> Charges:
    """Shares follow from what the peers among `officers` bear together, which no exchange changes."""
    soft = [rule for rule in rules if rule.soft]
    parts = tuple((rule.options.SOFT_TIER, rule.charge) for rule in soft if rule.charge)
    weights = Counter[str]()
    for rule in soft:
        weights.update(rule.burden_weights() if rule.burden_weights else {})
    shares = {officer.id: FairShares(horizon) for officer in officers}
    for peers, present in peer_groups(bureau, horizon, officers):
        carried = [bureau.ledger.get(officer.id, Tally()) for officer in peers]
        borne = [burdens_of(bureau, officer, choice) for officer in peers for choice in lines.worked(officer)]
        together = sum(borne, Tally())
        past = past_shares(bureau, horizon.first, peers)
        for officer, own, before, days in zip(peers, carried, past, present, strict=True):
            fair = fair_share(before, together, days, sum(present))
            shares[officer.id] = FairShares(horizon, fair, own)
    return Charges(bureau, shares, parts, dict(weights))


def points_of_lines(charges: Charges, lines: Lines, officers: Sequence[Officer]) -> dict[Tier, int]:
    """What all these officers' lines cost by tier."""
    points = {Tier.FAIRNESS: 0, Tier.WISHES: 0}
    for officer in officers:
        for tier, amount in charges.by_tier(officer, lines.worked(officer)).items():
            points[tier] += amount
    return points
