from rosterctl.domain.tier import Tier
from rosterctl.solver.linear import Condition
from rosterctl.solver.model import Model


def test_integers_are_numbered_as_they_come():
    model = Model()
    first, second = model.integer(3), model.integer(1)
    assert (first.terms, second.terms, model.bounds) == ({0: 1}, {1: 1}, [3, 1])


def test_what_is_decided_and_false_makes_the_model_impossible():
    model = Model()
    model.require(True)
    assert not model.impossible
    model.require(False)
    model.require(True)  # one truth does not mend it
    assert model.impossible


def test_a_condition_waits_for_the_search():
    model = Model()
    model.require(model.integer(1) <= 5)
    assert model.conditions == [Condition({0: 1}, None, 5)]
    assert not model.impossible


def test_costs_are_added_up_by_tier():
    model = Model()
    one = model.integer(1)
    model.penalise(Tier.LEGAL, 2 - one, 3)
    model.penalise(Tier.LEGAL, one, 5)
    model.penalise(Tier.LEGAL, 4, 10)
    model.penalise(Tier.PLAN, one, 1)
    assert (model.cost(Tier.LEGAL).terms, model.cost(Tier.LEGAL).constant) == ({0: 2}, 46)
    assert (model.cost(Tier.PLAN).terms, model.cost(Tier.PLAN).constant) == ({0: 1}, 0)
    assert (model.cost(Tier.HOURS).terms, model.cost(Tier.HOURS).constant) == ({}, 0)
