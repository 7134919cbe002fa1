"""Small bureaus and rosters in a few lines, straight from the nouns of the trade: no files, no solver.

The default is one unit `U1` with the teams A, B, C, D on `DNOO` (day 07-19, night 19-07, Asia/Shanghai), one
officer in each: `a`, `b`, `c`, `d`, sworn leaders who know patrol and traffic. Day 0 of the cycle is MONDAY:
A works the day, B the night, C comes off the night of Sunday.

    date    Mo Tu We Th        07 08 09 10 December 2026
    A       D  N  O  O
    B       N  O  O  D
    C       O  O  D  N
    D       O  D  N  O
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence, AbsenceKind
from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.domain.rotation import Rotation
from rosterctl.domain.rulebook import Rulebook, RuleSetting, Severity
from rosterctl.domain.shift import Shift
from rosterctl.domain.unit import DutyModel, Team, Unit, UnitKind
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.registry import Rule, rule_modules, rules_in_force
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon

MONDAY = date(2026, 12, 7)
BEFORE_DAYS = 28


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def by_id(nouns: Iterable[_N]) -> dict[str, _N]:
    return {noun.id: noun for noun in nouns}


def shift(id: str, start: float, end: float, break_minutes: int = 0, handover: int = 0) -> Shift:
    """A shift by whole or half hours: `shift("night", 19, 31)` ends at 07:00 the next morning."""
    return Shift(id, id, id[0], round(start * 60), round(end * 60), break_minutes, handover)


SHIFTS = (
    shift("day", 7, 19),
    shift("night", 19, 31),
    shift("overlap-evening", 17, 31),
    shift("overlap-morning", 19, 33),
    shift("overlap-both", 17, 33),
    shift("peak-morning", 7, 9),
    shift("peak-evening", 17, 19),
    shift("full-24", 7, 31),
    shift("office", 9, 17),
)


def officer(id: str, team: str = "A", role: str = Role.SWORN, unit: str = "U1", **details: Any) -> Officer:
    """An officer called by the id; a sworn one leads and knows patrol and traffic unless told otherwise."""
    sworn = role == Role.SWORN
    details.setdefault("leader", sworn)
    details["skills"] = frozenset(details.get("skills", ("patrol", "traffic") if sworn else ()))
    first = Assignment(unit, team, details.pop("zone", ""))
    return Officer(id, id, id, Role(role), "", (first, *details.pop("transfers", ())), **details)


def transfer(day: date, team: str, unit: str = "U1", zone: str = "") -> Assignment:
    return Assignment(unit, team, zone, day)


def absence(
    officer: str,
    first: date,
    last: date | None = None,
    kind: AbsenceKind = AbsenceKind.LEAVE,
    *,
    start: float | None = None,
    end: float | None = None,
) -> Absence:
    """`start` and `end` are hours of the first and of the last date."""
    minutes = [None if hour is None else WallMinute(round(hour * 60)) for hour in (start, end)]
    return Absence(officer, first, last or first, kind, *minutes)


def rotation(cycle: str = "DNOO", offsets: Sequence[int] = (0, 1, 2, 3), **letters: str) -> Rotation:
    """A rotation whose id is its cycle; `D` is the day and `N` the night unless told otherwise."""
    names = {"D": "day", "N": "night", "T": "full-24", "F": "office", **letters}
    return Rotation(cycle, cycle, cycle, tuple(offsets), {x: names[x] for x in sorted(set(cycle) - {"O"})})


def unit(
    id: str = "U1", *, teams: Sequence[str] = "ABCD", rotation: Rotation | None = None, **details: Any
) -> Unit:
    """A unit whose teams take the offsets of the rotation in order.

    `later` are further duty models, `first` and `last` the dates on which it stands.
    """
    kind, dates = details.pop("kind", UnitKind.AREA), {k: details.pop(k, None) for k in ("first", "last")}
    later = details.pop("later", ())
    return Unit(id, id, kind, (model(teams=teams, rotation=rotation, **details), *later), **dates)


def model(
    first: date | None = None,
    *,
    teams: Sequence[str] = "ABCD",
    rotation: Rotation | None = None,
    **details: Any,
) -> DutyModel:
    """A duty model from a date on; its teams take the offsets of the rotation in order."""
    pattern = rotation or DNOO
    offsets = dict(zip(teams, pattern.offsets, strict=False))
    members = tuple(Team(team, team, pattern.id, offsets[team]) for team in teams)
    return DutyModel(members, first=first, **details)


DNOO = rotation()
IDLE = rotation("O", (0,))
"""Never on duty: what is worked is what the test says, and nothing follows after the horizon."""


def rulebook(rules: Mapping[str, Mapping[str, Any]]) -> Rulebook:
    """The named rules with options as a user would write them (text), and `severity` among them."""
    settings = {}
    for rule, options in rules.items():
        severity = Severity(options["severity"]) if "severity" in options else None
        settings[rule] = RuleSetting(rule, severity, {k: v for k, v in options.items() if k != "severity"})
    return Rulebook("test", "test", "", settings)


def every_rule(**changes: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Every shipped rule with its default options and its own default severity.

    Options of single rules may be changed by the name of their file: `every_rule(weekly_rest={…})`.
    """
    rules: dict[str, Mapping[str, Any]] = {}
    for rule, module in rule_modules().items():
        severity = module.Options.model_fields["severity"].default
        rules[rule] = {"severity": severity, **changes.get(rule.replace("-", "_"), {})}
    return rules


