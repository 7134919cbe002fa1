"""Why a published duty is another now."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.planning.repair import reasons
from rosterctl.planning.repair.lines.lawful_lines import TakenOff
from rosterctl.planning.repair.what_stands import Fallen
from tests.support.bureaus import MONDAY, changed, duty, plain_roster, small_bureau

BUREAU = small_bureau()


def test_a_rule_is_named_once_and_without_one_dates_away_are_the_reason() -> None:
    off = [TakenOff(duty(BUREAU, "a", MONDAY, "day"), None, rule) for rule in ("rest", "hours", "rest")]
    assert reasons.of_line(off) == "rule rest, hours leaves no room for it"
    assert reasons.of_line(()) == "dates away leave fewer hours to work beyond the rotation"


def test_up_to_three_who_are_away_are_named() -> None:
    fallen = [Fallen(duty(BUREAU, one, MONDAY, "day"), "away") for one in "dcba"]
    assert reasons.of_unit("U1", fallen[1:]) == "for a, b, c of U1"
    assert reasons.of_unit("U1", fallen) == "for a, b, c and others of U1"
    assert reasons.of_unit("U2", fallen) == "what U2 has to man has changed"


def test_every_difference_is_told_and_has_a_reason() -> None:
    roster = plain_roster(BUREAU, MONDAY, 4)
    later = changed(roster, without=[("a", MONDAY), ("b", MONDAY)])
    told = reasons.explained(roster, later, roster.horizon, {("a", MONDAY): "ill"})
    assert [(one.officer, one.reason) for one in told] == [("a", "ill"), ("b", "posts are filled again")]
    moved = replace(next(one for one in roster.duties if (one.officer, one.day) == ("b", MONDAY)), unit="U2")
    (only,) = reasons.explained(
        roster, changed(roster, without=[("b", MONDAY)], added=[moved]), roster.horizon, {}
    )
    assert only.reason == "unit U1 is no longer in the files"
