"""Wishes: each that is not granted costs its weight, on either side of the edge."""

import pytest

from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import FairShares
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import IDLE, MONDAY, duty, officer, the_rule
from tests.support.places import bureau_with, found
from tests.support.told_board import made

KINDS = {"off": None, "plain": False, "recall": True}
KINDS_OF_WISH = ("off", "no-recall", "recall")


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


@pytest.mark.parametrize("wish", KINDS_OF_WISH)
@pytest.mark.parametrize("worked", KINDS)
def test_the_planner_is_charged_what_the_check_finds(wish, worked):
    here = bureau_with(
        "wishes",
        {"weight": 2},
        officers=[officer("a")],
        teams="A",
        rotation=IDLE,
        wishes=(Wish("a", MONDAY, WishKind(wish), 3), Wish("a", MONDAY.replace(day=8), WishKind.RECALL)),
    )
    origin = Origin.RECALL if worked == "recall" else Origin.ROTATION
    line = [] if worked == "off" else [made(0, 7, 19, origin=origin)]
    charged = the_rule(here, "wishes").charge(here, here.officers["a"], line, FairShares(Horizon(MONDAY, 1)))
    assert charged == sum(one.amount for one in costs(wish, worked, weight=3))


def test_who_wishes_nothing_is_charged_nothing():
    here = bureau_with("wishes", officers=[officer("a")], teams="A", rotation=IDLE)
    shares = FairShares(Horizon(MONDAY, 1))
    assert the_rule(here, "wishes").charge(here, here.officers["a"], [made(0, 7, 19)], shares) == 0


def test_each_officer_has_wishes_of_their_own():
    here = bureau_with(
        "wishes",
        officers=[officer("a"), officer("b")],
        teams="A",
        rotation=IDLE,
        wishes=[Wish("a", MONDAY, WishKind.OFF), Wish("b", MONDAY, WishKind.RECALL, 5)],
    )
    rows = found(
        "wishes", here, [duty(here, "a", MONDAY, "day"), duty(here, "b", MONDAY, "day", recall=True)]
    )
    assert rows == [Cost("wishes", Tier.WISHES, 1, "a", "U1", MONDAY)]


def test_a_wish_for_another_roster_costs_nothing():
    assert costs("recall", "off", day=MONDAY.replace(day=8)) == []
