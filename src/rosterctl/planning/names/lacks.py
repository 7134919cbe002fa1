"""Heads that strength targets still want of each unit, once everybody works what was counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.counts.groups import Counts
from rosterctl.planning.cover.moments import stretches
from rosterctl.planning.cover.presences import Worked
from rosterctl.rulekit.model.board import Choice
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True, slots=True)
class Lack:
    """So many heads more may come from one unit to a strength target, from `start` to `end`.

    Nobody's choice begins or ends in between. Below zero where more are there than the target wants.
    """

    start: Instant
    end: Instant
    heads: int


def lacking_by_unit(
    bureau: Bureau, horizon: Horizon, counts: Counts, still: Sequence[Worked]
) -> dict[str, tuple[Lack, ...]]:
    """What each unit may add so that all together do not pass a target: equal parts, rounded down.

    `still` are duties from before the horizon.
    """
    spans = [(start, end, unit, heads) for (start, end, unit), heads in _counted(bureau, counts).items()]
    spans += [(choice.start, choice.end, choice.unit, 1) for _, choice in still]
    cuts = sorted({at for start, end, _, _ in spans for at in (start, end)})
    changes = {unit: [0] * (len(cuts) + 1) for unit in bureau.units}
    for start, end, unit, heads in spans:
        changes[unit][bisect_left(cuts, start)] += heads
        changes[unit][bisect_left(cuts, end)] -= heads
    there = {unit: list(accumulate(mine)) for unit, mine in changes.items()}
    found: dict[str, list[Lack]] = {unit: [] for unit in bureau.units}
    for target in bureau.strengths:
        units = [unit for unit in bureau.units if target.covers(unit)]
        for stretch in stretches(bureau, horizon, target, cuts):
            place = bisect_right(cuts, stretch.start) - 1
            short = target.heads - sum(there[unit][place] for unit in units)
            lack = Lack(stretch.start, stretch.end, short // len(units))
            for unit in units:
                found[unit].append(lack)
    return {unit: tuple(lacks) for unit, lacks in found.items()}


def _counted(bureau: Bureau, counts: Counts) -> Mapping[tuple[Instant, Instant, str], int]:
    """Heads by start, end and the unit in which they serve."""
    found: dict[tuple[Instant, Instant, str], int] = {}
    for by_choice in counts.values():
        for (day, name, unit), heads in by_choice.items():
            shift = bureau.shifts[name]
            key = bureau.clock.number(day, shift.start), bureau.clock.number(day, shift.end), unit
            found[key] = found.get(key, 0) + heads
    return found


def with_undealt(
    lacks: Sequence[Lack], counted: Sequence[tuple[Choice, int]], worked: Sequence[Choice]
) -> list[Lack]:
    """The same with the heads that were counted and are not worked; only where some lack."""
    cuts = sorted({at for lack in lacks for at in (lack.start, lack.end)})
    changes = [0] * (len(cuts) + 1)
    for choice, heads in [*counted, *((choice, -1) for choice in worked)]:
        changes[bisect_left(cuts, choice.start)] += heads
        changes[bisect_left(cuts, choice.end)] -= heads
    undealt = list(accumulate(changes))
    more = (replace(one, heads=one.heads + undealt[bisect_left(cuts, one.start)]) for one in lacks)
    return [one for one in more if one.heads > 0]
