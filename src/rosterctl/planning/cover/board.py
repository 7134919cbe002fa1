"""Who is on duty together and what they man: the cover board of every stage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.event import Event
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Kind
from rosterctl.planning.cover.moments import NOTHING_UNKNOWN, cut, stretches
from rosterctl.planning.cover.presences import Elsewhere, Presence, Worked
from rosterctl.rulekit.model.board import Choice, Expression, Moment, Stretch, Want
from rosterctl.solver.linear import total
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Solved
from rosterctl.timeline.clock import Instant

Manned = tuple[Moment, Want, Level, int]
"""Posts of a want that are manned at a moment by an alternative of the crew of a level."""


class Cover:
    """Implements `rulekit.model.board.CoverBoard` over presences.

    `still` are duties that are assumed to have begun before the horizon and may last into it: heads that man
    no post. `unknown` says by unit until when they do; a post may be empty until then at no cost. In the
    count stage the presences are integers of the model, later they are numbers. What is manned and
    hosted is chosen by the model unless given.
    """

    def __init__(
        self,
        bureau: Bureau,
        horizon: Iterable[date],
        presences: Sequence[Presence],
        model: Model,
        manned: Mapping[Manned, int] | None = None,
        hosted: Mapping[tuple[str, str], int] | None = None,
        units: Iterable[str] | None = None,
        elsewhere: Elsewhere | None = None,
        still: Sequence[Worked] = (),
        unknown: Mapping[str, Instant] = NOTHING_UNKNOWN,
        now: int = 0,
    ) -> None:
        self.bureau = bureau
        self.days: Sequence[date] = tuple(horizon)
        self.model = model
        self.manning: dict[Manned, Expression] = {}
        self.hosting: dict[tuple[str, str], Expression] = {}
        self._legal: list[tuple[date, Expression]] = []
        self._given_manned, self._given_hosted = manned, hosted
        self._elsewhere = elsewhere
        self._units = tuple(units if units is not None else bureau.units)
        still = [(officer, choice) for officer, choice in still if choice.unit in self._units]
        served = [*(one.choice for one in presences), *(choice for _, choice in still)]
        self._changes = _changes(bureau, self._units, served)
        self._by_unit, self._wants = cut(bureau, self.days, self._changes, unknown)
        self._starts = {unit: [one.start for one in moments] for unit, moments in self._by_unit.items()}
        self.moments: Sequence[Moment] = [one for moments in self._by_unit.values() for one in moments]
        self._present: dict[Moment, dict[Kind, Expression]] = {moment: {} for moment in self.moments}
        self._now, self._open = now, set[Moment]()
        self._kinds: dict[str, dict[Kind, Officer]] = {unit: {} for unit in self._units}
        self._accepted: dict[tuple[str, Callable[[Officer], bool]], frozenset[Kind]] = {}
        self._count_heads(presences)
        self._still: dict[Moment, list[Officer]] = {}
        self._count_still(still)

    def wants(self, moment: Moment) -> Sequence[Want]:
        return self._wants[moment]

    def officers(self, unit: str) -> Sequence[Officer]:
        return tuple(self._kinds[unit].values())

    def heads(self, moment: Moment, accepts: Callable[[Officer], bool]) -> Expression:
        key = (moment.unit, accepts)
        accepted = self._accepted.get(key)
        if accepted is None:
            kinds = self._kinds[moment.unit]
            accepted = frozenset(kind for kind, officer in kinds.items() if accepts(officer))
            self._accepted[key] = accepted
        still = sum(accepts(officer) for officer in self._still.get(moment, ()))
        return total(heads for kind, heads in self._present[moment].items() if kind in accepted) + still

    def free(self, moment: Moment, accepts: Callable[[Officer], bool]) -> Expression:
        still = sum(accepts(officer) for officer in self._still.get(moment, ()))
        return self.heads(moment, accepts) - still

    def is_decided(self, moment: Moment) -> bool:
        return self._now > 0 and moment not in self._open

    def manned(self, moment: Moment, want: Want, level: Level, alternative: int) -> Expression:
        state = (moment, want, level, alternative)
        if state not in self.manning:
            given = self._given_manned
            most = len(want.posts)
            self.manning[state] = self.model.integer(most) if given is None else given.get(state, 0)
        return self.manning[state]

    def hosted(self, event: Event, unit: str) -> Expression:
        key = (event.id, unit)
        if key not in self.hosting:
            given = self._given_hosted
            self.hosting[key] = self.model.integer(event.sites) if given is None else given.get(key, 0)
        return self.hosting[key]

    def strength_moments(self, target: StrengthTarget) -> Iterator[tuple[Stretch, Expression]]:
        units = [unit for unit in self._units if target.covers(unit)]
        cuts = {at for unit in units for at in self._changes[unit]}
        if self._elsewhere:
            cuts.update(self._elsewhere.cuts)
        for stretch in stretches(self.bureau, self.days, target, sorted(cuts)):
            heads = total(heads for unit in units for heads in self._heads_at(unit, stretch.start))
            yield stretch, heads + (self._elsewhere.heads(target, stretch) if self._elsewhere else 0)

    def require(self, condition: Expression) -> None:
        self.model.require(condition)

    def slack(self, most: int) -> Expression:
        return self.model.integer(most)

    def penalise(self, tier: Tier, expression: Expression, weight: int, label: str, day: date) -> None:
        self.model.penalise(tier, expression, weight, label)
        if tier is Tier.LEGAL:
            self._legal.append((day, expression))

    def short_days(self, solved: Solved) -> frozenset[date]:
        """The dates on which legal minima are short."""
        return frozenset(day for day, short in self._legal if solved.value(short) > 0)

    def _heads_at(self, unit: str, instant: int) -> Sequence[Expression]:
        moment = self._by_unit[unit][bisect_right(self._starts[unit], instant) - 1]
        return (*self._present[moment].values(), len(self._still.get(moment, ())))

    def _count_heads(self, presences: Sequence[Presence]) -> None:
        terms: dict[tuple[Moment, Kind], list[int]] = {}
        for number, presence in enumerate(presences):
            choice = presence.choice
            self._kinds[choice.unit].setdefault(presence.kind, presence.officer)
            moments = self._by_unit[choice.unit]
            for place in range(bisect_left(self._starts[choice.unit], choice.start), len(moments)):
                moment = moments[place]
                if moment.end > choice.end:
                    break
                terms.setdefault((moment, presence.kind), []).append(number)
                if choice.start >= self._now:
                    self._open.add(moment)
        same: dict[tuple[int, ...], Expression] = {}
        for (moment, kind), numbers in terms.items():
            key = tuple(numbers)
            if key not in same:
                same[key] = self._sum_of([presences[number] for number in numbers])
            self._present[moment][kind] = same[key]

    def _count_still(self, still: Sequence[Worked]) -> None:
        """Those whose duty began before the horizon and lasts into it."""
        for officer, choice in still:
            for moment in self._by_unit[choice.unit]:
                if moment.end > choice.end:
                    break
                if choice.start <= moment.start:
                    self._still.setdefault(moment, []).append(self.bureau.officers[officer])

    def _sum_of(self, presences: Sequence[Presence]) -> Expression:
        """One integer of its own for a sum of several, so that the rules' conditions stay short."""
        whole = total(presence.count for presence in presences)
        if len(presences) == 1 or isinstance(whole, int):
            return whole
        heads = self.model.integer(sum(presence.most for presence in presences))
        self.model.require(whole.equals(heads))
        return heads


def _changes(bureau: Bureau, units: Iterable[str], served: Iterable[Choice]) -> dict[str, set[Instant]]:
    """By unit, the instants at which any choice served there starts or ends, or a vehicle goes or comes."""
    changes: dict[str, set[Instant]] = {unit: set() for unit in units}
    for choice in served:
        changes[choice.unit].update((choice.start, choice.end))
    for vehicle, times in bureau.workshop.items():
        unit = bureau.vehicles[vehicle].unit
        if unit in changes:
            changes[unit].update(*times)
    return changes
