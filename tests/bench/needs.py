"""Heads on duty against what is asked for: a unit's posts and the bureau's strength, stretch by stretch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ortools.sat.python import cp_model

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import LEADER, Crew
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.post import Level
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import Horizon
from tests.bench.homes import home_of
from tests.bench.law import Law
from tests.bench.options import Option
from tests.bench.placing import wants_by_unit
from tests.bench.stands import Want

SWORN = (Role.SWORN, LEADER)
LEGAL, PLAN, STRENGTH = 1000, 100, 10
"""Weights of one head that lacks for ten minutes."""


class Stretch(NamedTuple):
    start: int
    end: int

    def lies_in(self, start: int, end: int) -> bool:
        return start <= self.start and self.end <= end

    @property
    def tens(self) -> int:
        return (self.end - self.start) // 10


class Needs:
    """Adds soft constraints; `costs` is the sum to be kept small."""

    def __init__(self, model: cp_model.CpModel, bureau: Bureau, horizon: Horizon, law: Law) -> None:
        self.model, self.bureau, self.horizon, self.law = model, bureau, horizon, law
        self.wants = wants_by_unit(bureau, horizon)
        self.costs: list[tuple[cp_model.IntVar, int]] = []
        self.plainly: dict[int, int] = {}

    def add(self, options: Sequence[Option]) -> None:
        stretches = tuple(self._cut(options))
        mine: dict[str, list[Option]] = {unit: [] for unit in self.bureau.units}
        for option in options:
            mine[home_of(option.officer).unit].append(option)
        on_duty: dict[Stretch, dict[str, cp_model.IntVar]] = defaultdict(dict)
        for unit, own in mine.items():
            found = self._covering(own, stretches)
            for stretch in stretches:
                on_duty[stretch][unit] = self._unit(unit, stretch, found.get(stretch, ()))
        self._strength(on_duty)

    def _cut(self, options: Sequence[Option]) -> Iterator[Stretch]:
        """Every duty day, cut wherever on some date a shift, a want or a target begins or ends."""
        starts = self.bureau.day_starts
        wants = [one for found in self.wants.values() for one in found]
        times = [(one.start, one.end) for one in options] + [(one.start, one.end) for one in wants]
        times += [(one.start, one.end) for one in self.bureau.strengths]
        ends = {at for pair in times for at in pair}
        cuts = sorted({(at - starts) % DAY for at in ends} | {0, DAY})
        for n in range(len(self.horizon)):
            for start, end in pairwise(cuts):
                yield Stretch(n * DAY + starts + start, n * DAY + starts + end)

    def _covering(
        self, options: Sequence[Option], stretches: Sequence[Stretch]
    ) -> Mapping[Stretch, list[Option]]:
        """By stretch the options that are on duty in it."""
        found: dict[Stretch, list[Option]] = defaultdict(list)
        a_day = len(stretches) // len(self.horizon)
        for one in options:
            first = max((one.start - self.bureau.day_starts) // DAY, 0) * a_day
            for stretch in stretches[first : first + 2 * a_day]:
                if stretch.lies_in(one.start, one.end):
                    found[stretch].append(one)
        return found

    def _unit(self, unit: str, stretch: Stretch, there: Sequence[Option]) -> cp_model.IntVar:
        """The unit's heads in the stretch, held against its posts' heads, sworn heads and leaders."""
        heads = self._count(there, _anybody)
        sworn = self._count(there, _is_sworn)
        wanted = [one for one in self.wants.get(unit, ()) if stretch.lies_in(one.start, one.end)]
        for level, weight in ((Level.MINIMUM, LEGAL), (Level.PLAN, PLAN)):
            crews = list(_crews(wanted, level))
            both = ([heads], sum(map(_heads, crews))), ([sworn], sum(map(_sworn, crews)))
            self._short(both, weight * stretch.tens)
        if any(one.type for one in wanted):
            for slot in self.law.leaders.get(unit, ()):
                self._short([([self._count(there, slot.accepts)], 1)], LEGAL * stretch.tens)
        auxiliaries = [one.literal for one in there if one.officer.role is Role.AUXILIARY]
        if auxiliaries and self.law.accompanied:
            self.model.add(cp_model.LinearExpr.sum(auxiliaries) <= len(auxiliaries) * sworn)
        return heads

    def _count(self, there: Sequence[Option], accepts: Callable[[Officer], bool]) -> cp_model.IntVar:
        chosen = [one.literal for one in there if accepts(one.officer)]
        number = self.model.new_int_var(0, len(chosen), "")
        self.model.add(cp_model.LinearExpr.sum(chosen) == number)
        self._hint(number, sum(one.plain for one in there if accepts(one.officer)))
        return number

    def _hint(self, number: cp_model.IntVar, plainly: int) -> None:
        """What the number is where everybody works the plain cycle."""
        self.plainly[number.index] = plainly
        self.model.add_hint(number, plainly)

    def _short(self, wants: Sequence[tuple[Sequence[cp_model.IntVar], int]], weight: int) -> None:
        """The most that lacks of any of the heads that are wanted costs its weight."""
        most = max(wanted for _, wanted in wants)
        if not most:
            return
        slack = self.model.new_int_var(0, most, "")
        for numbers, wanted in wants:
            self.model.add(cp_model.LinearExpr.sum(numbers) + slack >= wanted)
        there = ((sum(self.plainly[one.index] for one in numbers), wanted) for numbers, wanted in wants)
        self._hint(slack, max(0, *(wanted - plainly for plainly, wanted in there)))
        self.costs.append((slack, weight))

    def _strength(self, on_duty: Mapping[Stretch, Mapping[str, cp_model.IntVar]]) -> None:
        for target in self.bureau.strengths:
            for n, day in enumerate(self.horizon):
                if not target.applies(day, self.bureau.calendar.types(day)):
                    continue
                for stretch, heads in on_duty.items():
                    if stretch.lies_in(n * DAY + target.start, n * DAY + target.end):
                        there = [number for unit, number in heads.items() if target.covers(unit)]
                        self._short([(there, target.heads)], STRENGTH * target.weight * stretch.tens)


def _crews(wanted: Iterable[Want], most: Level) -> Iterator[Crew]:
    """Of every post the crew of its highest level up to `most`."""
    for want in wanted:
        found = [crew for level, crew in want.crews if level <= most]
        yield from found[-1:]


def _heads(crew: Crew) -> int:
    return crew.heads


def _sworn(crew: Crew) -> int:
    """Sworn heads that no alternative can do without."""
    return min(sum(slot.role in SWORN for slot in slots) for slots in crew.alternatives)


def _anybody(officer: Officer) -> bool:  # noqa: ARG001
    return True


def _is_sworn(officer: Officer) -> bool:
    return officer.role is Role.SWORN
