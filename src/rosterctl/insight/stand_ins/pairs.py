"""Two who fill a vacancy together where nobody does alone, best first.

An auxiliary never works without somebody sworn, and a post may lack two people: then each of two is turned
down alone, though both could come. In the place of one duty both do what its officer was to do; it is taken
over by one of them at most, and the other comes from the reserve.

Tried are those whose own lines leave room. The order is that of single stand-ins: the worse way to come
first, then what both have borne together, then how far both have to go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.insight.stand_ins.candidates import StandIn, Way
from rosterctl.insight.stand_ins.trial import Trial
from rosterctl.insight.stand_ins.vacancy import Vacancy

PAIRS_TRIED = 40
"""So many of the best are tried at most, for somebody waits: each costs 7 ms in a station of 24 officers and
60 ms in a unit of a hundred (measured on 2026-11-27)."""
PEOPLE_PAIRED = 80
"""So many of the best are put into pairs, for these are as many as the square of it: 3,160 take 0.7 s."""
PAIRS_WANTED = 5
"""As many as can be asked on the telephone before the duty begins."""


@dataclass(frozen=True)
class StandInPair:
    """Two who come together; `first` would come before `second` if each could alone."""

    first: StandIn
    second: StandIn

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the best first."""
        ways = max(self.first.way, self.second.way), min(self.first.way, self.second.way)
        borne = (one + other for one, other in zip(self.first.burdens, self.second.burdens, strict=True))
        return *ways, *borne, self.first.officer.id, self.second.officer.id


def stand_in_pairs(
    bureau: Bureau, roster: Roster, vacancy: Vacancy, alone: Sequence[StandIn]
) -> tuple[StandInPair, ...]:
    """The best pairs that fill the vacancy, none where one person does.

    `alone` is what `stand_ins` found for the same vacancy in the same roster.
    """
    if any(not one.why and vacancy.is_filled_by(one.officer) for one in alone):
        return ()
    trial = Trial(bureau, roster, vacancy)
    tried = islice(sorted(_worth_a_try(vacancy, alone), key=lambda pair: pair.order), PAIRS_TRIED)
    found = (pair for pair in tried if trial.fills(pair.first.duty, pair.second.duty))
    return tuple(islice(found, PAIRS_WANTED))


def _worth_a_try(vacancy: Vacancy, alone: Sequence[StandIn]) -> Iterator[StandInPair]:
    """Two of the free whose crew would be complete, and of whom at most one takes the duty over."""
    free = sorted((one for one in alone if one.free), key=lambda one: one.order)[:PEOPLE_PAIRED]
    for first, second in combinations(free, 2):
        twice = vacancy.duty is not None and first.way is second.way is Way.RECALL
        if not twice and vacancy.is_filled_by(first.officer, second.officer):
            yield StandInPair(first, second)
