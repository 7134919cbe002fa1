"""Names for the counts of one unit: what is worked, what it costs, what is left, and who is let off."""

from __future__ import annotations

import pytest

from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.greedy import Undealt
from rosterctl.planning.names.unit import Named, name_officers
from rosterctl.planning.workers.jobs import unheard
from rosterctl.solver.outcome import Settings
from tests.support.bureaus import officer, small_bureau, unit
from tests.support.peers import NIGHTS, Counts, Peers, all_peers, on_call, on_day, on_nights, word_of

SETTINGS = Settings(20.0, nodes=1000)


def named(peers: Peers, counts: Counts) -> Named:
    counted = [(peers.group, peers.wanted(counts))]
    return name_officers(peers.offers, peers.rules, counted, [peers.group], (), (), SETTINGS, unheard)


def worked(found: Named) -> list[tuple[str, int, str]]:
    return [(name, (one.day - on_day(0)).days, word_of(one)) for name, one in found.worked]


def test_counts_become_names_at_no_cost_where_all_is_shared_evenly() -> None:
    # Two recalls, one each.
    peers = on_call("ab", 2, rules={"fairness": {}, "wishes": {}})
    found = named(peers, {0: {"recall day": 1}, 1: {"recall day": 1}})
    assert worked(found) == [("a", 0, "recall day"), ("b", 1, "recall day")]
    assert found.undealt == ()
    assert found.points == found.bounds == {Tier.FAIRNESS: 0, Tier.WISHES: 0}


def test_a_wish_is_granted_by_an_exchange_after_dealing() -> None:
    # By id a would have Monday, on which a wishes to be off, and b nothing: b takes it over.
    wishes = [Wish("a", on_day(0), WishKind.OFF, 5)]
    peers = on_call("ab", 1, rules={"wishes": {}}, wishes=wishes)
    found = named(peers, {0: {"recall day": 1}})
    assert worked(found) == [("b", 0, "recall day")]
    assert found.points == {Tier.FAIRNESS: 0, Tier.WISHES: 0}


def test_a_wish_that_cannot_be_granted_costs_its_weight_and_the_bound_says_so() -> None:
    wishes = [Wish(name, on_day(0), WishKind.OFF, weight) for name, weight in (("a", 5), ("b", 2))]
    peers = on_call("ab", 1, rules={"wishes": {}}, wishes=wishes)
    found = named(peers, {0: {"recall day": 1}})
    assert worked(found) == [("b", 0, "recall day")]  # two points and not five
    assert found.points == found.bounds == {Tier.FAIRNESS: 0, Tier.WISHES: 2}


def test_what_cannot_be_dealt_is_told() -> None:
    found = named(peers := on_call("a", 1), {0: {"recall day": 3}})
    assert worked(found) == [("a", 0, "recall day")]
    assert found.undealt == (Undealt(peers.group.key, peers.choice(0, "recall day"), 2, ()),)


@pytest.mark.parametrize(
    ("rule", "left"),
    [("auxiliaries", [("x", 0, "night")]), ("another", [("x", 0, "night"), ("x", 1, "night")])],
)
def test_who_needs_company_is_let_off_where_they_would_have_none(
    rule: str, left: list[tuple[str, int, str]]
) -> None:
    # Sworn s and auxiliary x have a night on Monday and on Tuesday, and both are counted for it.
    people = [officer("s"), officer("x", role="auxiliary")]
    place = unit(teams="A", rotation=NIGHTS)
    bureau = small_bureau(people, units=[place], rotation=NIGHTS, rules={"auxiliaries": {}})
    both = all_peers(bureau, 2)
    counted = [(one.group, one.wanted({0: {"night": 1}, 1: {"night": 1}})) for one in both]
    groups = [one.group for one in both]
    alone = {(rule, (on_day(1), "night", "U1"))}
    found = name_officers(both[0].offers, both[0].rules, counted, groups, alone, (), SETTINGS, unheard)
    assert worked(found) == [("s", 0, "night"), ("s", 1, "night"), *left]
    assert found.undealt == ()  # the count was dealt: being let off is another matter


def test_shares_are_those_of_what_is_worked_in_the_end() -> None:
    # Of three long nights a has two by length and by id. Four hours are a point for each whole two.
    peers = on_nights("ab", 2, rules={"fairness": {}})
    found = named(peers, {0: {"night": 1, "overlap-both": 1}, 1: {"night": 1, "overlap-both": 1}})
    assert worked(found) == [
        ("a", 0, "overlap-both"),
        ("a", 1, "night"),
        ("b", 0, "night"),
        ("b", 1, "overlap-both"),
    ]
    assert found.points == {Tier.FAIRNESS: 0, Tier.WISHES: 0}
