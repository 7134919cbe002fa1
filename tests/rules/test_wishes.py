"""Wishes: each that is not granted costs its weight, on either side of the edge."""

import pytest

from rosterctl.domain.officer import Wish, WishKind
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from tests.support.bureaus import IDLE, MONDAY, duty, officer
from tests.support.places import bureau_with, found

KINDS = {"off": None, "plain": False, "recall": True}


def costs(wish, worked, day=MONDAY, weight=1):
    here = bureau_with(
        "wishes",
        {"weight": 2},
        officers=[officer("a")],
        teams="A",
        rotation=IDLE,
        wishes=(Wish("a", day, WishKind(wish), weight),),
    )
    recall = KINDS[worked]
    return found("wishes", here, [] if recall is None else [duty(here, "a", MONDAY, "day", recall=recall)])


@pytest.mark.parametrize(
    ("wish", "worked"), [("off", "off"), ("no-recall", "off"), ("no-recall", "plain"), ("recall", "recall")]
)
def test_granted(wish, worked):
    assert costs(wish, worked) == []


@pytest.mark.parametrize(
    ("wish", "worked"),
    [("off", "plain"), ("off", "recall"), ("no-recall", "recall"), ("recall", "off"), ("recall", "plain")],
)
def test_not_granted(wish, worked):
    assert costs(wish, worked, weight=3) == [Cost("wishes", Tier.WISHES, 6, "a", "U1", MONDAY)]


def test_a_wish_for_another_roster_costs_nothing():
    assert costs("recall", "off", day=MONDAY.replace(day=8)) == []
