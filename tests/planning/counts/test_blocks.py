"""Which units are solved together, when a block gets help, and whose plan counts in the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import DEFAULT_PRICES, Prices, Tier
from rosterctl.planning.counts.blocks import (
    NOBODY_ASKED,
    Asked,
    Plans,
    divide,
    known_before,
    near_changes,
    no_worse,
    replaced,
    with_changes,
    with_help,
)
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.counts.target_shares import Others, TargetShares, make_room
from rosterctl.planning.workers.batch import Lost, late
from rosterctl.solver.outcome import Stuck, TierOutcome
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, model, officer, small_bureau, transfer, unit
from tests.support.tuned import tuned_blocks

DAYS = [MONDAY + timedelta(days=n) for n in range(28)]
MONTH = Horizon(MONDAY, 28)
ALL = frozenset(MONTH)
NO_TARGETS = Others((), {})


def shares_of(bureau: Bureau) -> TargetShares:
    return TargetShares(bureau, make_room(bureau, []))


def divided(bureau: Bureau, *, apart: bool) -> list[tuple[str, ...]]:
    with tuned_blocks(joint_officers=0 if apart else len(bureau.officers)):
        return [one.units for one in divide(bureau, MONTH, shares_of(bureau), {})]


def test_a_small_bureau_is_one_block_that_stands_for_itself() -> None:
    bureau = small_bureau(units=[unit("U1"), unit("U2")])
    with tuned_blocks(joint_officers=len(bureau.officers)):
        (block,) = divide(bureau, MONTH, shares_of(bureau), {("E", "U1"): 1})
    assert (block.units, block.help, block.hosted, block.others) == (("U1", "U2"), frozenset(), None, None)


def test_one_officer_more_and_every_unit_is_by_itself() -> None:
    bureau = small_bureau(units=[unit("U1"), unit("U2")])
    hosted = {("E", "U1"): 1}
    with tuned_blocks(joint_officers=len(bureau.officers) - 1):
        first, second = divide(bureau, MONTH, shares_of(bureau), hosted)
    assert (first.units, second.units) == (("U1",), ("U2",))
    assert first.hosted == hosted
    assert first.others is not None


def test_units_that_share_a_transferred_officer_stay_together() -> None:
    people = [officer("a", unit="U3", transfers=(transfer(DAYS[3], "A", "U1"),))]
    bureau = small_bureau(people, units=[unit("U1"), unit("U2"), unit("U3")])
    assert divided(bureau, apart=True) == [("U1", "U3"), ("U2",)]


@pytest.mark.parametrize(
    ("change", "first", "last"),
    [
        (DAYS[10], DAYS[6], DAYS[14]),  # four days before and after
        (DAYS[1], DAYS[0], DAYS[5]),  # what is before the horizon is not in it
        (DAYS[27], DAYS[23], DAYS[27]),
    ],
)
def test_near_a_new_duty_model_people_may_be_let_off(change: date, first: date, last: date) -> None:
    bureau = small_bureau(units=[unit("U1", later=(model(change),)), unit("U2")])
    near = near_changes(bureau, MONTH, ["U1"])
    assert (min(near), max(near), len(near)) == (first, last, (last - first).days + 1)
    assert near_changes(bureau, MONTH, ["U2"]) == frozenset()


def test_near_a_transfer_too_for_the_unit_that_loses_the_officer() -> None:
    people = [officer("a", unit="U1", transfers=(transfer(DAYS[10], "A", "U2"),))]
    bureau = small_bureau(people, units=[unit("U1"), unit("U2")])
    assert DAYS[10] in near_changes(bureau, MONTH, ["U1"])
    assert near_changes(bureau, MONTH, ["U2"]) == frozenset()


def block(*units: str, help: frozenset[date] = frozenset(), for_plan: bool = False) -> Block:
    return Block(units, help, {}, NO_TARGETS, for_plan=for_plan)


def plan(legal: int = 0, short: tuple[date, ...] = (), *, solved: bool = True) -> BlockPlan:
    tiers = (TierOutcome(Tier.LEGAL, legal, legal, 0.0),) if solved else ()
    return BlockPlan({}, {}, tiers, frozenset(short), None)


def helped(
    plans: Plans,
    *,
    at_once: int = 0,
    priced: bool = False,
    asked: Asked = NOBODY_ASKED,
    **borrows: tuple[str, ...],
) -> list[tuple[tuple[str, ...], frozenset[date]]]:
    """Units and dates of help, where these units borrow from those; each has one officer."""
    units = [unit(f"U{n}", borrows_from=borrows.get(f"U{n}", ())) for n in (1, 2, 3)]
    people = [officer(f"{n}", unit=f"U{n}") for n in (1, 2, 3)]
    bureau = small_bureau(people, units=units, prices=DEFAULT_PRICES if priced else Prices(0, 0))
    with tuned_blocks(helped_at_once=at_once):
        wider = with_help(bureau, MONTH, shares_of(bureau), plans, asked)
    assert all(one.for_plan is priced for one in wider)
    return [(one.units, one.help) for one in wider]


ONE, TWO, THREE = block("U1"), block("U2"), block("U3")
NEAR_10 = frozenset(DAYS[6:15])


def test_a_block_that_misses_a_legal_minimum_is_solved_again_with_its_lenders_near_the_shortage() -> None:
    plans: Plans = {ONE: plan(), TWO: plan(60, (DAYS[10],)), THREE: plan()}
    assert helped(plans, U2=("U1",)) == [(("U1", "U2"), NEAR_10)]


def test_a_block_without_lenders_may_let_its_own_people_off() -> None:
    assert helped({ONE: plan(60, (DAYS[10],))}) == [(("U1",), NEAR_10)]


@pytest.mark.parametrize(("at_once", "dates"), [(1, ALL), (0, NEAR_10)])
def test_few_officers_are_helped_on_all_dates_at_once(at_once: int, dates: frozenset[date]) -> None:
    assert helped({ONE: plan(60, (DAYS[10],))}, at_once=at_once) == [(("U1",), dates)]


def test_what_stays_short_with_help_near_the_shortage_is_helped_on_all_dates_and_then_no_more() -> None:
    assert helped({block("U1", help=NEAR_10): plan(60, (DAYS[10],))}) == [(("U1",), ALL)]
    assert helped({block("U1", help=ALL): plan(60, (DAYS[10],))}) == []


def test_whoever_was_counted_one_by_one_is_so_beside_the_lenders_too() -> None:
    units = [unit("U1", borrows_from=("U2",)), unit("U2")]
    bureau = small_bureau(units=units)
    mine, theirs = (("U1", "A", (), False, (), ""), ("U2", "A", (), False, (), ""))
    parts = replace(ONE, singly=frozenset([mine])), replace(TWO, singly=frozenset([theirs]))
    parts = replace(parts[0], help=ALL, for_plan=True), parts[1]
    (wider,) = with_help(bureau, MONTH, shares_of(bureau), dict(zip(parts, (plan(60), plan()), strict=True)))
    assert wider.singly == {mine, theirs}


def test_where_the_rotation_cannot_be_kept_all_dates_are_open() -> None:
    assert helped({ONE: Stuck(), TWO: plan()}) == [(("U1",), ALL)]


def test_what_is_short_on_no_date_of_its_own_posts_opens_all_dates() -> None:
    """An event lacks heads, say: then no date is known."""
    assert helped({ONE: plan(60)}) == [(("U1",), ALL)]


def test_what_is_well_or_lost_gets_no_help() -> None:
    assert helped({ONE: plan(), TWO: late(), THREE: plan(solved=False)}, U1=("U2",)) == []


def test_a_block_takes_part_once() -> None:
    """U1 and U2 both lack and borrow from U3: the first has it, the second stands alone."""
    plans: Plans = {ONE: plan(60, (DAYS[10],)), TWO: plan(60, (DAYS[10],)), THREE: plan()}
    assert helped(plans, U1=("U3",), U2=("U3",)) == [(("U1", "U3"), NEAR_10), (("U2",), NEAR_10)]


def test_the_dates_on_which_a_partner_had_help_stay_open() -> None:
    lender = block("U3", help=frozenset([DAYS[27]]))
    plans: Plans = {ONE: plan(60, (DAYS[10],)), lender: plan()}
    assert helped(plans, U1=("U3",)) == [(("U1", "U3"), NEAR_10 | {DAYS[27]})]


def test_where_changes_have_a_price_a_block_is_asked_alone_first_and_then_with_its_lenders() -> None:
    short = plan(60, (DAYS[10],))
    assert helped({ONE: short, TWO: plan()}, priced=True, U1=("U2",)) == [(("U1",), ALL)]
    tried = block("U1", help=ALL, for_plan=True)
    assert helped({tried: short, TWO: plan()}, priced=True, U1=("U2",)) == [(("U1", "U2"), ALL)]
    joined = block("U1", "U2", help=ALL, for_plan=True)
    assert helped({joined: short, THREE: plan()}, priced=True, U1=("U2",), U2=("U3",)) == []


def test_one_whose_changes_alone_came_to_nothing_or_that_is_stuck_is_asked_with_its_lenders() -> None:
    short, asked = plan(60, (DAYS[10],)), frozenset([("U1",)])
    plans: Plans = {ONE: short, TWO: plan()}
    assert helped(plans, priced=True, asked=asked, U1=("U2",)) == [(("U1", "U2"), NEAR_10)]
    assert helped({ONE: Stuck(), TWO: plan()}, priced=True, U1=("U2",)) == [(("U1", "U2"), ALL)]


WIDE = block("U1", "U2", help=ALL)


@pytest.mark.parametrize(("legal", "stays"), [(60, True), (61, False)])
def test_a_wider_plan_that_is_further_below_the_legal_minima_than_its_parts_is_none(
    legal: int, stays: bool
) -> None:
    wider: Plans = {WIDE: plan(legal)}
    assert no_worse(wider, {ONE: plan(20), TWO: plan(40), THREE: plan(1)}) == (wider if stays else {})
    assert no_worse(wider, {ONE: Stuck(), TWO: plan()}) == wider
    for nothing in (Stuck(), late(), plan(solved=False)):
        assert no_worse({WIDE: nothing}, {ONE: plan(20)}) == {WIDE: nothing}


def test_a_wider_plan_takes_the_place_of_its_parts() -> None:
    good = plan(30)
    plans: Plans = {ONE: plan(60), TWO: plan(), THREE: plan()}
    assert replaced(plans, {WIDE: good}) == {THREE: plans[THREE], WIDE: good}


@pytest.mark.parametrize("wider", [Lost("it hung"), plan(solved=False)])
def test_a_wider_plan_that_came_to_nothing_leaves_the_parts(wider: Any) -> None:
    plans: Plans = {ONE: plan(60), TWO: plan()}
    assert replaced(plans, {WIDE: wider}) == plans


@pytest.mark.parametrize(
    ("wider", "lost"), [(Lost("it hung"), Lost("it hung")), (plan(solved=False), late())]
)
def test_a_part_that_is_stuck_by_itself_is_lost_while_nobody_knows_of_both(wider: Any, lost: Lost) -> None:
    plans: Plans = {ONE: Stuck(), TWO: plan()}
    assert replaced(plans, {WIDE: wider}) == {ONE: lost, TWO: plan()}


def test_what_is_stuck_even_with_help_is_impossible() -> None:
    plans: Plans = {ONE: Stuck(), TWO: plan()}
    assert replaced(plans, {WIDE: Stuck()}) == plans


def came(*pairs: tuple[int, int]) -> BlockPlan:
    """A plan with these values and bounds from the first tier on."""
    found = (TierOutcome(tier, *pair, 0.0) for tier, pair in zip(Tier, pairs, strict=False))
    return BlockPlan({}, {}, tuple(found), frozenset(), None)


@pytest.mark.parametrize(
    ("now", "before", "known"),
    [
        (
            came((0, 0), (90, 0), (50, 0)),
            came((0, 0), (90, 80), (50, 40)),
            came((0, 0), (90, 80), (50, 40)),
        ),
        (
            came((0, 0), (90, 85), (50, 0)),
            came((0, 0), (90, 80), (50, 0)),
            came((0, 0), (90, 85), (50, 0)),
        ),
        # The plan is not what it was before: nothing is known of strength then.
        (
            came((0, 0), (95, 0), (50, 0)),
            came((0, 0), (90, 80), (50, 40)),
            came((0, 0), (95, 80), (50, 0)),
        ),
        (came(), came((0, 0)), came()),
    ],
)
def test_what_was_proved_while_officers_were_counted_together_holds_still(
    now: BlockPlan, before: BlockPlan, known: BlockPlan
) -> None:
    alone = replace(ONE, singly=frozenset([("U1", "A", (), False, (), "")]))
    assert known_before(alone, now, {TWO: came((7, 7)), ONE: before}) == known
    assert known_before(alone, now, {TWO: before, block("U1", help=NEAR_10): before}) == now
    for nothing in (Stuck(), late()):
        assert known_before(alone, nothing, {ONE: before}) == nothing
        assert known_before(alone, now, {ONE: nothing}) == now


@pytest.mark.parametrize(
    ("now", "most"),
    [
        (came((0, 0), (90, 0), (50, 0), (3, 0)), 700),
        (came((0, 0), (90, 0), (50, 0), (4, 0)), None),
        (came((1, 0), (90, 0), (50, 0), (3, 0)), None),
        (replace(came((0, 0), (90, 0), (50, 0), (3, 0)), most_strength=600), 600),
    ],
)
def test_the_most_strength_is_known_still_where_minima_and_changes_are_as_they_were(
    now: BlockPlan, most: int | None
) -> None:
    alone = replace(ONE, singly=frozenset([("U1", "A", (), False, (), "")]))
    before = replace(came((0, 0), (80, 80), (40, 40), (3, 3)), most_strength=700)
    found = known_before(alone, now, {ONE: before})
    assert isinstance(found, BlockPlan) and found.most_strength == most


def asked_for_the_plan(plans: Plans, prices: Prices = DEFAULT_PRICES, **bureau: Any) -> list[Block]:
    """Of U1, which borrows from U2 and U3, with five officers in each unit."""
    people = [officer(f"{home}-{n}", unit=home) for home in ("U1", "U2", "U3") for n in range(5)]
    homes = [unit("U1", borrows_from=("U2", "U3")), unit("U2"), unit("U3")]
    of = small_bureau(people, units=homes, prices=prices, **bureau)
    return with_changes(of, MONTH, shares_of(of), plans)


def alone(name: str, **block: Any) -> Block:
    return replace(Block((name,), frozenset(), {}, NO_TARGETS), **block)


@pytest.mark.parametrize(
    ("most", "units"),
    [(10, ("U1", "U2")), (14, ("U1", "U2")), (15, ("U1", "U2", "U3")), (9, ())],
)
def test_a_block_that_misses_its_plan_is_asked_alone_and_then_with_lenders_up_to_so_many(
    most: int, units: tuple[str, ...]
) -> None:
    others: Plans = {alone("U2"): came((0, 0)), alone("U3"): came((0, 0))}
    (first,) = asked_for_the_plan({alone("U1"): came((0, 0), (5, 5)), **others})
    assert (first.units, first.help, first.for_plan) == (("U1",), ALL, True)
    with tuned_blocks(joint_for_plan=most):
        wider = asked_for_the_plan({first: came((0, 0), (5, 5)), **others})
    assert [(one.units, one.help, one.for_plan) for one in wider] == ([(units, ALL, True)] if units else [])


@pytest.mark.parametrize(("changes", "asked"), [(49, False), (50, True)])
def test_whose_plan_takes_many_changes_is_asked_again_with_lenders_too(changes: int, asked: bool) -> None:
    tried = alone("U1", help=ALL, for_plan=True)
    plans: Plans = {tried: came((0, 0), (0, 0), (0, 0), (changes, 0)), alone("U2"): came((0, 0))}
    with tuned_blocks(many_changes=50):
        found = asked_for_the_plan(plans)
    assert [one.units for one in found] == ([("U1", "U2")] if asked else [])


def test_nobody_is_asked_again_where_nothing_is_missed_or_was_asked_or_has_a_price() -> None:
    assert asked_for_the_plan({alone("U1"): came((0, 0), (0, 0))}) == []
    assert asked_for_the_plan({alone("U1", help=ALL, for_plan=True): came((0, 0), (5, 5))}) == []
    assert asked_for_the_plan({alone("U1"): came((0, 0), (5, 5))}, Prices(0, 0)) == []
    assert asked_for_the_plan({alone("U1"): late()}) == []
    assert asked_for_the_plan({alone("U4"): came((0, 0), (5, 5))}) == []  # nobody is there to be let off


def test_whoever_misses_most_comes_first() -> None:
    plans: Plans = {alone("U1"): came((0, 0), (5, 5)), alone("U3"): came((0, 0), (6, 6))}
    with tuned_blocks(joint_for_plan=10):
        blocks = asked_for_the_plan(plans)
    assert [one.units for one in blocks] == [("U3",), ("U1",)]


def test_one_that_misses_as_much_and_pays_more_is_worse() -> None:
    block = alone("U1")
    before: Plans = {block: came((0, 0), (5, 5))}
    assert no_worse({block: replace(came((0, 0), (3, 3)), paid=2)}, before)
    assert not no_worse({block: replace(came((0, 0), (3, 3)), paid=3)}, before)


@pytest.mark.parametrize(
    ("plan", "changes", "up_to", "bound", "most"),
    [
        (9, 3, 4, 40, 600),
        (9, 4, 4, 40, 600),
        (9, 5, 4, 0, None),  # proved for up to four changes
        (9, 5, None, 40, 600),  # proved for any number
        (10, 3, 4, 0, 600),  # of the whole bureau also for the plan as it was
    ],
)
def test_what_is_proved_of_strength_stands_up_to_so_many_changes(
    plan: int, changes: int, up_to: int | None, bound: int, most: int | None
) -> None:
    before = replace(came((0, 0), (9, 0), (40, 40), (3, 3)), together=7, most_changes=up_to)
    after = came((0, 0), (plan, 0), (50, 0), (changes, 0))
    block = Block(("U1",), ALL, None, None, for_plan=True)
    found = known_before(block, after, {block: before})
    assert isinstance(found, BlockPlan)
    assert (found.tiers[2].bound, found.together) == (bound, 7)
    found = known_before(block, after, {block: replace(before, most_strength=600)})
    assert isinstance(found, BlockPlan) and found.most_strength == most
