"""The bounds of arithmetic: never above any dealing, and as high as one burden alone allows."""

from datetime import timedelta

import pytest

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.planning.names.bounds import dealt_to, least_refused, least_unfairness
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import IDLE, MONDAY, absence, officer, rotation, small_bureau, unit
from tests.support.tiny_dealings import dealing_of, draw

SEEDS = range(100)
OVERTIME = {"recalls": "0", "weekends": "0"}
"""Overtime alone: a point for two hours."""


def unfairness(dealing):
    shares = [dealing.charges.shares[one.id] for one in dealing.group.officers]
    each = list(dealt_to(dealing.lines, dealing.group, dealing.days).values())
    return least_unfairness(dealing.charges.weights, dealing.charges.bureau, dealing.group, each, shares)


def refused(dealing):
    each = list(dealt_to(dealing.lines, dealing.group, dealing.days).values())
    return least_refused(dealing.charges, dealing.group, each)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_dealing_is_better_than_the_bounds(seed):
    dealing = draw(seed)
    assert unfairness(dealing) <= min(fair for _, fair, _ in dealing.every)
    assert refused(dealing) <= min(wishes for _, _, wishes in dealing.every)


@pytest.mark.parametrize("burden", ["nights", "weekends", "recalls"])
@pytest.mark.parametrize("seed", SEEDS)
def test_one_burden_alone_has_a_dealing_that_reaches_the_bound(seed, burden):
    dealing = draw(seed, **{burden: 1})
    assert unfairness(dealing) == min(fair for _, fair, _ in dealing.every)


@pytest.mark.parametrize("seed", SEEDS)
def test_wishes_alone_have_a_dealing_that_reaches_the_bound(seed):
    dealing = draw(seed)
    assert refused(dealing) == min(wishes for _, _, wishes in dealing.every)


def recalled(*days, shift="peak-evening", ledger=None, away=(), weights=None):
    """Officers of no rotation, one letter each, and who of them is recalled on each date from MONDAY on.

    `b` is away on the dates `away`.
    """
    people = [officer(name) for name in sorted({"a", "b", *"".join(days)})]
    bureau = small_bureau(
        people,
        units=[unit(teams="A", rotation=IDLE, recalls=(shift,))],
        rotation=IDLE,
        rules={"fairness": weights or {"overtime": "0", "weekends": "0"}},
        ledger=ledger or {},
        absences=[absence("b", MONDAY + timedelta(days=n)) for n in away],
    )

    def fill(lines, group):
        for n, names in enumerate(days):
            for name in names:
                (choice,) = group.open[MONDAY + timedelta(days=n)]
                lines.put(bureau.officers[name], choice.day, choice)

    return dealing_of(bureau, Horizon(MONDAY, len(days)), fill)


def test_recalls_that_another_may_take_are_not_forced():
    # Six dates of a and three of b share three recalls: two and one. b is there on Thursday.
    assert unfairness(recalled("a", "a", "", "a", "", "", away=(0, 1, 2))) == 0


def test_recalls_on_dates_on_which_all_others_are_away_are_forced():
    # The same shares, but nobody else could come: the third is one too many, at three points.
    assert unfairness(recalled("a", "a", "a", "", "", "", away=(0, 1, 2))) == 3


def test_who_is_at_his_share_by_the_ledger_costs_nothing():
    # Three carried and two new are five, three for each: both new ones go to a.
    assert unfairness(recalled("b", "b", ledger={"a": Tally(), "b": Tally(recalls=3)})) == 0


def test_who_passes_his_share_by_the_ledger_alone_costs():
    # Four carried and two new are six, three for each: b has one too many whatever comes.
    assert unfairness(recalled("b", "b", ledger={"a": Tally(), "b": Tally(recalls=4)})) == 3


def test_overtime_below_a_block_above_the_share_is_free():
    # Six peak hours are shared three and three: who has four is within the block, so is who has two.
    assert unfairness(recalled("a", "a", "a", weights=OVERTIME)) == 0


def test_overtime_counts_from_a_whole_block_above_the_share():
    # a, alone on three of six dates, has two thirds of three blocks: the third block is one above.
    assert unfairness(recalled("a", "a", "a", "", "", "", away=(0, 1, 2), weights=OVERTIME)) == 1
    assert unfairness(recalled("a", "a", "a", "", "", away=(0, 1, 2), weights=OVERTIME)) == 0  # five sevenths


