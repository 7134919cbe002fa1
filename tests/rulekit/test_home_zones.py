"""How near a post is to a home zone: the reach to the millimetre, strangeness by the zone alone."""

from __future__ import annotations

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.home_zones import stay_cost, within_reach
from tests.support.bureaus import small_bureau
from tests.support.places import ONE, post, post_type, window, zone


def bureau_of(reach: float | None) -> Bureau:
    """Z1 and Z2 lie 0.1 + 0.2 km apart, which is a hair more than 0.3 in floating point; Z3 a metre more."""
    return small_bureau(
        zones=[zone("Z1", 0.0), zone("Z2", 0.1 + 0.2), zone("Z3", 0.301)],
        post_types=[post_type("gate", window(8, 10, plan=ONE), reach_km=reach)],
        posts=[post("P", "gate", zone="Z1"), post("anywhere", "gate")],
    )


@pytest.mark.parametrize(
    ("home", "where", "reach", "near"),
    [
        ("Z1", "P", 0.3, True),
        ("Z2", "P", 0.3, True),  # at the limit
        ("Z3", "P", 0.3, False),  # a metre beyond it
        ("Z3", "P", None, True),  # the type has no reach
        ("", "P", 0.3, True),  # the officer has no home zone
        ("Z3", "anywhere", 0.3, True),  # the post has no zone
        ("Z1", "P", 0.0, True),  # a reach of nothing is the zone itself
        ("Z2", "P", 0.0, False),
    ],
)
def test_reach(home: str, where: str, reach: float | None, near: bool) -> None:
    bureau = bureau_of(reach)
    assert within_reach(bureau, home, bureau.posts[where]) is near


@pytest.mark.parametrize(
    ("home", "where", "points"), [("Z1", "P", 0), ("Z2", "P", 1), ("", "P", 0), ("Z1", "anywhere", 0)]
)
def test_a_stay_away_from_home_is_a_point(home: str, where: str, points: int) -> None:
    assert stay_cost(home, bureau_of(None).posts[where]) == points
