"""The cheapest way to fill slots with people: minimum-cost flow on a bipartite graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from ortools.graph.python import min_cost_flow

from rosterctl.solver.params import SOLVER


def cheapest_matching(costs: Sequence[Mapping[int, int]], unfilled: Sequence[int]) -> list[int | None]:
    """For each slot the person who fills it, or None.

    `costs[slot]` maps the persons who may fill the slot to what that costs (0 to 9,999); a slot left empty
    costs `unfilled[slot]` times `SOLVER.unfilled`, a million. Nobody fills two slots. The result is optimal.
    """
    if not costs:
        return []
    people = sorted({person for row in costs for person in row})
    node = {person: len(costs) + place for place, person in enumerate(people)}
    pairs = [(slot, person, cost) for slot, row in enumerate(costs) for person, cost in row.items()]
    sink = len(costs) + len(people)
    tails = [slot for slot, _, _ in pairs] + list(range(len(costs))) + list(node.values())
    heads = [node[person] for _, person, _ in pairs] + [sink] * (len(costs) + len(people))
    prices = (
        [cost for _, _, cost in pairs] + [weight * SOLVER.unfilled for weight in unfilled] + [0] * len(people)
    )
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        np.array(tails), np.array(heads), np.ones(len(tails), dtype=np.int64), np.array(prices)
    )
    for slot in range(len(costs)):
        flow.set_node_supply(slot, 1)
    flow.set_node_supply(sink, -len(costs))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"minimum-cost flow ended with {status}")
    found: list[int | None] = [None] * len(costs)
    for arc, (slot, person, _) in enumerate(pairs):
        if flow.flow(arc):
            found[slot] = person
    return found
