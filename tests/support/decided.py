"""A cover board on which everything is decided: it reads a record and answers in numbers.

A rule's `cover` run on it says what the model would make a roster pay, and whether it would allow it, to be
compared with what the rule's `check` says. Time is cut at every instant at which anything changes anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from rosterctl.domain.demand import PostDemand, site_id
from rosterctl.domain.event import Event
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.audit.facts.complete import is_complete
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.model.board import Moment, Stretch, Want
from rosterctl.timeline.clock import EPOCH
from rosterctl.timeline.span import Span


@dataclass
class Slack:
    """A number that becomes as large as the conditions on it ask for."""

    most: int
    offset: int = 0
    factor: int = 1
    root: Slack | None = None
    value: int = 0

    def __radd__(self, number: int) -> Slack:
        return Slack(self.most, self.offset + number, root=self.root or self)

    def __ge__(self, number: int) -> bool:
        assert self.root is not None
        self.root.value = max(self.root.value, number - self.offset, 0)
        return self.root.value <= self.most


def minutes(span: Span) -> tuple[int, int]:
    """A span in minutes since 1970-01-01 UTC."""
    start, end = (int((at - EPOCH).total_seconds()) // 60 for at in (span.start, span.end))
    return start, end


@dataclass
class Decided:
    """Implements `rulekit.model.board.CoverBoard`; `holds` says whether every condition so far did."""

    record: Record
    holds: bool = True
    costs: dict[Tier, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bureau = self.record.bureau
        self.days = tuple(self.record.horizon)
        self._duties = [(minutes(one.span), one) for line in self.record.served.values() for one in line]
        self._stays = [(minutes(stay.span), stay) for stay in self.record.stays]
        self.moments = [
            Moment(unit, day, start, end)
            for unit in self.bureau.units
            for day in self.days
            for start, end in self._cut(
                self._span(day, self.bureau.day_starts, self.bureau.day_starts + 1440)
            )
        ]

    def wants(self, moment: Moment) -> list[Want]:
        wants: dict[object, Want] = {}
        for demand in self.record.demands:
            if demand.post.unit == moment.unit and self._covers(demand, moment):
                kind = demand.type
                key = (demand.crews, kind.vehicle, kind.vehicles)
                same = wants[key].posts if key in wants else ()
                wants[key] = Want((*same, demand.post.id), demand.crews, kind.vehicle, kind.vehicles)
        for event in self.bureau.events:
            start, end = self._span(event.day, event.start, event.end)
            if moment.unit in event.units and start <= moment.start and moment.end <= end:
                sites = tuple(site_id(event, number) for number in range(1, event.sites + 1))
                wants[event.id] = Want(sites, ((event.level, event.crew),), "", 0, event.id)
        return list(wants.values())

    def officers(self, unit: str) -> list[Officer]:
        lenders = {unit, *self.bureau.units[unit].lenders}
        people = self.bureau.officers.values()
        return [one for one in people if lenders & {home.unit for home in one.assignments}]

    def heads(self, moment: Moment, accepts: Callable[[Officer], bool]) -> int:
        return sum(
            worked.unit == moment.unit
            and start <= moment.start
            and moment.end <= end
            and accepts(worked.officer)
            for (start, end), worked in self._duties
        )

    def free(self, moment: Moment, accepts: Callable[[Officer], bool]) -> int:
        return self.heads(moment, accepts)

    def is_decided(self, moment: Moment) -> bool:  # noqa: ARG002
        return False

    def manned(self, moment: Moment, want: Want, level: Level, alternative: int) -> int:
        return sum(self._state(moment, want, post) == (level, alternative) for post in want.posts)

    def hosted(self, event: Event, unit: str) -> int:
        span = self.record.answered(self.bureau.clock.span(event.day, event.start, event.end))
        sites = {site_id(event, number) for number in range(1, event.sites + 1)}
        here = (stay for _, stay in self._stays if stay.post in sites and stay.unit == unit)
        return len({stay.post for stay in here if span and stay.span.overlaps(span)})

    def strength_moments(self, target: StrengthTarget) -> Iterator[tuple[Stretch, int]]:
        for day in self.days:
            if target.applies(day, self.bureau.calendar.types(day)):
                for start, end in self._cut(self._span(day, target.start, target.end)):
                    yield (
                        Stretch(day, start, end),
                        sum(
                            target.covers(worked.unit) and since <= start and end <= until
                            for (since, until), worked in self._duties
                        ),
                    )

    def require(self, condition: bool) -> None:
        self.holds = self.holds and condition

    def slack(self, most: int) -> Slack:
        return Slack(most)

    def penalise(self, tier: Tier, expression: int | Slack, weight: int, label: str, day: date) -> None:
        assert label
        assert day
        amount = expression.value if isinstance(expression, Slack) else expression
        self.costs[tier] = self.costs.get(tier, 0) + amount * weight

    def _span(self, day: date, start: int, end: int) -> tuple[int, int]:
        return self.bureau.clock.number(day, start), self.bureau.clock.number(day, end)

    def _cut(self, within: tuple[int, int]) -> Iterator[tuple[int, int]]:
        ends = [span for span, _ in (*self._duties, *self._stays)]
        ends += [
            self._span(one.day, one.start, one.end) for one in (*self.record.demands, *self.bureau.events)
        ]
        cuts = {at for span in (*ends, within) for at in span if within[0] <= at <= within[1]}
        yield from pairwise(sorted(cuts))

    def _covers(self, demand: PostDemand, moment: Moment) -> bool:
        start, end = self._span(demand.day, demand.start, demand.end)
        return start <= moment.start and moment.end <= end

    def _state(self, moment: Moment, want: Want, post: str) -> tuple[Level, int] | None:
        """The highest level reached, and the first alternative by which it is."""
        here = [
            stay.officer
            for (start, end), stay in self._stays
            if stay.post == post and stay.unit == moment.unit and start <= moment.start and moment.end <= end
        ]
        for level, crew in reversed(want.crews):
            for place, alternative in enumerate(crew.alternatives):
                if is_complete(alternative, here):
                    return level, place
        return None
