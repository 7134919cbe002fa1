"""The sentences of the answers, as a planner reads them."""

from __future__ import annotations

from rosterctl.domain.tier import Tier
from rosterctl.insight import wording
from rosterctl.insight.stand_ins.candidates import Way
from rosterctl.rulekit.findings import Cost
from rosterctl.wording import say
from tests.support.bureaus import MONDAY


def test_a_vehicle_is_spoken_of_after_the_same_words_as_without_one() -> None:
    told = say(wording.NO_VEHICLE_FOR_THEM, vehicle="car")
    assert told == f"{wording.ENOUGH_IN_RESERVE}; see whether a car can be had for them"


def test_what_is_missing_is_said_in_the_middle() -> None:
    missing = say(wording.MISSING_SLOTS, slots="sworn")
    told = say(wording.UNHOSTED, crew="2 sworn", nearest="U1", missing=missing, others="two in reserve")
    assert told == "it takes 2 sworn of one unit; U1 comes nearest; missing: sworn; two in reserve"


def test_a_shortage_that_a_loan_would_cause_is_told_from_its_row() -> None:
    row = Cost("crews", Tier.LEGAL, 240, "P1", "U1", MONDAY, heads=2)
    told = say(wording.SHORT_OF_THE_LAW, cost=row, when="2026-12-07 07:00-09:00")
    assert told == f"{MONDAY} 07:00-09:00: P1 of U1 would be 2 short of the law"


def test_every_way_in_which_a_stand_in_comes_has_words() -> None:
    assert [way.words for way in Way] == ["on duty, in reserve", "called in", "lent, in reserve"]
