"""The model of least change: from where it starts, and what it tells of everybody."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.roster import Origin
from rosterctl.planning.repair.model.least_change import PLAN_AFTER, Repaired, least_change
from rosterctl.planning.repair.open_dates import Damage
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, every_rule, officer, plain_duties, small_bureau, unit
from tests.support.places import ONE, post, post_type, window

TUESDAY = MONDAY + timedelta(days=1)
RULES = every_rule(mean_hours={"sworn": "90"}, weekly_rest={"severity": "off"}, leaders={"severity": "off"})
BUREAU = small_bureau(
    [officer(name.lower(), name) for name in "BCD"],  # nobody of A, who has the day on Monday
    units=[unit(recalls=("day",))],
    rules=every_rule(
        mean_hours={"sworn": "90"}, weekly_rest={"severity": "off"}, leaders={"severity": "off"}
    ),
    post_types=[post_type("gate", window(7, 19, minimum=ONE))],
    posts=[post("P1", "gate")],
)


def found(**more: object) -> Repaired:
    lines: dict[str, dict] = {}
    for one in plain_duties(BUREAU, MONDAY, 2):
        lines.setdefault(one.officer, {})[one.day] = one
    damage = Damage(("U1",), frozenset((MONDAY,)), frozenset(), lines, {}, {})
    rules = rules_in_force(BUREAU.rulebook)
    offers = make_offers(BUREAU, Horizon(MONDAY, 2), rules, damage.units)
    solved = least_change(offers, rules, damage, MONDAY, Settings(20.0, 1), PLAN_AFTER, **more)
    assert solved is not None
    return solved


def test_everybody_has_each_open_date_with_what_is_worked_or_nothing() -> None:
    """D is called in for the day, and B, who has the night, need not be; C rests after one and cannot be."""
    everybody = found().everybody
    assert {name: choice and (choice.shift, choice.origin) for (name, _), choice in everybody.items()} == {
        "b": ("night", Origin.ROTATION),
        "d": ("day", Origin.RECALL),
    }
    assert {day for _, day in everybody} == {MONDAY}


def test_wherever_it_starts_the_fewest_changes_are_found() -> None:
    """From nobody at all, from the solution itself, and from a line that no rule allows."""
    solved = found()
    night = next(choice for choice in solved.everybody.values() if choice and choice.shift == "night")
    for start in ({}, solved.everybody, {("d", MONDAY): night, ("b", MONDAY): None}):
        again = found(start=start)
        assert (again.legal, again.changes.value) == (again.legal, solved.changes.value)
        assert again.legal.value == 0
