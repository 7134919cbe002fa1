"""A team dealt anew by a model: as many of the counts as lawful lines can hold, and recalls before hours."""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.planning.names.exact import deal_exactly
from rosterctl.solver.outcome import Settings
from tests.support.bureaus import absence
from tests.support.peers import Counts, Peers, on_call, on_cycle, on_day, on_nights

BOTH = {(0, "recall day"): 1, (1, "recall day"): 1}


def dealt(peers: Peers, counts: Counts, **now: Sequence[str]) -> dict[str, list[str]]:
    """What is worked after it, where `now` was worked before."""
    lines = peers.lines(**now)
    wanted = peers.wanted(counts)
    deal_exactly(peers.offers, peers.board, lines, peers.group, wanted, Settings(20.0, nodes=1000))
    return peers.shown(lines)


def test_it_finds_the_way_that_single_steps_have_barred() -> None:
    # One recall each; b is away on Tuesday. a stands on Monday, and Tuesday has nobody.
    peers = on_call("ab", 2, absences=[absence("b", on_day(1))])
    peers.limit("one", BOTH, 1)
    counts = {0: {"recall day": 1}, 1: {"recall day": 1}}
    assert dealt(peers, counts, a=["recall day", ""]) == {"a": ["", "recall day"], "b": ["recall day", ""]}


def test_what_is_as_good_already_stays() -> None:
    # Neither date can have both: of one recall in all, it does not matter which.
    for now in (["recall day", ""], ["", "recall day"]):
        peers = on_call("a", 2)
        peers.limit("one", BOTH, 1)
        assert dealt(peers, {0: {"recall day": 1}, 1: {"recall day": 1}}, a=now) == {"a": now}


def test_no_more_are_called_than_are_wanted() -> None:
    peers = on_call("abc", 1)
    found = dealt(peers, {0: {"recall day": 2}})
    assert sorted(found.values()) == [[""], ["recall day"], ["recall day"]]


def test_a_choice_that_is_not_wanted_is_not_worked() -> None:
    found = dealt(on_call("ab", 1), {0: {"recall day": 1}})
    assert sorted(found.values()) == [[""], ["recall day"]]


def test_a_recall_is_worth_six_long_shifts() -> None:
    # N N N N N N N O, and hours for seven long nights less one, or for none of them and one recall.
    # A recall counts as six: against six long nights either way is as good, so what stands stays; against
    # five the recall is worth more; and seven are worth more than it.
    def chosen(nights: int, now: Sequence[str]) -> list[str]:
        place = {"shifts": {"N": ("night", "overlap-both")}, "recalls": ("day",)}
        peers = on_cycle("a", nights + 1, "N" * nights + "O", unit=place)
        terms = {(day, "overlap-both"): 1 for day in range(nights)} | {(nights, "recall day"): nights}
        peers.limit("hours", terms, nights)
        counts = {day: {"overlap-both": 1} for day in range(nights)} | {nights: {"recall day": 1}}
        return dealt(peers, counts, a=now)["a"]

    long, recalled = ["overlap-both"], ["recall day"]
    assert chosen(5, [*long * 5, ""]) == [*["night"] * 5, *recalled]
    assert chosen(6, [*long * 6, ""]) == [*long * 6, ""]
    assert chosen(6, [*["night"] * 6, *recalled]) == [*["night"] * 6, *recalled]
    assert chosen(7, [*["night"] * 7, *recalled]) == [*long * 7, ""]


def test_who_works_the_rotation_works_it_still_and_nobody_twice_on_a_date() -> None:
    # Three are wanted of two: the plain night is what is left undealt, and both are there.
    peers = on_nights("ab", 1)
    counts = {0: {"overlap-evening": 1, "overlap-morning": 1, "night": 1}}
    found = dealt(peers, counts, a=["night"], b=["night"])
    assert sorted(found.values()) == [["overlap-evening"], ["overlap-morning"]]


def test_a_long_shift_that_cannot_be_dealt_leaves_a_plain_one() -> None:
    # One of the two may work longer, on one of two dates, where one was to on each; a does already.
    peers = on_nights("a", 2)
    peers.limit("hours", {(0, "overlap-both"): 1, (1, "overlap-both"): 1}, 1)
    found = dealt(peers, {0: {"overlap-both": 1}, 1: {"overlap-both": 1}}, a=["night", "night"])
    assert sorted(found["a"]) == ["night", "overlap-both"]


def test_who_is_free_need_not_work() -> None:
    # b stands nowhere on Monday, though the night of the rotation is open: only a is to work longer.
    found = dealt(on_nights("ab", 1), {0: {"overlap-both": 1}}, a=["night"])
    assert found["a"] == ["overlap-both"] or found == {"a": ["night"], "b": ["overlap-both"]}


def test_what_is_dealt_is_within_every_limit() -> None:
    # Long nights count two and nights one: of five each a can have a long one on two dates, not on three.
    peers = on_nights("a", 3)
    terms = {(day, word): value for day in range(3) for word, value in (("night", 1), ("overlap-both", 2))}
    peers.limit("hours", terms, 5)
    found = dealt(peers, {day: {"overlap-both": 1} for day in range(3)}, a=["night"] * 3)
    assert sorted(found["a"]) == ["night", "overlap-both", "overlap-both"]
