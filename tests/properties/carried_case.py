"""A published roster and what has happened since: what stands, what is due, which days are open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import post_demands
from rosterctl.domain.people.exchange import Handover
from rosterctl.domain.roster import Duty, OffCause, Origin, Roster, Slice
from rosterctl.timeline.horizon import Horizon
from tests.properties.every_roster import offered
from tests.support.bureaus import duty, roster_of

ALONE = ("availability", "overtime", "protected")
"""The rules that may forbid a duty whatever else is worked."""


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
        """Of those who were away, or elsewhere, and are there now: the plain rotation that has not begun.

        And of those who were let off for want of company, where one of them is.
        """
        back = list(self._due())
        return [one for one in (*back, *self._in_company_again(back)) if self._allowed(one)]

    @cached_property
    def baseline(self) -> Mapping[tuple[str, date], Duty]:
        """What would be worked if nobody were moved."""
        stands = (one for one in self.planned if one not in self.fallen)
        return {(one.officer, one.day): one for one in (*stands, *self.due)}

    @cached_property
    def given(self) -> frozenset[tuple[str, date]]:
        """Officers and dates whose duty is another's by an exchange that can be made."""
        return self._given(leg for legs in self.now.handovers if not self._is_void(legs) for leg in legs)

    @cached_property
    def returned(self) -> frozenset[tuple[str, date]]:
        """Those whose duty was, and is no more."""
        return self._given(leg for legs in self.before.handovers for leg in legs) - self.given

    def _given(self, legs: Iterable[Handover]) -> frozenset[tuple[str, date]]:
        return frozenset((leg.giver, leg.day) for leg in legs)

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
            or any(name == one.id for name, _ in self.returned)
        )

    @property
    def _every_day(self) -> set[date]:
        rows = (*self.now.absences, *self.before.absences)
        return {*self.horizon, *(day for row in rows for day in (row.first, row.last))}

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
            return not any(
                self._is_void(legs) for legs in self.now.handovers if (one.officer, one.day) in _takers(legs)
            )
        return one in offered(self.now, officer, one.day) and self._allowed(one)

    def _is_void(self, legs: Sequence[Handover]) -> bool:
        """Does the owner of one of the duties not work it any more?"""
        made = (
            one
            for one in self.planned
            if one.origin is Origin.EXCHANGE and (one.officer, one.day) in _takers(legs)
        )
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
                there = then is not None and self.before.is_present(then, day)
                if (name, day) in self.returned or not there or then.on(day) != now.on(day):
                    due = duty(self.now, name, day, plain.id)
                    begins = self.now.clock.number(day, plain.start)
                    if begins >= self.earliest:
                        yield due

    def _in_company_again(self, back: Sequence[Duty]) -> Iterator[Duty]:
        known = {(one.officer, one.day) for one in (*back, *self.planned) if one not in self.fallen}
        for one in self.published.off_rotation or ():
            officer = self.now.officers.get(one.officer)
            if one.cause is not OffCause.COMPANY or officer is None or (one.officer, one.day) in known:
                continue
            plain = self.now.plain_shift(officer, one.day)
            if plain is None or not self.now.is_present(officer, one.day):
                continue
            mine = duty(self.now, one.officer, one.day, plain.id)
            begins, ends = mine.slices[0].start, mine.slices[-1].end
            there = any(
                (other.unit, other.day) == (mine.unit, mine.day)
                and other.slices[0].start <= begins
                and other.slices[-1].end >= ends
                for other in back
            )
            if there and self.now.clock.number(one.day, begins) >= self.earliest:
                yield mine


def _asked(one: object) -> tuple[object, ...]:
    return one.post.id, one.crews, one.type.vehicle, one.start, one.end  # type: ignore[attr-defined]


def _takers(legs: Sequence[Handover]) -> set[tuple[str, date]]:
    return {(leg.taker, leg.day) for leg in legs}


def _in_reserve(bureau: Bureau, one: Duty) -> Duty:
    shift = bureau.shifts[one.shift]
    return replace(one, slices=(Slice(shift.start, shift.end, ""),))
