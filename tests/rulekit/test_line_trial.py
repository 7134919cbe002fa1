"""Lines are tried by the rules' own checks, each as if it were another person's."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.roster import Origin
from rosterctl.rulekit.line_trial import LineTrial, TriedLine, plain_duty
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, duty, small_bureau

DAY = timedelta(days=1)


def trial(rules, **more):
    bureau = small_bureau(rules=rules, **more)
    return bureau, LineTrial(bureau, Horizon(MONDAY, 8), rules_in_force(bureau.rulebook))


def days(bureau, number, shift="day"):
    return tuple(duty(bureau, "a", MONDAY + n * DAY, shift) for n in range(number))


def test_each_line_is_judged_by_itself_and_every_rule_that_it_breaks_is_told() -> None:
    """Six days in a row are allowed and seven are one too many; seven days of 12 h are 84 h, 24 above 60."""
    bureau, lines = trial({"duty-days-in-a-row": {"most": "6"}, "hours": {"days7": "60", "days28": "200"}})
    person = bureau.officers["a"]
    tried = [TriedLine(person, (), days(bureau, number)) for number in (5, 6, 7)]
    assert lines.broken(tried) == [{}, {"hours": 12 * 60}, {"duty-days-in-a-row": 1, "hours": 24 * 60}]
    assert lines.broken([]) == []


def test_what_was_worked_before_counts() -> None:
    bureau, lines = trial({"rest": {"hours": "11"}})
    before = (duty(bureau, "a", MONDAY - DAY, "night"),)
    morning = days(bureau, 1)
    assert lines.broken([TriedLine(bureau.officers["a"], before, morning)]) == [{"rest": 11 * 60}]
    assert lines.broken([TriedLine(bureau.officers["a"], (), morning)]) == [{}]


def test_rules_that_are_soft_or_look_at_people_together_are_not_asked() -> None:
    bureau, lines = trial({"hours": {"days7": "12", "severity": "soft"}, "leaders": {}, "posts": {}})
    assert lines.broken([TriedLine(bureau.officers["a"], (), days(bureau, 7))]) == [{}]


def test_an_officer_s_absences_go_with_the_line() -> None:
    bureau, lines = trial({"availability": {}}, absences=[absence("a", MONDAY)])
    line = TriedLine(bureau.officers["a"], (), days(bureau, 1))
    other = TriedLine(bureau.officers["b"], (), days(bureau, 1))
    assert lines.broken([line, other]) == [{"availability": 1}, {}]


def test_a_plain_duty_is_by_rotation_and_in_reserve() -> None:
    bureau = small_bureau()
    found = plain_duty(bureau.officers["a"], MONDAY, bureau.shifts["night"], "U1")
    assert (found.officer, found.day, found.shift, found.unit) == ("a", MONDAY, "night", "U1")
    assert found.origin is Origin.ROTATION
    (piece,) = found.slices
    assert (piece.start, piece.end, piece.post) == (19 * 60, 31 * 60, "")
