"""What is short where nothing is left to choose, in a unit and in all; and where a hard rule is broken."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.cover.board import Cover, Manned
from rosterctl.planning.cover.presences import presences_of
from rosterctl.planning.cover.shortfall import short_minutes
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.history import as_worked_before
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.solver.model import Model
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, small_bureau, unit
from tests.support.places import ONE, post, post_type, window

STAND, PLANNED = post_type("stand", window(7, 19, minimum=ONE)), post_type("planned", window(9, 11, plan=ONE))


def known(**more: Any) -> Knowledge:
    """A post of U1 wants one by law from seven to seven, one of U2 by plan from nine to eleven."""
    bureau: dict[str, Any] = {
        "officers": [officer("a", unit="U1"), officer("b", unit="U2")],
        "units": [unit("U1"), unit("U2")],
        "post_types": [STAND, PLANNED],
        "posts": [post("P", "stand", "U1"), post("Q", "planned", "U2")],
        "rules": {"posts": {}, "auxiliaries": {}},
    }
    return Knowledge(small_bureau(**{**bureau, **more}), Horizon(MONDAY, 1))


def short(of: Knowledge, *there: str, manned: bool = False, **units: Any) -> dict[str, int]:
    """By tier what lacks where these work the day at home; `manned` whether all posts then are."""
    bureau = of.bureau
    worked = [
        (name, choice_of(bureau, MONDAY, bureau.shifts["day"], home, Origin.ROTATION, True))
        for name in there
        for home in [bureau.officers[name].on(MONDAY).unit]
    ]
    presences = presences_of(bureau, of.rules, worked)
    states = _all_manned(of, presences) if manned else {}
    found = short_minutes(bureau, of.horizon, of.rules, presences, states, {}, of.before, **units)
    return {tier.name: minutes for tier, minutes in found.items() if minutes}


def _all_manned(of: Knowledge, presences: Any) -> dict[Manned, int]:
    cover = Cover(of.bureau, of.horizon, presences, Model())
    wants = ((moment, want) for moment in cover.moments for want in cover.wants(moment))
    return {(moment, want, level, 0): 1 for moment, want in wants for level, _ in want.crews}


def test_what_nobody_mans_is_short_in_its_own_unit_and_in_all() -> None:
    assert short(known()) == {"LEGAL": 720, "PLAN": 120}
    assert short(known(), units=["U1"]) == {"LEGAL": 720}
    assert short(known(), units=["U2"]) == {"PLAN": 120}


def test_who_is_there_and_mans_the_post_leaves_nothing_short_but_in_reserve_all() -> None:
    assert short(known(), "a", units=["U1"]) == {"LEGAL": 720}
    assert short(known(), "a", manned=True, units=["U1"]) == {}


def test_where_a_hard_rule_is_broken_more_is_short_than_anything_lawful_could_lack() -> None:
    """An auxiliary is on duty from before Monday until 09:00, and no sworn officer is there."""
    people, units = [officer("x", "C", "auxiliary")], [unit(shifts={"N": ("overlap-morning",)})]
    night = duty(small_bureau(people, units=units), "x", MONDAY - timedelta(days=1), "overlap-morning")
    alone = known(officers=people, units=units, posts=[], history=[night])
    there = presences_of(alone.bureau, alone.rules, as_worked_before(alone.bureau, alone.before.taken_over))
    found = short_minutes(alone.bureau, alone.horizon, alone.rules, there, {}, {}, alone.before, ["U1"])
    assert found[Tier.LEGAL] == PARAMS.roster.unlawful
