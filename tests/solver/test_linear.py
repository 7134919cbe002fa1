import pytest

from rosterctl.solver.linear import Condition, Linear, total, weighted_sum

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
