"""The nearest value of an option that lets a line stand, both sides of its edge."""

from __future__ import annotations

from rosterctl.insight.plain_rotation.remedies import remedies
from rosterctl.insight.plain_rotation.thinned import broken_lines
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, rotation, small_bureau

HORIZON = Horizon(MONDAY, 56)


def enough(pattern, rule, options):
    bureau = small_bureau(teams="A", rotation=pattern, rules={rule: options})
    rules = rules_in_force(bureau.rulebook)
    lines = [one.line for one in broken_lines(bureau, HORIZON, rules)]
    assert lines
    return remedies(bureau, HORIZON, rules[0], lines)


def test_a_count_is_raised_as_far_as_needed() -> None:
    assert enough(rotation("NNNNNOO", (0,)), "nights-in-a-row", {"most": "2"}) == ({"most": "5"},)


def test_hours_are_lowered_where_less_is_wider() -> None:
    """DDDDDDO of 12 h: 12 h lie between two days, so a rest of 12 h holds and one of 13 h does not."""
    assert enough(rotation("DDDDDDO", (0,)), "rest", {"hours": "16"}) == ({"hours": "12"},)


def test_each_option_that_is_enough_by_itself_is_told() -> None:
    """Seven days, then one off: a free stretch of 36 h from 19:00 to 07:00, eight dates apart."""
    found = enough(rotation("DDDDDDDO", (0,)), "weekly-rest", {"hours": "35", "days": "7"})
    assert {"days": "8"} in found


def test_options_that_are_enough_only_together_are_told_together() -> None:
    """56 h a week of 12 h: five in seven days are 60 h, and 19 in 28 days are 228 h."""
    found = enough(rotation("DNO", (0,)), "hours", {"days7": "48", "days28": "200"})
    assert found == ({"days7": "60", "days28": "228"},)


def test_nothing_left_of_a_limit_is_no_remedy_and_neither_is_a_window_longer_than_what_was_tried() -> None:
    """A night that ends at 07:00 and a day from 07:00: no rest at all. DO has rests of 36 h."""
    assert enough(rotation("NDOO", (0,)), "rest", {"hours": "11"}) == ()
    found = enough(rotation("DO", (0,)), "weekly-rest", {"hours": "60", "days": "7"})
    assert found == ({"hours": "36"},)
