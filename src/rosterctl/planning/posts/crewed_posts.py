"""Who mans which post at each moment, and what that counts as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Level
from rosterctl.planning.cover.board import Manned
from rosterctl.rulekit.model.board import Moment, Want
from rosterctl.solver.matching import cheapest_matching


@dataclass(frozen=True, slots=True)
class Crewed:
    """A post manned at a moment: by which alternative, and the officers in the order of its slots."""

    want: Want
    level: Level
    alternative: int
    officers: tuple[str, ...]


@dataclass
class Posting:
    """Where everybody of one unit stands at each moment."""

    bureau: Bureau
    unit: str
    crews: dict[Moment, dict[str, Crewed]] = field(default_factory=dict)
    vehicles: dict[Moment, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def manned(self) -> Iterator[tuple[Manned, int]]:
        """The posts really manned, as counts by state.

        A crew sent for one level may happen to complete a higher one, and then counts for that.
        """
        known: dict[tuple[Want, tuple[str, ...]], tuple[Level, int]] = {}
        for moment, posts in self.crews.items():
            counts: dict[Manned, int] = {}
            for crewed in posts.values():
                key = (crewed.want, crewed.officers)
                if key not in known:
                    known[key] = self._completed(crewed)
                state = (moment, crewed.want, *known[key])
                counts[state] = counts.get(state, 0) + 1
            yield from counts.items()

    def _completed(self, crewed: Crewed) -> tuple[Level, int]:
        """The highest level, by which of its alternatives, that the officers complete."""
        crew = [self.bureau.officers[officer] for officer in crewed.officers]
        for level, wanted in reversed(crewed.want.crews):
            if level <= crewed.level:
                break
            for number, slots in enumerate(wanted.alternatives):
                rows = [{seat: 0 for seat, one in enumerate(crew) if slot.accepts(one)} for slot in slots]
                if None not in cheapest_matching(rows, [1] * len(rows)):
                    return level, number
        return crewed.level, crewed.alternative
