"""Who tells a cause: the rule where it can, else what the post lacks, else only the name of the rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.roster import OffCause, OffRotation
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.insight.shortages.causes import Causes
from rosterctl.rulekit.findings import Cost
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, officer, roster_of, small_bureau
from tests.support.places import PAIR, on, post, post_type, window

BUREAU = small_bureau(
    [officer("a"), officer("away")],
    absences=[absence("away", MONDAY)],
    rules={"posts": {}, "strength": {}, "leaders": {}},
    post_types=[post_type("gate", window(7, 19, minimum=PAIR))],
    posts=[post("P", "gate")],
    strengths=[StrengthTarget("all", "all", 2, 7 * 60, 19 * 60)],
)
WHOLE_DAY = {"unit": "U1", "day": MONDAY, "start": 7 * 60, "end": 19 * 60, "heads": 1}
"""On Monday team A has the day: officer a works it, the other is on leave."""


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (
            Cost("strength", Tier.STRENGTH, 720, "all", **WHOLE_DAY),  # type: ignore[arg-type]
            "2 are wanted, 1 are on duty; 1 whom the rotation calls that day are away",
        ),
        (
            Cost("leaders", Tier.LEGAL, 720, "leader", **WHOLE_DAY),  # type: ignore[arg-type]
            "no leader is on duty in U1; leaders: 2 on the roll, of them 1 in reserve, 1 away",
        ),
        (
            Cost("posts", Tier.LEGAL, 720, "P", **WHOLE_DAY),  # type: ignore[arg-type]
            "it takes 2 sworn or 1 sworn + 2 auxiliary; missing: 1 sworn; on duty in U1: 1 sworn and 0 "
            "auxiliary; who may man it: 2 on the roll, of them 1 in reserve, 1 away",
        ),
        (
            Cost("inspected", Tier.LEGAL, 720, "U1", **WHOLE_DAY),  # type: ignore[arg-type]
            "rule inspected is not met by who is on duty",
        ),
    ],
)
def test_who_tells_the_cause(cost: Cost, said: str) -> None:
    causes = Causes(BUREAU, roster_of(BUREAU, MONDAY, 1, [on(BUREAU, "a")]))
    assert causes.of(cost, MONDAY) == said


@pytest.mark.parametrize(
    ("start", "end", "unit", "told"),
    [
        (18, 20, "U1", True),
        (19, 31, "U1", True),
        (7, 19, "U1", False),
        (18, 20, "U2", False),
        (18, 20, "", True),
    ],
)
def test_whom_the_rotation_has_let_off_at_the_time_is_told(
    start: int, end: int, unit: str, told: bool
) -> None:
    """The night of b and of c, from 19:00 to 07:00, is let off; the day of a is for other duties."""
    off = (
        OffRotation("b", MONDAY, "night", "U1", OffCause.ROTATION, "rest"),
        OffRotation("c", MONDAY, "night", "U1", OffCause.ROTATION, "rest"),
        OffRotation("a", MONDAY, "day", "U1", OffCause.DUTIES, "rest"),
    )
    bureau = small_bureau(rules={})
    causes = Causes(bureau, replace(roster_of(bureau, MONDAY, 1, []), off_rotation=off))
    times = WallMinute(start * 60), WallMinute(end * 60)
    cost = Cost("inspected", Tier.STRENGTH, 1, "P", unit, MONDAY, *times, 1)
    assert causes.of(cost, MONDAY).endswith("; let off by rest: 2") is told
