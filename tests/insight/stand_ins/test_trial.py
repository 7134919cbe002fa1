"""A duty is tried on somebody: only what the rules say more than before is in the way."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.insight.stand_ins.trial import Trial, Why
from rosterctl.insight.stand_ins.vacancy import Vacancy
from tests.support.bureaus import (
    MONDAY,
    absence,
    changed,
    duty,
    every_rule,
    officer,
    plain_roster,
    small_bureau,
)

SUNDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)
RULES = {name: every_rule()[name] for name in ("availability", "rest", "one-place", "auxiliaries")}


def the_bureau() -> Bureau:
    """A works the day on Monday, B the night. `x` is an auxiliary beside `a`; `b` stands alone at night.

    C comes off the night on Monday morning, D rests; `d` is on leave on Tuesday.
    """
    people = [officer("a"), officer("x", role="auxiliary"), officer("y", "D", role="auxiliary")]
    people += [officer(team.lower(), team) for team in "BCD"]
    return small_bureau(people, rules=RULES, absences=[absence("d", TUESDAY)])


BUREAU = the_bureau()
LEFT = duty(BUREAU, "a", MONDAY, "day")
VACANCY = Vacancy("U1", MONDAY, LEFT.slices, LEFT)


def trial(roster: Roster | None = None) -> Trial:
    """The plain roster without the duty that `a` leaves."""
    whole = roster or plain_roster(BUREAU, MONDAY, 7)
    return Trial(BUREAU, changed(whole, without=[("a", MONDAY)]), VACANCY)


def recall(who: str, shift: str = "day") -> Duty:
    return duty(BUREAU, who, MONDAY, shift, recall=True)


def rules(found: object) -> list[str]:
    assert isinstance(found, (list, tuple))
    return [one.rule for one in found]


def test_whoever_rests_before_and_after_has_nothing_in_the_way() -> None:
    assert trial().lines([recall("d")]) == {}


def test_whoever_comes_off_the_night_lacks_rest_and_whoever_works_it_has_a_second_duty() -> None:
    # c ends at 07:00 and would begin at 07:00; b begins the night at 19:00, when the day ends.
    found = trial().lines([recall("c"), recall("b")])
    assert {who: rules(why) for who, why in found.items()} == {
        "c": ["rest"],
        "b": ["rest", "one-place"],
    }  # as the rulebook has them


def test_candidates_are_tried_apart_and_at_once() -> None:
    both = trial().lines([recall("d"), recall("c")])
    assert both == {**trial().lines([recall("d")]), **trial().lines([recall("c")])}


def test_what_was_wrong_before_is_not_in_the_way() -> None:
    """On Tuesday d is on leave, and on duty all the same: that is no reason against the duty of Monday."""
    roster = changed(
        plain_roster(BUREAU, MONDAY, 7), added=[duty(BUREAU, "d", TUESDAY, "night", recall=True)]
    )
    assert trial(roster).lines([recall("d")]) == {}
    assert rules(trial(roster).lines([duty(BUREAU, "d", TUESDAY, "day", recall=True)])["d"])[:1] == [
        "availability"
    ]


def test_somebody_sworn_keeps_the_auxiliary_company() -> None:
    assert list(trial().together(recall("d"))) == []


def test_two_are_tried_together() -> None:
    """An auxiliary in the place of `a` leaves the other one alone; with somebody sworn both may be there."""
    y = duty(BUREAU, "y", MONDAY, "day", recall=True)
    assert rules(list(trial().together(y))) == ["auxiliaries"]
    assert not trial().fills(y)
    assert trial().fills(y, recall("d"))


def test_a_reason_has_its_rule_and_a_sentence() -> None:
    (why,) = trial().lines([recall("c")])["c"]
    assert why == Why("rest", why.sentence)
    assert "rest" in why.sentence