def small_bureau(
    officers: Iterable[Officer] | None = None,
    *,
    units: Iterable[Unit] | None = None,
    teams: Sequence[str] = "ABCD",
    rotation: Rotation = DNOO,
    shifts: Iterable[Shift] = (),
    rules: Mapping[str, Mapping[str, Any]] | None = None,
    timezone: str = "Asia/Shanghai",
    anchor: date = MONDAY,
    calendar: Calendar | None = None,
    rotations: Iterable[Rotation] = (),
    **more: Any,
) -> Bureau:
    """A bureau of `units` (default: `U1` with `teams` on `rotation`, an officer in each team).

    `shifts` and `rotations` come on top of the usual ones. `more` are further fields of Bureau; where
    it wants a mapping by id, a list will do.
    """
    places = tuple(units) if units is not None else (unit(teams=teams, rotation=rotation),)
    people = tuple(
        officers
        if officers is not None
        else (
            officer(team.id.lower(), team.id, unit=place.id)
            for place in places
            for team in place.models[0].teams
        )
    )
    for field in ("crews", "post_types", "zones", "posts", "vehicles"):
        given = more.get(field, ())
        more[field] = given if isinstance(given, Mapping) else by_id(given)
    for field in ("absences", "wishes", "events", "strengths", "history"):
        more[field] = tuple(more.get(field, ()))
    return Bureau(
        id="small",
        name="small",
        timezone=timezone,
        anchor=anchor,
        day_starts=more.pop("day_starts", 7 * 60),
        calendar=calendar or Calendar("plain", "plain"),
        shifts=by_id((*SHIFTS, *shifts)),
        rotations=by_id((DNOO, rotation, *rotations)),
        units=by_id(places),
        officers=by_id(people),
        rulebook=rulebook(rules or {}),
        **more,
    )


def duty(
    bureau: Bureau,
    officer: str,
    day: date,
    shift: str,
    *,
    unit: str | None = None,
    recall: bool = False,
    slices: Iterable[Slice] | None = None,
) -> Duty:
    """A duty in reserve from start to end, unless `slices` say where it is served."""
    kind = bureau.shifts[shift]
    pieces = tuple(slices) if slices is not None else (Slice(kind.start, kind.end, ""),)
    origin = Origin.RECALL if recall else Origin.ROTATION
    return Duty(officer, day, shift, unit or bureau.officers[officer].on(day).unit, origin, pieces)


def plain_duties(bureau: Bureau, first: date, days: int) -> tuple[Duty, ...]:
    """Everybody who is present works what the rotation gives, in reserve."""
    return tuple(_plain(bureau, Horizon(first, days)))


def _plain(bureau: Bureau, horizon: Horizon) -> Iterator[Duty]:
    for day in horizon:
        for person in bureau.officers.values():
            kind = bureau.plain_shift(person, day)
            if kind is not None and bureau.is_present(person, day):
                yield duty(bureau, person.id, day, kind.id)


def roster_of(
    bureau: Bureau, first: date, days: int, duties: Iterable[Duty], before: Iterable[Duty] = ()
) -> Roster:
    return Roster(
        bureau.id, bureau.fingerprint, Horizon(first, days), 1, {}, tuple(duties), before=tuple(before)
    )


def plain_roster(bureau: Bureau, first: date, days: int) -> Roster:
    """Plain duties in the horizon and in the 28 days before it."""
    return roster_of(
        bureau,
        first,
        days,
        plain_duties(bureau, first, days),
        plain_duties(bureau, first - timedelta(days=BEFORE_DAYS), BEFORE_DAYS),
    )


def line_roster(
    bureau: Bureau,
    shifts: Sequence[str],
    *,
    before: Sequence[str] = (),
    officer: str = "a",
    first: date = MONDAY,
) -> Roster:
    """One officer works these shifts on consecutive dates from `first`, the whole horizon.

    Empty is off, `recall day` a recall. `before` are the dates just before the horizon.
    """
    return roster_of(
        bureau,
        first,
        len(shifts),
        _worked(bureau, officer, first, shifts),
        _worked(bureau, officer, first - timedelta(days=len(before)), before),
    )


def _worked(bureau: Bureau, officer: str, first: date, shifts: Sequence[str]) -> Iterator[Duty]:
    for n, name in enumerate(shifts):
        if name:
            recall = name.startswith("recall ")
            day = first + timedelta(days=n)
            yield duty(bureau, officer, day, name.removeprefix("recall "), recall=recall)


def changed(
    roster: Roster, *, without: Iterable[tuple[str, date]] = (), added: Iterable[Duty] = ()
) -> Roster:
    """The roster without the duties of some officers on some dates, and with others."""
    gone = set(without)
    kept = (one for one in roster.duties if (one.officer, one.day) not in gone)
    return replace(roster, duties=(*kept, *added))


def the_rule(bureau: Bureau, id: str) -> Rule:
    """One rule of the bureau's rulebook, in force."""
    return next(rule for rule in rules_in_force(bureau.rulebook) if rule.id == id)


def findings(bureau: Bureau, roster: Roster) -> list[Finding | Cost]:
    """What all rules of the bureau's rulebook find, rule by rule."""
    record = Record(bureau, roster)
    return [found for rule in rules_in_force(bureau.rulebook) for found in rule.check(record)]


def rules_broken(bureau: Bureau, roster: Roster) -> set[str]:
    """The ids of the hard rules that find something, of all rules of the bureau's rulebook."""
    return {found.rule for found in findings(bureau, roster) if isinstance(found, Finding)}
