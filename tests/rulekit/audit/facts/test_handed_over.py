"""Exchanges replayed: who holds whose duty after each row."""

from __future__ import annotations

from datetime import date, timedelta

from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.rulekit.audit.facts.handed_over import Handed, by_taker, replayed
from tests.support.bureaus import MONDAY

TUESDAY = MONDAY + timedelta(days=1)


def swap(officer: str, day: date, other: str, with_day: date) -> Exchange:
    return Exchange(officer, day, other, with_day, ExchangeKind.SWAP)


def substitution(officer: str, day: date, other: str) -> Exchange:
    return Exchange(officer, day, other, None, ExchangeKind.SUBSTITUTION)


def test_of_a_swap_both_sides_change_hands_and_neither_is_extra() -> None:
    legs = replayed([swap("a", MONDAY, "b", TUESDAY)])
    assert legs == ((Handed("a", "b", MONDAY, "a", False), Handed("b", "a", TUESDAY, "b", False)),)


def test_a_substitution_is_extra_for_the_taker() -> None:
    assert replayed([substitution("a", MONDAY, "b")]) == ((Handed("a", "b", MONDAY, "a", True),),)


def test_a_duty_that_is_handed_on_stays_the_owner_s_and_stays_extra() -> None:
    legs = replayed([substitution("a", MONDAY, "b"), swap("b", MONDAY, "c", TUESDAY)])
    assert legs[1][0] == Handed("b", "c", MONDAY, "a", True)
    assert legs[1][1] == Handed("c", "b", TUESDAY, "c", False)


def test_two_who_swap_within_one_date_give_before_they_take() -> None:
    legs = replayed([swap("a", MONDAY, "b", MONDAY)])
    assert [(one.taker, one.owner) for one in legs[0]] == [("b", "a"), ("a", "b")]


def test_who_gets_the_own_duty_back_has_taken_nothing() -> None:
    legs = replayed([swap("a", MONDAY, "b", TUESDAY), swap("b", MONDAY, "a", TUESDAY)])
    assert [(one.giver, one.taker, one.owner) for one in legs[1]] == [("b", "a", "a"), ("a", "b", "b")]
    # The rows of the way there are still known: the roster says whether they were made.
    assert set(by_taker(legs)) == {("b", MONDAY), ("a", TUESDAY)}
    assert set(by_taker(legs[1:])) == set()


def test_the_last_of_several_takings_counts() -> None:
    legs = replayed(
        [
            substitution("a", MONDAY, "c"),
            substitution("c", MONDAY, "d"),
            substitution("b", MONDAY, "c"),
        ]
    )
    assert by_taker(legs)["c", MONDAY] == Handed("b", "c", MONDAY, "b", True)
