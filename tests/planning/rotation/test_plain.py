"""The plain rotation with names: nobody is recalled, lent or given an overlap."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rosterctl.domain.tier import Tier
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.rotation.plain import on_rotation
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, duty, officer, small_bureau, transfer, unit

TUESDAY = MONDAY + timedelta(days=1)


def worked(
    unit: str = "U1", days: int = 2, **bureau: Any
) -> tuple[list[tuple[str, int, str]], list[tuple[str, int, str]]]:
    """Officer, date (0 is Monday) and shift: what the unit's officers work, and what is served in it."""
    known = Knowledge(small_bureau(**bureau), Horizon(MONDAY, days))
    named, served = on_rotation(known.offers.only(known.linked[unit]), known.rules, known.still, unit)
    return tuple(  # type: ignore[return-value]
        [(name, (one.day - MONDAY).days, one.shift) for name, one in each] for each in (named.worked, served)
    )


PLAIN = [("a", 0, "day"), ("a", 1, "night"), ("b", 0, "night"), ("d", 1, "day")]


def test_everybody_present_works_the_letter() -> None:
    assert worked(units=[unit(recalls=("day",), shifts={"D": ("day", "overlap-evening")})]) == (PLAIN, PLAIN)


def test_who_is_away_leaves_a_hole() -> None:
    holed = [one for one in PLAIN if one[:2] != ("a", 0)]
    assert worked(absences=[absence("a", MONDAY)]) == (holed, holed)


def test_what_a_limit_forbids_is_not_worked() -> None:
    """One night in a row is allowed, and the history has B on the night before Monday's."""
    night = duty(small_bureau(), "b", MONDAY - timedelta(days=1), "night")
    limited = {"nights-in-a-row": {"most": 1}}
    rested = [one for one in PLAIN if one[:2] != ("b", 0)]
    assert worked(history=[night]) == (PLAIN, PLAIN)
    assert worked(history=[night], rules=limited) == (rested, rested)


def test_auxiliaries_whom_nobody_accompanies_are_let_off() -> None:
    """The auxiliary of A has the sworn officer of A beside them, the one of B has nobody."""
    people = [officer("a", "A"), officer("x", "A", "auxiliary"), officer("y", "B", "auxiliary")]
    found, _ = worked(days=1, officers=people, rules={"auxiliaries": {}})
    assert found == [("a", 0, "day"), ("x", 0, "day")]


def test_who_is_transferred_is_named_by_the_old_unit_and_served_in_the_new_one() -> None:
    people = [
        officer("a", "A", unit="U1", transfers=(transfer(TUESDAY, "A", "U2"),)),
        officer("b", "A", unit="U2"),
    ]
    units = [unit("U1"), unit("U2")]
    mine, other = [("a", 0, "day"), ("a", 1, "night")], [("b", 0, "day"), ("b", 1, "night")]
    assert worked("U1", officers=people, units=units) == (mine, mine[:1])
    assert worked("U2", officers=people, units=units) == (other, [mine[1], *other])


def test_points_are_those_of_the_own_officers() -> None:
    """Nothing is asked of the rotation but fairness: of one officer a team nobody has less than a peer."""
    known = Knowledge(small_bureau(rules={"fairness": {}}), Horizon(MONDAY, 1))
    named, _ = on_rotation(known.offers, known.rules, known.still, "U1")
    assert (set(named.points), named.undealt) == ({Tier.FAIRNESS, Tier.WISHES}, ())
