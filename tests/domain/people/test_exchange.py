"""Whose duty changes hands: own ones, ones taken over, and ones given back."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.people.exchange import (
    Exchange,
    ExchangeKind,
    Handover,
    Hands,
    exchanges_beyond,
    handovers,
)
from tests.support.bureaus import MONDAY

TUESDAY = MONDAY + timedelta(days=1)


def swap(officer: str, day: object, other: str, other_day: object) -> Exchange:
    return Exchange(officer, day, other, other_day, ExchangeKind.SWAP)  # type: ignore[arg-type]


def substitution(officer: str, by: str) -> Exchange:
    return Exchange(officer, MONDAY, by, None, ExchangeKind.SUBSTITUTION)


def test_a_swap_hands_over_two_duties_and_neither_is_extra() -> None:
    assert handovers([swap("a", MONDAY, "b", TUESDAY)]) == (
        (Handover("a", "b", MONDAY, "a", False), Handover("b", "a", TUESDAY, "b", False)),
    )


def test_a_substitution_hands_over_one_which_is_extra() -> None:
    assert handovers([substitution("a", "b")]) == ((Handover("a", "b", MONDAY, "a", True),),)


def test_two_officers_may_swap_their_duties_of_one_date() -> None:
    """Each gives before the other takes, so neither gives back what he has just got."""
    (legs,) = handovers([swap("a", MONDAY, "b", MONDAY)])
    assert [(leg.taker, leg.owner) for leg in legs] == [("b", "a"), ("a", "b")]


def test_what_was_taken_over_can_be_given_on_and_stays_the_owners() -> None:
    _, (second,) = handovers([substitution("a", "b"), substitution("b", "c")])
    assert second == Handover("b", "c", MONDAY, "a", True)


def test_what_was_extra_stays_extra_when_it_is_swapped_on() -> None:
    _, (first, back) = handovers([substitution("a", "b"), swap("b", MONDAY, "c", TUESDAY)])
    assert (first.owner, first.extra) == ("a", True)
    assert (back.owner, back.extra) == ("c", False)


def test_what_is_given_back_is_ones_own_again() -> None:
    hands = Hands()
    hands.enter(substitution("a", "b"))
    assert hands.has_given("a", MONDAY)
    assert hands.has_taken("b", MONDAY)
    (back,) = hands.enter(substitution("b", "a"))
    assert (back.owner, back.taker) == ("a", "a")
    assert not hands.has_given("a", MONDAY)
    assert not hands.has_taken("a", MONDAY)


THERE, BACK = swap("a", MONDAY, "b", TUESDAY), swap("b", MONDAY, "a", TUESDAY)


def test_the_same_swap_entered_again_after_it_was_swapped_back_counts_again() -> None:
    assert [one for one, _ in exchanges_beyond([THERE, BACK, THERE], [THERE])] == [BACK, THERE]
    assert list(exchanges_beyond([THERE, BACK, THERE], [THERE, BACK, THERE])) == []


def test_a_row_by_which_something_else_changes_hands_since_one_before_it_is_gone_is_another() -> None:
    """Without the first row b gives on a duty of their own instead of a's."""
    first, on = substitution("a", "b"), substitution("b", "c")
    assert [legs for _, legs in exchanges_beyond([on], [first, on])] == [
        (Handover("b", "c", MONDAY, "b", True),)
    ]


def test_what_is_noted_beside_an_exchange_does_not_make_it_another() -> None:
    noted = Exchange("a", MONDAY, "b", TUESDAY, ExchangeKind.SWAP, "a wedding")
    assert list(exchanges_beyond([noted], [THERE])) == []
