"""How much of several needs can be borne by those who have room: a maximum flow in whole numbers."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

Step = tuple[int, int]
"""A need and a bearer who takes more of it."""


def most_within(needs: Sequence[int], most: Sequence[Mapping[int, int]], room: Sequence[int]) -> int:
    """The most that can be borne of all `needs` together, nobody bearing more than their `room`.

    `most[need][bearer]` is how much of one need a bearer may take. Shortest augmenting paths (Edmonds-Karp).
    """
    left = list(room)
    taken: list[dict[int, int]] = [dict.fromkeys(bearers, 0) for bearers in most]
    flow = 0
    for need, amount in enumerate(needs):
        open_ = amount
        while open_ and (path := _path(need, most, taken, left)):
            pushed = min(open_, _capacity(path, most, taken), left[path[-1][1]])
            _push(path, taken, pushed)
            left[path[-1][1]] -= pushed
            open_ -= pushed
        flow += amount - open_
    return flow


def _path(
    need: int, most: Sequence[Mapping[int, int]], taken: Sequence[Mapping[int, int]], left: Sequence[int]
) -> list[Step]:
    """Steps to a bearer with room; with each step but the first, a need is freed of the bearer before it."""
    before: dict[int, Step | None] = {need: None}
    queue = deque([need])
    while queue:
        here = queue.popleft()
        for bearer, limit in most[here].items():
            if taken[here][bearer] >= limit:
                continue
            if left[bearer]:
                return [*_steps(before, here), (here, bearer)]
            for other, by in enumerate(taken):
                if other not in before and by.get(bearer):
                    before[other] = (here, bearer)
                    queue.append(other)
    return []


def _steps(before: Mapping[int, Step | None], need: int) -> list[Step]:
    steps: list[Step] = []
    step = before[need]
    while step is not None:
        steps.append(step)
        step = before[step[0]]
    return steps[::-1]


def _capacity(
    path: Sequence[Step], most: Sequence[Mapping[int, int]], taken: Sequence[Mapping[int, int]]
) -> int:
    taking = [most[need][bearer] - taken[need][bearer] for need, bearer in path]
    giving = [taken[need][bearer] for (need, _), (_, bearer) in zip(path[1:], path, strict=False)]
    return min(taking + giving)


def _push(path: Sequence[Step], taken: Sequence[dict[int, int]], amount: int) -> None:
    for need, bearer in path:
        taken[need][bearer] += amount
    for (need, _), (_, bearer) in zip(path[1:], path, strict=False):
        taken[need][bearer] -= amount
