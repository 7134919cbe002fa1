"""How many are on duty at a moment when every team works its rotation and nobody is called in.

Counted from the rotation alone, before any search: *plain* is what the rotation gives, *stretched* what the
shifts on offer could give at that moment at most (two teams overlapping, 压茬).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.shift import Shift
from rosterctl.timeline.clock import DAY, WallMinute

TeamKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class HeadRange:
    """A number of heads over several dates."""

    least: int
    mean: float
    most: int

    @classmethod
    def over(cls, numbers: Iterable[int]) -> HeadRange:
        found = sorted(numbers) or [0]
        return cls(found[0], sum(found) / len(found), found[-1])


class RotationHeads:
    """Heads of a bureau (or those of one role) by team and date, everyone present or with the absences."""

    def __init__(self, bureau: Bureau, role: Role | None = None) -> None:
        self.bureau = bureau
        self.role = role
        self._present: dict[date, Counter[TeamKey]] = {}
        self._serving: dict[date, Counter[TeamKey]] = {}

    @cached_property
    def teams(self) -> tuple[TeamKey, ...]:
        """Every team of any duty model, in the order of the files."""
        return tuple(
            dict.fromkeys(
                (unit.id, team.id)
                for unit in self.bureau.units.values()
                for model in unit.models
                for team in model.teams
            )
        )

    @cached_property
    def officers(self) -> tuple[Officer, ...]:
        """Those of the role, in the order of the files."""
        return tuple(one for one in self.bureau.officers.values() if self.role in (None, one.role))

    def serving(self, day: date) -> Counter[TeamKey]:
        """Heads on the roll by team."""
        if day not in self._serving:
            self._serving[day] = _by_team((one for one in self.officers if one.serves(day)), day)
        return self._serving[day]

    def present(self, day: date) -> Counter[TeamKey]:
        """Heads on the roll and not absent by team."""
        if day not in self._present:
            present = (one for one in self.officers if self.bureau.is_present(one, day))
            self._present[day] = _by_team(present, day)
        return self._present[day]

    def on_duty(
        self, day: date, minute: int, *, absences: bool, stretched: bool, units: tuple[str, ...] = ()
    ) -> int:
        """Heads at a minute of a duty day (past 1,440: the next morning), in `units` or in all."""
        found = 0
        for unit, team in self.teams:
            if units and unit not in units:
                continue
            for back in (-1, 0, 1):
                worked = day - timedelta(days=back)
                offered = self.bureau.offered(unit, team, worked)
                at = minute + back * DAY
                if any(one.start <= at < one.end for one in (offered if stretched else offered[:1])):
                    heads = self.present(worked) if absences else self.serving(worked)
                    found += heads[unit, team]
                    break
        return found

    def through(
        self,
        day: date,
        window: tuple[int, int],
        *,
        absences: bool = False,
        stretched: bool = False,
        units: tuple[str, ...] = (),
    ) -> int:
        """The fewest heads at any moment of a window (start, end) of a duty day."""
        return min(
            self.on_duty(day, minute, absences=absences, stretched=stretched, units=units)
            for minute in self._moments(window)
        )

    def _moments(self, window: tuple[int, int]) -> Iterator[int]:
        """The start of the window and every minute in it at which some shift may begin or end."""
        start, end = window
        yield start
        yield from (edge for edge in self.edges if start < edge < end)

    @cached_property
    def edges(self) -> tuple[WallMinute, ...]:
        """Every minute of two days at which some shift that is worked here begins or ends."""
        found: set[WallMinute] = set()
        for unit in self.bureau.units.values():
            for model in unit.models:
                for team in model.teams:
                    for letter in self.bureau.rotations[team.rotation].shifts:
                        for shift in self.bureau.shifts_on(model, team, letter):
                            found.update(_edges(shift))
        return tuple(sorted(found))


def _by_team(officers: Iterable[Officer], day: date) -> Counter[TeamKey]:
    found: Counter[TeamKey] = Counter()
    for officer in officers:
        assignment = officer.on(day)
        found[assignment.unit, assignment.team] += 1
    return found


def _edges(shift: Shift) -> Iterator[WallMinute]:
    for edge in (shift.start, shift.end):
        yield from (WallMinute(edge % DAY), WallMinute(edge % DAY + DAY))
