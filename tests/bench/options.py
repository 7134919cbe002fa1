"""What every officer could work on every date: a boolean each, by the letters of the rotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ortools.sat.python import cp_model

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.shift import Shift
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import Horizon
from tests.bench.homes import home_of
from tests.bench.law import Law
from tests.bench.peer import may_work_plainly


@dataclass(frozen=True, slots=True)
class Option:
    """`start` and `end` are minutes since midnight of the horizon's first date, `beyond` unplanned ones."""

    officer: Officer
    day: date
    shift: Shift
    recall: bool
    plain: bool
    start: int
    end: int
    beyond: int
    literal: cp_model.IntVar

    @property
    def paid(self) -> int:
        return paid(self.shift)


def paid(shift: Shift) -> int:
    return shift.length - shift.break_minutes


def options_of(bureau: Bureau, horizon: Horizon, law: Law, model: cp_model.CpModel) -> list[Option]:
    """Those in the horizon, by officer and date: the rotation's shifts on its days, recalls on days off."""
    found = []
    for officer in bureau.officers.values():
        for day in horizon:
            if not bureau.is_present(officer, day):
                continue
            plain = bureau.plain_shift(officer, day)
            for shift in _shifts(bureau, officer, day):
                if _allowed(law, officer, day, shift, plain):
                    found.append(make(horizon, officer, day, shift, plain, model.new_bool_var("")))
    return found


def make(
    horizon: Horizon, officer: Officer, day: date, shift: Shift, plain: Shift | None, literal: cp_model.IntVar
) -> Option:
    midnight = (day - horizon.first).days * DAY
    return Option(
        officer=officer,
        day=day,
        shift=shift,
        recall=plain is None,
        plain=shift is plain,
        start=midnight + shift.start,
        end=midnight + shift.end,
        beyond=max(paid(shift) - (paid(plain) if plain else 0), 0),
        literal=literal,
    )


def _shifts(bureau: Bureau, officer: Officer, day: date) -> Iterator[Shift]:
    offered = bureau.offered(home_of(officer).unit, home_of(officer).team, day)
    if not offered:
        before = bureau.plain_shift(officer, day - timedelta(days=1))
        if before is None or not before.all_night:  # the post-night day is no rest day
            yield from (bureau.shifts[shift] for shift in bureau.units[home_of(officer).unit].on(day).recalls)
    yield from offered


def _allowed(law: Law, officer: Officer, day: date, shift: Shift, plain: Shift | None) -> bool:
    """Leave aside what protects a single officer on a single date."""
    if not may_work_plainly(officer, day, shift):
        return False
    if plain is None:
        return not officer.is_protected(day)
    longer = paid(shift) - paid(plain)
    if officer.is_protected(day) and longer > 0:
        return False
    return longer <= law.daily.get(officer.role, longer)
