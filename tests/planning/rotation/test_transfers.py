"""Officers who are transferred within a horizon, and the units that are looked at together for that."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.planning.rotation.transfers import linked_units, moves_of
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, transfer, unit

TUESDAY = MONDAY + timedelta(days=1)
WEEK = Horizon(MONDAY, 7)


def test_a_transfer_counts_from_the_second_date_to_the_last() -> None:
    """On the first date the officer belongs to the new unit all along."""
    days = [MONDAY, TUESDAY, WEEK.last, WEEK.end]
    moves = [moves_of(officer("a", "A", transfers=(transfer(day, "B", "U2"),)), WEEK) for day in days]
    assert moves == [(), ((TUESDAY, "U2", "B"),), ((WEEK.last, "U2", "B"),), ()]


def test_units_that_share_nobody_are_linked_to_themselves() -> None:
    bureau = small_bureau(units=[unit("U1"), unit("U2")])
    assert linked_units(bureau, WEEK) == {"U1": ("U1",), "U2": ("U2",)}


def test_a_change_of_team_within_a_unit_links_nothing() -> None:
    bureau = small_bureau(
        [officer("a", "A", transfers=(transfer(TUESDAY, "B"),))], units=[unit("U1"), unit("U2")]
    )
    assert linked_units(bureau, WEEK)["U1"] == ("U1",)


def test_links_pass_on_and_stand_in_the_order_of_the_bureau() -> None:
    """One officer from U3 to U1, another from U1 to U2: all three are one; U4 is apart."""
    people = [
        officer("a", "A", unit="U3", transfers=(transfer(TUESDAY, "A", "U1"),)),
        officer("b", "A", unit="U1", transfers=(transfer(TUESDAY, "A", "U2"),)),
    ]
    bureau = small_bureau(people, units=[unit(f"U{n}") for n in (1, 2, 3, 4)])
    three = ("U1", "U2", "U3")
    assert linked_units(bureau, WEEK) == {"U1": three, "U2": three, "U3": three, "U4": ("U4",)}
