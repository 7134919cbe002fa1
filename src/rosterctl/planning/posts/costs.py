"""What strange posts and long stays at one post cost, counted from the slices of the finished duties."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.rulekit.registry import Rule
from rosterctl.rules.familiarity import Options, stay_cost
from rosterctl.timeline.horizon import Horizon


def points_of(bureau: Bureau, rules: Sequence[Rule], duties: Sequence[Duty], horizon: Horizon) -> int:
    """Points of the rule of familiarity over all officers; 0 if it is off."""
    options = next((rule.options for rule in rules if rule.id == "familiarity"), None)
    if not isinstance(options, Options):
        return 0
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
