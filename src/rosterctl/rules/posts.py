"""Posts are manned in their windows, and what is not is a shortage with a price.

In each window a post is either manned completely, by one alternative of the crew of one of its levels
(minimum, plan, target; each level includes those below it), or it counts as empty. A shortage costs the heads
that are missing for the level times the minutes: a minimum is paid in the tier of legal minima, a plan in
that of the post plan, a target in that of strength. The heads of a level are those of its smallest crew, so
nobody is missed whom the law does not ask for. This rule never forbids: what cannot be manned is reported.
Event sites have their own rule, `events`.

On the first morning of a roster without history nobody knows who is still on duty from the date before. Until
their duties would end nothing is short.

Source: [S] the points, lines and areas that are to be held around the clock; [A] the price.

Allowed at no cost: a patrol with the plan `{sworn: 2} or {sworn: 1, auxiliary: 2}` is walked by one sworn
officer with two auxiliaries from 08:00 to 10:00.
Costs 240 person-minutes of plan: from 08:00 to 10:00 only one sworn officer is there; two heads are short.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rosterctl.domain.demand import SHORT_TIERS, heads_short
from rosterctl.domain.post import Ladder, Level
from rosterctl.rulekit.audit.facts.complete import heads_missing
from rosterctl.rulekit.audit.facts.wanted import WantedPost
from rosterctl.rulekit.audit.manning import Manning
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import CoverBoard, Moment, Want
from rosterctl.rulekit.options import RuleOptions

ID = "posts"
NEEDS_PEOPLE = False
LACK_COSTS = True


class Options(RuleOptions):
    """The posts, their windows and crews stand in the bureau's files."""


def cover(options: Options, board: CoverBoard) -> None:  # noqa: ARG001
    for moment in board.moments:
        for want in board.wants(moment):
            if not want.event:
                _cover_want(board, moment, want)


def _cover_want(board: CoverBoard, moment: Moment, want: Want) -> None:
    """At most as many are manned as there are; every level is paid by what its posts reach."""
    posts = len(want.posts)
    manned = {
        level: sum(board.manned(moment, want, level, place) for place in range(len(crew.alternatives)))
        for level, crew in want.crews
    }
    board.require(sum(manned.values()) <= posts)
    for wanted, empty, saved in savings(want.crews):
        short = posts * empty - sum(heads * manned[level] for level, heads in saved)
        board.penalise(SHORT_TIERS[wanted], short, moment.minutes, ID, moment.day)


@cache
def savings(crews: Ladder) -> tuple[tuple[Level, int, tuple[tuple[Level, int], ...]], ...]:
    """For each level that an empty post lacks: its heads, and what each level reached saves of them."""
    left = {level: dict(prices(crews, level)) for level, _ in crews}
    return tuple(
        (wanted, empty, tuple((level, empty - lack.get(wanted, 0)) for level, lack in left.items()))
        for wanted, empty in prices(crews, None)
    )


@cache
def prices(crews: Ladder, reached: Level | None) -> tuple[tuple[Level, int], ...]:
    """The levels that are short, with their heads, when the post is manned at `reached` (None: empty)."""
    short = ((level, heads_short(crews, level, reached)) for level, _ in crews)
    return tuple((level, heads) for level, heads in short if heads)


@cache
def _lacks(crews: Ladder, reached: Level | None) -> tuple[tuple[Level, int], ...]:
    """The same by the audit's own reading of the crews."""
    short = ((level, heads_missing(crews, level, reached)) for level, _ in crews)
    return tuple((level, heads) for level, heads in short if heads)


def check(options: Options, record: Record) -> Iterator[Cost]:  # noqa: ARG001
    for demand, manning in zip(record.demands, record.posts_manned, strict=True):
        yield from _costs(demand, manning, record)


def _costs(demand: WantedPost, manning: Manning, record: Record) -> Iterator[Cost]:
    post, day = demand.post, demand.day
    for stretch, reached, _ in manning.stretches(lambda piece: piece.reached):
        short = _lacks(demand.crews, reached)
        span = record.known_part(post.unit, stretch) if short else None
        if span is None:
            continue
        start, end = demand.start, demand.end
        if span != manning.span:
            start, end = record.minute(day, span.start), record.minute(day, span.end)
        for wanted, heads in short:
            tier, amount = SHORT_TIERS[wanted], heads * span.minutes
            yield Cost(ID, tier, amount, post.id, post.unit, day, start, end, heads)
