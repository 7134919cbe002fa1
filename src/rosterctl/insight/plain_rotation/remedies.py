"""Which options of a rule, at which values, would let plain lines stand as they are.

Every option that is a number is tried upwards and downwards by whole hours or ones, each by itself; only
where none is enough, all of them together. The nearest value that holds is found by halving, for a limit that
holds still holds when it is wider.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product

from rosterctl.domain.bureau import Bureau
from rosterctl.insight.plain_rotation.team_lines import without_people
from rosterctl.rulekit.line_trial import LineTrial, TriedLine
from rosterctl.rulekit.registry import Rule, rule_with
from rosterctl.timeline.horizon import Horizon

Values = Mapping[str, int]
Holds = Callable[[Values], bool]

FURTHEST_HOURS, FURTHEST_COUNT = 1024, 14
"""Steps from the value in force beyond which nothing is looked for: forty days of hours, two weeks of dates.

A window that is longer than the trial would hold for no other reason.
"""


def remedies(
    bureau: Bureau, horizon: Horizon, rule: Rule, lines: Sequence[TriedLine]
) -> tuple[Mapping[str, str], ...]:
    """Options with their values as a rulebook has them, `{days: 8}`; any one of the mappings is enough."""
    empty = without_people(bureau)

    def holds(changed: Values) -> bool:
        wider = rule_with(rule, changed)
        return wider is not None and not any(LineTrial(empty, horizon, [wider]).broken(lines))

    now: Values = {option: getattr(rule.options, option) for option in rule.options.steps()}
    each = (_nearest(rule, holds, now, option) for option in now)
    found = [one for one in each if one] or [one for one in (_together(rule, holds, now),) if one]
    return tuple(
        {option: rule.options.written(option, value) for option, value in one.items()} for one in found
    )


def _nearest(rule: Rule, holds: Holds, now: Values, option: str) -> Values:
    """Where both ways lead somewhere the nearer value: far enough the other way a rule asks nothing."""
    step = rule.options.steps()[option]
    ways = [_narrowest(rule, holds, now, now, option, towards) for towards in (step, -step)]
    found = [way[option] for way in ways if way is not None]
    return {option: min(found, key=lambda value: abs(value - now[option]))} if found else {}


def _together(rule: Rule, holds: Holds, now: Values) -> Values:
    """All options as wide as is looked, either way, and then each as narrow as the others leave it."""
    steps = rule.options.steps()
    for way in product(*([step, -step] for step in steps.values())) if len(steps) > 1 else ():
        towards = dict(zip(steps, way, strict=True))
        most = {option: _most(rule, option, now[option], towards[option]) for option in now}
        ends: Values = {option: now[option] + most[option] * towards[option] for option in now}
        if not holds(ends):
            continue
        for option in now:
            if holds({**ends, option: now[option]}):
                ends = {**ends, option: now[option]}
            else:
                ends = _narrowest(rule, holds, ends, now, option, towards[option]) or ends
        return {option: value for option, value in ends.items() if value != now[option]}
    return {}


def _narrowest(
    rule: Rule, holds: Holds, others: Values, now: Values, option: str, step: int
) -> Values | None:
    """The values with this option as few steps from its own as holds beside the others; None if none does."""

    def stepped(number: int) -> Values:
        return {**others, option: now[option] + number * step}

    steps = _fewest(lambda number: holds(stepped(number)), _most(rule, option, now[option], step))
    return stepped(steps) if steps else None


def _most(rule: Rule, option: str, now: int, towards: int) -> int:
    """Steps that may be taken: down to the last value above nothing, up as far as is looked."""
    step = rule.options.steps()[option]
    furthest = FURTHEST_COUNT if step == 1 else FURTHEST_HOURS
    return furthest if towards > 0 else max(-(-now // step) - 1, 0)


def _fewest(holds: Callable[[int], bool], most: int) -> int:
    """The fewest steps that hold, 0 where even the most do not."""
    if most < 1 or not (most := _reached(holds, most)):
        return 0
    least = most // 2
    while least + 1 < most:
        middle = (least + most) // 2
        least, most = (least, middle) if holds(middle) else (middle, most)
    return most


def _reached(holds: Callable[[int], bool], most: int) -> int:
    """The first of 1, 2, 4 … up to `most` steps that holds, or `most`; 0 if none does."""
    steps = 1
    while steps < most:
        if holds(steps):
            return steps
        steps *= 2
    return most if holds(most) else 0
