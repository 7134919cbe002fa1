"""What of a published roster still stands after the bureau has changed.

A duty stands while the unit still offers it and the rules still allow it to the officer, and once it has
begun whatever is written since. Who was away when the roster was published and is there now has the duties
of the rotation due. So has one who was lent to a unit where their duty does not stand, or whose exchange is
void. In place of a longer shift that does not stand comes the plain one. Of a unit made anew nothing stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, OffRotation, Origin
from rosterctl.planning import wording
from rosterctl.planning.posts import broken_off
from rosterctl.planning.repair.lines.plain_duty import allowed_in_place
from rosterctl.planning.repair.returns import agreed, given_again, with_company
from rosterctl.planning.rotation.menus import Menus, menus
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.parts import AllowsPart
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import ONE_DAY, Horizon
from rosterctl.wording import say

NOTHING: Mapping[str, date] = {}


@dataclass(frozen=True)
class Fallen:
    """A published duty that cannot stay, and why, for the officer and the planner."""

    duty: Duty
    why: str


@dataclass(frozen=True)
class Stands:
    """`kept` are duties by officer id and date, `beside` second ones on the same date, which stay too.

    Of a duty that is broken off the part that was worked is kept, and the whole of it has fallen. `resumed`
    are those that were broken off for an absence that was taken back; they are kept too.

    `due` are the dates on which officers are back on the rotation, `altered` those whose absences or place in
    the bureau are not what they were, or who come back from a loan or an exchange.
    """

    kept: Mapping[str, Mapping[date, Duty]]
    fallen: tuple[Fallen, ...]
    beside: tuple[Duty, ...]
    due: Mapping[str, frozenset[date]]
    altered: frozenset[str]
    resumed: tuple[Duty, ...] = ()


def standing(
    bureau: Bureau,
    before: Bureau,
    published: Sequence[Duty],
    horizon: Horizon,
    rules: Sequence[Rule],
    anew: Mapping[str, date] = NOTHING,
    earliest: int = 0,
    off: Iterable[OffRotation] = (),
) -> Stands:
    """`before` is the bureau for which the duties were published, `off` are those off the rotation then.

    Only those in the horizon are looked at; own ones of units in `anew` are neither kept nor fallen. What
    begins before `earliest` (minutes since 1970 UTC) is worked as published, and nothing else is due then.
    """
    offered = menus(bureau, tuple(horizon))
    judges = [(rule.id, rule.allows) for rule in rules if rule.allows]
    altered = frozenset(_altered(bureau, before))
    as_before = as_lawful(bureau, before)
    void = frozenset(_void(bureau, [one for one in published if one.day in horizon], offered, anew))
    stays, given = agreed(bureau, before, published, void, horizon.first, earliest)
    kept: dict[str, dict[date, Duty]] = {}
    fallen, beside, resumed = [], [], []
    for duty in published:
        if duty.day not in horizon or _is_own_anew(bureau, duty, anew):
            continue
        same = as_before and duty.officer not in altered and duty.origin is not Origin.EXCHANGE
        worked = duty if same else broken_off.worked_part(bureau, broken_off.made_whole(bureau, duty))
        begun = bureau.clock.number(duty.day, duty.slices[0].start) < earliest
        begun = (
            begun or is_last_before(bureau, duty, horizon.today, anew) or (duty.officer, duty.day) in stays
        )
        why = "" if same else reason_against(bureau, worked or duty, offered, judges, void, anew, begun)
        if worked is None or why:
            fallen.append(Fallen(duty, why))
            plain = allowed_in_place(bureau, duty, offered, judges)
            if plain is not None and bureau.clock.number(plain.day, plain.slices[0].start) >= earliest:
                kept.setdefault(duty.officer, {}).setdefault(duty.day, plain)
            continue
        if worked.until < duty.until:
            fallen.append(Fallen(duty, broken_off.why_broken_off(bureau, duty)))
        elif worked.until > duty.until:
            resumed.append(worked)
        if kept.setdefault(duty.officer, {}).setdefault(duty.day, worked) is not worked:
            beside.append(worked)
    gone = [one.duty for one in fallen]
    lent = [one for one in gone if _was_lent(bureau, one)]
    home = {(one.officer, one.day) for one in gone if one in lent or one.day in kept.get(one.officer, ())}
    again = given_again(bureau, before, given)
    home |= {one for one in again if one[1] not in kept.get(one[0], ())}
    altered |= {one.officer for one in lent} | {officer for officer, _ in again}
    due = {
        officer: frozenset(
            day
            for day in _due(bureau, before, officer, horizon, {*kept.get(officer, ())}, given, home, earliest)
            if not is_anew(anew, bureau.officers[officer].on(day).unit, day)
        )
        for officer in sorted(altered & bureau.officers.keys())
    }
    due = with_company(bureau, {who: days for who, days in due.items() if days}, kept, off, earliest)
    return Stands(kept, tuple(fallen), tuple(beside), due, altered | due.keys(), tuple(resumed))


def is_anew(anew: Mapping[str, date], unit: str, day: date) -> bool:
    """Is the unit made anew on this date?"""
    return unit in anew and anew[unit] <= day


def is_last_before(bureau: Bureau, duty: Duty, today: date, anew: Mapping[str, date]) -> bool:
    """Is it of today, and the unit has another model from tomorrow on? Then it is worked as published."""
    return duty.day == today and anew.get(_home(bureau, duty)) == today + ONE_DAY


def _is_own_anew(bureau: Bureau, duty: Duty, anew: Mapping[str, date]) -> bool:
    """Is it a duty of a unit that is made anew by then, served there?"""
    return _home(bureau, duty) == duty.unit and is_anew(anew, duty.unit, duty.day)


def _home(bureau: Bureau, duty: Duty) -> str:
    """The unit of whoever works it on its date."""
    officer = bureau.officers.get(duty.officer)
    return duty.unit if officer is None else officer.on(duty.day).unit


def _was_lent(bureau: Bureau, duty: Duty) -> bool:
    return _home(bureau, duty) != duty.unit and duty.origin is Origin.ROTATION


def as_lawful(bureau: Bureau, before: Bureau) -> bool:
    """Is everything as it was that the duties of an officer depend on who has not changed?"""
    return _law(bureau) == _law(before)


def _law(bureau: Bureau) -> tuple[object, ...]:
    """All that a duty of somebody who has not changed depends on."""
    rotation = bureau.anchor, bureau.timezone, bureau.rotations, bureau.shifts, bureau.units
    return *rotation, bureau.rulebook, bureau.calendar, bureau.exchanges


def reason_against(
    bureau: Bureau,
    duty: Duty,
    offered: Menus,
    judges: Sequence[tuple[str, AllowsPart]],
    void: Collection[tuple[str, date]],
    anew: Mapping[str, date],
    begun: bool,
) -> str:
    """Why the duty cannot stay; empty when it can. One that has begun ends only where the officer is away."""
    officer = bureau.officers.get(duty.officer)
    if officer is None or not officer.serves(duty.day):
        return say(wording.OFF_THE_ROLL)
    absence = bureau.absence(officer, duty.day)
    if absence is not None and not broken_off.is_over_before(absence, duty):
        return say(wording.AWAY, kind=absence.kind.words)
    if duty.origin is Origin.EXCHANGE:
        if (duty.officer, duty.day) not in bureau.taken:
            return "" if begun else say(wording.TAKEN_BACK)
        return say(wording.EXCHANGE_VOID) if (duty.officer, duty.day) in void and not begun else ""
    for unit in (officer.on(duty.day).unit, duty.unit):
        if is_anew(anew, unit, duty.day):
            return say(wording.OTHER_MODEL, unit=unit)
    if begun:
        return ""
    choice = same_choice(_menu(offered, officer, duty.day), duty)
    if choice is None:
        home = officer.on(duty.day)
        return say(wording.NO_LONGER_WORKED, team=home.team, unit=home.unit)
    for rule, allows in judges:
        if not allows(bureau, officer, broken_off.as_worked(bureau, duty, choice)):
            return say(wording.NO_LONGER_ALLOWED, rule=rule)
    return ""


def _menu(offered: Menus, officer: Officer, day: date) -> Sequence[Choice]:
    assignment = officer.on(day)
    return offered.get((assignment.unit, assignment.team), {}).get(day, ())


def _void(
    bureau: Bureau, published: Sequence[Duty], offered: Menus, anew: Mapping[str, date]
) -> Iterator[tuple[str, date]]:
    """Takers and dates of both sides of exchanges of a duty that the owner's team no longer works."""
    made = {(one.officer, one.day): one for one in published if one.origin is Origin.EXCHANGE}
    gone = set()
    for key, duty in made.items():
        if key in bureau.taken:
            menu = _menu(offered, bureau.officers[bureau.taken[key].owner], duty.day)
            worked = any((one.shift, one.unit) == (duty.shift, duty.unit) for one in menu)
            if not worked or is_anew(anew, duty.unit, duty.day):
                gone.add(key)
    for legs in bureau.handovers:
        if not gone.isdisjoint(mine := [(leg.taker, leg.day) for leg in legs]):
            yield from mine


