"""Rotations whose own mean hours a week are above what a rule allows on average.

Such a rule bars nobody from plain duty: it asks only what is worked beyond it. So the rotation is worked as
it is, whatever the law says, and this is the one place where that is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Role
from rosterctl.domain.rulebook import Basis
from rosterctl.domain.unit import DutyModel, Unit
from rosterctl.insight import wording
from rosterctl.problems import Problem
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.facts.rotas import usual_cycle
from rosterctl.rulekit.audit.wording import hours_text
from rosterctl.rulekit.registry import Rule, rules_in_force
from rosterctl.wording import say

BASES_OF_LIMITS = {
    Basis.LAW: wording.LIMIT_BY_LAW,
    Basis.ASSUMED: wording.LIMIT_ASSUMED,
    Basis.OWN: wording.LIMIT_OWN,
}


def means_above(bureau: Bureau, first: date) -> tuple[Problem, ...]:
    """Unit by unit and rule by rule, of the duty models that hold on a date or later."""
    facts = Facts(bureau)
    roles: dict[str, set[Role]] = {}
    for officer in bureau.officers.values():
        roles.setdefault(facts.place_of(officer, first).unit, set()).add(officer.role)
    rules = [rule for rule in rules_in_force(bureau.rulebook) if rule.weekly_limit and not rule.soft]
    return tuple(
        found
        for unit in bureau.units.values()
        for model in _from(unit, first)
        for rule in rules
        for found in _of_model(bureau, unit, model, rule, sorted(roles.get(unit.id, ())))
    )


def _from(unit: Unit, first: date) -> Iterator[DutyModel]:
    """The model in force on the date, and those that follow it."""
    for number, model in enumerate(unit.models):
        later = unit.models[number + 1 : number + 2]
        if not later or later[0].first is None or later[0].first > first:
            yield model


def _of_model(
    bureau: Bureau, unit: Unit, model: DutyModel, rule: Rule, roles: list[Role]
) -> Iterator[Problem]:
    """The lowest limit of anybody's role counts; the rotations of a model are told one by one."""
    limits = [limit for role in roles if rule.weekly_limit and (limit := rule.weekly_limit(role)) is not None]
    if not limits:
        return
    setting = bureau.rulebook.settings[rule.id]
    means: dict[str, Fraction] = {}
    for team in model.teams:
        means.setdefault(team.rotation, _mean(bureau, usual_cycle(model, team, bureau.rotations)))
    for rotation, mean in means.items():
        if mean > min(limits):
            told = say(
                wording.MEAN_ABOVE,
                rotation=rotation,
                unit=unit.id,
                mean=hours_text(int(mean)),
                most=hours_text(int(min(limits))),
                rule=rule.id,
                limit=setting.place,
                basis=basis_of(setting.basis, setting.source),
            )
            yield Problem(model.place, *told)


def basis_of(basis: Basis, source: str) -> str:
    """`law: directive 2003/88/EC art. 6`, or what else a limit rests on."""
    said = say(BASES_OF_LIMITS[basis])
    return say(wording.LIMIT_BY, basis=said, source=source) if source else said


def _mean(bureau: Bureau, cycle: tuple[str, ...]) -> Fraction:
    """Minutes a week."""
    shifts = [bureau.shifts[name] for name in cycle if name]
    once = sum(shift.end - shift.start - shift.break_minutes for shift in shifts)
    return Fraction(once * 7, len(cycle) or 1)
