"""What the roster is worth: hours and heads, and what each bound is a bound of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.roster import Fallback, Note, NoteKind, Shortage
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.html.worth import GoalLine, goals, notices
from tests.support.bureaus import MONDAY, officer, plain_roster, small_bureau

PEAK = StrengthTarget("T", "peak", 4, 17 * 60, 19 * 60)
BUREAU = small_bureau([officer("a")], strengths=[PEAK])
PLAIN = plain_roster(BUREAU, MONDAY, 2)


@pytest.mark.parametrize(
    ("tier", "value", "bound", "goal"),
    [
        (Tier.LEGAL, 0, 0, GoalLine("legal minima", "0 person-h", "no: proved to be the least", True)),
        (
            Tier.LEGAL,
            90,
            60,
            GoalLine(
                "legal minima",
                "1.5 person-h (gaps: 1, dates: 1)",
                "no lawful roster has less than 1 person-h: at most 0.5 person-h better",
                False,
            ),
        ),
        (
            Tier.STRENGTH,
            720,
            720,
            GoalLine(
                "strength targets",
                "12 person-h (about 3 heads at any time)",
                "no: proved to be the least with the goals above as they are",
                False,
            ),
        ),
        (Tier.CHANGES, 3, None, GoalLine("duties off the rotation", "3 duties", "not proved", False)),
        (
            Tier.HOURS,
            60_030,
            60_000,
            GoalLine(
                "hours above the rotation",
                "1,000 h",
                "with the goals above as they are, not less than 1,000 h: at most 0.5 h better",
                False,
            ),
        ),
        (
            Tier.FAIRNESS,
            7,
            5,
            GoalLine(
                "unfairness",
                "7 points",
                "however these duties are dealt out, not less than 5 points: at most 2 points better",
                False,
            ),
        ),
    ],
)
def test_a_goal_in_words(tier: Tier, value: int, bound: int | None, goal: GoalLine) -> None:
    gap = Shortage(int(Tier.LEGAL), "desk", "U1", MONDAY, 420, 510, 1)
    roster = replace(PLAIN, tiers=(TierResult(tier, value, bound, 0.0),), shortages=(gap,))
    assert list(goals(BUREAU, roster)) == [goal]


def test_where_targets_weigh_no_heads_are_told() -> None:
    """Minutes are counted several times over then."""
    bureau = replace(BUREAU, strengths=(replace(PEAK, weight=3),))
    (goal,) = goals(bureau, replace(PLAIN, tiers=(TierResult(Tier.STRENGTH, 720, None, 0.0),)))
    assert goal.value == "12 person-h"


def test_what_a_reader_must_know_besides() -> None:
    fallback, kept = Fallback("U1", "out of time"), Note(NoteKind.KEPT, "a on Monday", "rest")
    assert list(notices(BUREAU, PLAIN)) == []
    assert list(notices(BUREAU, replace(PLAIN, fallbacks=(fallback,), notes=(kept,)))) == [
        "U1 works its plain rotation: out of time",
        "Published duties that stay though a rule is against them: 1.",
    ]
