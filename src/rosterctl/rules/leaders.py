"""A leader is on duty in every unit while it has posts to man.

During every window of a unit's own posts at least one sworn leader is on duty in it, at a post or in reserve.
In units of the kinds in `both` the leaders on duty between them hold each of `skills`. Every requirement that
is not met costs one head for its minutes, in the tier of legal minima. Event sites alone call for no leader.

Source: [S] the merged brigades have leaders who know patrol and leaders who know traffic.

    leaders: {both: [line, area], skills: [patrol, traffic]}

Allowed at no cost: on an area brigade's day one leader knows patrol and another traffic, or one knows both.
Costs 720 person-minutes: from 07:00 to 19:00 the only leader on duty knows traffic but not patrol.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import LEADER, Slot
from rosterctl.domain.tier import Tier
from rosterctl.domain.unit import Unit, UnitKind
from rosterctl.intake.text.scalars import Skill
from rosterctl.rulekit.audit.facts.complete import fills
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.stays import Headcount
from rosterctl.rulekit.audit.wording import these_together
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import CoverBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.parts import Accepts, Attendance
from rosterctl.rules import wording
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.span import Span, unbroken
from rosterctl.wording import say

ID = "leaders"
DECIDES_MANNING = False
LACK_COSTS = True


class Options(RuleOptions):
    """`both` are kinds of unit (point, line, area), `skills` what their leaders must know between them."""

    both: tuple[UnitKind, ...] = (UnitKind.LINE, UnitKind.AREA)
    skills: tuple[Skill, ...] = ("patrol", "traffic")


def requirements(options: Options, unit: Unit) -> tuple[Slot, ...]:
    """A leader, and where both kinds are asked for, one for each skill."""
    skilled = options.skills if unit.kind in options.both else ()
    return (Slot(LEADER), *(Slot(LEADER, (skill,)) for skill in skilled))


def cover(options: Options, board: CoverBoard) -> None:
    accepting = {
        unit.id: [slot.accepts for slot in requirements(options, unit)]
        for unit in board.bureau.units.values()
    }
    for moment in board.moments:
        if all(want.event for want in board.wants(moment)):
            continue
        for accepts in accepting[moment.unit]:
            short = board.slack(1)
            board.require(board.heads(moment, accepts) + short >= 1)
            board.penalise(Tier.LEGAL, short, moment.minutes, ID, moment.day)


def tells_apart(options: Options, bureau: Bureau) -> Sequence[Accepts]:  # noqa: ARG001
    """Leaders by the skills asked for, whatever unit they are in: whoever is lent leads elsewhere."""
    return [Slot(LEADER, (skill,)).accepts for skill in sorted(set(options.skills))]


def why_short(options: Options, cost: Cost, day: date, attendance: Attendance) -> str:  # noqa: ARG001
    _, *skills = cost.what.split("+")
    accepts, skill = Slot(LEADER, tuple(skills)).accepts, these_together(skills)
    if not skills:
        others = attendance.others(cost, day, accepts, say(wording.CALLED_LEADERS))
        return say(wording.NO_LEADER, unit=cost.unit, others=others)
    others = attendance.others(cost, day, accepts, say(wording.CALLED_LEADERS_WITH_SKILL, skill=skill))
    return say(wording.NO_LEADER_WITH_SKILL, skill=skill, unit=cost.unit, others=others)


def check(options: Options, record: Record) -> Iterator[Cost]:
    wanted = _wanted(record)
    for unit in record.bureau.units.values():
        served = record.served.get(unit.id, ())
        asked = options.skills if unit.kind in options.both else ()
        for slot in (Slot(LEADER), *(Slot(LEADER, (skill,)) for skill in asked)):
            leaders = Headcount(worked.span for worked in served if fills(worked.officer, slot))
            for day in record.horizon:
                for span in wanted.get((unit.id, day), ()):
                    for stretch in _leaderless(leaders, span):
                        piece = record.known_part(unit.id, stretch)
                        if piece is None:
                            continue
                        start, end = record.minute(day, piece.start), record.minute(day, piece.end)
                        yield Cost(
                            ID, Tier.LEGAL, piece.minutes, str(slot), unit.id, day, start, end, heads=1
                        )


def _leaderless(leaders: Headcount, wanted: Span) -> Iterator[Span]:
    """Each stretch without any of the leaders."""
    return (span for span, heads in leaders.between(wanted) if not heads)


def _wanted(record: Record) -> dict[tuple[str, date], tuple[Span, ...]]:
    """By unit and date, when any of the unit's posts is wanted, in order."""
    windows: dict[tuple[str, date], set[tuple[WallMinute, WallMinute]]] = {}
    for demand in record.demands:
        windows.setdefault((demand.post.unit, demand.day), set()).add((demand.start, demand.end))
    clock = record.bureau.clock
    return {
        (unit, day): tuple(clock.span(day, start, end) for start, end in unbroken(found))
        for (unit, day), found in windows.items()
    }
