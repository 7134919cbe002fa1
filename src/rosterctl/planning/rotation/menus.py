"""What may be worked on a letter of the rotation, date by date, for a whole team."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.domain.shift import Shift, shift_as_of
from rosterctl.domain.unit import Team, Unit
from rosterctl.rulekit.model.board import Choice

Days = Mapping[date, tuple[Choice, ...]]
Menus = Mapping[tuple[str, str], Days]
"""By unit and team."""


def menus(bureau: Bureau, days: Sequence[date]) -> Menus:
    """By unit and team what may be worked on each date, as the duty models of that date have it."""
    found: dict[tuple[str, str], dict[date, tuple[Choice, ...]]] = {}
    for day in days:
        borrowers: dict[str, list[str]] = {}
        for unit in bureau.units.values():
            for lender in unit.on(day).borrows_from:
                borrowers.setdefault(lender, []).append(unit.id)
        for unit in bureau.units.values():
            for team in unit.on(day).teams:
                menu = _menu(bureau, unit, team, day, borrowers.get(unit.id, ()))
                found.setdefault((unit.id, team.id), {})[day] = menu
    return found


def _menu(bureau: Bureau, unit: Unit, team: Team, day: date, borrowers: Iterable[str]) -> tuple[Choice, ...]:
    """The rotation's shifts in the own unit, the plain one in units that borrow; recalls on a day off."""
    offered = bureau.offered(unit.id, team.id, day)
    if not offered:
        shifts = (shift_as_of(bureau.shifts, shift, day) for shift in unit.on(day).recalls)
        return tuple(choice_of(bureau, day, shift, unit.id, Origin.RECALL, False) for shift in shifts)
    own = tuple(
        choice_of(bureau, day, shift, unit.id, Origin.ROTATION, shift is offered[0]) for shift in offered
    )
    lent = tuple(choice_of(bureau, day, offered[0], other, Origin.ROTATION, False) for other in borrowers)
    return own + lent


def choice_of(bureau: Bureau, day: date, shift: Shift, unit: str, origin: Origin, plain: bool) -> Choice:
    """The choice to work this shift in this unit, with its instants; `plain` if it is the plain shift."""
    start = bureau.clock.number(day, shift.start)
    end = bureau.clock.number(day, shift.end)
    return Choice(
        day=day,
        shift=shift.id,
        unit=unit,
        origin=origin,
        start=start,
        end=end,
        paid=end - start - shift.break_minutes,
        all_night=shift.all_night,
        touches_night=shift.touches_night,
        plain=plain,
    )
