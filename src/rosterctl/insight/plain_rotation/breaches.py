"""Rotations that break a rule of their rulebook by themselves: where, when, how many duties, what would help.

A hard rule that a rotation breaks by itself thins it out: duties are let off, and posts are short, though
nobody is absent. That is said before any search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.unit import DutyModel
from rosterctl.insight import wording
from rosterctl.insight.phrases import either_of, enumerated
from rosterctl.insight.plain_rotation.letters import shared_letters
from rosterctl.insight.plain_rotation.means import basis_of, means_above
from rosterctl.insight.plain_rotation.remedies import remedies
from rosterctl.insight.plain_rotation.team_lines import TeamLine
from rosterctl.insight.plain_rotation.thinned import LostDuty, broken_lines, thin_out
from rosterctl.problems import NOWHERE, Place, Problem
from rosterctl.rulekit.audit.facts.rotas import model_in_force, team_in
from rosterctl.rulekit.registry import Rule, rules_in_force
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

Key = tuple[str, str, str]
"""Unit, rotation and rule."""

TRIED_DAYS = 28
"""Dates for which it is said what is lost where nobody asks for a horizon: those of a roster."""
SHORTEST_TRIAL = 56
"""Dates for which a remedy is to hold: two of the longest reference periods."""
AROUND_A_CHANGE = 28
"""Dates before and after a change of duty model that are tried with it."""
CHANGES_AHEAD = 366
"""Dates ahead within which changes of duty models are looked for."""


@dataclass(frozen=True, slots=True)
class RotationBreach:
    """A rotation that `teams` of a unit work, and a rule that takes `lost` of the unit's `due` plain duties.

    `first` to `last` is the shortest stretch that breaks the rule the first time, for `team`. `turn` is the
    date of the change of duty model in that stretch, if there is one: then it is the seam that breaks it.
    `place` is where the unit or team has the rotation, `limit` where the rule's options stand, and `basis`
    what they rest on. Each of the `remedies` (values by option) is enough by itself.
    """

    unit: str
    rotation: str
    rule: str
    teams: tuple[str, ...]
    team: str
    first: date
    last: date
    turn: date | None
    lost: int
    due: int
    horizon: Horizon
    place: Place
    limit: Place
    basis: str
    remedies: tuple[Mapping[str, str], ...]

    @property
    def problem(self) -> Problem:
        """The breach as a warning, with what to do about it."""
        teams, rule = enumerated(self.teams), self.rule
        enough = either_of(f"`{rule}: {{{_flow(one)}}}`" for one in self.remedies)
        if self.turn:
            message = say(wording.SEAM_BREAKS, one=self, teams=teams)
        else:
            message = say(wording.ROTATION_BREAKS, one=self, teams=teams)
        hint = say(wording.REMEDIES, enough=enough, one=self) if enough else say(wording.NO_REMEDY, one=self)
        return Problem(self.place, message, hint)


def _flow(values: Mapping[str, str]) -> str:
    return ", ".join(f"{option}: {value}" for option, value in values.items())


def warnings(bureau: Bureau, horizon: Horizon) -> tuple[Problem, ...]:
    """What is wrong with the rotations of a bureau though its files have no mistake, place by place."""
    found = (one.problem for one in breaches_ahead(bureau, horizon))
    return (*shared_letters(bureau), *means_above(bureau, horizon.first), *found)


def breaches(bureau: Bureau, horizon: Horizon) -> tuple[RotationBreach, ...]:
    """Unit by unit, what the rotations break in the horizon with nobody absent."""
    return _in_order(_breaches(bureau, horizon, set()))


def breaches_ahead(bureau: Bureau, horizon: Horizon) -> tuple[RotationBreach, ...]:
    """Those of the horizon; then what only two cycles or a change of duty model ahead would show."""
    rules = rules_in_force(bureau.rulebook)
    wider = [one for one in _trials(bureau, horizon) if broken_lines(bureau, one, rules)]
    known: set[Key] = set()
    return _in_order(
        one for each in ([horizon, *wider] if wider else []) for one in _breaches(bureau, each, known)
    )


def _in_order(found: Iterable[RotationBreach]) -> tuple[RotationBreach, ...]:
    return tuple(sorted(found, key=lambda one: (one.first, one.unit, one.rule)))


def _trials(bureau: Bureau, horizon: Horizon) -> Iterator[Horizon]:
    """Two cycles from the first date, and the dates about each change that lies ahead."""
    yield _long(bureau, horizon)
    changes = {
        model.first for unit in bureau.units.values() for model in unit.models if model.first is not None
    }
    for day in sorted(changes):
        if horizon.first < day <= horizon.first + timedelta(days=CHANGES_AHEAD):
            yield Horizon(day - timedelta(days=AROUND_A_CHANGE), 2 * AROUND_A_CHANGE)


def _long(bureau: Bureau, horizon: Horizon) -> Horizon:
    worked = {
        bureau.rotations[team.rotation].cycle
        for unit in bureau.units.values()
        for model in unit.models
        for team in model.teams
    }
    return Horizon(horizon.first, max(horizon.days, SHORTEST_TRIAL, *(2 * len(cycle) for cycle in worked)))


def _breaches(bureau: Bureau, horizon: Horizon, known: set[Key]) -> Iterator[RotationBreach]:
    """What is not known yet, which becomes known by it."""
    rules = {rule.id: rule for rule in rules_in_force(bureau.rulebook)}
    found = thin_out(bureau, horizon, tuple(rules.values()))
    grouped: dict[Key, list[LostDuty]] = {}
    for one in found.lost:
        key = one.unit, _rotation(bureau, one), one.rule
        if key not in known:
            grouped.setdefault(key, []).append(one)
    if not grouped:
        return
    known.update(grouped)
    wide = _long(bureau, horizon)
    enough = _Enough(bureau, wide, broken_lines(bureau, wide, tuple(rules.values())))
    for (unit, rotation, rule), lost in grouped.items():
        first, setting = min(lost, key=lambda one: one.day), bureau.rulebook.settings[rule]
        yield RotationBreach(
            unit,
            rotation,
            rule,
            tuple(dict.fromkeys(one.team for one in lost)),
            first.team,
            first.since,
            first.day,
            _turn(bureau, first),
            sum(one.heads for one in lost),
            found.due[unit],
            horizon,
            _place(bureau, first),
            setting.place,
            basis_of(setting.basis, setting.source),
            enough.of(unit, rules[rule]),
        )


class _Enough:
    """Remedies for the lines of a unit; units whose lines are alike have the same."""

    def __init__(self, bureau: Bureau, horizon: Horizon, broken: Sequence[TeamLine]) -> None:
        self._bureau, self._horizon, self._broken = bureau, horizon, broken
        self._known: dict[tuple[str, frozenset[object]], tuple[Mapping[str, str], ...]] = {}

    def of(self, unit: str, rule: Rule) -> tuple[Mapping[str, str], ...]:
        """Options of the rule, with values at which every line of the unit keeps it."""
        lines = {line.alike: line.line for line in self._broken if line.unit == unit}
        key = rule.id, frozenset(lines)
        if key not in self._known:
            self._known[key] = remedies(self._bureau, self._horizon, rule, list(lines.values()))
        return self._known[key]


def _model(bureau: Bureau, unit: str, day: date) -> DutyModel | None:
    return model_in_force(bureau.units[unit], day)


def _rotation(bureau: Bureau, lost: LostDuty) -> str:
    team = team_in(_model(bureau, lost.unit, lost.day), lost.team)
    return "" if team is None else team.rotation


def _turn(bureau: Bureau, lost: LostDuty) -> date | None:
    """The date in the stretch from which the unit works by another model, if there is one."""
    changes = (model.first for model in bureau.units[lost.unit].models)
    return next((day for day in changes if day is not None and lost.since < day <= lost.day), None)


def _place(bureau: Bureau, lost: LostDuty) -> Place:
    """Where the rotation is named: at the team where the teams have several, else at the unit or change."""
    model = _model(bureau, lost.unit, lost.day)
    team = team_in(model, lost.team)
    if model is None or team is None:
        return NOWHERE
    alike = {one.rotation for one in model.teams}
    return team.place if len(alike) > 1 else model.place
