"""Where a published roster is broken, by unit and duty day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.altered_wants import UnitDay, demands_changed, vehicles_changed
from rosterctl.planning.standing import Standing
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class Breakage:
    """`before` is the bureau for which the roster was published."""

    bureau: Bureau
    before: Bureau
    horizon: Horizon
    stand: Standing

    def unsettled(self) -> Iterator[UnitDay]:
        """Unit days whose posts have to be looked at, though nobody need be moved for it."""
        for officer, days in self.stand.due.items():
            yield from ((self.bureau.officers[officer].on(day).unit, day) for day in days)
        yield from self._vehicles

    def broken(self) -> dict[str, set[date]]:
        """By unit, the duty days on which people are missing or more are wanted; none for a mere absence."""
        found: dict[str, set[date]] = {}
        for officer in sorted(self.stand.altered & self.bureau.officers.keys()):
            found.setdefault(self.bureau.officers[officer].on(self.horizon.first).unit, set())
        for one in self.stand.fallen:
            if one.duty.unit in self.bureau.units:
                found.setdefault(one.duty.unit, set()).add(one.duty.day)
        for unit, day in self.altered_wants:
            found.setdefault(unit, set()).add(day)
        return {unit: found[unit] for unit in self.bureau.units if unit in found}

    @cached_property
    def altered_wants(self) -> frozenset[UnitDay]:
        return frozenset(demands_changed(self.bureau, self.before, self.horizon))

    @cached_property
    def altered_means(self) -> frozenset[UnitDay]:
        """Unit days on which posts can or must be manned otherwise: other wants or other vehicles."""
        return self.altered_wants | self._vehicles

    @cached_property
    def _vehicles(self) -> frozenset[UnitDay]:
        return frozenset(vehicles_changed(self.bureau, self.before, self.horizon))

    def explained(self) -> dict[tuple[str, date], str]:
        """By officer and date, why a duty has fallen or is new."""
        why = {
            (officer, day): self._due(officer, day)
            for officer, days in self.stand.due.items()
            for day in days
        }
        return why | {(one.duty.officer, one.duty.day): one.why for one in self.stand.fallen}

    def _due(self, officer: str, day: date) -> str:
        now, then = self.bureau.officers[officer], self.before.officers.get(officer)
        if then is None:
            return "new on the roll"
        home, was = now.on(day), then.on(day)
        if (home.unit, home.team) != (was.unit, was.team):
            return f"moved to team {home.team} of {home.unit}"
        return "back on the rotation"
