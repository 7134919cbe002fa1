"""Limits of heads, rounded one by one and then summed."""

from rosterctl.solver.model import Model
from rosterctl.solver.rounding import rounded_sums


def conditions(coefficients, left):
    """Coefficients by place and upper limit of every condition over fresh counts."""
    model = Model()
    terms = [(model.integer(9), coefficient) for coefficient in coefficients]
    return [(dict(one.terms), one.upper) for one in rounded_sums(terms, left)]


def test_one_length_counts_how_often_it_fits() -> None:
    # Eight and sixteen hours left, twelve a recall: none and one, however much the two have together.
    assert conditions([12], [8, 16]) == [({0: 1}, 1)]


def test_a_common_measure_is_divided_out() -> None:
    # In steps of six hours: a day of twelve and a night of eighteen into 40 hours, which are six steps.
    assert conditions([12, 18], [40])[0] == ({0: 2, 1: 3}, 6)


def test_where_lengths_differ_the_shortest_is_counted_besides() -> None:
    # 40 hours are three times the twelve; the eighteen take at least one of these each.
    assert conditions([12, 18], [40])[1:] == [({0: 1, 1: 1}, 3)]
