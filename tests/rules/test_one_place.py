"""Nobody is in two places at once."""

from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import (
    IDLE,
    MONDAY,
    changed,
    duty,
    every_rule,
    findings,
    line_roster,
    plain_roster,
    roster_of,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
)
from tests.support.enumeration_board import OneLine, Trial, agreement, choice_of

TUESDAY = MONDAY + timedelta(days=1)


def bureau_of(timezone: str = "Asia/Shanghai") -> Bureau:
    nights = [shift("to-8", 19, 32), shift("eight", 32 - 24, 16), shift("early-six", 6, 8)]
    return small_bureau(teams="A", rotation=IDLE, shifts=nights, timezone=timezone, rules={"one-place": {}})


def test_allows_a_duty_that_begins_when_the_last_one_ends() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("night", "day"))) == []


def test_forbids_a_duty_that_begins_before_the_last_one_ends() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("to-8", "day"))) == [
        Finding(
            "one-place",
            "day 07:00-19:00 of 2026-12-08: begins before the end of to-8 19:00-08:00 of 2026-12-07; "
            "drop one of the two",
            unit="U1",
            officer="a",
            day=TUESDAY,
        )
    ]


def test_what_was_worked_before_is_not_this_rosters_fault() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("",), before=("to-8", "day"))) == []
    assert len(findings(bureau, line_roster(bureau, ("day",), before=("to-8",)))) == 1


def test_a_short_duty_inside_a_long_one_does_not_hide_its_end() -> None:
    """24 hours of Monday, two of them worked twice; Tuesday's duty begins as the long one ends, or before."""
    bureau = bureau_of()
    long, short = duty(bureau, "a", MONDAY, "full-24"), duty(bureau, "a", MONDAY, "peak-morning")
    for name, faults in (("day", 1), ("early-six", 2)):
        tuesday = duty(bureau, "a", TUESDAY, name)
        found = findings(bureau, roster_of(bureau, MONDAY, 2, [long, short, tuesday]))
        assert len(found) == faults


def test_forbids_two_duties_on_one_date() -> None:
    bureau = bureau_of()
    two = [duty(bureau, "a", MONDAY, "peak-morning"), duty(bureau, "a", MONDAY, "peak-evening")]
    assert findings(bureau, roster_of(bureau, MONDAY, 1, two)) == [
        Finding(
            "one-place",
            "peak-evening 17:00-19:00 of 2026-12-07: a second duty on the date of "
            "peak-morning 07:00-09:00 of 2026-12-07; drop one of the two",
            unit="U1",
            officer="a",
            day=MONDAY,
        )
    ]


def test_the_constraint_forbids_two_duties_on_one_date() -> None:
    bureau = bureau_of()
    board = Trial(bureau, 1, ("peak-morning", "peak-evening")).board()
    rule = the_rule(bureau, "one-place")
    rule.constrain(board)
    line: OneLine = board.lines[0]
    morning, evening = line.choices(MONDAY)
    assert board.keeps((morning,))
    assert not board.keeps((morning, evening))
    assert choice_of(bureau, line.officer, MONDAY, "peak-morning") == morning


@pytest.mark.parametrize("first", [date(2026, 3, 28), date(2026, 10, 24)])
def test_clock_changes_do_not_make_duties_overlap(first: date) -> None:
    bureau = bureau_of("Europe/London")
    assert findings(bureau, line_roster(bureau, ("to-8", "eight"), first=first)) == []


def test_constraint_and_check_agree() -> None:
    bureau = bureau_of()
    trial = Trial(bureau, 3, ("day", "night", "to-8", "full-24"), before=("to-8",))
    # Each date off or one of four; only the day or the 24 hours after the night to 08:00 clash.
    clashes = {("to-8", "day"), ("to-8", "full-24")}
    names = ("", "day", "night", "to-8", "full-24")
    allowed = sum(not clashes & {("to-8", x), (x, y), (y, z)} for x in names for y in names for z in names)
    assert agreement(the_rule(bureau, "one-place"), trial) == (allowed, 5**3 - allowed)


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule(), shifts=[shift("early", 7, 8)])
    roster = plain_roster(bureau, MONDAY, 28)
    # Eleven hours before the night of Tuesday at 19:00, and twelve after the day of Monday.
    assert rules_broken(bureau, changed(roster, added=[duty(bureau, "a", TUESDAY, "early")])) == {"one-place"}
