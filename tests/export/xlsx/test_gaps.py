"""Gaps: the minimum and the plan of one stretch are one gap, and everything that is short has a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.event import Event
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Shortage
from rosterctl.export.xlsx.gaps import PostGap, gaps_of, place_name, place_names
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, small_bureau
from tests.support.places import crew, post, post_type, window

SWORN = crew("sworn", {"sworn": 1})
CHECK = Event("EV1", "night check", MONDAY, 22 * 60, 26 * 60, ("U1",), 1, Level.PLAN, SWORN)
NAMES = place_names(
    small_bureau(
        post_types=[post_type("desk", window(7, 31, minimum=SWORN))],
        posts=[replace(post("d1", "desk", "U1"), name="front desk")],
        events=[CHECK],
    )
)


def short(tier: int, heads: int, *, what: str = "d1", start: int = 7 * 60, why: str = "") -> Shortage:
    return Shortage(tier, what, "U1", MONDAY, start, 31 * 60, heads, why)


def gap(legal: int, plan: int, *, start: int = 7 * 60, why: str = "") -> PostGap:
    return PostGap("d1", "U1", MONDAY, start, 31 * 60, legal, plan, why)


def test_of_a_stretch_the_heads_of_the_plan_have_those_of_the_minimum_in_them() -> None:
    """One head short of one that the law wants and two of three of the plan: two can be sent, not three."""
    (found,) = gaps_of([short(1, 1, why="a"), short(2, 2, why="b")])
    assert found == gap(1, 2, why="a; b")
    assert (found.heads, found.measured_by) == (2, "legal minimum 1, posts' plan 2")


@pytest.mark.parametrize(
    ("rows", "heads", "measured_by"),
    [
        ([short(1, 2)], 2, "legal minimum"),
        ([short(2, 2)], 2, "posts' plan"),
        ([short(1, 2), short(2, 2)], 2, "legal minimum"),
    ],
)
def test_what_is_missed_is_said(rows: list[Shortage], heads: int, measured_by: str) -> None:
    (found,) = gaps_of(rows)
    assert (found.heads, found.measured_by) == (heads, measured_by)


def test_another_stretch_is_another_gap_and_a_strength_target_is_none() -> None:
    rows = [short(1, 1), short(2, 1, start=8 * 60), short(3, 4, what="T")]
    assert list(gaps_of(rows)) == [gap(1, 0), gap(0, 1, start=8 * 60)]


def test_one_reason_for_both_is_told_once() -> None:
    (found,) = gaps_of([short(1, 1, why="a"), short(2, 2, why="a")])
    assert found.why == "a"


def test_a_gap_after_midnight_is_of_the_next_date() -> None:
    (found,) = gaps_of([short(1, 1, start=24 * 60)])
    assert (found.day, found.start, found.end) == (MONDAY + timedelta(days=1), 0, 7 * 60)


@pytest.mark.parametrize(
    ("what", "name", "chinese"),
    [
        ("d1", "front desk", "front desk"),
        ("EV1/1", "night check 1", "night check 1"),
        ("", "reserve", "机动"),
        ("leader", "leader on duty", "带班领导"),
        ("leader+patrol", "leader on duty (patrol)", "带班领导（巡逻）"),
        ("leader+boat", "leader on duty (boat)", "带班领导（boat）"),
        ("nowhere", "nowhere", "nowhere"),
    ],
)
def test_what_is_short_has_a_name(what: str, name: str, chinese: str) -> None:
    assert place_name(NAMES, what) == name
    speak(sentences(Language.CHINESE))
    assert place_name(NAMES, what) == chinese
