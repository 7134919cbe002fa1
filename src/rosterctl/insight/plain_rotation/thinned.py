"""Which plain duties the hard rules take out of a rotation: everybody works date by date what they may.

That is how the first roster of a search is made too, by the other reading of the rules; in every shipped
rotation under every shipped rulebook a search lets off just as many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.insight.plain_rotation.team_lines import TeamLine, team_lines, without_people
from rosterctl.rulekit.line_trial import Excess, LineTrial, TriedLine
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True, slots=True)
class LostDuty:
    """A plain duty that each of `heads` officers of a team loses, and the first rule that takes it.

    The duties from `since` on leave no room for it; that is looked for at the first of a line and rule, else
    it is `day`.
    """

    unit: str
    team: str
    heads: int
    day: date
    since: date
    rule: str


@dataclass(frozen=True)
class Thinned:
    """What the plain rotations of a horizon lose; `due` counts the plain duties of each unit."""

    due: Mapping[str, int]
    lost: tuple[LostDuty, ...]


def thin_out(bureau: Bureau, horizon: Horizon, rules: Sequence[Rule]) -> Thinned:
    """The plain lines of every team, held against the hard rules about one officer's line."""
    lines = tuple(team_lines(bureau, horizon))
    broken = _broken(bureau, horizon, rules, lines)
    limits = {rule for excess in broken.values() for rule in excess}
    kinds = {line.alike: line.line for line in lines if line.alike in broken}
    trial = LineTrial(without_people(bureau), horizon, [rule for rule in rules if rule.id in limits])
    lost = dict(zip(kinds, _lost(trial, list(kinds.values())), strict=True))
    due: dict[str, int] = {}
    for line in lines:
        due[line.unit] = due.get(line.unit, 0) + line.heads * len(line.line.duties)
    found = tuple(
        LostDuty(line.unit, line.team, line.heads, day, since, rule)
        for line in lines
        for day, since, rule in lost.get(line.alike, ())
    )
    return Thinned(due, found)


def broken_lines(bureau: Bureau, horizon: Horizon, rules: Sequence[Rule]) -> list[TeamLine]:
    """The lines that break any of the rules, before anything is let off."""
    lines = tuple(team_lines(bureau, horizon))
    broken = _broken(bureau, horizon, rules, lines)
    return [line for line in lines if line.alike in broken]


def _broken(
    bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], lines: Sequence[TeamLine]
) -> Mapping[object, Excess]:
    """What is broken, by the kind of line; of lines that are alike one is tried."""
    kinds = {line.alike: line.line for line in lines}
    trial = LineTrial(without_people(bureau), horizon, rules)
    found = zip(kinds, trial.broken(list(kinds.values())), strict=True)
    return {alike: excess for alike, excess in found if excess}


def _lost(trial: LineTrial, lines: Sequence[TriedLine]) -> list[list[tuple[date, date, str]]]:
    """For each line the dates lost, since when the line leaves no room for them, and the rule."""
    kept: list[list[Duty]] = [[] for _ in lines]
    lost: list[list[tuple[date, date, str]]] = [[] for _ in lines]
    for day in sorted({duty.day for line in lines for duty in line.duties}):
        tried = [
            (number, duty) for number, line in enumerate(lines) for duty in line.duties if duty.day == day
        ]
        now = [_with(lines[number], (*kept[number], duty)) for number, duty in tried]
        for (number, duty), line, excess in zip(tried, now, trial.broken(now), strict=True):
            rule = next(iter(excess), "")
            if rule:
                again = any(rule == one for _, _, one in lost[number])
                lost[number].append((day, day if again else _since(trial, line, rule), rule))
            else:
                kept[number].append(duty)
    return lost


def _since(trial: LineTrial, line: TriedLine, rule: str) -> date:
    """The first date of the shortest stretch up to the last duty that breaks the rule by itself."""
    every = (*line.before, *line.duties)
    known = len(line.before)
    shorter = [
        TriedLine(line.officer, every[first:known], every[max(first, known) :]) for first in range(len(every))
    ]
    whole = [number for number, excess in enumerate(trial.broken(shorter)) if rule in excess]
    return every[whole[-1]].day if whole else every[0].day


def _with(line: TriedLine, duties: Iterable[Duty]) -> TriedLine:
    return TriedLine(line.officer, line.before, tuple(duties))
