"""Where a published roster is broken, by unit and duty day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, OfficerDate, Origin
from rosterctl.domain.vehicle import Vehicle
from rosterctl.planning import wording
from rosterctl.planning.cover.moments import day_bounds, unit_demands
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.names.accompaniment import unaccompanied
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair.new_times import shifts_retimed
from rosterctl.planning.repair.what_stands import Stands
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.clock import Instant, clock_text
from rosterctl.timeline.horizon import ONE_DAY, Horizon
from rosterctl.wording import say


@dataclass(frozen=True)
class Breakage:
    """`before` is the bureau for which the roster was published, `past` are the duties before its horizon."""

    bureau: Bureau
    before: Bureau
    horizon: Horizon
    stand: Stands
    past: tuple[Duty, ...] = ()

    def unsettled(self) -> Iterator[UnitDay]:
        """Unit days whose posts have to be looked at, though nobody need be moved for it."""
        for officer, days in self.stand.due.items():
            yield from ((self.bureau.officers[officer].on(day).unit, day) for day in days)
        yield from ((one.unit, one.day) for one in self.stand.resumed)
        yield from self._vehicles
        yield from chain.from_iterable(((unit, day) for day in days) for unit, days in self.weakened.items())

    def broken(self, loose: Collection[str] = ()) -> dict[str, set[date]]:
        """By unit, the duty days on which people are missing or more are wanted.

        None for a mere absence, or for those in `loose`, whose lines are too long.
        """
        found: dict[str, set[date]] = {}
        for officer in sorted(self.stand.altered.union(loose) & self.bureau.officers.keys()):
            found.setdefault(self.bureau.officers[officer].on(self.horizon.first).unit, set())
        for one in self.stand.fallen:
            if one.duty.unit in self.bureau.units:
                found.setdefault(one.duty.unit, set()).add(one.duty.day)
        for unit, day in self.altered_wants | self._left_alone:
            found.setdefault(unit, set()).add(day)
        return {unit: found[unit] for unit in self.bureau.units if unit in found}

    @cached_property
    def altered_wants(self) -> frozenset[UnitDay]:
        return frozenset(demands_changed(self.bureau, self.before, self.horizon))

    @cached_property
    def _left_alone(self) -> frozenset[UnitDay]:
        """Where somebody would be without the company that a rule asks for, because times are others."""
        if not self._in_new_times:
            return frozenset()
        kept = chain.from_iterable(line.values() for line in self.stand.kept.values())
        worked = list(map(self._worked, chain(kept, self.stand.beside)))
        still = list(map(self._worked, self.past))
        rules = rules_in_force(self.bureau.rulebook)
        alone = unaccompanied(self.bureau, self.horizon, rules, worked, still)
        return frozenset((unit, day) for _, (day, _, unit) in alone)

    def _worked(self, duty: Duty) -> Worked:
        shift = self.bureau.worked_shift(duty)
        return duty.officer, choice_of(self.bureau, duty.day, shift, duty.unit, duty.origin, False)

    @cached_property
    def altered_means(self) -> frozenset[UnitDay]:
        """Unit days on which posts can or must be manned otherwise: other wants, vehicles, times, people."""
        weakened = {(unit, day) for unit, days in self.weakened.items() for day in days}
        return self.altered_wants | self._vehicles | weakened

    @cached_property
    def weakened(self) -> Mapping[str, frozenset[date]]:
        """By unit the dates of which posts may lack somebody though all duties stand.

        The duties have other times, or the officers may fill other places of a crew than they could.
        """
        found: dict[str, set[date]] = {}
        for duty in (*self._in_new_times, *self._of_others):
            if duty.unit in self.bureau.units:
                found.setdefault(duty.unit, set()).add(duty.day)
        return {unit: frozenset(found[unit]) for unit in self.bureau.units if unit in found}

    @property
    def _of_others(self) -> Iterator[Duty]:
        """The duties that stand, of officers whose role, skills or leading are others."""
        for officer, now in self.bureau.officers.items():
            then = self.before.officers.get(officer, now)
            if (now.role, now.leader, now.skills) != (then.role, then.leader, then.skills):
                yield from self.stand.kept.get(officer, {}).values()

    @cached_property
    def _in_new_times(self) -> tuple[Duty, ...]:
        """The duties that stand, of shifts whose times are others."""
        retimed = shifts_retimed(self.bureau, self.before)
        kept = self.stand.kept.values() if retimed else ()
        return tuple(duty for line in kept for duty in line.values() if duty.shift in retimed)

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
        why |= {(one.officer, one.day): say(wording.BACK_ON_DUTY) for one in self.stand.resumed}
        return why | {(one.duty.officer, one.duty.day): one.why for one in self.stand.fallen}

    def retimed(self) -> dict[OfficerDate, str]:
        """By officer and date of the duties that stand at other times, the shift's new times."""
        why = {}
        for duty in self._in_new_times:
            shift = self.bureau.shifts[duty.shift]
            start, end = clock_text(shift.start), clock_text(shift.end)
            why[duty.officer, duty.day] = say(wording.OTHER_TIMES, shift=shift.id, start=start, end=end)
        return why

    def _due(self, officer: str, day: date) -> str:
        now, then = self.bureau.officers[officer], self.before.officers.get(officer)
        if then is None:
            return say(wording.NEW_ON_THE_ROLL)
        home, was = now.on(day), then.on(day)
        if (home.unit, home.team) != (was.unit, was.team):
            return say(wording.MOVED_TO_TEAM, team=home.team, unit=home.unit)
        return say(wording.BACK_ON_ROTATION)


