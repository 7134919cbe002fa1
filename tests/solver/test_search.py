from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.solver.highs import HighsRun
from rosterctl.solver.linear import Linear, total, weighted_sum
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import OutOfTime, Settings, Solved, Stuck
from rosterctl.solver.search import Blend, Goal, goals_of, lower_bound, minimise

SETTINGS = Settings(seconds=30.0, seed=1)


def found(model, *tiers):
    outcome = minimise(model, goals_of(model, tiers), SETTINGS)
    assert isinstance(outcome, Solved)
    return outcome


def reached(outcome):
    return [(one.tier, one.value, one.bound) for one in outcome.tiers]


def everybody_meets_everybody(model, people):
    """Of any two one must come: all but one do. By halves half of them would be enough."""
    comes = [model.integer(1) for _ in range(people)]
    for one, other in combinations(comes, 2):
        model.require(one + other >= 1)
    model.penalise(Tier.LEGAL, total(comes), 1)
    return comes


def test_the_least_is_found_and_proved():
    model = Model()
    comes = everybody_meets_everybody(model, 5)
    outcome = found(model, Tier.LEGAL)
    assert reached(outcome) == [(Tier.LEGAL, 4, 4)]
    assert sum(outcome.value(one) for one in comes) == 4


@pytest.mark.parametrize("weights", [None, (1, 1), (1, 100)])
@pytest.mark.parametrize(
    ("order", "values"), [((Tier.LEGAL, Tier.PLAN), [0, 2]), ((Tier.PLAN, Tier.LEGAL), [0, 6])]
)
def test_a_tier_is_never_traded_for_a_later_one(order, values, weights):
    """Whatever they weigh in the blend that is minimised first."""
    model = Model()
    one, other = model.integer(2), model.integer(2)
    model.require(one + other >= 2)
    model.penalise(Tier.LEGAL, one, 3)
    model.penalise(Tier.PLAN, other, 1)
    blend = weights and Blend(
        weighted_sum([(model.cost(Tier.LEGAL), weights[0]), (model.cost(Tier.PLAN), weights[1])])
    )
    outcome = minimise(model, goals_of(model, order), SETTINGS, blend)
    assert reached(outcome) == [(tier, value, value) for tier, value in zip(order, values, strict=True)]


@pytest.mark.parametrize(("people", "short"), [(2, 0), (1, 30)])
def test_what_is_no_goal_is_good_all_the_same_when_it_is_in_the_blend(people, short):
    """Two shifts are wanted, by law the first; nobody asks for the second but the blend."""
    model = Model()
    first, second = model.integer(1), model.integer(1)
    model.require(first + second <= people)
    model.penalise(Tier.LEGAL, 1 - first, 60)
    model.penalise(Tier.PLAN, 1 - second, 30)
    blend = Blend(total(model.cost(tier) for tier in (Tier.LEGAL, Tier.PLAN)))
    outcome = minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS, blend)
    assert reached(outcome) == [(Tier.LEGAL, 0, 0)]
    assert outcome.value(model.cost(Tier.PLAN)) == short


def test_what_is_not_searched_for_at_first_follows_from_what_is_decided():
    """The law is searched for alone, which leaves what is short of the plan at any value: of six whose coming
    the law wants, each that comes makes the plan 30 less short.
    """
    model = Model()
    comes = [model.integer(1) for _ in range(6)]
    for one in comes:
        lacks = model.integer(1)
        model.require(one + lacks >= 1)
        model.penalise(Tier.LEGAL, 1 - one, 60)
        model.penalise(Tier.PLAN, lacks, 30)
    legal, plan = (model.cost(tier) for tier in (Tier.LEGAL, Tier.PLAN))
    blend = Blend(legal * 10 + plan, legal, [name for one in comes for name in one.terms])
    outcome = minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS, blend)
    assert reached(outcome) == [(Tier.LEGAL, 0, 0)]
    assert outcome.value(plan) == 0


def test_a_blend_in_which_nothing_varies_is_nothing():
    model = Model()
    model.penalise(Tier.LEGAL, model.integer(1), 1)
    outcome = minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS, Blend(model.cost(Tier.PLAN)))
    assert reached(outcome) == [(Tier.LEGAL, 0, 0)]


def test_a_blend_of_what_contradicts_itself_is_stuck():
    model = Model()
    one = model.integer(1)
    model.require(one >= 2)
    model.penalise(Tier.LEGAL, one, 1)
    assert isinstance(
        minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS, Blend(model.cost(Tier.LEGAL))), Stuck
    )


