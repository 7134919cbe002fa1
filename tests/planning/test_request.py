"""What is asked of a run, and what that allows a single search."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.planning.budget import Budget
from rosterctl.planning.params import PARAMS
from rosterctl.planning.request import Progress, Request, nobody
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY

WEEK = Horizon(MONDAY, 7)


def test_a_search_may_take_the_seconds_it_is_given() -> None:
    assert Request(WEEK, Budget(60.0), seed=3).settings(2.5) == Settings(2.5, 3)


def test_no_search_has_less_than_no_time() -> None:
    """What is left of a budget may be less than nothing; the solver takes no such limit."""
    assert Request(WEEK, Budget(60.0)).settings(-1.0).seconds == 0.0


def test_a_reproducible_search_is_limited_by_its_branches() -> None:
    """Seconds differ from run to run, branches do not; the whole budget only guards against never ending."""
    order = Request(WEEK, Budget(60.0), seed=3, reproducible=True)
    assert order.settings(2.5) == order.settings(-1.0) == Settings(60.0, 3, PARAMS.time.nodes)


def test_nobody_may_hear_of_it() -> None:
    nobody(Progress("audit", 0, 1, "rosters", 0.0, 60.0))


def test_a_gap_that_is_good_enough_is_one_for_the_counts_alone() -> None:
    order = Request(WEEK, Budget(60.0), gap=0.02)
    assert order.settings_of_counts(2.5) == Settings(2.5, gap=0.02)
    assert replace(order, reproducible=True).settings_of_counts(2.5).gap == 0.02
    assert order.settings(2.5).gap == 0.0
