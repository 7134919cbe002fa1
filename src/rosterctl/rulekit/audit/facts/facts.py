"""The facts of one bureau as the audit reads them, each looked up once.

The checks and the laws ask here and nowhere else. Nouns of the trade are only rows to it: their fields are
read, their methods never called, so that a mistake in one of them shows as a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Assignment, Officer
from rosterctl.domain.roster import Duty, OfficerDate
from rosterctl.domain.shift import Shift
from rosterctl.domain.unit import DutyModel
from rosterctl.rulekit.audit.facts.handed_over import Handed, by_taker, replayed
from rosterctl.rulekit.audit.facts.people import (
    absences_by_name,
    belongs_to,
    is_on_roll,
    is_shielded,
    row_that_covers,
    span_away,
)
from rosterctl.rulekit.audit.facts.rotas import (
    DAY_OFF,
    letter_by_cycle,
    model_in_force,
    shift_ids,
    shift_then,
    team_in,
    usual_cycle,
)
from rosterctl.rulekit.audit.facts.wanted import WantedPost, kinds_of_day, lies_between, wanted_posts
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.span import Span


class Facts:
    """Answers by officer or team and date. They are asked a million times, so each is kept."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self._places: dict[OfficerDate, Assignment] = {}
        self._models: dict[tuple[str, date], DutyModel | None] = {}
        self._letters: dict[tuple[str, str, date], str] = {}
        self._shifts: dict[tuple[str, str, date], tuple[Shift, ...]] = {}
        self._cycles: dict[tuple[str, str, date], tuple[str, ...]] = {}
        self._kinds: dict[date, frozenset[DayType]] = {}
        self._paid: dict[tuple[str, int, date], timedelta] = {}

    # People

    def place_of(self, officer: Officer, day: date) -> Assignment:
        """Unit, team and home zone of the officer on a date."""
        if len(officer.assignments) == 1:
            return officer.assignments[0]
        key = officer.id, day
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = belongs_to(officer, day)
        return found

    def away(self, officer: Officer, day: date) -> Absence | None:
        """The absence that covers a date, if any."""
        rows = self._absences.get(officer.id)
        return row_that_covers(rows, day) if rows else None

    def is_there(self, officer: Officer, day: date) -> bool:
        """On the roll, and not away."""
        if not is_on_roll(officer, day):
            return False
        rows = self._absences.get(officer.id)
        return rows is None or row_that_covers(rows, day) is None

    def away_at(self, officer: Officer, span: Span) -> Absence | None:
        """The absence with times that a stretch of time runs into, if any."""
        for row in self._absences.get(officer.id, ()):
            away = span_away(row, self.bureau.clock)
            if away is not None and span.start < away.end and away.start < span.end:
                return row
        return None

    def falls_away(self, officer: Officer, at: datetime) -> bool:
        """Does an absence with a start begin at this instant?"""
        spans = (
            span_away(row, self.bureau.clock)
            for row in self._absences.get(officer.id, ())
            if row.start is not None
        )
        return any(span is not None and span.start == at for span in spans)

    def is_shielded(self, officer: Officer, day: date) -> bool:
        """Are nights and overtime kept from the officer on this date?"""
        return is_shielded(officer, day)

    def zone_of(self, officer: Officer, day: date) -> str:
        """The home zone's id, empty where there is none on this date."""
        zone = self.bureau.zones.get(self.place_of(officer, day).zone)
        return zone.id if zone is not None and lies_between(zone.first, day, zone.last) else ""

    @cached_property
    def _absences(self) -> Mapping[str, tuple[Absence, ...]]:
        return absences_by_name(self.bureau.absences)

    # Rotation

    def model_of(self, unit: str, day: date) -> DutyModel | None:
        """The duty model in force in a unit; None while it does not stand."""
        key = unit, day
        if key not in self._models:
            self._models[key] = model_in_force(self.bureau.units[unit], day)
        return self._models[key]

    def letter_at(self, unit: str, team: str, day: date) -> str:
        """The letter that a team works; a day off where there is no such team on this date."""
        key = unit, team, day
        found = self._letters.get(key)
        if found is None:
            here = team_in(self.model_of(unit, day), team)
            found = self._letters[key] = (
                DAY_OFF
                if here is None
                else letter_by_cycle(self.bureau.rotations[here.rotation], here, self.bureau.anchor, day)
            )
        return found

    def workable(self, unit: str, team: str, day: date) -> tuple[Shift, ...]:
        """The shifts that a team may work, the plain one first; none on a day off."""
        key = unit, team, day
        found = self._shifts.get(key)
        if found is None:
            model = self.model_of(unit, day)
            here = team_in(model, team)
            names: tuple[str, ...] = ()
            if model is not None and here is not None:
                rotation = self.bureau.rotations[here.rotation]
                names = shift_ids(model, rotation, self.letter_at(unit, team, day))
            found = self._shifts[key] = self.shifts_then(names, day)
        return found

    def shifts_then(self, names: Iterable[str], day: date) -> tuple[Shift, ...]:
        """The shifts of these names as they were on a date, if they were edited since."""
        return tuple(shift_then(self.bureau.shifts, name, day) for name in names)

    def usual(self, officer: Officer, day: date) -> Shift | None:
        """The plain shift: what the rotation alone gives, present or not; None on a day off."""
        place = self.place_of(officer, day)
        shifts = self.workable(place.unit, place.team, day)
        return shifts[0] if shifts else None

    def usual_time(self, officer: Officer, day: date) -> timedelta:
        """The paid time of the plain shift, between instants; none on a day off."""
        shift = self.usual(officer, day)
        return timedelta() if shift is None else self.paid_time(shift, day)

    def worked(self, duty: Duty) -> Shift:
        """The shift of a duty, ended where its last slice does; of a shorter one part of the break counts."""
        shift, end = self.bureau.shifts[duty.shift], max((piece.end for piece in duty.slices), default=None)
        if end is None or end >= shift.end:
            return shift
        lasted, whole = end - shift.start, shift.end - shift.start
        pause = lasted * shift.break_minutes // whole
        return replace(shift, end=end, break_minutes=pause)

    def paid_time(self, shift: Shift, day: date) -> timedelta:
        """From start to end between instants, without the break."""
        key = shift.id, shift.end, day
        found = self._paid.get(key)
        if found is None:
            span = self.bureau.clock.span(day, shift.start, shift.end)
            found = self._paid[key] = span.end - span.start - timedelta(minutes=shift.break_minutes)
        return found

    def cycle_of(self, officer: Officer, day: date) -> tuple[str, ...]:
        """The ids of the plain shifts over the cycle of the officer's team, by the model in force.

        Empty texts are days off; without a team there is no cycle.
        """
        place = self.place_of(officer, day)
        key = place.unit, place.team, day
        found = self._cycles.get(key)
        if found is None:
            model = self.model_of(place.unit, day)
            team = team_in(model, place.team)
            found = ()
            if model is not None and team is not None:
                found = usual_cycle(model, team, self.bureau.rotations)
            self._cycles[key] = found
        return found

    # Exchanges

    @cached_property
    def handed(self) -> tuple[tuple[Handed, ...], ...]:
        """For each exchange, in order, what changes hands."""
        return replayed(self.bureau.exchanges)

    @cached_property
    def stepped_in(self) -> Mapping[OfficerDate, Handed]:
        """By officer and date, how they took over a duty of somebody else."""
        return by_taker(self.handed)

    # Demand

    def kinds_of(self, day: date) -> frozenset[DayType]:
        """Workday, weekend, holiday, school day … of a date."""
        found = self._kinds.get(day)
        if found is None:
            found = self._kinds[day] = kinds_of_day(self.bureau.calendar, day)
        return found

    def wanted_on(self, day: date) -> tuple[WantedPost, ...]:
        """Every window in which a post is wanted on a date."""
        return tuple(wanted_posts(self.bureau, day, self.kinds_of(day)))
