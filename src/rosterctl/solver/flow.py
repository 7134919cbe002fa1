"""How much of several needs can be borne by those who have room: a maximum flow in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from ortools.graph.python import max_flow

SOURCE, SINK = 0, 1
"""The first two nodes; the needs come after them, then the bearers."""


def most_within(needs: Sequence[int], most: Sequence[Mapping[int, int]], room: Sequence[int]) -> int:
    """The most that can be borne of all `needs` together, nobody bearing more than their `room`.

    `most[need][bearer]` is how much of one need a bearer may take; bearers are places in `room`. All amounts
    are whole and not negative. RuntimeError if OR-Tools does not find the optimum of it, which it always can.
    """
    pairs = [(need, bearer, limit) for need, row in enumerate(most) for bearer, limit in row.items()]
    if not pairs:
        return 0  # A graph without the arcs between has no sink to flow to.
    first_need = SINK + 1
    first_bearer = first_need + len(needs)
    # Source to need: what is wanted; need to bearer: what they may take of it; bearer to sink: their room.
    arcs = [(SOURCE, first_need + need, amount) for need, amount in enumerate(needs)]
    arcs += [(first_need + need, first_bearer + bearer, limit) for need, bearer, limit in pairs]
    arcs += [(first_bearer + bearer, SINK, left) for bearer, left in enumerate(room)]
    tails, heads, capacities = (np.array(column) for column in zip(*arcs, strict=True))
    flow = max_flow.SimpleMaxFlow()
    flow.add_arcs_with_capacity(tails, heads, capacities)
    status = flow.solve(SOURCE, SINK)
    if status != flow.OPTIMAL:
        raise RuntimeError(f"maximum flow ended with {status}")
    return int(flow.optimal_flow())
