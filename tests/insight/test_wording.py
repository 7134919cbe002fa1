"""The sentences of the answers, as a planner reads them."""

from __future__ import annotations

from rosterctl.insight import wording
from rosterctl.wording import say


def test_a_vehicle_is_spoken_of_after_the_same_words_as_without_one() -> None:
    told = say(wording.NO_VEHICLE_FOR_THEM, vehicle="car")
    assert told == f"{wording.ENOUGH_IN_RESERVE}; see whether a car can be had for them"


def test_what_is_missing_is_said_in_the_middle() -> None:
    missing = say(wording.MISSING_SLOTS, slots="sworn")
    told = say(wording.UNHOSTED, crew="2 sworn", nearest="U1", missing=missing)
    assert told == "it takes 2 sworn of one unit; U1 comes nearest; missing: sworn"
