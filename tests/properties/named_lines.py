"""The lines of named officers in CP-SAT, one yes or no for each officer, date and shift.

Written from the manuals of the rules and in terms of its own: who succeeds whom by pairs and windows. It
shares no line with the planning. Known are: one duty a date, rest, post-night, nights and duty days in a row,
hours, mean hours. The bureau must not turn on more (weekly rest, monthly overtime, protection, loans).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ortools.sat.python import cp_model

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import duty
from tests.support.rotations import mean_weekly_minutes

BEFORE, AFTER = 7, 2
"""Dates before and after the horizon on which everybody present is taken to work the rotation."""
NIGHTS, DAYS, WEEK, FOUR_WEEKS, REST_MINUTES = 3, 6, 60 * 60, 200 * 60, 11 * 60
"""In a row, paid minutes in 7 and in 28 dates, and between two duties."""

Expression = Any


@dataclass(frozen=True, slots=True)
class Works:
    """A duty, in minutes since midnight of the first date, `paid` without the break.

    `chosen` is a variable, or 1 where it is given.
    """

    duty: Duty
    start: int
    end: int
    paid: int
    chosen: Expression


Line = Mapping[date, Sequence[Works]]


class NamedLines:
    """By officer and date what may be worked. With `release` people may be let off on any date.

    `off` counts the officers present who do not work what the rotation gives them.
    """

    def __init__(self, bureau: Bureau, horizon: Horizon, model: cp_model.CpModel, *, release: bool) -> None:
        self.bureau, self.horizon, self.model = bureau, horizon, model
        self.off: Expression = 0
        self.by_officer: dict[str, Line] = {}
        for one in bureau.officers.values():
            line = self._line(one, release)
            self.by_officer[one.id] = line
            for day in horizon:
                model.add(sum(works.chosen for works in line.get(day, ())) <= 1)
            self._apart(line)
            self._in_a_row(line)
            self._hours(one, line)

    def _line(self, one: Officer, release: bool) -> dict[date, list[Works]]:
        line: dict[date, list[Works]] = {}
        for n in range(-BEFORE, len(self.horizon) + AFTER):
            day = self.horizon.first + timedelta(days=n)
            if not self.bureau.is_present(one, day):
                continue
            plain = self.bureau.plain_shift(one, day)
            if day not in self.horizon:
                line[day] = [self._works(duty(self.bureau, one.id, day, plain.id), 1)] if plain else []
                continue
            line[day] = [self._works(each, self.model.new_bool_var("")) for each in self._menu(one, day)]
            if plain:
                kept = sum(works.chosen for works in line[day])
                self.off += 1 - kept
                if not release:
                    self.model.add(kept == 1)
        return line

    def _menu(self, one: Officer, day: date) -> Iterator[Duty]:
        home = one.on(day)
        offered = self.bureau.offered(home.unit, home.team, day)
        night = self.bureau.plain_shift(one, day - timedelta(days=1))
        for shift in offered:
            yield duty(self.bureau, one.id, day, shift.id)
        if not offered and (night is None or not night.all_night):
            for recall in self.bureau.units[home.unit].on(day).recalls:
                yield duty(self.bureau, one.id, day, recall, recall=True)

    def _works(self, worked: Duty, chosen: Expression) -> Works:
        ahead = (worked.day - self.horizon.first).days * 1440
        shift = self.bureau.shifts[worked.shift]
        paid = shift.end - shift.start - shift.break_minutes
        return Works(worked, ahead + shift.start, ahead + shift.end, paid, chosen)

    def _apart(self, line: Line) -> None:
        """Eleven hours, and after a night nothing but a night on the date on which it ends."""
        for day, earlier in line.items():
            for later in line.get(day + timedelta(days=1), ()):
                for works in earlier:
                    close = later.start - works.end < REST_MINUTES
                    if close or (self._is_night(works) and not self._is_night(later)):
                        self._not_all((works, later))

    def _in_a_row(self, line: Line) -> None:
        days = [self.horizon.first + timedelta(days=n) for n in range(-BEFORE, len(self.horizon) + AFTER)]
        for most, counts in ((NIGHTS, self._is_night), (DAYS, lambda works: True)):  # noqa: ARG005
            for first in range(len(days) - most):
                window = [works for day in days[first : first + most + 1] for works in line.get(day, ())]
                self._at_most(most, [(works, 1) for works in window if counts(works)])

    def _hours(self, one: Officer, line: Line) -> None:
        """Sixty in 7 dates, two hundred in 28, and the mean over the cycle."""
        for last in self.horizon:
            for length, most in ((7, WEEK), (28, FOUR_WEEKS)):
                window = [last - timedelta(days=n) for n in range(length)]
                inside = [works for day in window for works in line.get(day, ())]
                self._at_most(most, [(works, works.paid) for works in inside])
        present = [day for day in self.horizon if self.bureau.is_present(one, day)]
        shifts = (self.bureau.plain_shift(one, day) for day in present)
        plain = sum(shift.end - shift.start - shift.break_minutes for shift in shifts if shift)
        weekly = int(self.bureau.rulebook.settings["mean-hours"].options[one.role.value]) * 60
        spare = int(sum(max(weekly - self._mean(one, day), 0) / 7 for day in present) + 1e-6)
        mine = [(works, works.paid) for day in present for works in line[day]]
        self._at_most(plain + spare, mine)

    def _mean(self, one: Officer, day: date) -> float:
        """Mean minutes a week of the cycle that the officer's team works on a date."""
        team = self.bureau.team(one, day)
        assert team is not None
        return mean_weekly_minutes(self.bureau.rotations[team.rotation], self.bureau.shifts)

    def _at_most(self, most: int, terms: Sequence[tuple[Works, int]]) -> None:
        """What is given alone may pass it; then nothing may be added."""
        given = sum(weight for works, weight in terms if works.duty.day not in self.horizon)
        open_ = [weight * works.chosen for works, weight in terms if works.duty.day in self.horizon]
        if open_:
            self.model.add(sum(open_) <= max(most - given, 0))

    def _not_all(self, several: Sequence[Works]) -> None:
        self._at_most(len(several) - 1, [(works, 1) for works in several])

    def _is_night(self, works: Works) -> bool:
        return self.bureau.shifts[works.duty.shift].all_night
