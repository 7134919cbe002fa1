"""Fairness: who bears more than the peers' share pays for it, rounded in everybody's favour."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.accounts.ledger import Tally, parts_of
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.burdens import fair_share
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import FairShares
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import IDLE, MONDAY, absence, duty, officer, the_rule, transfer
from tests.support.places import bureau_with, found

WEIGHTS = {"nights": 2, "recalls": 3, "overtime": 0, "weekends": 2}
PEERS = [officer("a"), officer("b")]


def bureau(**more):
    more.setdefault("officers", PEERS)
    return bureau_with("fairness", WEIGHTS, teams="A", rotation=IDLE, **more)


def recalls(here, who, *days):
    return [duty(here, who, MONDAY + timedelta(days=n), "peak-evening", recall=True) for n in days]


def cost(amount, who="a"):
    return Cost("fairness", Tier.FAIRNESS, amount, who, "U1")


def test_three_recalls_among_two_are_shared_two_and_one():
    here = bureau()
    assert found("fairness", here, [*recalls(here, "a", 0, 1), *recalls(here, "b", 2)], days=5) == []


def test_the_third_recall_of_one_costs():
    here = bureau()
    assert found("fairness", here, recalls(here, "a", 0, 1, 2), days=5) == [cost(3)]


def test_what_the_ledger_carries_in_counts():
    here = bureau(ledger={"a": Tally(), "b": Tally(recalls=2)})
    assert found("fairness", here, recalls(here, "a", 0, 1), days=5) == []
    assert found("fairness", here, recalls(here, "b", 0), days=5) == [cost(3, "b")]


def test_who_joins_begins_at_the_level_of_the_peers():
    """Twenty each before b joins: of four new recalls two are fair, and four for b are two too many."""
    here = bureau(
        officers=[officer("a"), replace(officer("b"), joined=MONDAY), officer("c")],
        ledger={"a": Tally(recalls=20), "b": Tally(), "c": Tally(recalls=20)},
    )
    shared = [*recalls(here, "a", 0), *recalls(here, "b", 1, 2), *recalls(here, "c", 3)]
    assert found("fairness", here, shared, days=5) == []
    assert found("fairness", here, recalls(here, "b", 0, 1, 2, 3), days=5) == [cost(6, "b")]


def test_leave_that_lies_ahead_leaves_the_share_of_the_past_alone():
    """Ten recalls each; b is away throughout, and a alone is recalled: nobody bears more than a share."""
    here = bureau(
        ledger={"a": Tally(recalls=10), "b": Tally(recalls=10)},
        absences=[absence("b", MONDAY, MONDAY + timedelta(days=9))],
    )
    assert found("fairness", here, recalls(here, "a", 0, 1), days=5) == []


def test_who_is_present_half_the_time_bears_half_as_much():
    here = bureau(absences=[absence("b", MONDAY, MONDAY + timedelta(days=1))])
    assert found("fairness", here, [*recalls(here, "a", 0, 1, 2), *recalls(here, "b", 3)], days=4) == []
    assert found("fairness", here, [*recalls(here, "a", 0, 1), *recalls(here, "b", 2, 3)], days=4) == []
    assert found("fairness", here, [*recalls(here, "a", 0), *recalls(here, "b", 2, 3)], days=4) == [
        cost(3, "b")
    ]


@pytest.mark.parametrize("other", [officer("b", role="auxiliary"), officer("b", protected_from=MONDAY)])
def test_peers_have_one_role_and_are_not_protected(other):
    here = bureau(officers=[officer("a"), other])
    assert found("fairness", here, recalls(here, "a", 0, 1, 2), days=5) == []


def test_who_is_transferred_within_the_horizon_has_no_peers():
    moved = officer("a", transfers=[transfer(MONDAY + timedelta(days=2), "B")])
    here = bureau(officers=[moved, officer("b")])
    assert found("fairness", here, recalls(here, "a", 0, 1, 2), days=5) == []
    assert found("fairness", here, recalls(here, "a", 0, 1, 2), days=2) != []  # not yet within it


def test_overtime_counts_in_whole_blocks_of_two_hours():
    """Two peak recalls (four hours in all), shared out: two hours each; one bears two hours too many."""
    here = bureau_with("fairness", {"recalls": 0}, officers=PEERS, teams="A", rotation=IDLE)
    assert found("fairness", here, recalls(here, "a", 0, 1), days=5) == [cost(1)]


def test_what_is_too_much_of_each_burden_is_added_up():
    """One is recalled for the nights of Saturday and Sunday, of which the share is one each: a night, a
    weekend duty and a recall are too many.
    """
    here = bureau()
    nights = [duty(here, "a", MONDAY + timedelta(days=n), "night", recall=True) for n in (5, 6)]
    assert found("fairness", here, nights, days=7) == [cost(2 + 2 + 3)]
    shared = [nights[0], duty(here, "b", MONDAY + timedelta(days=6), "night", recall=True)]
    assert found("fairness", here, shared, days=7) == []


def test_the_eves_of_the_new_year_are_added_too():
    """Both recalls are one officer's, and the share is one: with two eves an eve (6) is too many as well."""
    eves = frozenset({MONDAY, MONDAY + timedelta(days=1)})
    here = bureau(calendar=Calendar("test", "test", eves=eves))
    assert found("fairness", here, recalls(here, "a", 0, 1), days=5) == [cost(6 + 3)]
    assert found("fairness", here, recalls(here, "a", 0, 2), days=5) == [cost(3)]


