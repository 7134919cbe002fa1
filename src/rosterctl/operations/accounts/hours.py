"""The hours of a month, officer by officer, from the published rosters.

A date's duties are those of the latest published roster whose horizon holds the date, counted with the bureau
of that roster, as in the ledger; so is the time off in lieu. Who has left since stays in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rosterctl.domain.accounts.lieu import EntryKind
from rosterctl.domain.accounts.worked import HoursWorked, worked_by
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Assignment, Officer
from rosterctl.operations.accounts.balances import OfficerBalance, balances_of
from rosterctl.operations.accounts.periods import Period, period_in
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import horizon_of
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class OfficerHours:
    """Minutes of lieu: earned and spent on these dates, and what is left, or overdrawn, at their end."""

    officer: Officer
    home: Assignment
    worked: HoursWorked
    lieu_earned: int
    lieu_spent: int
    lieu_left: int


@dataclass(frozen=True)
class MonthHours:
    """`bureau` has all who were in any of these rosters. Of `unpublished` dates nothing is known."""

    bureau: Bureau
    dates: Horizon
    unpublished: tuple[date, ...]
    officers: tuple[OfficerHours, ...]


def month_hours(bureau: Bureau, state: State, dates: Horizon) -> MonthHours:
    """By unit, team and id, everybody who was on the roll on any of the dates or worked on one.

    BadInput when the rosters do not go back far enough (see `borne`), or cannot be read.
    """
    worked: dict[str, HoursWorked] = {}
    people, units = dict(bureau.officers), dict(bureau.units)
    counted: set[date] = set()
    for period, fresh in _counting(state, dates):
        counted.update(fresh)
        duties = [duty for duty in period.roster.duties if duty.day in fresh]
        for id, more in worked_by(period.bureau, duties).items():
            worked[id] = worked.get(id, HoursWorked()) + more
            people.setdefault(id, period.bureau.officers[id])
        for id, unit in period.bureau.units.items():
            units.setdefault(id, unit)
    everybody = replace(bureau, officers=people, units=units)
    found = tuple(
        _hours(one, worked.get(one.officer.id, HoursWorked()), dates)
        for one in balances_of(everybody, _until(state, dates.last), dates.last)
        if one.officer.id in worked or any(map(one.officer.serves, dates))
    )
    return MonthHours(everybody, dates, tuple(day for day in dates if day not in counted), found)


def _hours(one: OfficerBalance, worked: HoursWorked, dates: Horizon) -> OfficerHours:
    here = [move for move in one.movements if move.day in dates]
    earned = sum(move.minutes for move in here if move.kind is EntryKind.EARN)
    spent = sum(-move.minutes for move in here if move.kind is EntryKind.SPEND)
    return OfficerHours(one.officer, one.home, worked, earned, spent, one.lieu.minutes - one.lieu.overdrawn)


def _counting(state: State, dates: Horizon) -> Iterator[tuple[Period, frozenset[date]]]:
    """Each roster with the dates that it counts; it is forgotten again, for a month has thirty of them."""
    left = set(dates)
    for version in reversed(state.versions()):
        horizon = horizon_of(version)
        fresh = frozenset(left if horizon is None else (day for day in horizon if day in left))
        if fresh:
            period = period_in(version.folder)
            left -= fresh & {*period.roster.horizon}
            yield period, fresh & {*period.roster.horizon}
        if not left:
            return


def _until(state: State, last: date) -> Sequence[Period]:
    """Those that begin by a date, the newest first: what is known of later dates tells nothing of it."""
    horizons = ((version, horizon_of(version)) for version in reversed(state.versions()))
    return [period_in(one.folder) for one, dates in horizons if dates is None or dates.first <= last]
