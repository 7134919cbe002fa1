"""Enough heads are on duty at the hours when the bureau wants them on the road.

Over the units of a strength target everybody on duty counts, at a post or in reserve, from the first minute
of the duty to the last. Every head that lacks costs its minutes, in the tier of strength, as often as the
`weight` of the target says.

Source: [S] 700 and more on duty around the clock, 900 by day off-peak, 1,400 at the peaks.

Allowed at no cost: eight are wanted from 17:00 to 19:00 and eight are on duty.
Costs 60 person-minutes: one of the eight leaves at 18:00; 120 if the target has `weight: 2`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.audit.facts.wanted import holds_on
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.stays import Headcount
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import CoverBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.parts import Attendance
from rosterctl.rules import wording
from rosterctl.wording import say

ID = "strength"
DECIDES_MANNING = False
LACK_COSTS = True
REPAIRED = False


class Options(RuleOptions):
    """The targets stand in the bureau's files."""


def cover(options: Options, board: CoverBoard) -> None:  # noqa: ARG001
    for target in board.bureau.strengths:
        for stretch, heads in board.strength_moments(target):
            short = board.slack(target.heads)
            board.require(heads + short >= target.heads)
            board.penalise(Tier.STRENGTH, short, stretch.minutes * target.weight, ID, stretch.day)


def why_short(options: Options, cost: Cost, day: date, attendance: Attendance) -> str:  # noqa: ARG001
    bureau = attendance.bureau
    target = next(one for one in bureau.strengths if one.id == cost.what)
    units = [unit for unit in bureau.units if target.covers(unit)]
    away = sum(len(attendance.away(unit, day)) for unit in units)
    let_off = sum(len(attendance.let_off(unit, day)) for unit in units)
    wanted, there = target.heads, target.heads - cost.heads
    if not let_off:
        return say(wording.STRENGTH_SHORT, wanted=wanted, there=there, away=away)
    return say(wording.STRENGTH_SHORT_LET_OFF, wanted=wanted, there=there, away=away, let_off=let_off)


def check(options: Options, record: Record) -> Iterator[Cost]:  # noqa: ARG001
    counts: dict[tuple[str, ...], Headcount] = {}
    for target in record.bureau.strengths:
        if target.units not in counts:
            counts[target.units] = Headcount(
                worked.span
                for unit, served in record.served.items()
                if unit in (target.units or (unit,))
                for worked in served
            )
        for day in record.horizon:
            if holds_on(target, day, record.facts.kinds_of(day)):
                yield from _costs(target, day, counts[target.units], record)


def _costs(target: StrengthTarget, day: date, on_duty: Headcount, record: Record) -> Iterator[Cost]:
    for span, heads in on_duty.between(record.bureau.clock.span(day, target.start, target.end)):
        short = target.heads - heads
        if short > 0:
            start, end = record.minute(day, span.start), record.minute(day, span.end)
            yield Cost(
                ID,
                Tier.STRENGTH,
                short * span.minutes * target.weight,
                target.id,
                day=day,
                start=start,
                end=end,
                heads=short,
            )
