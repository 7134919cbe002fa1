"""Whether the hard rules still leave room for the lines that stand, with the rotation of the dates to come.

A limit over a month or a rolling window may be kept by what was published and broken by plain duty on the
dates that are added after it; so may one that was made stricter, or one that dates away make smaller. Such
lines are made lawful before anything is searched, so that plain duty never pays for a recall.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair.lines.lawful_lines import Around, DutiesByDate, LawfulLines, lawful_lines
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import ONE_DAY, Horizon


@dataclass(frozen=True)
class RoomLeft:
    """`horizon` is what is carried on, `wide` the same with the dates that are added.

    `past` are the duties before the horizon, `beside` further ones in it that stay. `anew` are units with
    another duty model from a date on.
    """

    bureau: Bureau
    horizon: Horizon
    wide: Horizon
    past: Sequence[Duty]
    beside: Sequence[Duty]
    anew: Mapping[str, date]
    earliest: Instant

    def lawful(
        self, lines: Mapping[str, DutiesByDate], due: Mapping[str, Collection[date]], people: Collection[str]
    ) -> LawfulLines:
        """What comes off the lines of these officers; plain duty on the dates in `due` counts as theirs."""
        asked = self.bureau.officers.keys() & set(people)
        mine = {one: {**self.plain(one, due.get(one, ())), **lines.get(one, {})} for one in sorted(asked)}
        more = [*self.beside, *(duty for one in mine for duty in self.to_come(one).values())]
        before = tuple(duty for duty in self.past if duty.officer in mine)
        return lawful_lines(
            Around(self.bureau, self.wide, before, more, self.earliest, self._may_go(mine)), mine
        )

    def with_growth(
        self, lines: Mapping[str, DutiesByDate], people: Collection[str]
    ) -> Mapping[str, DutiesByDate]:
        """The lines with the plain rotation of these officers on the dates that are added."""
        if self.wide == self.horizon:
            return lines
        return {**lines, **{one: {**lines.get(one, {}), **self.to_come(one)} for one in people}}

    def to_come(self, officer: str) -> dict[date, Duty]:
        """The plain rotation on the dates that are added, but not near a move: there the search decides."""
        added = [day for day in self.wide if day not in self.horizon]
        if not added:
            return {}
        near = self.near_moves(officer)
        return self.plain(officer, [day for day in added if day not in near])

    def plain(self, officer: str, days: Collection[date]) -> dict[date, Duty]:
        """The plain duties of those dates on which the officer is there; no night of a protected one."""
        person, found = self.bureau.officers[officer], {}
        for day in sorted(days):
            shift = self.bureau.plain_shift(person, day) if self.bureau.is_present(person, day) else None
            if shift is not None and not person.is_spared(day, shift):
                unit = person.on(day).unit
                found[day] = in_reserve(self.bureau, officer, day, shift.id, unit, Origin.ROTATION)
        return found

    def near_moves(self, officer: str) -> frozenset[date]:
        """Dates near those on which the officer comes to another team or the unit to another model."""
        reach = range(-PARAMS.repair.move_days, PARAMS.repair.move_days)
        return frozenset(day + step * ONE_DAY for day in self._moves(officer) for step in reach)

    def _moves(self, officer: str) -> Iterator[date]:
        person = self.bureau.officers[officer]
        first, last = (
            self.wide.first - PARAMS.repair.move_days * ONE_DAY,
            self.wide.last + PARAMS.repair.move_days * ONE_DAY,
        )
        yield from (one.first for one in person.moves(first, last) if one.first is not None)
        unit = person.on(self.horizon.first).unit
        if unit in self.anew:
            yield self.anew[unit]
        if unit in self.bureau.units:
            yield from (day for day in self.bureau.units[unit].changes if first < day <= last)

    def _may_go(self, people: Collection[str]) -> Mapping[str, frozenset[date]]:
        return {one: self.near_moves(one) for one in people}
