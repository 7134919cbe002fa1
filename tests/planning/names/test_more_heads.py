"""More heads for strength targets: who is asked, for what first, and what holds them back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rosterctl.planning.names.accompaniment import Accompanied, Alone
from rosterctl.planning.names.lacks import Lack
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.names.more_heads import add_heads
from tests.support.bureaus import officer, rotation, small_bureau, unit
from tests.support.peers import Peers, all_peers, on_call, on_day, on_nights

NIGHT = ("night",)
"""A night is 19:00 to 07:00; `overlap-evening` begins at 17:00, `overlap-morning` ends at 09:00."""


def never() -> bool:
    """Time without end."""
    return False


def lack(peers: Peers, day: int, start: int, end: int, heads: int, *units: str) -> Lack:
    """From one full hour of a date to another, in U1 unless said otherwise."""
    units = units or ("U1",)
    clock = peers.bureau.clock
    first, last = (clock.number(on_day(day), hour * 60) for hour in (start, end))
    return Lack(first, last, heads, frozenset(units))


def topped(peers: Peers, lines: Lines, *lacks: Lack) -> dict[str, list[str]]:
    """The lines once what lacks is filled as far as can be; nothing more was counted than is worked."""
    every = [choice for _, choice in lines.all()]
    counted = [(peers.group, {one: every.count(one) for one in every})]
    officers = peers.group.officers
    add_heads(
        peers.offers, lines, counted, lacks, lambda: Accompanied(lines, officers, peers.rules, ()), never
    )
    return peers.shown(lines)


def test_as_many_work_longer_as_lack() -> None:
    peers = on_nights("abc", 1)
    lines = peers.lines(a=NIGHT, b=NIGHT, c=NIGHT)
    found = topped(peers, lines, lack(peers, 0, 17, 19, 2))
    assert found == {"a": ["overlap-evening"], "b": ["overlap-evening"], "c": ["night"]}


def test_where_nothing_lacks_nobody_works_longer() -> None:
    peers = on_nights("a", 1)
    assert topped(peers, peers.lines(a=NIGHT)) == {"a": ["night"]}
    assert topped(peers, peers.lines(a=NIGHT), lack(peers, 0, 19, 21, 5)) == {"a": ["night"]}


def test_nobody_works_longer_for_a_target_that_is_not_for_where_they_are() -> None:
    peers = on_nights("a", 1)
    assert topped(peers, peers.lines(a=NIGHT), lack(peers, 0, 17, 19, 1, "U2")) == {"a": ["night"]}


def test_once_time_is_over_nobody_more_is_asked() -> None:
    peers = on_nights("ab", 1)
    lines, officers = peers.lines(a=NIGHT, b=NIGHT), peers.group.officers
    looks = iter((False, True))
    counted = [(peers.group, peers.wanted({0: {"night": 2}}))]
    lacks = [lack(peers, 0, 17, 19, 2)]
    beside = Accompanied(lines, officers, (), ())
    add_heads(peers.offers, lines, counted, lacks, lambda: beside, lambda: next(looks, True))
    assert peers.shown(lines) == {"a": ["overlap-evening"], "b": ["night"]}


def test_who_has_borne_least_is_asked_first() -> None:
    # a has a long night on Monday, so Tuesday's is b's.
    peers = on_nights("ab", 2)
    lines = peers.lines(a=("overlap-evening", "night"), b=("night", "night"))
    found = topped(peers, lines, lack(peers, 1, 17, 19, 1))
    assert found == {"a": ["overlap-evening", "night"], "b": ["night", "overlap-evening"]}


def test_the_date_on_which_most_heads_lack_is_first() -> None:
    peers = on_nights("a", 2)
    both = {(day, "overlap-evening"): 1 for day in (0, 1)} | {(day, "overlap-both"): 1 for day in (0, 1)}
    peers.limit("hours", both, 1)
    lacks = lack(peers, 0, 17, 19, 1), lack(peers, 1, 17, 19, 2)
    assert topped(peers, peers.lines(a=("night", "night")), *lacks) == {"a": ["night", "overlap-evening"]}


def test_the_target_that_weighs_more_is_first() -> None:
    peers = on_nights("a", 2)
    both = {(day, "overlap-evening"): 1 for day in (0, 1)} | {(day, "overlap-both"): 1 for day in (0, 1)}
    peers.limit("hours", both, 1)
    heavy = replace(lack(peers, 0, 17, 19, 1), weight=2)
    found = topped(peers, peers.lines(a=("night", "night")), heavy, lack(peers, 1, 17, 19, 9))
    assert found == {"a": ["overlap-evening", "night"]}


def test_what_brings_most_for_its_hours_is_first() -> None:
    # Two of the four hours of `overlap-both` lack, and both of `overlap-evening`.
    peers = on_nights("a", 1)
    assert topped(peers, peers.lines(a=NIGHT), lack(peers, 0, 17, 19, 9)) == {"a": ["overlap-evening"]}


def test_a_limit_holds() -> None:
    peers = on_nights("ab", 1)
    peers.limit("hours", {(0, "night"): 12, (0, "overlap-evening"): 14, (0, "overlap-both"): 16}, 13)
    assert topped(peers, peers.lines(a=NIGHT, b=NIGHT), lack(peers, 0, 17, 19, 9)) == {
        "a": ["night"],
        "b": ["night"],
    }


def test_who_is_off_is_recalled() -> None:
    peers = on_call("ab", 1)
    assert topped(peers, peers.lines(a=(), b=()), lack(peers, 0, 17, 19, 1)) == {
        "a": ["recall day"],
        "b": [""],
    }


def test_what_was_counted_and_not_dealt_is_made_good_by_others() -> None:
    peers = on_nights("ab", 1)
    lines = peers.lines(a=NIGHT, b=NIGHT)
    counted = [(peers.group, peers.wanted({0: {"night": 1, "overlap-evening": 1}}))]
    lacks = [lack(peers, 0, 17, 19, 0)]
    officers = peers.group.officers
    add_heads(peers.offers, lines, counted, lacks, lambda: Accompanied(lines, officers, (), ()), never)
    assert peers.shown(lines) == {"a": ["overlap-evening"], "b": ["night"]}


def longer(heads: int, alone: Collection[Alone] = ()) -> dict[str, str]:
    """What s, who is sworn, and the auxiliary x work once so many heads lack from 17:00 to 19:00."""
    pattern = rotation("N", (0, 0))
    people = [officer("s"), officer("x", "B", role="auxiliary")]
    place = unit(teams="AB", rotation=pattern, shifts={"N": ("night", "overlap-evening")})
    both = all_peers(small_bureau(people, units=[place], rotation=pattern, rules={"auxiliaries": {}}), 1)
    lines, counted = Lines(both[0].offers, both[0].board), []
    for one in both:
        lines.put(one.group.officers[0], on_day(0), one.choice(0, "night"))
        counted.append((one.group, {one.choice(0, "night"): 1}))

    def accompanied() -> Accompanied:
        return Accompanied(lines, people, both[0].rules, alone)

    add_heads(both[0].offers, lines, counted, [lack(both[0], 0, 17, 19, heads)], accompanied, never)
    return {name: choice.shift for name, choice in lines.all()}


def test_who_needs_company_comes_only_where_there_is_some() -> None:
    assert longer(1) == {"s": "overlap-evening", "x": "night"}
    assert longer(2) == {"s": "overlap-evening", "x": "overlap-evening"}


def test_who_was_found_to_be_alone_is_not_asked() -> None:
    alone = {("auxiliaries", (on_day(0), "overlap-evening", "U1"))}
    assert longer(2, alone) == {"s": "overlap-evening", "x": "night"}