def two_of_three():
    """Two of three must come, and the third costs least."""
    model = Model()
    comes = [model.integer(1) for _ in range(3)]
    model.require(total(comes) >= 2)
    for one, points in zip(comes, (5, 4, 3), strict=True):
        model.penalise(Tier.LEGAL, one, points)
    return model, [next(iter(one.terms)) for one in comes]


@pytest.mark.parametrize("start", [(1, 1, 0), (0, 1, 1), (0, 0, 1)])
def test_from_wherever_it_starts_the_least_is_found(start):
    """The last is no solution, and is left."""
    model, names = two_of_three()
    begun = dict(zip(names, start, strict=True))
    outcome = minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS, Blend(model.cost(Tier.LEGAL)), begun)
    assert reached(outcome) == [(Tier.LEGAL, 7, 7)]


def test_what_is_held_meanwhile_is_let_go():
    model, names = two_of_three()
    run, cost = HighsRun(model, SETTINGS), model.cost(Tier.LEGAL)
    others = total(Linear({name: 1}) for name in names[1:])
    with run.held_meanwhile(others, 1):
        assert run.minimise(cost, 10.0, 0.0).bound == 8
    assert run.minimise(cost, 10.0, 0.0, None, {names[0]: 1}).bound == 8
    assert run.minimise(cost, 10.0, 0.0).bound == 7


def test_a_goal_without_a_tier_is_held_but_not_reported():
    model = Model()
    one, other = model.integer(2), model.integer(2)
    model.require(one + other >= 2)
    model.penalise(Tier.PLAN, other, 1)
    outcome = minimise(model, [Goal(None, one), *goals_of(model, [Tier.PLAN])], SETTINGS)
    assert isinstance(outcome, Solved)
    assert reached(outcome) == [(Tier.PLAN, 2, 2)]  # without the goal before it would be 0


def test_what_cannot_vary_is_its_own_bound():
    model = Model()
    model.integer(1)
    model.penalise(Tier.LEGAL, 7, 2)
    assert reached(found(model, Tier.LEGAL, Tier.PLAN)) == [(Tier.LEGAL, 14, 14), (Tier.PLAN, 0, 0)]


def test_a_cost_that_falls_from_a_constant_has_its_bound_with_the_constant():
    model = Model()
    worked = model.integer(3)
    model.require(2 * worked <= 5)  # two and no half
    model.penalise(Tier.LEGAL, 3 - worked, 60)
    assert reached(found(model, Tier.LEGAL)) == [(Tier.LEGAL, 60, 60)]


@pytest.mark.parametrize("gap", [0.0, 0.5])
def test_within_the_gap_the_bound_still_lies_on_the_true_side(gap):
    model = Model()
    everybody_meets_everybody(model, 9)
    outcome = minimise(model, [Goal(Tier.LEGAL, model.cost(Tier.LEGAL), gap)], SETTINGS)
    assert isinstance(outcome, Solved)
    (tier,) = outcome.tiers
    assert tier.bound <= 8 <= tier.value
    assert tier.value - tier.bound <= gap * tier.value


def test_contradictory_conditions_are_stuck_and_with_one_head_more_they_are_not():
    for most, kind in ((1, Stuck), (2, Solved)):
        model = Model()
        one = model.integer(most)
        model.require(one >= 2)
        model.penalise(Tier.LEGAL, one, 1)
        assert isinstance(minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS), kind)


def test_only_whole_numbers_count():
    model = Model()
    model.require((2 * model.integer(5)).equals(3))  # one and a half
    assert isinstance(minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS), Stuck)


def test_what_was_decided_before_the_search_is_stuck_too():
    model = Model()
    model.integer(1)
    model.require(False)
    assert minimise(model, goals_of(model, [Tier.LEGAL]), SETTINGS) == Stuck()


def test_out_of_time_is_not_stuck():
    model, _ = market_split()
    assert minimise(model, goals_of(model, [Tier.LEGAL]), Settings(0.5, 1)) == OutOfTime()


def market_split():
    """Four sums of forty numbers, each to be what those of every other one come to; and who these are.

    Such splits take hours to find (Cornuejols and Dawande 1998).
    """
    dice, model = Random(3), Model()
    taken = [model.integer(1) for _ in range(40)]
    for _ in range(4):
        numbers = [dice.randrange(100) for _ in taken]
        model.require(weighted_sum(zip(taken, numbers, strict=True)).equals(sum(numbers[::2])))
    model.penalise(Tier.LEGAL, total(taken), 1)
    return model, {next(iter(one.terms)): 1 - place % 2 for place, one in enumerate(taken)}


