"""Whoever is absent is not on duty."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import (
    IDLE,
    MONDAY,
    absence,
    changed,
    duty,
    every_rule,
    findings,
    line_roster,
    officer,
    plain_roster,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
)
from tests.support.enumeration_board import Trial, agreement

TUESDAY = MONDAY + timedelta(days=1)


def on_leave_tuesday(**options: str) -> Bureau:
    return small_bureau(
        teams="A", rotation=IDLE, absences=[absence("a", TUESDAY)], rules={"availability": options}
    )


@pytest.mark.parametrize(
    "shifts",
    [
        ("day", "", "day"),  # the dates on either side
        ("night", "", ""),  # worked to its end at 07:00 of the first date of leave
    ],
)
def test_allows(shifts: tuple[str, ...]) -> None:
    bureau = on_leave_tuesday()
    assert findings(bureau, line_roster(bureau, shifts)) == []


def test_forbids_a_duty_on_a_date_of_absence() -> None:
    bureau = on_leave_tuesday()
    assert findings(bureau, line_roster(bureau, ("", "day", ""))) == [
        Finding(
            "availability",
            "day 07:00-19:00 of 2026-12-08: absent on 2026-12-08 (leave); give the duty to another",
            unit="U1",
            officer="a",
            day=TUESDAY,
        )
    ]


def test_forbids_running_into_leave_if_told_so() -> None:
    bureau = on_leave_tuesday(night_before="no")
    assert findings(bureau, line_roster(bureau, ("day", "", ""))) == []  # ends at 19:00
    assert findings(bureau, line_roster(bureau, ("night", "", ""))) == [
        Finding(
            "availability",
            "night 19:00-07:00 of 2026-12-07: absent on 2026-12-08 (leave); give the duty to another",
            unit="U1",
            officer="a",
            day=MONDAY,
        )
    ]


def test_a_duty_until_midnight_does_not_run_into_the_next_date() -> None:
    bureau = small_bureau(
        teams="A",
        rotation=IDLE,
        shifts=[shift("late", 12, 24)],
        absences=[absence("a", TUESDAY)],
        rules={"availability": {"night_before": "no"}},
    )
    assert findings(bureau, line_roster(bureau, ("late",))) == []


def test_planning_is_told_of_a_minute_after_midnight() -> None:
    bureau = small_bureau(
        teams="A",
        rotation=IDLE,
        shifts=[shift("late", 12, 24), shift("later", 12, 24 + 1 / 60)],
        absences=[absence("a", TUESDAY)],
        rules={"availability": {"night_before": "no"}},
    )
    trial = Trial(bureau, 1, ("late", "later"))
    assert agreement(the_rule(bureau, "availability"), trial) == (2, 1)  # off and until midnight; not later
    assert agreement(the_rule(bureau, "availability"), Trial(bureau, 2, ("late",))) == (2, 2)


def test_forbids_before_joining_and_after_leaving() -> None:
    bureau = small_bureau(
        [officer("a", joined=TUESDAY, left=TUESDAY)], rotation=IDLE, teams="A", rules={"availability": {}}
    )
    found = findings(bureau, line_roster(bureau, ("day", "day", "day")))
    assert [one.day for one in found] == [MONDAY, TUESDAY + timedelta(days=1)]
    assert isinstance(found[0], Finding)
    assert "not on the roll on 2026-12-07" in found[0].message


def test_what_was_worked_before_the_horizon_is_not_reported() -> None:
    bureau = on_leave_tuesday()
    wednesday = TUESDAY + timedelta(days=1)
    assert findings(bureau, line_roster(bureau, ("day",), before=("day",), first=wednesday)) == []


@pytest.mark.parametrize(
    ("night_before", "allowed"),
    [
        ("yes", 4 * 1 * 4),  # Monday and Wednesday anything of four, Tuesday off
        ("no", 2 * 1 * 4),  # Monday off or the day
    ],
)
def test_constraint_and_check_agree(night_before: str, allowed: int) -> None:
    bureau = on_leave_tuesday(night_before=night_before)
    trial = Trial(bureau, 3, ("day", "night", "overlap-both"))
    assert agreement(the_rule(bureau, "availability"), trial) == (allowed, 4**3 - allowed)


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule(), absences=[absence("a", MONDAY)])
    roster = plain_roster(bureau, MONDAY, 28)
    assert rules_broken(bureau, roster) == set()
    later = MONDAY + timedelta(
        days=8
    )  # a day duty given away for the one on leave, so hours stay as they are
    roster = changed(roster, without=[("a", later)], added=[duty(bureau, "a", MONDAY, "day")])
    assert rules_broken(bureau, roster) == {"availability"}


def broken_off(hour: float, start: float) -> list[Finding | Cost]:
    """The night of Monday until an hour of Tuesday, by somebody who falls ill on Tuesday at `start`."""
    away = absence("a", TUESDAY, start=start)
    bureau = small_bureau(teams="A", rotation=IDLE, absences=[away], rules={"availability": {}})
    roster = line_roster(bureau, ("night", "", ""))
    minute = WallMinute(round((24 + hour) * 60))
    return findings(bureau, replace(roster, duties=tuple(one.broken_off(minute) for one in roster.duties)))


def test_allows_what_was_worked_before_somebody_fell_ill() -> None:
    assert broken_off(2, start=2) == []


def test_forbids_a_minute_more() -> None:
    (found,) = broken_off(2 + 1 / 60, start=2)
    assert (found.rule, found.officer) == ("availability", "a")
    assert "absent from 2026-12-08 02:00 to 2026-12-08 (leave)" in found.message


def test_allows_a_duty_that_is_over_when_an_absence_begins_and_one_that_begins_when_it_is_over() -> None:
    """Monday from 12:00 to 19:00: the office until 12:00 would do, the night from 19:00 does."""
    away = absence("a", MONDAY, start=12, end=19)
    bureau = small_bureau(teams="A", rotation=IDLE, absences=[away], rules={"availability": {}})
    assert findings(bureau, line_roster(bureau, ("night", "", ""))) == []
    assert rules_broken(bureau, line_roster(bureau, ("day", "", ""))) == {"availability"}
