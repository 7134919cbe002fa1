"""Heads that strength targets still want of each unit, once everybody works what was counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    """So many heads more may come from one unit to a strength target of `units`, from `start` to `end`.

    No shift begins or ends in between. Below zero where more are there than the target wants.
    """

    start: Instant
    end: Instant
    heads: int
    units: frozenset[str]
    weight: int = 1


def lacking_by_unit(
    bureau: Bureau, horizon: Horizon, asked: Collection[str], counts: Counts, worked: Iterable[Worked]
) -> dict[str, tuple[Lack, ...]]:
    """What each unit that is `asked` may add so that all together do not pass a target: equal parts, rounded
    down.

    `counts` are theirs; what all others do is `worked`, by those on duty since before the horizon, too.
    """
    spans = [(start, end, unit, heads) for (start, end, unit), heads in _counted(bureau, counts).items()]
    spans += [(choice.start, choice.end, choice.unit, 1) for _, choice in worked]
    cuts = sorted({at for start, end, _, _ in spans for at in (start, end)}.union(_turns(bureau, horizon)))
    changes = {unit: [0] * (len(cuts) + 1) for unit in bureau.units}
    for start, end, unit, heads in spans:
        changes[unit][bisect_left(cuts, start)] += heads
        changes[unit][bisect_left(cuts, end)] -= heads
    there = {unit: list(accumulate(mine)) for unit, mine in changes.items()}
    found: dict[str, list[Lack]] = {unit: [] for unit in asked}
    for target in bureau.strengths:
        units = frozenset(unit for unit in bureau.units if target.covers(unit))
        open_ = units.intersection(asked)
        for stretch in stretches(bureau, horizon, target, cuts) if open_ else ():
            place = bisect_right(cuts, stretch.start) - 1
            short = target.heads - sum(there[unit][place] for unit in units)
            lack = Lack(stretch.start, stretch.end, short // len(open_), units, target.weight)
            for unit in open_:
                found[unit].append(lack)
    return {unit: tuple(lacks) for unit, lacks in found.items()}


def _turns(bureau: Bureau, horizon: Horizon) -> Iterator[Instant]:
    """When any shift of the dates begins or ends: somebody may come or go there whom nobody has counted."""
    for day in horizon:
        for shift in bureau.shifts.values():
            yield from (bureau.clock.number(day, shift.start), bureau.clock.number(day, shift.end))


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
    """The same with the heads that were counted for the units of its target and are not worked there; only
    where some lack.
    """
    cuts = sorted({at for lack in lacks for at in (lack.start, lack.end)})
    undealt: dict[frozenset[str], list[int]] = {}
    for units in {lack.units for lack in lacks}:
        changes = [0] * (len(cuts) + 1)
        for choice, heads in [*counted, *((choice, -1) for choice in worked)]:
            if choice.unit in units:
                changes[bisect_left(cuts, choice.start)] += heads
                changes[bisect_left(cuts, choice.end)] -= heads
        undealt[units] = list(accumulate(changes))
    more = (replace(one, heads=one.heads + undealt[one.units][bisect_left(cuts, one.start)]) for one in lacks)
    return [one for one in more if one.heads > 0]
