"""What a finished roster costs in each tier, and which of the bounds that were proved still hold of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from rosterctl.domain.post import Level
from rosterctl.domain.roster import NoteKind, Origin
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.planning.counts.stage import CountPlan
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.unit import Named
from rosterctl.planning.posts.stage import PostedPlan
from rosterctl.planning.posts.unit import Posted, post_officers
from rosterctl.planning.roster.claims import bounded, costs_by_unit, gaps_told, reckon, unhosted
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.workers.batch import Lost
from rosterctl.solver.outcome import Settings, TierOutcome
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, officer, small_bureau, unit
from tests.support.places import ONE, PAIR, event, post, post_type, window, zone

DAY = 720
MANNING = {"posts": {}, "crews": {}, "strength": {}}


def reckoned(
    *worked: tuple[str, str, str], points: tuple[int, int] = (0, 0), **bureau: Any
) -> dict[str, int]:
    """What it costs by tier that officers work these shifts on Monday; `r` before a shift is a recall."""
    bureau.setdefault("rules", MANNING)
    known = Knowledge(small_bureau(**bureau), Horizon(MONDAY, 1))
    plan = _posted(known, [_choice(known, *one) for one in worked], points)
    duties = [duty for each in plan.posted.values() for duty in each.duties]
    return {tier.name: value for tier, value in reckon(known, plan, duties).items() if value}


def _posted(known: Knowledge, there: Sequence[Worked], points: tuple[int, int] = (0, 0)) -> PostedPlan:
    """Everybody named and posted; `points` of fairness and wishes are U1's."""
    named, posted = {}, {}
    for name in known.bureau.units:
        mine = tuple(one for one in there if known.bureau.officers[one[0]].on(MONDAY).unit == name)
        served = [one for one in there if one[1].unit == name]
        fair, wishes = points if name == "U1" else (0, 0)
        named[name] = Named(mine, {Tier.FAIRNESS: fair, Tier.WISHES: wishes}, ())
        posted[name] = post_officers(
            known.bureau, known.horizon, known.rules, name, served, {}, Settings(20.0), known.before
        )
    return PostedPlan(named, posted, {}, {})


def _choice(known: Knowledge, name: str, shift: str, at: str) -> Worked:
    origin = Origin.RECALL if shift.startswith("r ") else Origin.ROTATION
    plain = known.bureau.shifts[shift.removeprefix("r ")]
    return name, choice_of(known.bureau, MONDAY, plain, at, origin, False)


ROTATION = ("a", "day", "U1"), ("b", "night", "U1")


def test_the_rotation_costs_nothing_where_nothing_is_asked() -> None:
    assert reckoned(*ROTATION) == {}


def test_who_is_let_off_and_who_is_lent_are_changes() -> None:
    assert reckoned(ROTATION[0]) == {"CHANGES": 1}
    assert reckoned(ROTATION[0], ("b", "night", "U2"), units=[unit("U1"), unit("U2", teams=())]) == {
        "CHANGES": 1
    }


def test_what_changes_cost_counts_beside_the_plan_of_the_unit_whose_officers_they_are() -> None:
    """b of U1 is lent to U2; c of U2 is let off; nobody mans the post of U1 by night."""
    night = post_type("night", window(19, 31, plan=ONE))
    people = [officer("a", "A"), officer("b", "B"), officer("c", "A", unit="U2")]
    units = [unit("U1", teams="AB"), unit("U2", teams="A")]
    known = Knowledge(
        small_bureau(people, units=units, post_types=[night], posts=[post("P", "night")], rules=MANNING),
        Horizon(MONDAY, 1),
    )
    plan = _posted(known, [_choice(known, "a", "day", "U1"), _choice(known, "b", "night", "U2")])
    assert costs_by_unit(known, plan) == {"U1": (0, DAY + 30), "U2": (0, 60)}


def test_whose_plan_might_be_fuller_is_told_by_cause_those_first_that_lack_most() -> None:
    """U1 lacks one head for two hours, U2 for four, U3 none; U4 works its plain rotation."""
    posted = {
        name: Posted((), {}, {Tier.PLAN: minutes})
        for name, minutes in (("U1", 120), ("U2", 1240), ("U3", 0), ("U4", 60))
    }
    plan = PostedPlan({}, posted, {}, {"U4": Lost("it hung")})
    gaps = {("U1",): "why", ("U2",): "why", ("U3",): "why", ("U4",): "why", ("U2", "U3"): "because"}
    told = [(one.kind, str(one)) for one in gaps_told(plan, gaps)]
    assert told == [(NoteKind.GAP, "U2 1,240, U1 120: why"), (NoteKind.GAP, "U2 + U3 1,240: because")]


