"""Of equal repairs the fairest: who has borne less than their peers is called, who has borne more is freed.

Fewest changes leave many to choose from, and a search that is told nothing more calls the same people again
and again. What is looked at is what was borne before, what stands published, and the fair share of both, as
the rule of fairness weighs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from rosterctl.domain.accounts.ledger import Tally, parts_of
from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.model import NamedModel
from rosterctl.planning.params import PARAMS
from rosterctl.rulekit.burdens import BLOCK, BURDENS, burdens_of, peer_groups
from rosterctl.rulekit.past_shares import past_shares
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.linear import Linear, total
from rosterctl.timeline.horizon import Horizon

Ahead = Mapping[str, Sequence[Fraction]]
"""By officer how much more of each burden, in blocks, they have borne than the peer who has least."""


def cost_burdens(
    named: NamedModel,
    rules: Sequence[Rule],
    horizon: Horizon,
    officers: Sequence[Officer],
    published: Sequence[Duty],
) -> None:
    """For each choice its burdens, by their weights, times how far ahead of their peers the officer is.

    Each further call of the same officer counts as if the one before had been borne already.
    """
    weights = Counter[str]()
    for rule in rules:
        if rule.soft and rule.burden_weights:
            weights.update(rule.burden_weights())
    if not weights:
        return
    ahead = burdens_ahead(named.bureau, horizon, officers, published)
    for name, works in named.works.items():
        mine = ahead.get(name)
        if mine is None:
            continue
        calls, once_more = list[Linear](), Fraction(0)
        for choice, yes in works.items():
            load = _in_blocks(burdens_of(named.bureau, named.bureau.officers[name], choice))
            named.model.penalise(Tier.FAIRNESS, yes, round(_points(weights, load, mine)))
            if choice.origin is Origin.RECALL:
                calls.append(yes)
                once_more = max(once_more, _points(weights, load, load))
        for before in range(1, min(len(calls), PARAMS.repair.further_calls + 1)):
            further = named.model.integer(len(calls))
            named.model.require(total(calls) - further <= before)
            named.model.penalise(Tier.FAIRNESS, further, round(once_more))


def _points(weights: Mapping[str, int], load: Sequence[Fraction], ahead: Sequence[Fraction]) -> Fraction:
    parts = (weights[burden] * one * more for burden, one, more in zip(BURDENS, load, ahead, strict=True))
    return sum(parts, Fraction(0))


def burdens_ahead(
    bureau: Bureau, horizon: Horizon, officers: Sequence[Officer], published: Sequence[Duty]
) -> Ahead:
    """Those without peers are not in it. What stands published is shared by dates present."""
    stands = tallies(bureau, published)
    found: dict[str, Sequence[Fraction]] = {}
    for peers, present in peer_groups(bureau, horizon, officers):
        together = _in_blocks(sum((stands[officer.id] for officer in peers), Tally()))
        all_present = max(sum(present), 1)
        beyond = []
        for officer, past, days in zip(
            peers, past_shares(bureau, horizon.first, peers), present, strict=True
        ):
            borne = _in_blocks(bureau.ledger.get(officer.id, Tally()) + stands[officer.id])
            shares = zip(_blocks(past), together, strict=True)
            fair = [own + amount * days / all_present for own, amount in shares]
            beyond.append([mine - share for mine, share in zip(borne, fair, strict=True)])
        least = [min(amounts) for amounts in zip(*beyond, strict=True)]
        for officer, mine in zip(peers, beyond, strict=True):
            found[officer.id] = [own - low for own, low in zip(mine, least, strict=True)]
    return found


def _in_blocks(tally: Tally) -> list[Fraction]:
    return _blocks(parts_of(tally))


def _blocks(parts: Sequence[Fraction]) -> list[Fraction]:
    return [amount / BLOCK.get(burden, 1) for burden, amount in zip(BURDENS, parts, strict=True)]
