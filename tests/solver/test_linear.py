import pytest

from rosterctl.solver.linear import Condition, Linear, rounded_sums, total, weighted_sum
from rosterctl.solver.model import Model

X, Y = Linear({0: 1}), Linear({1: 1})


@pytest.mark.parametrize(
    ("expression", "terms", "constant"),
    [
        (X + Y, {0: 1, 1: 1}, 0),
        (X + X, {0: 2}, 0),
        (X + 3, {0: 1}, 3),
        (3 + X, {0: 1}, 3),
        (X - 3, {0: 1}, -3),
        (3 - X, {0: -1}, 3),
        (X - Y, {0: 1, 1: -1}, 0),
        (2 * (X + 1), {0: 2}, 2),
        ((X + 1) * 2, {0: 2}, 2),
        (total([X, Y, X, 5]), {0: 2, 1: 1}, 5),
        (weighted_sum([(X + 1, 3), (Y, -1), (2, 4)]), {0: 3, 1: -1}, 11),
    ],
)
def test_sums_keep_every_term_and_the_constant(expression, terms, constant):
    assert (expression.terms, expression.constant) == (terms, constant)


def test_a_sum_of_numbers_is_a_number():
    assert total([]) == 0
    assert weighted_sum([(2, 3), (1, -1)]) == 5


def test_a_comparison_moves_what_does_not_vary_to_the_other_side():
    assert (X + 2 <= Y + 5) == Condition({0: 1, 1: -1}, None, 3)
    assert (X + 2 >= 5) == Condition({0: 1}, 3, None)
    assert (X + 2).equals(Y) == Condition({0: 1, 1: -1}, -2, -2)


def test_adding_leaves_the_parts_as_they_were():
    assert (X + X).terms == {0: 2}
    assert X.terms == {0: 1}


def conditions(coefficients: list[int], left: list[int]) -> list[tuple[dict[int, int], int | None]]:
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
