"""What a roster attains of each strength target."""

from __future__ import annotations

from dataclasses import dataclass

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.insight import wording
from rosterctl.rulekit.audit.stays import Headcount
from rosterctl.timeline.span import Span
from rosterctl.wording import LISTED, say


@dataclass(frozen=True, slots=True)
class Attained:
    """Heads on duty within a target's window over the dates it applies to; the mean is over time."""

    target: StrengthTarget
    fewest: int
    mean: float
    most: int


def attained(bureau: Bureau, roster: Roster) -> tuple[Attained, ...]:
    """One for each target that applies on any date of the horizon."""
    found = []
    for target in bureau.strengths:
        count = Headcount(_spans(bureau, roster, target))
        heads, minutes = [], 0.0
        for day in roster.horizon:
            if not target.applies(day, bureau.calendar.types(day)):
                continue
            for piece, number in count.between(bureau.clock.span(day, target.start, target.end)):
                heads.append((number, piece.minutes))
        minutes = sum(length for _, length in heads)
        if minutes:
            mean = sum(number * length for number, length in heads) / minutes
            numbers = [number for number, _ in heads]
            found.append(Attained(target, min(numbers), mean, max(numbers)))
    return tuple(found)


def weighed(bureau: Bureau) -> str:
    """What a head that lacks counts in the sum of all targets; empty where none has a weight of its own."""
    if all(one.weight == 1 for one in bureau.strengths):
        return ""
    told = (say(wording.TARGET_AND_WEIGHT, target=one.name, weight=one.weight) for one in bureau.strengths)
    return say(wording.WEIGHED_TARGETS, targets=say(LISTED).join(dict.fromkeys(told)))


def _spans(bureau: Bureau, roster: Roster, target: StrengthTarget) -> list[Span]:
    return [
        bureau.clock.span(duty.day, bureau.shifts[duty.shift].start, duty.until)
        for duty in (*roster.before, *roster.duties)
        if target.covers(duty.unit)
    ]
