"""Hours of the rotation, and a limit for each officer of a line.

Team A of the small bureau works 07-19 on Monday, 19-07 on Tuesday, then two dates off.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rosterctl.domain.roster import Origin
from rosterctl.rulekit.plain_hours import (
    PlainLines,
    at_most_each,
    minutes_beyond,
    plain_minutes,
)
from tests.support.bureaus import MONDAY, absence, officer, rotation, shift, small_bureau
from tests.support.told_board import HOUR, Menu, ToldBoard, made

DAYS = [MONDAY + timedelta(days=n) for n in range(4)]
RESTED = small_bureau(
    rotation=rotation("DNOO", D="rested"),
    shifts=[shift("rested", 7, 19, break_minutes=45)],
    absences=[absence("a", MONDAY)],
)
"""The day has a break that is not paid, and officer a is away on Monday."""


@pytest.mark.parametrize(("day", "minutes"), list(zip(DAYS, [12 * HOUR - 45, 12 * HOUR, 0, 0], strict=True)))
def test_plain_hours_leave_out_the_break_and_do_not_ask_who_is_there(day: date, minutes: int) -> None:
    a = RESTED.officers["a"]
    assert plain_minutes(RESTED, a, day) == minutes


@pytest.mark.parametrize(("first", "hours"), [(date(2026, 3, 28), 11), (date(2026, 10, 24), 13)])
def test_a_night_in_which_the_clocks_change_is_an_hour_shorter_or_longer(first: date, hours: int) -> None:
    bureau = small_bureau(rotation=rotation("NO", (0, 1)), teams="AB", anchor=first, timezone="Europe/Berlin")
    a = bureau.officers["a"]
    assert plain_minutes(bureau, a, first) == hours * HOUR


@pytest.mark.parametrize(
    ("choice", "beyond"),
    [
        (made(0, 7, 19, plain=True), 0),
        (made(0, 7, 19.5), 30),
        (made(0, 9, 17), 0),  # a shorter duty earns nothing back
        (made(0, 17, 19, origin=Origin.RECALL), 2 * HOUR),  # of a recall every minute, whatever the date
        (made(2, 17, 19, origin=Origin.RECALL), 2 * HOUR),
    ],
)
def test_minutes_beyond_the_rotation(choice: object, beyond: int) -> None:
    bureau = small_bureau()
    assert minutes_beyond(bureau, bureau.officers["a"], choice) == beyond  # type: ignore[arg-type]


def test_the_lines_of_a_team_are_reckoned_once_and_presence_is_asked_of_each() -> None:
    people = [officer("a1"), officer("a2"), officer("b", "B")]
    bureau = small_bureau(people, absences=[absence("a2", DAYS[1])])
    lines = PlainLines(bureau, DAYS[:3])
    one, other, night = (lines.of(each) for each in people)
    assert (dict(one), dict(night)) == (
        dict(zip(DAYS, (720, 720, 0), strict=False)),
        dict(zip(DAYS, (720, 0, 0), strict=False)),
    )
    assert one is other
    assert [lines.present(each) for each in people[:2]] == [DAYS[:3], [DAYS[0], DAYS[2]]]


SHORT, LONG, NEXT = made(0, 7, 9, "short"), made(0, 7, 19, "long"), made(1, 7, 17, "next")
"""Of one date the longest counts: at most 12 + 10 hours can be worked of these."""
TERMS = [(one, one.paid) for one in (LONG, SHORT, NEXT)]


@pytest.mark.parametrize(("hours", "told"), [(22, 0), (21, 1)])
def test_a_limit_that_cannot_be_passed_is_not_told(hours: int, told: int) -> None:
    line = Menu([officer("a")], [])
    board = ToldBoard([line])
    at_most_each(board, line, TERMS, {"a": hours * HOUR})
    assert board.told == [(dict(TERMS), hours * HOUR, {})] * told


def test_officers_with_limits_of_their_own_use_up_the_difference_from_the_highest() -> None:
    line = Menu([officer("a"), officer("b"), officer("c")], [])
    board = ToldBoard([line])
    at_most_each(board, line, TERMS, {"a": 20 * HOUR, "b": 15 * HOUR, "c": 30 * HOUR})
    assert board.told == [(dict(TERMS), 30 * HOUR, {"a": 10 * HOUR, "b": 15 * HOUR, "c": 0})]


def test_officers_with_one_limit_need_no_difference() -> None:
    line = Menu([officer("a"), officer("b")], [])
    board = ToldBoard([line])
    at_most_each(board, line, TERMS, {"a": 20 * HOUR, "b": 20 * HOUR})
    assert board.told == [(dict(TERMS), 20 * HOUR, {})]
