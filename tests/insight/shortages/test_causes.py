"""Who tells a cause: the rule where it can, else what the post lacks, else only the name of the rule."""

from __future__ import annotations

import pytest

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.insight.shortages.causes import Causes
from rosterctl.rulekit.findings import Cost
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
