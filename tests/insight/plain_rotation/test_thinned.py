"""Plain duties that hard rules take, worked out date by date: the smallest cases by hand."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.insight.plain_rotation.thinned import broken_lines, thin_out
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, rotation, small_bureau

DAY = timedelta(days=1)
FIVE_NIGHTS = rotation("NNNNNOO", (0,))


def thinned(pattern, rules, people=None, days=7):
    bureau = small_bureau(people, teams="A", rotation=pattern, rules=rules)
    return thin_out(bureau, Horizon(MONDAY, days), rules_in_force(bureau.rulebook))


def test_the_fifth_night_is_lost_where_four_in_a_row_are_allowed() -> None:
    """Two officers, NNNNNOO from Monday: Friday's night makes five from Monday on."""
    found = thinned(FIVE_NIGHTS, {"nights-in-a-row": {"most": "4"}}, [officer("a"), officer("b")], days=14)
    assert found.due == {"U1": 20}
    assert [(one.day, one.since, one.heads, one.rule) for one in found.lost] == [
        (MONDAY + 4 * DAY, MONDAY, 2, "nights-in-a-row"),
        (MONDAY + 11 * DAY, MONDAY + 11 * DAY, 2, "nights-in-a-row"),
    ]


def test_nothing_is_lost_where_five_are_allowed_or_the_rule_is_soft_or_off() -> None:
    for options in ({"most": "5"}, {"most": "4", "severity": "soft"}, {"most": "4", "severity": "off"}):
        assert thinned(FIVE_NIGHTS, {"nights-in-a-row": options}).lost == ()


def test_rotations_of_the_same_line_lose_the_same_and_lawful_ones_are_not_touched() -> None:
    bureau = small_bureau(
        teams="AB", rotation=rotation("NNNNNOODDDDDOO", (0, 7)), rules={"nights-in-a-row": {"most": "4"}}
    )
    rules = rules_in_force(bureau.rulebook)
    found = thin_out(bureau, Horizon(MONDAY, 7), rules)
    # A is on nights this week and B on days.
    assert [(one.team, one.day) for one in found.lost] == [("A", MONDAY + 4 * DAY)]
    assert [one.team for one in broken_lines(bureau, Horizon(MONDAY, 7), rules)] == ["A"]
