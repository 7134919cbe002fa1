"""The bound on missing strength by hand, in one model and unit by unit."""

import pytest

from rosterctl.domain.post import Level, StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import breaches, make
from tests.support.bureaus import MONDAY, every_rule, officer, small_bureau, unit
from tests.support.places import PAIR, crew, event, post, post_type, window
from tests.support.tuned import tuned_blocks

TEAMS = "ABCD"


def claims(heads, *, apart, recalls=(), units=2, mean="60", days=1, **more):
    """One officer a team in each unit; from 17:00 to 19:00 on Monday team A is on duty, B may stay off."""
    homes = [unit(f"U{n}", recalls=recalls) for n in range(units)]
    people = [officer(f"{home.id}-{team}".lower(), team, unit=home.id) for home in homes for team in TEAMS]
    bureau = small_bureau(
        people,
        units=homes,
        rules=every_rule(mean_hours={"sworn": mean}),
        strengths=[StrengthTarget("T", "", heads, 17 * 60, 19 * 60)],
        **more,
    )
    with tuned_blocks(joint_officers=0 if apart else len(people)):
        made = make(bureau, Horizon(MONDAY, days))
    assert breaches(made) == []
    return {one.tier: (one.value, one.bound) for one in made.roster.tiers}


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    ("heads", "short"),
    [
        (2, 0),  # what the rotation gives
        (3, 120),  # one head for two hours
        (5, 360),
    ],
)
def test_without_recalls_every_head_beyond_the_rotation_is_short(heads, short, apart):
    assert claims(heads, apart=apart)[Tier.STRENGTH] == (short, short)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    ("heads", "short"),
    [
        (3, 0),  # D of one unit is called in
        (4, 0),  # of both
        (5, 120),  # nobody else is at rest; C comes off the night
    ],
)
def test_recalls_fill_what_they_can(heads, short, apart):
    assert claims(heads, apart=apart, recalls=("peak-evening",))[Tier.STRENGTH] == (short, short)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    ("mean", "short"),
    [
        (
            "55",
            240,
        ),  # thirteen of sixty hours more a week are 111 minutes on one date: no recall of two hours
        ("56", 0),  # fourteen are 120
    ],
)
def test_hours_left_over_that_are_no_recall_for_anybody_fill_nothing(mean, short, apart):
    found = claims(4, apart=apart, recalls=("peak-evening",), mean=mean)
    assert found[Tier.STRENGTH] == (short, short)


def test_unit_by_unit_a_target_is_asked_of_the_units_that_it_covers():
    only = StrengthTarget("T", "", 2, 17 * 60, 19 * 60, units=("U1",))
    homes = [unit("U0", recalls=("peak-evening",)), unit("U1")]
    people = [officer(f"{home.id}-{team}".lower(), team, unit=home.id) for home in homes for team in TEAMS]
    bureau = small_bureau(people, units=homes, rules=every_rule(), strengths=[only])
    with tuned_blocks(joint_officers=0):
        tiers = {one.tier: (one.value, one.bound) for one in make(bureau, Horizon(MONDAY, 1)).roster.tiers}
    assert tiers[Tier.STRENGTH] == (120, 120)
    assert tiers[Tier.HOURS][0] == 0  # nobody of U0 is called in for it


def plan_of_two_units(first, second, *, apart, asked, **more):
    """What is claimed of the post plan where everybody works Monday's day and either unit may host the event.

    `first` and `second` are the skills of each officer of the two.
    """
    people = [
        officer(f"{home.lower()}-{n}", "A", unit=home, skills=("patrol", "traffic", *skills))
        for home, each in (("U1", first), ("U2", second))
        for n, skills in enumerate(each)
    ]
    bureau = small_bureau(people, units=[unit("U1"), unit("U2")], rules=every_rule(), events=[asked], **more)
    with tuned_blocks(joint_officers=0 if apart else len(people)):
        tiers = {one.tier: one for one in make(bureau, Horizon(MONDAY, 1)).roster.tiers}
    return tiers[Tier.PLAN]


@pytest.mark.parametrize("apart", [False, True])
def test_the_bound_holds_whoever_hosts_when_only_the_smaller_unit_has_the_skill(apart):
    drivers = crew("drivers", {"sworn+driver": 2})
    asked = event("E", 9, 11, units=("U1", "U2"), crew=drivers)
    claim = plan_of_two_units([(), (), ()], [("driver",), ("driver",)], apart=apart, asked=asked)
    assert claim.bound == 0  # the two drivers of U2 can hold the site


@pytest.mark.parametrize("apart", [False, True])
def test_the_bound_holds_whoever_hosts_when_the_site_takes_a_crew_from_a_post(apart):
    asked = event("E", 9, 11, units=("U1", "U2"), crew=crew("one", {"sworn": 1}), level=Level.MINIMUM)
    claim = plan_of_two_units(
        [(), ()],
        [()],
        apart=apart,
        asked=asked,
        post_types=[post_type("patrol", window(9, 11, plan=PAIR))],
        posts=[post("P", "patrol", "U1")],
    )
    assert claim.bound == 0  # the one of U2 holds the site, and the two of U1 walk the patrol