DEFAULTS = {"nights": 2, "weekends": 2, "holidays": 4, "eves": 6, "recalls": 3, "overtime_minutes": 1}


def test_rarer_burdens_weigh_more():
    here = bureau_with("fairness", officers=PEERS, teams="A", rotation=IDLE)
    assert the_rule(here, "fairness").burden_weights() == DEFAULTS
    weighed = bureau_with("fairness", {"eves": 9, "overtime": 5}, officers=PEERS, teams="A", rotation=IDLE)
    assert the_rule(weighed, "fairness").burden_weights() == {**DEFAULTS, "eves": 9, "overtime_minutes": 5}


@pytest.mark.parametrize(
    ("burden", "fair", "borne", "beyond"),
    [
        ("nights", 1, 1, 0),
        ("nights", 1, 2, 1),
        ("nights", 2, 1, 0),  # less than the share earns nothing
        ("weekends", 0, 2, 2),
        ("holidays", 0, 1, 1),
        ("eves", 0, 1, 1),
        ("recalls", 3, 5, 2),
        ("overtime_minutes", 60, 179, 0),  # a minute less than two hours beyond
        ("overtime_minutes", 60, 180, 1),
        ("overtime_minutes", 60, 300, 2),
    ],
)
def test_what_passes_the_share_of_a_burden_costs_its_weight(burden, fair, borne, beyond):
    """All of it is in the ledger, the officer works nothing."""
    here = bureau_with("fairness", officers=PEERS, teams="A", rotation=IDLE)
    shares = FairShares(Horizon(MONDAY, 1), Tally(**{burden: fair}), Tally(**{burden: borne}))
    assert the_rule(here, "fairness").charge(here, PEERS[0], [], shares) == beyond * DEFAULTS[burden]


def test_without_peers_nothing_is_charged():
    here = bureau_with("fairness", officers=PEERS, teams="A", rotation=IDLE)
    shares = FairShares(Horizon(MONDAY, 1), None, Tally(nights=9))
    assert the_rule(here, "fairness").charge(here, PEERS[0], [], shares) == 0


@pytest.mark.parametrize("days", [(), (0,), (0, 1), (0, 1, 2)])
def test_the_charge_of_a_line_is_what_the_check_finds(days):
    here = bureau()
    rule, horizon = the_rule(here, "fairness"), Horizon(MONDAY, 5)
    peak = here.shifts["peak-evening"]
    worked = [choice_of(here, MONDAY + timedelta(days=n), peak, "U1", Origin.RECALL, False) for n in days]
    shares = FairShares(
        horizon,
        fair_share(parts_of(Tally()), Tally(recalls=len(days), overtime_minutes=120 * len(days)), 5, 10),
    )
    charged = rule.charge(here, PEERS[0], worked, shares)
    assert charged == sum(one.amount for one in found("fairness", here, recalls(here, "a", *days), days=5))
