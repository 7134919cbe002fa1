"""Which vehicle goes with which post: a post keeps its vehicle for as long as it is manned and runs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.model.board import Moment


class MotorPool:
    """The vehicles of one unit, handed out moment after moment."""

    def __init__(self, bureau: Bureau, unit: str) -> None:
        self._bureau = bureau
        self._vehicles = [vehicle for vehicle in bureau.vehicles.values() if vehicle.unit == unit]
        self._last: dict[str, tuple[str, ...]] = {}

    def park(self, vehicles: Mapping[str, tuple[str, ...]]) -> None:
        """These posts had these vehicles last."""
        self._last.update(vehicles)

    def allot(self, moment: Moment, needs: Mapping[str, tuple[str, int]]) -> dict[str, tuple[str, ...]]:
        """Vehicle ids by post; `needs` are (kind, number) by post. Fewer where the pool is empty.

        Posts that can keep their vehicles are served first, so that nobody takes from them what they drive.
        """
        running = {
            vehicle.id: vehicle.kind
            for vehicle in self._vehicles
            if self._bureau.runs(vehicle, moment.start, moment.end)
        }
        found: dict[str, tuple[str, ...]] = {}
        taken: set[str] = set()
        for post in needs:
            own = self._last.get(post, ())
            if own and running.keys() >= set(own) and taken.isdisjoint(own):
                found[post] = own
                taken.update(own)
        for post, (kind, number) in needs.items():
            if post not in found:
                parked = (one for one, its in running.items() if its == kind and one not in taken)
                found[post] = tuple(islice(parked, number))
                taken.update(found[post])
        self._last.update(found)
        return found
