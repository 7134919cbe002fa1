"""An exchange judged on a roster: what changes hands, what it breaks, and what cannot be exchanged at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.operations.swap import enter, exchange_duties, up_to_date
from rosterctl.problems import BadInput
from tests.support.bureaus import MONDAY, officer, plain_roster, small_bureau
from tests.support.folders import flawless

TUESDAY = MONDAY + timedelta(days=1)
BUREAU = small_bureau(
    [
        officer("a"),
        officer("a2"),
        officer("b", "B"),
        officer("c", "C"),
        officer("d", "D"),
        officer("gone", "D", left=MONDAY),
    ],
    rules={"rest": {"hours": "11"}, "one-place": {}},
)
ROSTER = plain_roster(BUREAU, MONDAY, 4)
"""A works Monday's day and Tuesday's night, B Monday's night, D Tuesday's day and Wednesday's night."""


def swap(one: str, day: int, other: str, when: int | None) -> Exchange:
    with_day = None if when is None else MONDAY + timedelta(days=when)
    kind = ExchangeKind.SUBSTITUTION if when is None else ExchangeKind.SWAP
    return Exchange(one, MONDAY + timedelta(days=day), other, with_day, kind)


def test_a_lawful_swap_changes_four_dates_and_breaks_nothing() -> None:
    """d works Monday's day for a, who works Wednesday's night for d: each has twelve hours between duties."""
    result = exchange_duties(BUREAU, ROSTER, swap("a", 0, "d", 2))
    changed = [(one.officer, one.day - MONDAY, one.kind.value) for one in result.changes]
    assert changed == [
        ("a", timedelta(0), "dropped"),
        ("d", timedelta(0), "added"),
        ("a", timedelta(2), "added"),
        ("d", timedelta(2), "dropped"),
    ]
    assert result.lawful
    assert {one.reason for one in result.changes} == {str(result.exchange)}


def test_what_a_swap_breaks_makes_it_unlawful() -> None:
    """b would work Monday's day and go on to the night of Monday without any rest."""
    result = exchange_duties(BUREAU, ROSTER, swap("a", 0, "b", None))
    assert not result.lawful
    assert {one.rule for one in result.harm.breaches} & {"rest", "one-place"}


@pytest.mark.parametrize(
    ("exchange", "message", "hint"),
    [
        (swap("a", 0, "a", None), "officer 'a' cannot exchange with themselves", "name two officers"),
        (swap("a", 9, "b", None), "2026-12-16 is not among the roster's dates", "it runs from 2026-12-07 to"),
        (swap("gone", 1, "a", None), "officer 'gone' is not on the roll on 2026-12-08", "name another"),
    ],
)
def test_what_cannot_be_exchanged(exchange: Exchange, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as refused:
        exchange_duties(BUREAU, ROSTER, exchange)
    (one,) = refused.value.problems
    assert (one.message, one.hint.startswith(hint)) == (message, True)


@pytest.mark.parametrize(
    ("again", "message"),
    [
        (swap("a", 0, "d", None), "officer 'a' has given the duty of 2026-12-07 away already"),
        (swap("a2", 0, "c", None), "officer 'c' has taken over a duty of 2026-12-07 already"),
    ],
)
def test_a_duty_changes_hands_once(again: Exchange, message: str) -> None:
    known = replace(BUREAU, exchanges=(swap("a", 0, "c", None),))
    with pytest.raises(BadInput) as refused:
        exchange_duties(known, ROSTER, again)
    assert [one.message for one in refused.value.problems] == [message]


def test_a_roster_takes_over_what_was_entered_since_it_was_made() -> None:
    since = replace(BUREAU, exchanges=(swap("a", 0, "d", 2),))
    taken = {(one.officer, one.day) for one in up_to_date(since, BUREAU, ROSTER).duties}
    assert ("d", MONDAY) in taken
    assert ("a", MONDAY) not in taken
    assert up_to_date(BUREAU, BUREAU, ROSTER).duties == ROSTER.duties


def test_what_is_entered_stands_in_the_bureaus_own_file(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    known = (folder / "exchanges.csv").read_bytes() if (folder / "exchanges.csv").exists() else None
    file = enter(folder, swap("1001", 0, "1002", None), known)
    assert file.read_text().splitlines()[-1] == "1001,2026-12-07,1002,,substitution,"
    with pytest.raises(BadInput, match="1 mistakes"):
        enter(folder, swap("1001", 1, "1002", None), known)
