"""Those who would be on duty without the company they need once names have not reached the counts.

The counts see to it that auxiliaries have a sworn officer with them (a rule says so by its `COMPANY`), but a
recall or loan that could not be dealt may leave them alone in a unit. They are let off: a duty less never
breaks a limit of its officer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.planning.counts.groups import ChoiceKey, key_of
from rosterctl.planning.cover.moments import day_bounds
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.names.lines import Lines
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.parts import Company
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import Horizon

Instants = tuple[int, int]
Alone = tuple[str, ChoiceKey]
"""A rule by its id, and a choice that those whom it wants accompanied must not work."""


def unaccompanied(
    bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], worked: Sequence[Worked], still: Sequence[Worked]
) -> frozenset[Alone]:
    """The choices in some minute of which somebody would be without company that a hard rule asks for.

    `still` are duties from before the horizon.
    """
    answered = day_bounds(bureau, horizon.first)[0], day_bounds(bureau, horizon.last)[1]
    found: set[Alone] = set()
    for rule in rules:
        if rule.company and not rule.soft:
            alone = _without(bureau, rule.company, worked, still, answered)
            found.update((rule.id, key_of(choice)) for choice in alone)
    return frozenset(found)


def let_off(
    lines: Lines, officers: Iterable[Officer], rules: Sequence[Rule], alone: Collection[Alone]
) -> None:
    """Takes the choices in `alone` from those who would be there without company."""
    companies = [(rule.id, rule.company) for rule in rules if rule.company]
    for officer in officers:
        for choice in lines.worked(officer):
            if any((rule, key_of(choice)) in alone and one.who(officer) for rule, one in companies):
                lines.put(officer, choice.day, None)


class Accompanied:
    """Who may serve where, beside those who work `lines` now; nobody works a choice in `alone`."""

    def __init__(
        self, lines: Lines, officers: Iterable[Officer], rules: Sequence[Rule], alone: Collection[Alone]
    ):
        self._companies = [(rule.id, rule.company) for rule in rules if rule.company and not rule.soft]
        self._alone = alone
        self._beside: dict[tuple[str, str], list[Instants]] = {}
        for officer in officers:
            for rule, company in self._companies:
                if company.beside(officer):
                    for choice in lines.worked(officer):
                        self._beside.setdefault((rule, choice.unit), []).append((choice.start, choice.end))
        for spans in self._beside.values():
            spans.sort()
        self._found: dict[tuple[str, Choice], bool] = {}

    def is_free(self, officer: Officer) -> bool:
        """Needs nobody's company."""
        return not any(company.who(officer) for _, company in self._companies)

    def may_serve(self, officer: Officer, choice: Choice) -> bool:
        """Has the company that hard rules ask for, in every minute of the choice."""
        return all(self._has(rule, choice) for rule, company in self._companies if company.who(officer))

    def _has(self, rule: str, choice: Choice) -> bool:
        if (rule, choice) not in self._found:
            beside = self._beside.get((rule, choice.unit), ())
            there = _accompanied(beside, choice, (choice.start, choice.end))
            self._found[rule, choice] = there and (rule, key_of(choice)) not in self._alone
        return self._found[rule, choice]


def _without(
    bureau: Bureau, company: Company, worked: Sequence[Worked], still: Sequence[Worked], answered: Instants
) -> list[Choice]:
    """What is worked by somebody who needs company and is open to want of it in the instants answered for."""
    beside: dict[str, list[Instants]] = {unit: [] for unit in bureau.units}
    for officer, choice in chain(worked, still):
        if company.beside(bureau.officers[officer]):
            beside[choice.unit].append((choice.start, choice.end))
    for spans in beside.values():
        spans.sort()
    served = {choice for officer, choice in worked if company.who(bureau.officers[officer])}
    return [choice for choice in served if not _accompanied(beside[choice.unit], choice, answered)]


def _accompanied(beside: Sequence[Instants], choice: Choice, answered: Instants) -> bool:
    """Do the spans (in order of their start) leave no minute of the choice that is answered for open?"""
    now, end = max(choice.start, answered[0]), min(choice.end, answered[1])
    for since, until in beside:
        if since <= now < until:
            now = until
    return now >= end
