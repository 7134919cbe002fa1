"""What every job of a run knows, worked out once and told to every process."""

from __future__ import annotations

import pickle
from datetime import timedelta

from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, small_bureau, transfer, unit

UNITS = [unit("U1", shifts={"N": ("overlap-morning",)}), unit("U2")]
PEOPLE = [
    officer("a", "A", unit="U1"),
    officer("c", "C", unit="U1", transfers=(transfer(MONDAY + timedelta(days=1), "A", "U2"),)),
]
NIGHT = duty(small_bureau(PEOPLE, units=UNITS), "c", MONDAY - timedelta(days=1), "overlap-morning")


def known() -> Knowledge:
    bureau = small_bureau(PEOPLE, units=UNITS, history=[NIGHT], rules={"post-night": {}})
    return Knowledge(bureau, Horizon(MONDAY, 4))


def test_offers_are_those_of_everybody_and_made_once() -> None:
    one = known()
    assert one.offers == make_offers(one.bureau, one.horizon, one.rules)
    assert one.offers is one.offers


def test_who_came_on_duty_before_the_horizon_is_still_there() -> None:
    """The night of Sunday lasts to 09:00, the duty day begins at 07:00."""
    assert [(name, choice.shift) for name, choice in known().still] == [("c", "overlap-morning")]
    assert [one.officer for one in known().before.taken_over] == ["c"], "the history says so"
    assert (known().before.assumed, known().before.unknown) == ((), {})


def test_units_are_linked_by_a_transfer() -> None:
    assert known().linked == {"U1": ("U1", "U2"), "U2": ("U1", "U2")}


def test_another_process_is_told_the_offers_and_works_out_the_rest() -> None:
    """Rules are modules, which no pickle takes; asking for them before must not stand in the way."""
    here = known()
    assert [rule.id for rule in here.rules] == ["post-night"]
    there = pickle.loads(here.packed())
    assert "offers" in vars(there)
    assert "rules" not in vars(there)
    assert (there, there.offers, there.still) == (here, here.offers, here.still)
    assert there.offers.bureau is there.bureau
