"""Every lawful way to carry a published roster on, from what a repair promises and not from how it is found.

Fixed is what is published, but for the open dates: on those on which people are missing in a unit or more is
wanted of it, everybody of the unit may be moved; whose absences or place have changed may fall back to the
plain rotation on any date, which on a day off is nothing. Rosters are held against each other by the audit
and by `every_roster`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import post_demands
from rosterctl.domain.exchange import Handover
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.timeline.horizon import Horizon
from tests.bureaus import duty, roster_of
from tests.properties.every_roster import Line, Rosters, all_rosters, offered

ALONE = ("availability", "overtime-month", "protected")
"""The rules that may forbid a duty whatever else is worked."""
SOON, LATER = ((3, 4), (7, 2)), 1
"""What a change within so many days weighs, and any later one. On a day off it weighs twice that."""


@dataclass(frozen=True)
class Case:
    """A roster published in `before`, carried on from `horizon.first` in `now`; posts do not matter here."""

    before: Bureau
    now: Bureau
    published: Roster
    horizon: Horizon
    earliest: int

    @property
    def past(self) -> list[Duty]:
        every = (*self.published.before, *self.published.duties)
        mine = (one for one in every if one.day < self.horizon.first and one.officer in self.now.officers)
        return [_in_reserve(self.now, one) for one in mine]

    @cached_property
    def planned(self) -> list[Duty]:
        mine = (one for one in self.published.duties if one.day in self.horizon)
        return [_in_reserve(self.before, one) for one in mine]

    @cached_property
    def fallen(self) -> list[Duty]:
        return [one for one in self.planned if not self._stands(one)]

    @cached_property
    def due(self) -> list[Duty]:
        """Of those who were away, or elsewhere, and are there now: the plain rotation."""
        return list(self._due())

    @cached_property
    def baseline(self) -> Mapping[tuple[str, date], Duty]:
        """What would be worked if nobody were moved."""
        stands = (one for one in self.planned if one not in self.fallen)
        return {(one.officer, one.day): one for one in (*stands, *self.due)}

    @cached_property
    def given(self) -> frozenset[tuple[str, date]]:
        """Officers and dates whose duty is another's by an exchange."""
        return frozenset((leg.giver, leg.day) for legs in self.now.handovers for leg in legs)

    @cached_property
    def agreed(self) -> frozenset[tuple[str, date]]:
        """Officers and dates next to an exchange: only the plain rotation is new to them there."""
        return frozenset(
            (officer, leg.day + timedelta(days=days))
            for legs in self.now.handovers
            for leg in legs
            for officer in (leg.giver, leg.taker)
            for days in (-1, 0, 1)
        )

    @cached_property
    def altered(self) -> frozenset[str]:
        now, then = self.now, self.before
        return frozenset(
            one.id
            for one in now.officers.values()
            if then.officers.get(one.id) != one
            or any(then.is_present(one, day) != now.is_present(one, day) for day in self._every_day)
        )

    @property
    def _every_day(self) -> Iterable[date]:
        rows = (*self.now.absences, *self.before.absences)
        return sorted({*self.horizon, *(day for row in rows for day in (row.first, row.last))})

    def days(self, unit: str) -> frozenset[date]:
        """On which people are missing in the unit, or something else is wanted of it."""
        missing = {one.day for one in self.fallen if one.unit == unit}
        return frozenset(missing | {day for day in self.horizon if self._wants_other(unit, day)})

    def broken(self) -> list[str]:
        """The units in which somebody may be moved."""
        home = {self.now.officers[one].on(self.horizon.first).unit for one in self.altered}
        return [one for one in self.now.units if one in home or self.days(one)]

    def _wants_other(self, unit: str, day: date) -> bool:
        now, then = (list(post_demands(one, day, unit)) for one in (self.now, self.before))
        return [_asked(one) for one in now] != [_asked(one) for one in then]

    def _stands(self, one: Duty) -> bool:
        officer = self.now.officers.get(one.officer)
        if officer is None or not self.now.is_present(officer, one.day):
            return False
        if one.origin is Origin.EXCHANGE:
            return not any(self._is_void(legs) for legs in self.now.handovers if _is_leg(one, legs))
        return one in offered(self.now, officer, one.day) and self._allowed(one)

    def _is_void(self, legs: Sequence[Handover]) -> bool:
        """Does the owner of one of the duties not work it any more?"""
        made = (one for one in self.planned if one.origin is Origin.EXCHANGE and _is_leg(one, legs))
        for one in made:
            owner = self.now.officers[self.now.taken[one.officer, one.day].owner]
            home = owner.on(one.day)
            shifts = self.now.offered(home.unit, home.team, one.day)
            recalls = () if shifts else self.now.units[home.unit].on(one.day).recalls
            if one.shift not in (*(shift.id for shift in shifts), *recalls):
                return True
        return False

    def _allowed(self, one: Duty) -> bool:
        report = audit(self.now, roster_of(self.now, one.day, 1, [one]))
        return not any(found.rule in ALONE for found in report.findings)

    def _due(self) -> Iterator[Duty]:
        stood = {(one.officer, one.day) for one in self.planned if one not in self.fallen}
        for name in sorted(self.altered):
            now, then = self.now.officers[name], self.before.officers.get(name)
            for day in self.horizon:
                plain = self.now.plain_shift(now, day)
                if (name, day) in stood | self.given or plain is None or not self.now.is_present(now, day):
                    continue
                if then is None or then.on(day) != now.on(day) or not self.before.is_present(then, day):
                    due = duty(self.now, name, day, plain.id)
                    if self._allowed(due):
                        yield due


