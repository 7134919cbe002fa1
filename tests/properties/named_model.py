"""A whole bureau of named officers in CP-SAT: the peer of the count model.

Posts are manned by saying how many of each kind fill each slot; nothing is shared with the planning. Known
are posts, crews, leaders, auxiliaries, vehicles and strength. The bureau must not have more than that: no
events, no outages, no reach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ortools.sat.python import cp_model

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import SHORT_TIERS, PostDemand, heads_short, post_demands
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.domain.unit import UnitKind
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import Horizon
from tests.properties.named_lines import Expression, NamedLines

Kind = tuple[Role, bool, frozenset[str]]
"""Role, whether a leader, skills: what crews and leaders ask for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Part of a duty day in which nothing changes; minutes since midnight of its date."""

    day: date
    start: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.start


@dataclass
class There:
    """Who may be on duty in a unit: heads by kind, an officer of each, and what posts take of them."""

    people: list[tuple[Officer, Expression]]
    heads: dict[Kind, Expression]
    example: dict[Kind, Officer]
    taken: dict[Kind, list[Expression]]


class NamedModel:
    """The rosters of a bureau that keep the rotation; with `release` people may be let off on any date."""

    def __init__(self, bureau: Bureau, horizon: Horizon, *, release: bool) -> None:
        self.bureau, self.horizon, self.model = bureau, horizon, cp_model.CpModel()
        self.lines = NamedLines(bureau, horizon, self.model, release=release)
        self._costs: dict[Tier, list[Expression]] = {tier: [0] for tier in Tier}
        self._costs[Tier.CHANGES].append(self.lines.off)
        for cell in self._cells():
            here = self._on_duty(cell)
            for unit, there in here.items():
                self._man(unit, cell, there)
            self._strengths(cell, here)

    def cost(self, tier: Tier) -> Expression:
        return sum(self._costs[tier])

    def hold(self, most: Mapping[Tier, int]) -> None:
        for tier, value in most.items():
            self.model.add(self.cost(tier) <= value)

    def suggest(self, duties: Sequence[Duty], *, fixed: bool = False) -> None:
        """These duties as a hint; with `fixed` there are no others."""
        worked = {(one.officer, one.day, one.shift) for one in duties}
        for line in self.lines.by_officer.values():
            for day in self.horizon:
                for works in line.get(day, ()):
                    is_worked = (works.duty.officer, day, works.duty.shift) in worked
                    if fixed:
                        self.model.add(works.chosen == is_worked)
                    else:
                        self.model.add_hint(works.chosen, is_worked)

    def _cells(self) -> Iterator[Cell]:
        bureau, starts = self.bureau, self.bureau.day_starts
        windows = [window for kind in bureau.post_types.values() for window in kind.windows]
        ends = {at for one in bureau.shifts.values() for at in (one.start, one.end)}
        ends |= {at for one in bureau.strengths for at in (one.start, one.end)}
        ends |= {at for one in windows for at in (one.start, one.end)}
        cuts = sorted({starts, starts + DAY} | {starts + (at - starts) % DAY for at in ends})
        for day in self.horizon:
            for start, end in pairwise(cuts):
                yield Cell(day, start, end)

    def _on_duty(self, cell: Cell) -> dict[str, There]:
        ahead = (cell.day - self.horizon.first).days * DAY
        here = {unit: There([], {}, {}, {}) for unit in self.bureau.units}
        for name, line in self.lines.by_officer.items():
            officer = self.bureau.officers[name]
            there, kind = here[officer.on(cell.day).unit], (officer.role, officer.leader, officer.skills)
            for day in (cell.day - timedelta(days=1), cell.day):
                for works in line.get(day, ()):
                    if works.start <= ahead + cell.start and ahead + cell.end <= works.end:
                        there.people.append((officer, works.chosen))
                        there.heads[kind] = there.heads.get(kind, 0) + works.chosen
                        there.example[kind] = officer
                        there.taken[kind] = []
        return here

    def _man(self, unit: str, cell: Cell, there: There) -> None:
        sworn = sum(heads for kind, heads in there.heads.items() if kind[0] is Role.SWORN)
        for officer, chosen in there.people:
            if officer.role is Role.AUXILIARY:
                self.model.add(chosen <= sworn)
        wanted: dict[str, list[PostDemand]] = {}
        for one in post_demands(self.bureau, cell.day):
            if one.post.unit == unit and one.start <= cell.start and cell.end <= one.end:
                wanted.setdefault(one.type.id, []).append(one)
        if not wanted:
            return
        manned = [(same[0].type, self._crews(same, cell, there)) for same in wanted.values()]
        for kind, heads in there.heads.items():
            self.model.add(sum(there.taken[kind]) <= heads)
        cars = sum(one.unit == unit for one in self.bureau.vehicles.values())
        self.model.add(sum(number for kind, number in manned if kind.vehicle) <= cars)
        self._leaders(unit, cell, there)

    def _crews(self, same: Sequence[PostDemand], cell: Cell, there: There) -> Expression:
        """How many of like posts are manned; every slot is filled by so many of each kind."""
        crews, posts = same[0].crews, len(same)
        reached: dict[Level, Expression] = {}
        for level, wanted in crews:
            for alternative in wanted.alternatives:
                number = self.model.new_int_var(0, posts, "")
                reached[level] = reached.get(level, 0) + number
                for slot, times in Counter(alternative).items():
                    fills = []
                    for kind, officer in there.example.items():
                        if slot.accepts(officer):
                            fills.append(self.model.new_int_var(0, posts * times, ""))
                            there.taken[kind].append(fills[-1])
                    self.model.add(sum(fills) == times * number)
        manned = sum(reached.values())
        self.model.add(manned <= posts)
        for wanted_level, _ in crews:
            lack = heads_short(crews, wanted_level, None) * (posts - manned)
            for level, number in reached.items():
                lack += heads_short(crews, wanted_level, level) * number
            self._costs[SHORT_TIERS[wanted_level]].append(cell.minutes * lack)
        return manned

    def _leaders(self, unit: str, cell: Cell, there: There) -> None:
        both = self.bureau.units[unit].kind is not UnitKind.POINT
        for skill in ("", *(("patrol", "traffic") if both else ())):
            leading = sum(
                heads
                for (role, leads, skills), heads in there.heads.items()
                if role is Role.SWORN and leads and (not skill or skill in skills)
            )
            missing = self.model.new_bool_var("")
            self.model.add(leading + missing >= 1)
            self._costs[Tier.LEGAL].append(cell.minutes * missing)

    def _strengths(self, cell: Cell, here: Mapping[str, There]) -> None:
        for target in self.bureau.strengths:
            kinds = self.bureau.calendar.types(cell.day)
            if target.applies(cell.day, kinds) and target.start <= cell.start and cell.end <= target.end:
                heads = sum(chosen for unit in here if target.covers(unit) for _, chosen in here[unit].people)
                missing = self.model.new_int_var(0, target.heads, "")
                self.model.add(heads + missing >= target.heads)
                self._costs[Tier.STRENGTH].append(cell.minutes * target.weight * missing)
