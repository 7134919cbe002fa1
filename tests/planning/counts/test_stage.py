"""The stage of counts over the whole bureau: rounds, progress, and what it hands on."""

from __future__ import annotations

import pickle
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Prices, Tier
from rosterctl.planning import wording
from rosterctl.planning.budget import Budget
from rosterctl.planning.counts.stage import CountPlan, CountStage
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.no_roster import Contradiction
from rosterctl.planning.request import Progress, Request
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import late
from rosterctl.planning.workers.executor import Inline, Job
from rosterctl.timeline.horizon import Horizon
from tests.support.at_rest import three_at_rest
from tests.support.bureaus import MONDAY, absence, duty, officer, small_bureau, unit
from tests.support.places import PAIR, event, post, post_type, window
from tests.support.runs import run_of
from tests.support.tuned import tuned_blocks

HOUR = 3600.0
NOTHING_MISSED = {"U1": (0, 0), "U2": (0, 0)}
MANNING = {"posts": {}, "crews": {}, "events": {}, "strength": {}}
MIN_PAIR = post_type("min-pair", window(7, 19, minimum=PAIR))
LENT = {
    "officers": [officer("a", "A", unit="U1"), *(officer(f"h{n}", "A", unit="U2") for n in range(2))],
    "units": [unit("U1", borrows_from=("U2",)), unit("U2")],
    "post_types": [MIN_PAIR],
    "posts": [post("P", "min-pair", "U1")],
}
"""One of two officers whom U1's post asks for by law, and two in U2 who may be lent."""


def counted(*, apart: bool, spent: float = 0.0, **bureau: Any) -> tuple[CountPlan, list[Progress]]:
    """The plan of Monday's counts and what was told; `spent` of the hour is over before the stage begins."""
    bureau.setdefault("rules", MANNING)
    known = Knowledge(small_bureau(**bureau), Horizon(MONDAY, 1))
    told: list[Progress] = []
    order = Request(known.horizon, Budget(HOUR, time.monotonic() - spent))
    with tuned_blocks(joint_officers=0 if apart else 3_000), Inline() as executor:
        run = Run(known, order, executor, told.append)
        executor.prepare(known.packed())
        stage = CountStage(run)
        stage.begin(reserve=0.0)
        return stage.finish(), told


def values(plan: CountPlan) -> dict[str, tuple[int, int]]:
    return {one.tier.name: (one.value, one.bound) for one in plan.tiers.values() if one.value or one.bound}


def heads(plan: CountPlan, unit: str) -> dict[tuple[str, str, str], int]:
    """By team, shift and unit of service, of the officers of one unit."""
    counts = plan.counts_of(unit).items()
    return {(key[1], shift, at): n for key, each in counts for (_, shift, at), n in each.items()}


@pytest.mark.parametrize("apart", [False, True])
def test_every_unit_has_its_counts(apart: bool) -> None:
    people = [officer(f"{home}-{team}", team, unit=home) for home in ("U1", "U2") for team in "AB"]
    plan, _ = counted(apart=apart, officers=people, units=[unit("U1"), unit("U2")])
    assert heads(plan, "U1") == {("A", "day", "U1"): 1, ("B", "night", "U1"): 1}
    assert heads(plan, "U2") == {("A", "day", "U2"): 1, ("B", "night", "U2"): 1}
    assert (values(plan), plan.hosted, plan.lost) == ({}, {}, {})


@pytest.mark.parametrize(
    ("apart", "robust"),
    [
        (False, {Tier.PLAN: {Tier.LEGAL}}),
        (True, {Tier.PLAN: {Tier.LEGAL}, Tier.STRENGTH: {Tier.LEGAL}}),
    ],
)
def test_which_tiers_above_a_bound_needs_at_their_values(apart: bool, robust: Any) -> None:
    plan, _ = counted(apart=apart, units=[unit("U1"), unit("U2")], prices=Prices(0, 0))
    assert plan.robust == robust


@pytest.mark.parametrize(("apart", "needed"), [(False, {Tier.LEGAL, Tier.PLAN}), (True, {Tier.LEGAL})])
def test_where_changes_have_a_price_strength_is_bounded_for_up_to_so_many(
    apart: bool, needed: set[Tier]
) -> None:
    plan, _ = counted(apart=apart, **LENT)
    assert plan.robust == {Tier.STRENGTH: needed}
    # One is lent for the minima, which costs 30; apart strength is bounded for any number of changes.
    assert (plan.together, plan.most_changes) == (30, None if apart else 1)


@pytest.mark.parametrize("apart", [False, True])
def test_a_unit_that_misses_a_legal_minimum_gets_its_lenders_in_a_second_round(apart: bool) -> None:
    plan, told = counted(apart=apart, **LENT, prices=Prices(0, 0))
    assert values(plan) == {"CHANGES": (1, 1)}
    assert heads(plan, "U2") == {("A", "day", "U2"): 1, ("A", "day", "U1"): 1}
    rounds = [(1, 2), (2, 2), (1, 1)] if apart else [(1, 1), (1, 1)]
    assert [(one.done, one.of) for one in told] == rounds
    assert plan.robust[Tier.PLAN] == {Tier.LEGAL, Tier.CHANGES}