def _asked(one: object) -> tuple[object, ...]:
    return one.post.id, one.crews, one.type.vehicle, one.start, one.end  # type: ignore[attr-defined]


def _is_leg(one: Duty, legs: Sequence[Handover]) -> bool:
    return any((leg.taker, leg.day) == (one.officer, one.day) for leg in legs)


def _in_reserve(bureau: Bureau, one: Duty) -> Duty:
    shift = bureau.shifts[one.shift]
    return replace(one, slices=(Slice(shift.start, shift.end, ""),))


def every_repair(case: Case, units: Sequence[str], lenders: Sequence[str] = ()) -> Rosters | None:
    """All lawful rosters, if the people of these units may be moved, and on their days those of lenders."""
    days = {unit: case.days(unit) for unit in units}
    days.update({one: days.get(one, frozenset()).union(*days.values()) for one in lenders})
    menu = partial(_menu, case, (*units, *lenders), days)
    return all_rosters(case.now, case.horizon, case.past, menu, partial(_efforts, case))


def _menu(
    case: Case, units: Sequence[str], days: Mapping[str, frozenset[date]], one: Officer, day: date
) -> list[Duty | None]:
    published = case.baseline.get((one.id, day))
    home = one.on(case.horizon.first).unit
    if home not in units or (published is not None and published.unit not in units):
        return [published]
    if (one.id, day) in case.given or (published is not None and published.origin is Origin.EXCHANGE):
        return [published]
    choices = offered(case.now, one, day)
    if (one.id, day) in case.agreed:
        choices = [each for each in choices if _is_plain(case.now, one, each)]
    if day in days[home]:
        mine = [each for each in choices if each.unit in units and _begins(case, each) >= case.earliest]
        return [None, *_with(mine, published)]
    if published is None or one.id not in case.altered:
        return [published]
    plain = [each for each in choices if _is_plain(case.now, one, each)]
    off: list[Duty | None] = [None] if published in case.due or published.origin is Origin.RECALL else []
    return [*off, *_with(plain, published)]


def _with(choices: Sequence[Duty], published: Duty | None) -> list[Duty]:
    return list(choices) if published is None or published in choices else [published, *choices]


def _is_plain(bureau: Bureau, officer: Officer, one: Duty) -> bool:
    plain = bureau.plain_shift(officer, one.day)
    home = officer.on(one.day).unit
    return plain is not None and (one.shift, one.unit, one.origin) == (plain.id, home, Origin.ROTATION)


def _begins(case: Case, one: Duty) -> int:
    return case.now.clock.number(one.day, case.now.shifts[one.shift].start)


def _efforts(case: Case, one: Officer, line: Line) -> tuple[int, int]:
    """The weight of the changes. Hours do not matter here."""
    worked = {each.day: each for each in line}
    return sum(
        _weight(case, one, day)
        for day in case.horizon
        if not _same(worked.get(day), case.baseline.get((one.id, day)))
    ), 0


def weight_of(case: Case, roster: Roster) -> int:
    """The same of a whole roster, whatever was open."""
    lines: dict[str, list[Duty]] = {}
    for each in roster.duties:
        lines.setdefault(each.officer, []).append(each)
    return sum(_efforts(case, one, tuple(lines.get(one.id, ())))[0] for one in case.now.officers.values())


def _same(now: Duty | None, then: Duty | None) -> bool:
    if now is None or then is None:
        return now is then
    return (now.shift, now.unit, now.origin) == (then.shift, then.unit, then.origin)


def _weight(case: Case, one: Officer, day: date) -> int:
    ahead = (day - case.horizon.first).days
    soon = next((points for days, points in SOON if ahead <= days), LATER)
    return soon if case.now.plain_shift(one, day) is not None else 2 * soon
