"""People work where they know the streets, but not always at the same post.

Each stay at a post whose zone is not the officer's home zone costs `weight` points; slices of a duty that
follow each other at one post are one stay. Officers without a home zone, posts without a zone, event sites
and the reserve cost nothing. Every duty beyond `turns` in succession that touches the same post costs
`weight` points too, so that people take turns; duties before the roster's dates count in the succession.

Source: [S] the grid brigades know their grids; [A] the turns.

    familiarity: {turns: 6}

Allowed at no cost: six duties in succession in the officer's own grid.
Costs one point: a seventh; or one stay at the junction of the neighbouring grid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.scalars import Count
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.home_zones import stay_cost
from rosterctl.rulekit.options import RuleOptions
from rosterctl.timeline.horizon import Horizon

ID = "familiarity"


class Options(RuleOptions):
    """`turns` duties in succession at one post are fine."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = (Severity.SOFT, Severity.OFF)

    severity: Severity = Severity.SOFT
    turns: Count = 6


def charge_posts(options: Options, bureau: Bureau, duties: Sequence[Duty], horizon: Horizon) -> int:
    """Points over all officers, from the slices of the finished duties; those of before count in turns."""
    lines: dict[str, list[Duty]] = {}
    for duty in sorted(duties, key=lambda one: (one.officer, one.day, one.slices[0].start)):
        lines.setdefault(duty.officer, []).append(duty)
    points = sum(_strange(bureau, bureau.officers[officer], line, horizon) for officer, line in lines.items())
    points += sum(_stale(bureau, line, options.turns, horizon) for line in lines.values())
    return options.weight * points


def _strange(bureau: Bureau, officer: Officer, line: Sequence[Duty], horizon: Horizon) -> int:
    return sum(
        stay_cost(bureau.home_zone(officer, duty.day), bureau.posts[post])
        for duty in line
        if duty.day in horizon
        for post, _ in groupby(piece.post for piece in duty.slices)
        if post in bureau.posts
    )


def _stale(bureau: Bureau, line: Sequence[Duty], turns: int, horizon: Horizon) -> int:
    """Duties beyond `turns` in succession at a post, for every post of the duty."""
    visited = [{piece.post for piece in duty.slices if piece.post in bureau.posts} for duty in line]
    lengths = [dict.fromkeys(posts, 1) for posts in visited]
    for earlier, later in pairwise(lengths):
        later.update({post: earlier[post] + 1 for post in later if post in earlier})
    return sum(
        length > turns
        for duty, runs in zip(line, lengths, strict=True)
        if duty.day in horizon
        for length in runs.values()
    )


def check(options: Options, record: Record) -> Iterator[Cost]:
    lines: dict[str, list[Duty]] = {}
    for duty in (*record.roster.before, *record.roster.duties):
        lines.setdefault(duty.officer, []).append(duty)
    for name, line in lines.items():
        officer = record.bureau.officers[name]
        yield from _line_costs(options, record, officer, sorted(line, key=lambda duty: _start(record, duty)))


def _start(record: Record, duty: Duty) -> tuple[object, ...]:
    return duty.day, record.bureau.shifts[duty.shift].start


def _line_costs(options: Options, record: Record, officer: Officer, line: list[Duty]) -> Iterator[Cost]:
    """At most one row a duty."""
    posts = record.bureau.posts
    runs: dict[str, int] = {}
    for duty in line:
        stays = [posts[name] for name, _ in groupby(piece.post for piece in duty.slices) if name in posts]
        runs = {post.id: runs.get(post.id, 0) + 1 for post in dict.fromkeys(stays)}
        home = record.facts.zone_of(officer, duty.day)
        points = sum(post.zone not in ("", home) for post in stays) if home else 0
        points += sum(run > options.turns for run in runs.values())
        if points and duty.day in record.horizon:
            yield Cost(ID, Tier.WISHES, options.weight * points, officer.id, duty.unit, duty.day)
