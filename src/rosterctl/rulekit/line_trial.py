"""Tries lines of duties: which rules about one officer's line would each of them break?

A line is what somebody works or would work. Any number are tried at once, as if each were another person, by
the checks of the rules themselves: no rule is known here, and nothing is searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.domain.shift import Shift
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import Horizon

Excess = Mapping[str, int]
"""By how much each rule is broken, by its id and in its own measure; a rule that is kept is not in it."""


@dataclass(frozen=True, slots=True)
class TriedLine:
    """What an officer would work in a horizon, after what was worked before it."""

    officer: Officer
    before: tuple[Duty, ...]
    duties: tuple[Duty, ...]


class LineTrial:
    """The rules of a bureau that look at one officer's line and forbid, ready to be asked about a horizon."""

    def __init__(self, bureau: Bureau, horizon: Horizon, rules: Iterable[Rule]) -> None:
        self._bureau, self._horizon = bureau, horizon
        self._rules = [
            rule for rule in rules if (rule.constrain or rule.allows) and not rule.cover and not rule.soft
        ]

    def broken(self, lines: Sequence[TriedLine]) -> list[Excess]:
        """For each line the rules that it breaks, in the order of the rulebook."""
        if not lines:
            return []
        people = {f"{line.officer.id}/{number}": line for number, line in enumerate(lines)}
        roster = Roster(
            self._bureau.id,
            self._bureau.fingerprint,
            self._horizon,
            0,
            {},
            tuple(_as(id, duty) for id, line in people.items() for duty in line.duties),
            before=tuple(_as(id, duty) for id, line in people.items() for duty in line.before),
        )
        record = Record(self._with(people), roster)
        found: dict[str, dict[str, int]] = {id: {} for id in people}
        for rule in self._rules:
            for one in rule.check(record):
                if isinstance(one, Finding) and one.officer in found:
                    excess = found[one.officer]
                    excess[rule.id] = excess.get(rule.id, 0) + one.excess
        return list(found.values())

    def _with(self, people: Mapping[str, TriedLine]) -> Bureau:
        """The bureau as if these were its people, each with the absences of whose line it is."""
        away: dict[str, list[str]] = {}
        for id, line in people.items():
            away.setdefault(line.officer.id, []).append(id)
        return replace(
            self._bureau,
            officers={id: replace(line.officer, id=id) for id, line in people.items()},
            absences=tuple(
                replace(row, officer=id) for row in self._bureau.absences for id in away.get(row.officer, ())
            ),
            exchanges=(),
            history=(),
            wishes=(),
            ledger={},
            lieu=(),
        )


def plain_duty(officer: Officer, day: date, shift: Shift, unit: str) -> Duty:
    """A duty by rotation, in reserve from start to end."""
    return Duty(officer.id, day, shift.id, unit, Origin.ROTATION, (Slice(shift.start, shift.end, ""),))


def _as(id: str, duty: Duty) -> Duty:
    """The same duty of somebody else; one that was taken over counts as if they were called in for it."""
    origin = Origin.RECALL if duty.origin is Origin.EXCHANGE else duty.origin
    return replace(duty, officer=id, origin=origin)
