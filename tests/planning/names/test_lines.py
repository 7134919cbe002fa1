"""Lines: what is worked, what may be worked instead, and which rules are against it."""

from __future__ import annotations

from tests.support.bureaus import absence
from tests.support.peers import Peers, on_call, on_day, on_nights

EVERY = {(day, word): value for day in (0, 1) for word, value in (("night", 1), ("overlap-both", 2))}
"""A night counts one and a long night two."""


def may(peers: Peers, lines: object, day: int, word: str, name: str = "a") -> bool:
    choice = peers.choice(day, word) if word else None
    return lines.may(peers.bureau.officers[name], on_day(day), choice)  # type: ignore[attr-defined, no-any-return]


def test_what_is_put_is_worked_until_something_else_is() -> None:
    peers = on_nights("ab", 2)
    lines = peers.lines(a=["night", "overlap-both"])
    assert peers.shown(lines) == {"a": ["night", "overlap-both"], "b": ["", ""]}
    lines.put(peers.bureau.officers["a"], on_day(1), peers.choice(1, "night"))
    lines.put(peers.bureau.officers["a"], on_day(0), None)
    lines.put(peers.bureau.officers["b"], on_day(0), None)  # to take nothing from nobody is allowed
    assert peers.shown(lines) == {"a": ["", "night"], "b": ["", ""]}


def test_lines_are_told_in_order_of_officers_and_dates() -> None:
    peers = on_nights("ab", 2)
    lines = peers.lines()
    for name, day in (("b", 1), ("a", 1), ("a", 0)):
        lines.put(peers.bureau.officers[name], on_day(day), peers.choice(day, "night"))
    assert [(name, choice.day) for name, choice in lines.all()] == [
        ("a", on_day(0)),
        ("a", on_day(1)),
        ("b", on_day(1)),
    ]
    assert [choice.day for choice in lines.worked(peers.bureau.officers["a"])] == [on_day(0), on_day(1)]


def test_a_day_off_is_always_open_and_a_shift_only_to_whom_it_is_offered() -> None:
    peers = on_nights("ab", 2, absences=[absence("b", on_day(0))])
    lines = peers.lines()
    assert [may(peers, lines, 0, "night", name) for name in "ab"] == [True, False]
    assert [may(peers, lines, 0, "", name) for name in "ab"] == [True, True]
    assert may(peers, lines, 1, "night", "b")


def test_a_limit_is_kept_to_its_last_head() -> None:
    # One night is worked. Of two a second fits and a long one, which counts two, does not; of three it does.
    for most, fits in ((2, [True, False]), (3, [True, True])):
        peers = on_nights("a", 2)
        peers.limit("few", EVERY, most)
        lines = peers.lines(a=["night"])
        assert [may(peers, lines, 1, word) for word in ("night", "overlap-both")] == fits


def test_what_stands_on_the_date_makes_room() -> None:
    # Two nights are one long one: instead of the night of Tuesday a long one is too much, three in all; but
    # instead of a long one alone the night is less.
    peers = on_nights("a", 2)
    peers.limit("few", EVERY, 2)
    assert not may(peers, peers.lines(a=["night", "night"]), 1, "overlap-both")
    assert may(peers, peers.lines(a=["", "overlap-both"]), 1, "night")
    assert may(peers, peers.lines(a=["", "night"]), 1, "overlap-both")


def test_what_is_taken_away_makes_room_again() -> None:
    peers = on_nights("a", 2)
    peers.limit("few", EVERY, 2)
    lines = peers.lines(a=["overlap-both"])
    assert not may(peers, lines, 1, "night")
    lines.put(peers.bureau.officers["a"], on_day(0), None)
    assert may(peers, lines, 1, "overlap-both")


def test_each_rule_that_would_be_passed_is_named() -> None:
    peers = on_nights("a", 2)
    peers.limit("one", EVERY, 1)
    peers.limit("two", EVERY, 2)
    peers.limit("three", EVERY, 3)
    lines = peers.lines(a=["night"])
    found = list(lines.against(peers.bureau.officers["a"], on_day(1), peers.choice(1, "overlap-both")))
    assert found == ["one", "two"]  # three nights' worth are within the third


def test_a_limit_on_other_dates_does_not_count() -> None:
    peers = on_call("a", 2)
    peers.limit("none", {(0, "recall day"): 1}, 0)
    lines = peers.lines()
    assert [may(peers, lines, day, "recall day") for day in (0, 1)] == [False, True]


def test_the_limits_of_one_officer_do_not_bind_another() -> None:
    peers = on_nights("ab", 1)
    peers.limit("none", {(0, "night"): 1}, 1, used={"a": 1})
    assert [may(peers, peers.lines(), 0, "night", name) for name in "ab"] == [False, True]