@pytest.mark.parametrize(("level", "lacking"), [(Level.MINIMUM, 2 * 2 * 120), (Level.PLAN, 0)])
def test_sites_that_no_unit_hosts_lack_their_legal_minimum(level: Level, lacking: int) -> None:
    """Of three sites of a pair for two hours U1 hosts one."""
    asked = event("E", 9, 11, units=("U1",), sites=3, level=level)
    known = Knowledge(small_bureau(events=[asked]), Horizon(MONDAY, 1))
    assert unhosted(known, PostedPlan({}, {}, {("E", "U1"): 1}, {})) == lacking


def test_who_is_away_is_no_change() -> None:
    assert reckoned(ROTATION[0], absences=[absence("b", MONDAY)]) == {}


def test_a_recall_and_a_longer_shift_are_hours() -> None:
    assert reckoned(*ROTATION, ("d", "r day", "U1")) == {"HOURS": DAY}
    assert reckoned(ROTATION[0], ("b", "overlap-evening", "U1")) == {"HOURS": 120}


def test_posts_and_targets_that_are_short_cost_their_minutes() -> None:
    """A alone is half a pair all day, and one of two from 17:00 to 19:00."""
    short = reckoned(
        *ROTATION,
        post_types=[post_type("desk", window(7, 19, minimum=PAIR))],
        posts=[post("P", "desk")],
        strengths=[StrengthTarget("T", "", 2, 17 * 60, 19 * 60)],
    )
    assert short == {"LEGAL": 2 * DAY, "STRENGTH": 120}


def test_points_of_fairness_and_wishes_are_those_of_the_names() -> None:
    assert reckoned(*ROTATION, points=(3, 5)) == {"FAIRNESS": 3, "WISHES": 5}


def bounds(
    values: dict[Tier, int],
    proved: dict[Tier, tuple[int, int]],
    robust: dict[Tier, frozenset[Tier]] | None = None,
    *,
    together: int | None = None,
    unproved: frozenset[Tier] = frozenset(),
    **dealt: int,
) -> dict[str, int | None]:
    """By tier the bound that holds of a roster with these values."""
    tiers = {tier: TierOutcome(tier, *pair, 1.0) for tier, pair in proved.items()}
    counted = CountPlan({}, {}, tiers, robust or {}, {}, together, 3, unproved)
    known = Knowledge(small_bureau(), Horizon(MONDAY, 1))
    mine = (_choice(known, *ROTATION[0]),)
    named = {"U1": Named(mine, {}, (), {Tier[name]: bound for name, bound in dealt.items()})}
    plan = PostedPlan(named, {"U1": Posted((), {}, {})}, {}, {})
    whole = dict.fromkeys(Tier, 0) | values
    return {one.tier.name: one.bound for one in bounded(known, whole, counted, plan)}


PROVED = {
    Tier.LEGAL: (60, 60),
    Tier.PLAN: (30, 20),
    Tier.STRENGTH: (9, 8),
    Tier.CHANGES: (2, 2),
    Tier.HOURS: (5, 4),
}
REACHED = {tier: value for tier, (value, _) in PROVED.items()}


def test_of_a_tier_of_which_nothing_is_proved_no_bound_is_told() -> None:
    """The blocks' own bounds do not add up to one of them all."""
    assert bounds(REACHED, PROVED, unproved=frozenset((Tier.HOURS,)))["HOURS"] is None


def test_bounds_hold_where_the_roster_reaches_what_the_counts_reached() -> None:
    assert bounds(REACHED, PROVED) == {
        "LEGAL": 60,
        "PLAN": 20,
        "STRENGTH": 8,
        "CHANGES": 2,
        "HOURS": 4,
        "FAIRNESS": 0,
        "WISHES": 0,
    }


