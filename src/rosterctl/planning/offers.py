"""Stage 1, rotation: what every officer could work on every date, before anything is decided.

The rotation is arithmetic: it gives the letter, the letter the shifts. Rules that look at one duty alone
(absences, protection, daily overtime) take choices away here; all other rules come later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.domain.shift import Shift
from rosterctl.domain.unit import Team, Unit
from rosterctl.rules.board import Choice
from rosterctl.rules.registry import Rule
from rosterctl.timeline.horizon import Horizon

DAYS_BEFORE = 7
DAYS_AFTER = 2

Days = Mapping[date, tuple[Choice, ...]]


@dataclass(frozen=True)
class Offers:
    """For every officer id the open choices by date, and by date the duties fixed outside the horizon.

    `before` are the fixed duties before the horizon, from the history file or assumed from the rotation.
    """

    bureau: Bureau
    horizon: Horizon
    open: Mapping[str, Days]
    fixed: Mapping[str, Days]
    before: tuple[Duty, ...]

    @cached_property
    def known_days(self) -> tuple[date, ...]:
        """The dates for which duties are open or fixed, in order."""
        early = min((duty.day for duty in self.before), default=self.horizon.first)
        start = min(early, self.horizon.first - timedelta(days=DAYS_BEFORE))
        count = (self.horizon.end - start).days + DAYS_AFTER
        return tuple(start + timedelta(days=n) for n in range(count))

    def plain(self, officer: str, day: date) -> Choice | None:
        """What the rotation alone gives the officer on a date of the horizon, if he may work it."""
        for choice in self.open[officer].get(day, ()):
            if choice.plain:
                return choice
        return None


def make_offers(
    bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], units: Iterable[str] | None = None
) -> Offers:
    """Offers for those who belong to the units on the first date (all if None).

    Those of a team share their choices; whoever is transferred later has those of the new team from then on.
    Around the dates on which an officer's duties change hands there is only the plain rotation for him: what
    two people agreed on should not fail for a recall or a longer shift that somebody else could work.
    """
    wanted = frozenset(bureau.units if units is None else units)
    officers = [one for one in bureau.officers.values() if one.on(horizon.first).unit in wanted]
    days = tuple(horizon)
    judges = [(rule.options, rule.part("allows")) for rule in rules if rule.part("allows")]
    offered = menus(bureau, days)
    agreed = _around_exchanges(bureau)
    open_: dict[str, Days] = {}
    for officer in officers:
        mine: dict[date, tuple[Choice, ...]] = {}
        for day in days:
            assignment = officer.on(day)
            menu = offered.get((assignment.unit, assignment.team), {}).get(day, ())
            if not menu or not bureau.is_present(officer, day):
                continue
            allowed = tuple(
                choice
                for choice in menu
                if all(allows(options, bureau, officer, choice) for options, allows in judges if allows)
                and (choice.plain or (officer.id, day) not in agreed)
            )
            if allowed:
                mine[day] = allowed
        open_[officer.id] = mine
    before = duties_before(bureau, horizon, officers)
    return Offers(bureau, horizon, open_, _fixed(bureau, horizon, before, officers), before)


def _around_exchanges(bureau: Bureau) -> frozenset[tuple[str, date]]:
    """Officers and dates on which a duty changes hands, with the dates before and after."""
    return frozenset(
        (officer, leg.day + timedelta(days=days))
        for legs in bureau.handovers
        for leg in legs
        for officer in (leg.giver, leg.taker)
        for days in (-1, 0, 1)
    )


def menus(bureau: Bureau, days: Sequence[date]) -> Mapping[tuple[str, str], Days]:
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
        shifts = (bureau.shifts[shift] for shift in unit.on(day).recalls)
        return tuple(choice_of(bureau, day, shift, unit.id, Origin.RECALL, False) for shift in shifts)
    own = tuple(
        choice_of(bureau, day, shift, unit.id, Origin.ROTATION, shift is offered[0]) for shift in offered
    )
    lent = tuple(choice_of(bureau, day, offered[0], other, Origin.ROTATION, False) for other in borrowers)
    return own + lent


def choice_of(bureau: Bureau, day: date, shift: Shift, unit: str, origin: Origin, plain: bool) -> Choice:
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


def duties_before(bureau: Bureau, horizon: Horizon, officers: Sequence[Officer]) -> tuple[Duty, ...]:
    """The history's duties before the horizon; on dates it does not reach, the plain rotation is assumed."""
    past = tuple(duty for duty in bureau.history if duty.day < horizon.first)
    since = min((duty.day for duty in past), default=horizon.first)
    mine = frozenset(officer.id for officer in officers)
    known = tuple(duty for duty in past if duty.officer in mine)
    assumed = []
    for back in range(DAYS_BEFORE, 0, -1):
        day = horizon.first - timedelta(days=back)
        if day >= since:
            continue
        for officer in officers:
            shift = bureau.plain_shift(officer, day) if bureau.is_present(officer, day) else None
            if shift is None or (shift.touches_night and officer.is_protected(day)):
                continue
            reserve = (Slice(shift.start, shift.end, ""),)
            assumed.append(Duty(officer.id, day, shift.id, officer.on(day).unit, Origin.ROTATION, reserve))
    return (*assumed, *known)


def still_on_duty(bureau: Bureau, horizon: Horizon, before: Sequence[Duty]) -> tuple[tuple[str, Choice], ...]:
    """Of the duties before the horizon those that last beyond its first morning handover."""
    handover = bureau.clock.number(horizon.first, bureau.day_starts)
    found = (
        (duty.officer, choice_of(bureau, duty.day, bureau.shifts[duty.shift], duty.unit, duty.origin, False))
        for duty in before
        if duty.day + timedelta(days=2) >= horizon.first
    )
    return tuple((officer, choice) for officer, choice in found if choice.end > handover)


def _fixed(
    bureau: Bureau, horizon: Horizon, before: Sequence[Duty], officers: Sequence[Officer]
) -> Mapping[str, Days]:
    fixed: dict[str, dict[date, tuple[Choice, ...]]] = {officer.id: {} for officer in officers}
    for duty in before:
        shift = bureau.shifts[duty.shift]
        choice = choice_of(bureau, duty.day, shift, duty.unit, duty.origin, duty.origin is Origin.ROTATION)
        fixed[duty.officer][duty.day] = (*fixed[duty.officer].get(duty.day, ()), choice)
    for ahead in range(DAYS_AFTER):
        day = horizon.end + timedelta(days=ahead)
        for officer in officers:
            after = bureau.plain_shift(officer, day) if bureau.is_present(officer, day) else None
            if after is not None:
                choice = choice_of(bureau, day, after, officer.on(day).unit, Origin.ROTATION, True)
                fixed[officer.id][day] = (choice,)
    return fixed
