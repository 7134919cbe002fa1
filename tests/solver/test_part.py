"""A part of a model: what is kept stays, and nothing gets worse."""

from __future__ import annotations

from rosterctl.domain.tier import Tier
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.part import Part, improved
from rosterctl.solver.search import goals_of

SETTINGS = Settings(10.0)


def two_of_three() -> Model:
    """Two of three are to come; the first costs five, the second three, the third one."""
    model = Model()
    one, two, three = (model.integer(1) for _ in range(3))
    model.require(one + two + three >= 2)
    for weight, each in ((5, one), (3, two), (1, three)):
        model.penalise(Tier.LEGAL, each, weight)
    return model


def test_a_part_says_the_same_of_the_open_variables() -> None:
    part = Part(two_of_three(), [1, 1, 0], kept={0})
    assert part.model.bounds == [1, 1]
    (condition,) = part.model.conditions
    assert (condition.terms, condition.lower) == ({0: 1, 1: 1}, 1)  # one of the two besides
    cost = part.of(two_of_three().cost(Tier.LEGAL))
    assert (cost.terms, cost.constant) == ({0: 3, 1: 1}, 5)
    assert part.start == {0: 1, 1: 0}
    assert part.whole([0, 1]) == [1, 0, 1]


def test_what_is_kept_stays_and_the_rest_is_searched_anew() -> None:
    model = two_of_three()
    goals, begun = goals_of(model, [Tier.LEGAL]), Solved([1, 1, 0], ())
    assert improved(model, goals, begun, {0}, SETTINGS).values == [1, 0, 1]
    assert improved(model, goals, begun, set(), SETTINGS).values == [0, 1, 1]
    assert improved(model, goals, begun, {0, 1, 2}, SETTINGS).values == [1, 1, 0]


def test_what_cannot_be_improved_is_what_was_known() -> None:
    model, begun = two_of_three(), Solved([0, 1, 1], ())
    assert improved(model, goals_of(model, [Tier.LEGAL]), begun, {1}, SETTINGS).values == [0, 1, 1]
