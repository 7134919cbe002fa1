"""Who is called of those whom it would be as few changes to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.repair.model.burdens import burdens_ahead
from rosterctl.planning.repair.open_dates import Damage
from rosterctl.planning.repair.stage import repair
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, duty, every_rule, officer, plain_duties, small_bureau, unit
from tests.support.places import ONE, post, post_type, window

DAYS = Horizon(MONDAY, 2)
OFF = {"severity": "off"}
PEERS = "def"
"""Of team D, which has both dates off; nobody is in team A, which has Monday's day shift."""


def bureau_of(ledger: Mapping[str, Tally], **rules: object) -> Bureau:
    people = [officer("b", "B"), officer("c", "C"), *(officer(one, "D") for one in PEERS)]
    return replace(
        small_bureau(
            people,
            units=[unit(recalls=("day",))],
            rules=every_rule(mean_hours={"sworn": "90"}, weekly_rest=OFF, leaders=OFF, **rules),
            post_types=[post_type("gate", window(7, 19, minimum=ONE))],
            posts=[post("P1", "gate")],
        ),
        ledger=ledger,
    )


def called(bureau: Bureau, *more: Duty, horizon: Horizon = DAYS, days: Sequence[date] = (MONDAY,)) -> str:
    """Who is called in on these dates, in the order of their ids."""
    lines: dict[str, dict] = {}
    for one in (*plain_duties(bureau, horizon.first, horizon.days), *more):
        lines.setdefault(one.officer, {})[one.day] = one
    damage = Damage(("U1",), frozenset(days), frozenset(), lines, {}, {})
    rules = rules_in_force(bureau.rulebook)
    found = repair(
        make_offers(bureau, horizon, rules, ("U1",)),
        rules,
        damage,
        MONDAY,
        Settings(20.0, 1),
        Settings(20.0, 1),
    )
    assert found is not None
    assert found.legal.value == 0
    return "".join(
        sorted(name for name, one in found.worked if one.origin is Origin.RECALL and one.day in days)
    )


@pytest.mark.parametrize("least", PEERS)
@pytest.mark.parametrize("burden", ["recalls", "overtime_minutes"])
def test_who_has_borne_least_is_called(least: str, burden: str) -> None:
    ledger = {one: Tally(**{burden: 0 if one == least else 120}) for one in PEERS}
    assert called(bureau_of(ledger)) == least


@pytest.mark.parametrize("least", PEERS)
def test_what_stands_published_counts_as_well(least: str) -> None:
    later = [
        duty(bureau_of({}), one, MONDAY + timedelta(days=1), "day", recall=True)
        for one in PEERS
        if one != least
    ]
    assert called(bureau_of({}), *later) == least


def test_two_calls_go_to_two_people_unless_one_is_far_behind() -> None:
    """Nobody has the day shift of Monday and Friday. A call is one more recall and six blocks of overtime."""
    week = {"horizon": Horizon(MONDAY, 5), "days": (MONDAY, MONDAY + timedelta(days=4))}
    assert len(set(called(bureau_of({}), **week))) == 2
    behind = {one: Tally(recalls=2, overtime_minutes=24 * 60) for one in "de"}
    assert called(bureau_of({**behind, "f": Tally()}), **week) == "ff"


def test_nights_that_no_recall_adds_to_do_not_matter() -> None:
    """D has borne fewer nights, E fewer recalls."""
    ledger = {"d": Tally(recalls=1), "e": Tally(nights=5), "f": Tally(nights=5, recalls=1)}
    assert called(bureau_of(ledger)) == "e"


def test_whoever_has_joined_is_no_further_behind_than_their_peers() -> None:
    """F has no row in the ledger, and so has borne what is fair; D has borne one recall more, E one less."""
    bureau = bureau_of({"d": Tally(recalls=3), "e": Tally(recalls=1)})
    peers = [bureau.officers[one] for one in PEERS]
    ahead = burdens_ahead(bureau, DAYS, peers, ())
    assert {one: mine[4] for one, mine in ahead.items()} == {"d": 2, "e": 0, "f": 1}


def test_overtime_is_counted_by_two_hours_and_by_dates_present() -> None:
    """Twelve hours are published for D; F, who is away on both dates, has no part in them."""
    bureau = bureau_of({})
    bureau = replace(bureau, absences=(absence("f", MONDAY, MONDAY + timedelta(days=1)),))
    work = duty(bureau, "d", MONDAY, "day", recall=True)
    ahead = burdens_ahead(bureau, DAYS, [bureau.officers[one] for one in PEERS], [work])
    assert {one: mine[5] for one, mine in ahead.items()} == {"d": 6, "e": 0, "f": Fraction(3)}


def test_without_a_rule_of_fairness_nobody_is_looked_at() -> None:
    ledger = {one: Tally(recalls=3) for one in "de"}
    calls = {called(bureau_of(rows, fairness=OFF)) for rows in ({}, ledger, {"f": Tally(recalls=9)})}
    assert len(calls) == 1