def test_what_is_told_after_each_block_is_what_all_so_far_come_to() -> None:
    """Strength is known when every block is: what one lacks the others may have."""
    target = StrengthTarget("T", "", 3, 17 * 60, 19 * 60)
    people = [officer("a", "A", unit="U1"), officer("b", "A", unit="U2")]
    _, told = counted(apart=True, officers=people, units=[unit("U1"), unit("U2")], strengths=[target])
    known = [[one.tier for one in each.tiers] for each in told]
    assert known == [[Tier.LEGAL, Tier.PLAN, Tier.CHANGES, Tier.HOURS], [*Tier][:5]]
    assert {(one.stage, one.what) for one in told} == {("strength", "blocks")}


@pytest.mark.parametrize("apart", [False, True])
def test_an_event_may_be_divided_between_units(apart: bool) -> None:
    """Two officers in each unit man one of the two sites each."""
    people = [officer(f"{home}-{n}", "A", unit=home) for home in ("U1", "U2") for n in range(2)]
    asked = event("E", 9, 11, units=("U1", "U2"), sites=2)
    plan, _ = counted(apart=apart, officers=people, units=[unit("U1"), unit("U2")], events=[asked])
    assert values(plan) == {}
    assert plan.hosted == {("E", "U1"): 1, ("E", "U2"): 1}


def test_a_rotation_that_the_law_forbids_is_left_in_the_second_round() -> None:
    """A's night of Sunday ends when the day of Monday begins: the unit is stuck until A may be let off."""
    night = duty(small_bureau(), "a", MONDAY - timedelta(days=1), "night")
    plan, told = counted(apart=False, history=[night], rules={**MANNING, "rest": {}})
    assert (values(plan), len(told)) == ({"CHANGES": (1, 1)}, 2)


def test_what_is_stuck_even_with_help_is_a_contradiction_in_its_units() -> None:
    """An auxiliary of U2 is on duty from before Monday until 09:00, and no sworn officer is there."""
    people = [officer("a", "A", unit="U1"), officer("x", "C", "auxiliary", unit="U2")]
    units = [unit("U1"), unit("U2", shifts={"N": ("overlap-morning",)})]
    night = duty(
        small_bureau(people, units=units), "x", MONDAY - timedelta(days=1), "overlap-morning", unit="U2"
    )
    rules = {**MANNING, "auxiliaries": {}}
    with pytest.raises(Contradiction) as impossible:
        counted(apart=True, officers=people, units=units, history=[night], rules=rules)
    assert impossible.value.units == ("U2",)


def test_units_for_which_time_ran_out_are_lost_and_keep_their_sites() -> None:
    asked = event("E", 9, 11, units=("U1",))
    plan, _ = counted(apart=True, spent=2 * HOUR, units=[unit("U1"), unit("U2")], events=[asked])
    assert plan.lost == {"U1": late(), "U2": late()}
    assert (plan.counts, plan.hosted, values(plan)) == ({}, {("E", "U1"): 1}, {})


def test_the_largest_block_is_handed_out_first() -> None:
    """U1 has one officer and U2 three."""
    people = [officer("a", unit="U1"), *(officer(f"b{n}", unit="U2") for n in range(3))]
    known = Knowledge(small_bureau(people, units=[unit("U1"), unit("U2")], rules=MANNING), Horizon(MONDAY, 1))
    with tuned_blocks(joint_officers=0), Watched() as executor:
        executor.prepare(known.packed())
        CountStage(Run(known, Request(known.horizon, Budget(HOUR)), executor, lambda _: None)).begin(0.0)
    assert executor.blocks == [("U2",), ("U1",)]


