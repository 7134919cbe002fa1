"""What each team of a bureau would work on its plain rotation if nobody were ever absent.

Officers of one team and role who stay in it work the same line, so one stands for all of them; teams with the
same cycles on the same dates do too. Whoever the law protects, or who is transferred within the horizon, is
left out: what they may not work is not the rotation's doing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.domain.roster import Duty
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.facts.rotas import team_in, usual_cycle
from rosterctl.rulekit.line_trial import TriedLine, plain_duty
from rosterctl.timeline.horizon import Horizon

DAYS_BEFORE = 7
"""The plain rotation is assumed for so many dates before the horizon, as a first roster assumes it."""


@dataclass(frozen=True)
class TeamLine:
    """The plain line of `heads` officers of a role in a team; `alike` is equal where lines are alike."""

    unit: str
    team: str
    heads: int
    line: TriedLine
    alike: object


def team_lines(bureau: Bureau, horizon: Horizon) -> Iterator[TeamLine]:
    """By unit, team and role, of those who are in it on the first and on the last date."""
    facts = Facts(bureau)
    heads = Counter(
        (place.unit, place.team, officer.role)
        for officer in bureau.officers.values()
        if (place := _home(facts, officer, horizon)) is not None
    )
    known: dict[object, TriedLine] = {}
    for (unit, team, role), number in sorted(heads.items(), key=lambda one: one[0]):
        alike = role, _work(bureau, unit, team)
        if alike not in known:
            known[alike] = _line(facts, horizon, unit, team, role)
        yield TeamLine(unit, team, number, known[alike], alike)


def without_people(bureau: Bureau) -> Bureau:
    """The bureau with nobody absent and nothing agreed on."""
    return replace(bureau, absences=(), exchanges=(), wishes=(), history=())


def _home(facts: Facts, officer: Officer, horizon: Horizon) -> Assignment | None:
    """Where the officer is from the first date to the last, if anywhere and under no protection."""
    first, last = facts.place_of(officer, horizon.first), facts.place_of(officer, horizon.last)
    days = (horizon.first, horizon.last)
    if (first.unit, first.team) != (last.unit, last.team):
        return None
    if any(officer.joined and day < officer.joined for day in days):
        return None
    if any(officer.left and officer.left < day for day in days):
        return None
    if officer.protected_from or officer.protected_until:
        shielded = (facts.is_shielded(officer, day) for day in horizon)
        return None if any(shielded) else first
    return first


def _work(bureau: Bureau, unit: str, team: str) -> object:
    """All that decides what a team works on any date."""
    place = bureau.units[unit]
    models = []
    for model in place.models:
        here = team_in(model, team)
        work = None if here is None else (usual_cycle(model, here, bureau.rotations), here.offset)
        models.append((model.first, work))
    return place.first, place.last, tuple(models)


def _line(facts: Facts, horizon: Horizon, unit: str, team: str, role: Role) -> TriedLine:
    someone = Officer(f"{unit} {team} {role}", "", "", role, "", (Assignment(unit, team),))
    early = [horizon.first - timedelta(days=n) for n in range(DAYS_BEFORE, 0, -1)]
    return TriedLine(
        someone, tuple(_duties(facts, someone, early)), tuple(_duties(facts, someone, list(horizon)))
    )


def _duties(facts: Facts, officer: Officer, days: list[date]) -> Iterator[Duty]:
    home = officer.assignments[0].unit
    for day in days:
        shift = facts.usual(officer, day)
        if shift is not None:
            yield plain_duty(officer, day, shift, home)
