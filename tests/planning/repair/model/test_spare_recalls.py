"""Who was called in for somebody who is back is told of, and stays; who is needed is not told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Origin
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.model.spare_recalls import with_spare_recalls
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, every_rule, plain_roster, small_bureau, unit
from tests.support.places import ONE, PAIR, post, post_type, window

FRIDAY = MONDAY + timedelta(days=4)
RULES = {
    rule: every_rule()[rule] for rule in ("one-place", "rest", "post-night", "posts", "crews", "strength")
}


def bureau_of(plan: Any = ONE, heads: int = 0) -> Bureau:
    """On Friday a has the day at the desk, and d is off."""
    target = StrengthTarget("all", "all", heads, WallMinute(7 * 60), WallMinute(19 * 60))
    return small_bureau(
        units=[unit(recalls=("day",))],
        rules=RULES,
        post_types=[post_type("desk", window(7, 31, minimum=ONE, plan=plan))],
        posts=[post("P1", "desk")],
        strengths=[target] if heads else [],
    )


def back(bureau: Bureau, today_after: int = 0, earliest: int = 0) -> Carried:
    """a is ill on Friday, so that somebody is called in, and back so many days after Monday."""
    ill = replace(bureau, absences=(absence("a", FRIDAY),))
    without = carry_on(ill, bureau, plain_roster(bureau, MONDAY, 7), MONDAY).roster
    assert [(one.officer, one.day) for one in without.duties if one.origin is Origin.RECALL] == [
        ("d", FRIDAY)
    ]
    return carry_on(bureau, ill, without, MONDAY + timedelta(days=today_after), earliest=earliest)


def test_who_could_stay_at_home_is_told_and_still_called_in() -> None:
    found = back(bureau_of()).roster
    assert list(map(str, found.notes)) == [
        f"d on {FRIDAY} could stay at home, because nothing is short without them"
    ]
    assert [one.officer for one in found.duties if one.origin is Origin.RECALL] == ["d"]


@pytest.mark.parametrize(("minute", "told"), [(7 * 60, 1), (7 * 60 + 1, 0)])
def test_a_false_alarm_is_told_until_the_recall_begins(minute: int, told: int) -> None:
    """d is called in for Friday at 07:00, and a is back on Friday."""
    bureau = bureau_of()
    now = bureau.clock.number(FRIDAY, WallMinute(minute))
    assert len(back(bureau, 4, now).roster.notes_of(NoteKind.SPARE)) == told


@pytest.mark.parametrize(
    ("bureau", "told"),
    [
        (bureau_of(plan=PAIR), 0),
        (bureau_of(heads=2), 0),
        (bureau_of(heads=1), 1),
    ],
)
def test_who_is_needed_for_the_plan_or_a_target_is_not_told_of(bureau: Bureau, told: int) -> None:
    assert len(back(bureau).roster.notes_of(NoteKind.SPARE)) == told


def test_only_dates_on_which_somebody_is_back_are_looked_at() -> None:
    bureau = bureau_of()
    found = back(bureau)
    rules, settings = rules_in_force(bureau.rulebook), Settings(10.0, 0)
    bare = replace(found, roster=replace(found.roster, notes=()))
    assert with_spare_recalls(bureau, bureau, bare, rules, settings, 0) is bare
    ill = replace(bureau, absences=(absence("a", FRIDAY),))
    assert with_spare_recalls(bureau, ill, bare, rules, settings, 0).roster.notes == found.roster.notes