def models_changed(now: Bureau, then: Bureau, horizon: Horizon) -> Mapping[str, date]:
    """By unit the first date on which a team works something else; a new unit counts from its first date.

    A shift that may be worked besides, or for which people may be called in, changes no published duty; nor
    does another id of a team.
    """
    found = {}
    for unit in (one.id for one in now.units.values() if one.models):
        for day in horizon:
            new, old = _plain(now, unit, day), _plain(then, unit, day)
            if new.keys() != old.keys():
                ids = dict(_called_before(now, then, unit, day, old.keys() - new.keys()))
                new = {ids.get(team, team): shift for team, shift in new.items()}
            if new != old:
                found[unit] = day
                break
    return found


def from_a_new_day(
    bureau: Bureau, models: Mapping[str, date], published: Sequence[Duty], earliest: int
) -> Mapping[str, date]:
    """The same, but no unit has another model on a date whose duties have begun: from the next date on.

    `earliest` is now, in minutes since 1970-01-01 UTC. Nobody can be sent on half of another day's work.
    """
    number = bureau.clock.number
    begun = {(one.unit, one.day) for one in published if number(one.day, one.slices[0].start) < earliest}
    return {unit: day + ONE_DAY if (unit, day) in begun else day for unit, day in models.items()}


def _plain(bureau: Bureau, unit: str, day: date) -> Mapping[str, str]:
    """By team the plain shift of a date, empty on a day off; its times do not matter."""
    if unit not in bureau.units:
        return {}
    offered = {team.id: bureau.offered(unit, team.id, day) for team in bureau.units[unit].on(day).teams}
    return {team: shifts[0].was or shifts[0].id if shifts else "" for team, shifts in offered.items()}


def _called_before(
    now: Bureau, then: Bureau, unit: str, day: date, gone: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The new id and the old one of teams all of whose people were in one that is gone; newcomers aside."""
    was: dict[str, set[str]] = {}
    for officer in then.officers.keys() & now.officers.keys():
        here, there = now.officers[officer].on(day), then.officers[officer].on(day)
        if here.unit == unit:
            was.setdefault(here.team, set()).add(there.team if there.unit == unit else "")
    for team, (old, *others) in was.items():
        if not others and old in gone:
            yield team, old


UnitDay = tuple[str, date]


def demands_changed(now: Bureau, then: Bureau, horizon: Horizon) -> Iterator[UnitDay]:
    """The unit days on which something else is wanted at posts or events than when it was published."""
    asked = ("posts", "post_types", "crews", "events", "zones", "calendar")
    if all(getattr(now, name) == getattr(then, name) for name in asked):
        return
    for unit in now.units:
        for day in horizon:
            wanted = unit_demands(then, day, unit) if unit in then.units else []
            if unit_demands(now, day, unit) != wanted:
                yield unit, day


def vehicles_changed(now: Bureau, then: Bureau, horizon: Horizon) -> Iterator[UnitDay]:
    """Where a vehicle runs that did not, or the other way round; another unit's or kind's is another one."""
    for name in (*now.vehicles, *(one for one in then.vehicles if one not in now.vehicles)):
        new, old = now.vehicles.get(name), then.vehicles.get(name)
        if new != old:
            for day in horizon:
                is_now, was = _running(now, new, day), _running(then, old, day)
                if is_now != was:
                    yield from ((unit, day) for unit, *_ in (*is_now, *was) if unit in now.units)


_Workshop = tuple[tuple[Instant, Instant], ...]


def _running(bureau: Bureau, vehicle: Vehicle | None, day: date) -> tuple[tuple[str, str, _Workshop], ...]:
    """Unit and kind of the vehicle if it is there and runs, and when on this duty day it does not."""
    start, end = day_bounds(bureau, day)
    if vehicle is None:
        return ()
    times = bureau.workshop.get(vehicle.id, ())
    out = tuple((max(a, start), min(b, end)) for a, b in times if a < end and start < b)
    return () if (start, end) in out else ((vehicle.unit, vehicle.kind, out),)


def arrivals(bureau: Bureau, stand: Stands, first: date) -> Iterator[Duty]:
    """The duties due in other units than that of the first date; none at night for the protected."""
    for officer, days in stand.due.items():
        person = bureau.officers[officer]
        for day in sorted(days):
            unit, plain = person.on(day).unit, bureau.plain_shift(person, day)
            if unit == person.on(first).unit or plain is None:
                continue
            if not person.is_spared(day, plain):
                yield in_reserve(bureau, officer, day, plain.id, unit, Origin.ROTATION)