class Watched(Inline):
    """Knows the units of the blocks in the order in which they were handed out."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, ...]] = []

    def submit(self, job: Job) -> int:
        self.blocks.append(pickle.loads(job()).task.block.units)
        return super().submit(job)


def one_by_one(level: str) -> tuple[CountPlan, CountPlan]:
    """Counts together, and again of everybody of U1 alone."""
    bureau = three_at_rest(level)
    with run_of(bureau, 3) as (run, _):
        stage = CountStage(run)
        stage.begin(reserve=0.0)
        together = stage.finish()
        groups = {key: 1 for key in together.counts if key[0] == "U1"}
        return together, stage.bettered(
            groups, {}, NOTHING_MISSED, 0.0, run.order.budget.left, run.order.budget.left
        )


@pytest.mark.parametrize(("level", "tier"), [("plan", "PLAN"), ("minimum", "LEGAL")])
def test_counted_one_by_one_only_what_can_be_dealt_is_promised(level: str, tier: str) -> None:
    together, alone = one_by_one(level)
    assert values(together) == {"HOURS": (2160, 2160)}
    assert values(alone) == {tier: (720, 720), "HOURS": (1440, 1440)}
    assert {key[-1] for key in alone.counts} == {"d0", "d1", "d2", ""}


def test_a_block_is_counted_one_by_one_only_if_there_is_time_for_it() -> None:
    known = Knowledge(three_at_rest("plan"), Horizon(MONDAY, 3))
    with Inline() as executor:
        executor.prepare(known.packed())
        stage = CountStage(Run(known, Request(known.horizon, Budget(HOUR)), executor, lambda _: None))
        stage.begin(reserve=0.0)
        together = stage.finish()
        missing = {key: 1 for key in together.counts if key[0] == "U1"}
        assert stage.bettered(missing, {}, NOTHING_MISSED, 0.0, lambda: 0.0, lambda: 0.0) == together
        assert values(stage.bettered(missing, {}, NOTHING_MISSED, 0.0, lambda: HOUR, lambda: HOUR))[
            "PLAN"
        ] == (720, 720)


def test_lenders_help_those_too_who_were_counted_one_by_one() -> None:
    """Counted alone U1 lacks somebody on Tuesday or Wednesday, and x of U2 may be lent on Wednesday."""
    with tuned_blocks(joint_officers=0), run_of(three_at_rest("minimum", lends=True), 3) as (run, _):
        stage = CountStage(run)
        stage.begin(reserve=0.0)
        together = stage.finish()
        missing = {key: 1 for key in together.counts if key[0] == "U1"}
        alone = stage.bettered(missing, {}, NOTHING_MISSED, 0.0, run.order.budget.left, run.order.budget.left)
    assert values(together) == {"HOURS": (2160, 2160)}
    assert values(alone) == {"CHANGES": (1, 0), "HOURS": (1440, 0)}  # what is below strength is not proved


def test_units_without_counts_are_not_counted_one_by_one() -> None:
    with run_of(small_bureau(), seconds=-1.0) as (run, _):
        stage = CountStage(run)
        stage.begin(reserve=0.0)
        lost = stage.finish()
        groups = {("U1", "A", (), False, (), ""): 1}
        assert (
            stage.bettered(groups, {}, NOTHING_MISSED, 0.0, run.order.budget.left, run.order.budget.left)
            == lost
        )


def test_apart_strength_is_bounded_for_any_number_of_changes_for_the_plan() -> None:
    wanted = {**LENT, "post_types": [post_type("min-pair", window(7, 19, plan=PAIR))]}
    plan, _ = counted(apart=True, **wanted)
    assert (values(plan), plan.most_changes) == ({"CHANGES": (1, 0)}, None)
    plan, _ = counted(apart=False, **wanted)
    assert (values(plan), plan.most_changes) == ({"CHANGES": (1, 1)}, 1)


@pytest.mark.parametrize(("missed", "kept"), [((0, 1440), True), ((0, 1441), False), ((1, 0), False)])
def test_changes_for_the_plan_that_bring_nothing_are_taken_back(missed: tuple[int, int], kept: bool) -> None:
    """Without the loan nobody mans U1's post, which wants two for twelve hours."""
    wanted = {**LENT, "post_types": [post_type("min-pair", window(7, 19, plan=PAIR))]}
    bureau = small_bureau(**wanted, rules=MANNING)
    with tuned_blocks(joint_officers=0), run_of(bureau, 1) as (run, _):
        stage = CountStage(run)
        stage.begin(reserve=0.0)
        lent = stage.finish()
        again = stage.bettered(
            {}, {}, {"U1": missed, "U2": (0, 0)}, 0.0, run.order.budget.left, run.order.budget.left
        )
        groups = {key: 1 for key in lent.counts if key[0] == "U1"}
        alone = stage.bettered(groups, {}, NOTHING_MISSED, 0.0, run.order.budget.left, run.order.budget.left)
    assert values(lent) == {"CHANGES": (1, 0)}
    assert values(again) == values(alone) == (values(lent) if kept else {"PLAN": (1440, 0)})
    assert again.gaps == ({} if kept else {("U1",): wording.CHANGES_IN_VAIN})


def test_for_whom_there_was_no_time_for_changes_and_for_whom_they_bring_nothing_is_told() -> None:
    """U1's post wants two for twelve hours; U2, which may lend, is away, and not counted with it."""
    wanted = {**LENT, "post_types": [post_type("min-pair", window(7, 19, plan=PAIR))]}
    away = [absence(name, MONDAY) for name in ("h0", "h1")]
    bureau = small_bureau(**wanted, absences=away, rules=MANNING)
    with tuned_blocks(joint_officers=0, joint_for_plan=0), run_of(bureau, 1) as (run, _):
        stage = CountStage(run)
        stage.begin(reserve=0.0)
        assert stage.finish().gaps == {("U1",): wording.NOTHING_BETTER_FOUND}
    with run_of(small_bureau(**wanted, rules=MANNING), 1) as (run, _):
        budget = run.order.budget
        # Told to finish as soon as the first round is told.
        stage = CountStage(replace(run, hear=lambda _: setattr(budget, "told_to_finish", True)))
        stage.begin(reserve=0.0)
        assert stage.finish().gaps == {("U1", "U2"): wording.NO_TIME_FOR_CHANGES}