def test_a_duty_counts_as_divisible_in_the_bound():
    # Twelve hours, six for each: only the model knows that one must take all, three blocks above his share.
    dealing = recalled("a", shift="day", weights=OVERTIME)
    assert (unfairness(dealing), dealing.points[0]) == (0, 3)


def test_overtime_that_is_forced_on_several_counts_by_the_block_of_each():
    # Of 16 hours before, a third, 5:20, is everybody's. Of 12 hours now a and c, who are there twice as long
    # as b, have 4:48 each: 10:08. Both have 14, so each is one block and 1:52 above: two points.
    carried = {"a": Tally(overtime_minutes=480), "b": Tally(), "c": Tally(overtime_minutes=480)}
    dealing = recalled("ac", "ac", "ac", "", "", "", ledger=carried, away=(0, 1, 2), weights=OVERTIME)
    assert (unfairness(dealing), dealing.points[0]) == (2, 2)


def on_the_night(*shifts, carried):
    """All work on one date of their rotation; `a` has so many minutes of overtime before."""
    people = [officer(name) for name in "abc"[: len(shifts)]]
    bureau = small_bureau(
        people,
        units=[unit(teams="A", rotation=rotation("N", (0,)), shifts={"N": ("night", *sorted(set(shifts)))})],
        rotation=rotation("N", (0,)),
        rules={"fairness": OVERTIME},
        ledger={one.id: Tally(overtime_minutes=carried if one.id == "a" else 0) for one in people},
    )

    def fill(lines, group):
        menu = {choice.shift: choice for choice in group.open[MONDAY]}
        for one, shift in zip(people, shifts, strict=True):
            lines.put(one, MONDAY, menu[shift])

    return dealing_of(bureau, Horizon(MONDAY, 1), fill)


NIGHTS = ("overlap-evening", "overlap-evening", "overlap-both")
"""Two, two and four hours of overtime."""


def test_who_is_needed_bears_the_least_that_is_dealt():
    # Twenty hours are 6:40 for each; a has twelve and takes two more at the least: 7:20 above. The others
    # could take all eight hours, but not on one date.
    assert unfairness(on_the_night(*NIGHTS, carried=720)) == 3


def test_what_he_must_bear_counts_from_a_whole_block_above_the_share():
    # Twelve hours are four for each: a has four, and two more are one block; a minute less before is none.
    assert unfairness(on_the_night(*NIGHTS, carried=240)) == 1
    assert unfairness(on_the_night(*NIGHTS, carried=239)) == 0


def test_without_peers_there_is_no_share():
    bureau = small_bureau(
        [officer("a", protected_from=MONDAY)],
        teams="A",
        rules={"fairness": {}},
        ledger={"a": Tally(recalls=9)},
    )
    assert unfairness(dealing_of(bureau, Horizon(MONDAY, 4), lambda lines, group: None)) == 0  # noqa: ARG005


def wishing(heads, *kinds):
    """Of officers who wish these for MONDAY, a day duty of their rotation, the first `heads` work."""
    people = [officer(name) for name in "abc"[: len(kinds)]]
    bureau = small_bureau(
        people,
        teams="A",
        rules={"wishes": {}},
        wishes=[Wish(one.id, MONDAY, kind, 2) for one, kind in zip(people, kinds, strict=True) if kind],
    )

    def fill(lines, group):
        (choice,) = group.open[MONDAY]
        for one in people[:heads]:
            lines.put(one, MONDAY, choice)

    return dealing_of(bureau, Horizon(MONDAY, 1), fill)


def test_a_wish_is_granted_while_another_can_work():
    assert refused(wishing(1, WishKind.OFF, None)) == 0


def test_a_wish_is_refused_where_all_are_needed():
    assert refused(wishing(2, WishKind.OFF, None)) == 2


def test_of_two_who_wish_the_same_one_is_refused():
    assert refused(wishing(2, WishKind.OFF, WishKind.OFF, None)) == 2


def test_nobody_is_recalled_on_a_date_of_his_rotation():
    # To be recalled cannot be granted then, not to be recalled always is.
    assert refused(wishing(1, WishKind.RECALL, WishKind.NO_RECALL)) == 2