@pytest.mark.parametrize(
    ("missed", "known"),
    [
        (Tier.LEGAL, [Tier.LEGAL]),  # its own bound is true of every roster
        (Tier.PLAN, [Tier.LEGAL, Tier.PLAN]),
        (Tier.CHANGES, [Tier.LEGAL, Tier.PLAN, Tier.STRENGTH, Tier.CHANGES]),
        (Tier.HOURS, [Tier.LEGAL, Tier.PLAN, Tier.STRENGTH, Tier.CHANGES, Tier.HOURS]),
    ],
)
def test_below_a_tier_that_names_did_not_reach_nothing_is_proved(missed: Tier, known: list[Tier]) -> None:
    found = bounds(REACHED | {missed: 99}, PROVED)
    assert [tier for tier in PROVED if found[tier.name] is not None] == known


@pytest.mark.parametrize(
    ("values", "plan", "strength"),
    [
        (REACHED, 20, 8),  # of 80 for the plan and its changes, 60 are paid for B, who is let off
        (REACHED | {Tier.LEGAL: 99}, None, None),
        (REACHED | {Tier.PLAN: 10}, 10, 8),  # never above what it costs
        (REACHED | {Tier.CHANGES: 3}, 20, 8),  # as many as strength is proved for
        (REACHED | {Tier.CHANGES: 4}, 20, None),
    ],
)
def test_where_changes_have_a_price_the_plan_is_bounded_for_what_is_paid(
    values: dict[Tier, int], plan: int | None, strength: int | None
) -> None:
    found = bounds(values, PROVED, {Tier.STRENGTH: frozenset([Tier.LEGAL])}, together=80)
    assert (found["PLAN"], found["STRENGTH"]) == (plan, strength)


def test_a_robust_bound_needs_those_tiers_alone_that_it_names() -> None:
    robust = {Tier.STRENGTH: frozenset([Tier.LEGAL])}
    assert bounds(REACHED | {Tier.PLAN: 99}, PROVED, robust)["STRENGTH"] == 8
    assert bounds(REACHED | {Tier.PLAN: 99}, PROVED)["STRENGTH"] is None
    assert bounds(REACHED | {Tier.LEGAL: 99}, PROVED, robust)["STRENGTH"] is None


def test_bounds_hold_too_where_a_tier_above_came_to_less_than_was_counted() -> None:
    assert bounds(REACHED | {Tier.STRENGTH: 8}, PROVED)["CHANGES"] == 2
    assert bounds(REACHED | {Tier.STRENGTH: 10}, PROVED)["CHANGES"] is None


def test_of_fairness_and_wishes_the_bounds_of_the_names_hold_whatever_the_tiers_above() -> None:
    found = bounds(REACHED | {Tier.LEGAL: 99}, PROVED, FAIRNESS=3, WISHES=1)
    assert (found["FAIRNESS"], found["WISHES"]) == (3, 1)


def test_a_tier_of_which_nothing_was_counted_is_bounded_by_nothing_below_zero() -> None:
    assert set(bounds({Tier.HOURS: 7}, {}).values()) == {0}


def test_results_stand_in_the_order_of_the_tiers_with_their_seconds() -> None:
    counted = CountPlan({}, {}, {Tier.LEGAL: TierOutcome(Tier.LEGAL, 60, 50, 1.5)}, {}, {})
    plan = PostedPlan({}, {}, {}, {})
    known = Knowledge(small_bureau(), Horizon(MONDAY, 1))
    assert bounded(known, {Tier.HOURS: 7, Tier.LEGAL: 60}, counted, plan) == (
        TierResult(Tier.LEGAL, 60, 50, 1.5),
        TierResult(Tier.HOURS, 7, 0, 0.0),
    )


def test_habits_are_counted_among_the_wishes() -> None:
    """A is posted in zone Z and belongs to zone Y: one stay away from home on top of two points of wishes."""
    away = {
        "officers": [officer("a", "A", zone="Y"), officer("b", "B", zone="Z")],
        "zones": [zone("Y", 0), zone("Z", 1)],
        "post_types": [post_type("desk", window(7, 19, minimum=ONE))],
        "posts": [post("P", "desk", zone="Z")],
        "rules": {**MANNING, "familiarity": {"weight": 1}},
    }
    assert reckoned(*ROTATION, points=(0, 2), **away) == {"WISHES": 3}