def test_where_time_is_short_what_is_known_at_the_start_is_found_at_least():
    model, start = market_split()
    blend, goals = Blend(model.cost(Tier.LEGAL)), goals_of(model, [Tier.LEGAL])
    assert minimise(model, goals, Settings(0.5, 1), blend) == OutOfTime()
    (found,) = minimise(model, goals, Settings(0.5, 1), blend, start).tiers
    assert found.bound <= found.value == 20


def test_what_is_known_at_the_start_is_there_when_the_search_comes_to_nothing():
    model, start = market_split()
    goals = goals_of(model, [Tier.LEGAL])
    ((_, value, bound),) = reached(minimise(model, goals, Settings(0.5, 1), start=start))
    assert (value, bound <= 20) == (20, True)  # no better one is found within half a second
    wrong = {name: 1 - value for name, value in start.items()}  # the sums are those of the others
    assert minimise(model, goals, Settings(0.5, 1), start={**wrong, min(wrong): 0}) == OutOfTime()


def test_what_was_known_is_taken_where_it_is_better_and_what_was_proved_stands():
    """Up to a gap of nine tenths the search stops at the first solution; the tier below is then its own."""
    model, names = covered_by_few()
    legal, plan = goals_of(model, [Tier.LEGAL, Tier.PLAN])
    best = minimise(model, [legal, plan], SETTINGS)
    lazy = [replace(legal, gap=0.9), plan]
    worse = minimise(model, lazy, SETTINGS)
    assert worse.tiers[0].value > best.tiers[0].value == best.tiers[0].bound
    told = []
    known = minimise(
        model, lazy, SETTINGS, start={name: best.values[name] for name in names}, tell=told.append
    )
    for one, proved in ((told[0], 0), (known, best.tiers[1].bound)):
        assert [tier.value for tier in one.tiers] == [tier.value for tier in best.tiers]
        assert [tier.bound for tier in one.tiers] == [worse.tiers[0].bound, proved]
    start = {name: worse.values[name] for name in names}
    assert reached(minimise(model, [legal, plan], SETTINGS, start=start)) == reached(best)


def covered_by_few():
    """Sixty places are to be covered by some of forty people, each of whom covers a few; and who they are."""
    dice, model = Random(5), Model()
    comes = [model.integer(1) for _ in range(40)]
    for _ in range(60):
        model.require(total(dice.sample(comes, 4)) >= 1)
    model.penalise(Tier.LEGAL, weighted_sum((one, dice.randrange(1, 30)) for one in comes), 1)
    model.penalise(Tier.PLAN, weighted_sum((one, dice.randrange(1, 9)) for one in comes), 1)
    return model, [next(iter(one.terms)) for one in comes]


def test_the_same_seed_finds_the_same():
    outcomes = []
    for _ in range(2):
        model = Model()
        everybody_meets_everybody(model, 12)
        outcomes.append(found(model, Tier.LEGAL).values)
    assert outcomes[0] == outcomes[1]


def test_the_solver_leaves_standard_output_alone(capfd):
    model = Model()
    everybody_meets_everybody(model, 9)
    found(model, Tier.LEGAL)
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(("people", "bound", "least"), [(2, 1, 1), (3, 2, 2), (5, 3, 4)])
def test_the_lower_bound_is_rounded_up_and_never_above_the_least(people, bound, least):
    # Half of everybody meets every pair: 1, 1.5 and 2.5 heads.
    model = Model()
    everybody_meets_everybody(model, people)
    assert lower_bound(model, model.cost(Tier.LEGAL), (), SETTINGS) == bound
    assert reached(found(model, Tier.LEGAL)) == [(Tier.LEGAL, least, least)]


def test_the_lower_bound_of_the_most_is_rounded_towards_less():
    model = Model()
    heads = model.integer(9)
    model.require(2 * heads <= 5)  # at most two and a half, so at most two
    assert lower_bound(model, -1 * heads, (), SETTINGS) == -2


def test_the_lower_bound_keeps_what_is_held():
    model = Model()
    one, other = model.integer(3), model.integer(3)
    model.require(one + other >= 3)
    assert lower_bound(model, other, (), SETTINGS) == 0
    assert lower_bound(model, other, [(one, 1)], SETTINGS) == 2
