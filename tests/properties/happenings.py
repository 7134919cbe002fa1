"""What may happen to a bureau after its roster was published, drawn at random."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence, AbsenceKind
from rosterctl.domain.people.officer import Assignment, Officer
from rosterctl.domain.vehicle import Outage
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import absence
from tests.support.places import post

ONE = timedelta(days=1)
Happening = Callable[[Random, Bureau, Horizon], Bureau]


def happen(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    """The bureau after one thing that touches dates of the horizon; now and then it finds nobody to touch."""
    return dice.choice(list(HAPPENINGS.values()))(dice, bureau, horizon)


def sick(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    first = _day(dice, horizon)
    return away(bureau, _somebody(dice, bureau).id, first, _until(dice, first, horizon), AbsenceKind.SICKNESS)


def training(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    """Two or three people are away on the same dates."""
    first = _day(dice, horizon)
    last = _until(dice, first, horizon)
    for one in dice.sample(list(bureau.officers), min(len(bureau.officers), dice.randint(2, 3))):
        bureau = away(bureau, one, first, last, AbsenceKind.TRAINING)
    return bureau


def away(bureau: Bureau, officer: str, first: date, last: date, kind: AbsenceKind) -> Bureau:
    """One more absence, on the dates on which the officer is not away anyhow."""
    days = (first + n * ONE for n in range((last - first).days + 1))
    one = bureau.officers[officer]
    new = [absence(officer, day, kind=kind) for day in days if bureau.absence(one, day) is None]
    return replace(bureau, absences=(*bureau.absences, *new))


def back(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    """Whoever is away on some date is there again from that date on."""
    gone = [one for one in bureau.absences if one.last >= horizon.first and one.first <= horizon.last]
    if not gone:
        return bureau
    one = dice.choice(gone)
    since = max(one.first, horizon.first)
    kept = (_cut(each, since) if each.officer == one.officer else each for each in bureau.absences)
    return replace(bureau, absences=tuple(each for each in kept if each is not None))


def _cut(one: Absence, since: date) -> Absence | None:
    if one.last < since:
        return one
    return replace(one, last=since - ONE) if one.first < since else None


def left(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    return _with(bureau, replace(_somebody(dice, bureau), left=_day(dice, horizon) - ONE))


def joined(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    """A twin of somebody joins the same team."""
    one = _somebody(dice, bureau)
    twin = replace(one, id=f"{one.id}-new{len(bureau.officers)}", joined=_day(dice, horizon))
    return _with(bureau, twin)


def transferred(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    """To another team of the same unit."""
    one, day = _somebody(dice, bureau), _day(dice, horizon)
    home = one.on(day)
    teams = [team.id for team in bureau.units[home.unit].on(day).teams if team.id != home.team]
    if not teams or one.assignments[-1].first is not None:
        return bureau
    new = Assignment(home.unit, dice.choice(teams), home.zone, day)
    return _with(bureau, replace(one, assignments=(*one.assignments, new)))


def protected(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    day = _day(dice, horizon)
    return _with(bureau, replace(_somebody(dice, bureau), protected_from=day, protected_until=day + 60 * ONE))


def post_added(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    kind, place = dice.choice(list(bureau.post_types)), dice.choice(list(bureau.units))
    new = post(f"new{len(bureau.posts)}", kind, place, first=_day(dice, horizon))
    return replace(bureau, posts={**bureau.posts, new.id: new})


def post_closed(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    one = dice.choice(list(bureau.posts.values()))
    closed = replace(one, last=_day(dice, horizon) - ONE)
    return replace(bureau, posts={**bureau.posts, one.id: closed})


def vehicle_down(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:
    if not bureau.vehicles:
        return bureau
    one, day = dice.choice(list(bureau.vehicles.values())), _day(dice, horizon)
    outage = Outage(day, _until(dice, day, horizon), WallMinute(26 * 60) if day.day % 2 else None)
    down = replace(one, outages=(*one.outages, outage))
    return replace(bureau, vehicles={**bureau.vehicles, one.id: down})


def vehicle_back(dice: Random, bureau: Bureau, horizon: Horizon) -> Bureau:  # noqa: ARG001
    down = [one for one in bureau.vehicles.values() if one.outages]
    if not down:
        return bureau
    one = dice.choice(down)
    return replace(bureau, vehicles={**bureau.vehicles, one.id: replace(one, outages=())})


HAPPENINGS: Mapping[str, Happening] = {
    one.__name__: one
    for one in (
        sick,
        training,
        back,
        left,
        joined,
        transferred,
        protected,
        post_added,
        post_closed,
        vehicle_down,
        vehicle_back,
    )
}


def _day(dice: Random, horizon: Horizon) -> date:
    return horizon.first + dice.randrange(len(horizon)) * ONE


def _until(dice: Random, day: date, horizon: Horizon) -> date:
    return min(day + dice.randint(0, 3) * ONE, horizon.last)


def _somebody(dice: Random, bureau: Bureau) -> Officer:
    return bureau.officers[dice.choice(list(bureau.officers))]


def _with(bureau: Bureau, officer: Officer) -> Bureau:
    return replace(bureau, officers={**bureau.officers, officer.id: officer})