def same_choice(choices: Sequence[Choice], duty: Duty) -> Choice | None:
    """The choice that is this duty, if it is among them."""
    this = duty.shift, duty.unit, duty.origin
    return next((one for one in choices if (one.shift, one.unit, one.origin) == this), None)


def _altered(bureau: Bureau, before: Bureau) -> Iterator[str]:
    now, then = bureau.absences_by_officer, before.absences_by_officer
    for officer in bureau.officers.keys() | before.officers.keys():
        is_now, was = bureau.officers.get(officer), before.officers.get(officer)
        if is_now != was or now.get(officer) != then.get(officer):
            yield officer


def _due(
    bureau: Bureau,
    before: Bureau,
    officer: str,
    horizon: Horizon,
    kept: Collection[date],
    given: Collection[tuple[str, date]],
    home: Collection[tuple[str, date]],
    earliest: int,
) -> Iterator[date]:
    now, then = bureau.officers[officer], before.officers.get(officer)
    for day in horizon:
        if (day in kept and (officer, day) not in home) or (officer, day) in given:
            continue
        plain = bureau.plain_shift(now, day) if bureau.is_present(now, day) else None
        if plain is None or bureau.clock.number(day, plain.start) < earliest:
            continue
        places = {(one.on(day).unit, one.on(day).team) for one in (then, now) if one is not None}
        moved = (officer, day) in home or then is None or len(places) > 1
        if moved or (then is not None and not before.is_present(then, day)):
            yield day
