"""What is said when there is no roster at all."""

from __future__ import annotations

from rosterctl.planning.no_roster import Contradiction, NoTimeForAny


def test_a_contradiction_names_the_units_for_which_it_was_proved() -> None:
    assert Contradiction(["U1", "U2"]).units == ("U1", "U2")
    assert str(Contradiction(["U1", "U2"])) == "hard rules contradict each other in U1, U2"


def test_a_contradiction_of_unknown_place_is_the_bureaus() -> None:
    assert Contradiction().units == ()
    assert str(Contradiction()) == "hard rules contradict each other in the bureau"


def test_no_time_says_how_long_there_was() -> None:
    assert NoTimeForAny(0.5).seconds == 0.5
    assert str(NoTimeForAny(60)) == "60 s ran out before the first roster"
