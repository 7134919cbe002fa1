"""A long rest in every week."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.problems import BadInput
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.registry import rules_in_force
from tests.support.bureaus import (
    IDLE,
    MONDAY,
    changed,
    duty,
    every_rule,
    findings,
    line_roster,
    officer,
    plain_roster,
    roster_of,
    rotation,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
)
from tests.support.enumeration_board import Trial, agreement, same_costs

SUNDAY = MONDAY + timedelta(days=6)
DAY = ("day",)
SHIFTS = (
    shift("from-6", 6, 18),
    shift("before-6", 6 - 1 / 60, 18),
    shift("at-18", 18, 20),
    shift("morning", 8, 16),
    shift("afternoon", 16, 24),
    shift("small-hours", 24, 32),
    shift("half-an-hour", 23.5, 24),
    shift("past-midnight", 0, 24.5),
    shift("to-midnight", 0, 24),
)


def bureau_of(cycle: str = "O", timezone: str = "Asia/Shanghai", **options: str) -> Bureau:
    pattern = (
        rotation(cycle, (0,), M="morning", A="afternoon", N="small-hours" if "M" in cycle else "night")
        if cycle != "O"
        else IDLE
    )
    return small_bureau(
        teams="A", rotation=pattern, shifts=SHIFTS, timezone=timezone, rules={"weekly-rest": options}
    )


@pytest.mark.parametrize(
    "shifts",
    [
        (*6 * DAY, "", *6 * DAY),  # 19:00 of the sixth to 07:00 of the eighth: 36 h
        (*6 * DAY, "", "from-6", *5 * DAY),  # to 06:00: 35 h
        (*4 * DAY, "night", "", "", "day"),  # 07:00 of the sixth to 07:00 of the eighth: 48 h
    ],
)
def test_allows(shifts: tuple[str, ...]) -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, shifts)) == []


@pytest.mark.parametrize(
    "shifts",
    [
        7 * DAY,
        (*6 * DAY, "recall peak-evening"),
        (*4 * DAY, "night", "", "day"),  # 07:00 of the sixth to 07:00 of the seventh: 24 h
        (*3 * DAY, "night", "", "recall peak-evening", "day"),  # 07:00 to 17:00 of the next date: 34 h
    ],
)
def test_forbids(shifts: tuple[str, ...]) -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, shifts)) == [
        Finding(
            "weekly-rest",
            "no rest of 35 h in the 7 days to 2026-12-13; give a duty in them to another",
            unit="U1",
            officer="a",
            day=SUNDAY,
            excess=1,
        )
    ]


def test_after_an_officer_who_rests_the_next_is_judged() -> None:
    bureau = replace(bureau_of(), officers={one: officer(one) for one in "ab"})
    week = [duty(bureau, "b", MONDAY + timedelta(days=n), "day") for n in range(7)]
    found = findings(bureau, roster_of(bureau, MONDAY, 7, [duty(bureau, "a", MONDAY, "day"), *week]))
    assert [(one.officer, one.day) for one in found if isinstance(one, Finding)] == [("b", SUNDAY)]


def test_forbids_a_minute_less() -> None:
    bureau = bureau_of()
    found = findings(bureau, line_roster(bureau, (*6 * DAY, "", "before-6", *5 * DAY)))
    # Every stretch of seven dates from the 7th to the 13th.
    assert [(one.day, one.excess) for one in found if isinstance(one, Finding)] == [(SUNDAY, 7)]


@pytest.mark.parametrize(
    ("friday", "excess"),
    [
        (date(2026, 6, 5), []),  # Saturday 19:00 to Monday 06:00: 35 h
        (date(2026, 3, 27), [2]),  # the clocks go forward on Sunday: 34 h; from Friday and from Saturday
        (date(2026, 10, 23), []),
    ],
)
def test_hours_are_counted_between_instants(friday: date, excess: list[int]) -> None:
    bureau = bureau_of(timezone="Europe/London", days="3")
    found = findings(bureau, line_roster(bureau, ("day", "day", "", "from-6"), first=friday))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess
    trial = Trial(bureau, 4, ("day", "from-6"), first=friday)
    agreement(the_rule(bureau, "weekly-rest"), trial)


@pytest.mark.parametrize(
    ("shifts", "excess"),
    [
        (("", "half-an-hour", "past-midnight", ""), [1]),
        (("", "", "past-midnight", ""), []),  # from 13:00 of Friday to Sunday 00:00: 35 h
        (("", "half-an-hour", "to-midnight", ""), []),  # from Monday 00:00 to 11:00 of Tuesday: 35 h
    ],
)
def test_only_the_stretches_with_the_short_sunday_are_too_short(
    shifts: tuple[str, ...], excess: list[int]
) -> None:
    """The clocks go forward on Sunday. 24 h on duty, from 23:30 of Saturday to 00:30 of Monday, leave 34.5 h
    on either side in Saturday to Monday, of 93 h; of a stretch of 94 h they would leave 35 h on one side.
    """
    bureau = bureau_of(timezone="Europe/London", days="3")
    found = findings(bureau, line_roster(bureau, shifts, first=date(2026, 3, 27)))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess


@pytest.mark.parametrize(
    ("cycle", "days", "lawful"),
    [
        ("DNOO", "7", True),
        ("DDNNOOOO", "7", True),
        ("FFFFFOO", "7", True),  # Sunday to Saturday sees the free Sunday and 11 hours of Saturday and Monday
        ("MMAANNOO", "7", False),  # its 48 hours of rest come every eight dates
        ("MMAANNOO", "8", True),
    ],
)
def test_cycles(cycle: str, days: str, lawful: bool) -> None:
    bureau = bureau_of(cycle, days=days)
    assert (findings(bureau, plain_roster(bureau, MONDAY, 28)) == []) is lawful


def test_looks_back_and_ahead_and_answers_for_its_own_duties_only() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("",), before=7 * DAY)) == []
    assert findings(bureau, line_roster(bureau, DAY, before=5 * DAY)) == []
    assert [one.day for one in findings(bureau, line_roster(bureau, DAY, before=6 * DAY))] == [MONDAY]
    ahead = bureau_of("OOOOODD")  # the two dates after a horizon of five
    assert [one.day for one in findings(ahead, line_roster(ahead, 5 * DAY))] == [SUNDAY]
    assert findings(ahead, line_roster(ahead, ("", *4 * DAY))) == []


def test_a_stretch_that_begins_after_the_horizon_is_the_next_rosters() -> None:
    """Until midnight of Monday, then the plain days of Tuesday and Wednesday: from Tuesday on 18 h are free
    nowhere, since Monday's duty takes them, but of Monday and Tuesday the morning of Monday is free.
    """
    bureau = bureau_of("ODD", days="2", hours="18")
    assert findings(bureau, line_roster(bureau, ("afternoon",))) == []
    assert agreement(the_rule(bureau, "weekly-rest"), Trial(bureau, 1, ("afternoon",))) == (2, 0)


@pytest.mark.parametrize(("hours", "lawful"), [("16", 2), ("16.02", 1)])
def test_a_stretch_that_ends_before_the_horizon_is_the_last_rosters(hours: str, lawful: int) -> None:
    """Days on Friday to Sunday, then Monday off or a day. Saturday and Sunday would miss their 16 h only by
    Monday's duty at 07:00, but no date of theirs is in the horizon. Sunday and Monday have 16 h from 19:00 of
    Monday to 11:00 of Tuesday, and not a minute more.
    """
    bureau = bureau_of(days="2", hours=hours)
    trial = Trial(bureau, 1, DAY, before=3 * DAY)
    assert agreement(the_rule(bureau, "weekly-rest"), trial) == (lawful, 2 - lawful)


def test_a_stretch_with_a_date_of_which_nothing_is_known_is_not_judged() -> None:
    """Monday to Friday off or a day, Saturday and Sunday a plain day; of the Monday after nothing is known.

    With Monday off the week has 42 h, from 13:00 of Sunday to 07:00 of Tuesday, whatever follows: 16 lines.
    Tuesday to the Monday after would have 40 h at its end, and that is nobody's fault yet. With a day on
    Monday two dates in a row must be off (one alone gives 36 h): of the 16 lines of the other four dates the
    8 fail that have no such two.
    """
    bureau = bureau_of("OOOOODD", hours="41")
    assert agreement(the_rule(bureau, "weekly-rest"), Trial(bureau, 5, DAY)) == (16 + 8, 8)


@pytest.mark.parametrize(
    ("options", "shifts", "before"),
    [
        ({}, ("day", "night", "at-18"), ("day", "day", "night")),
        ({"days": "3"}, ("day", "night", "at-18", "overlap-both"), ("night",)),
        ({"days": "4", "hours": "24"}, ("day", "small-hours", "afternoon"), ("day", "day", "day", "day")),
        ({"days": "2", "hours": "48"}, ("day", "night", "full-24"), ()),
    ],
)
def test_constraint_and_check_agree(
    options: dict[str, str], shifts: tuple[str, ...], before: tuple[str, ...]
) -> None:
    bureau = bureau_of("OOOOODD", **options)
    allowed, forbidden = agreement(the_rule(bureau, "weekly-rest"), Trial(bureau, 5, shifts, before=before))
    assert allowed > 0
    assert forbidden > 0


def test_as_a_soft_rule_it_costs_for_each_stretch() -> None:
    bureau = bureau_of(severity="soft", weight="3")
    assert findings(bureau, line_roster(bureau, 8 * DAY)) == [
        Cost("weekly-rest", Tier.WISHES, 6, "a", unit="U1", day=SUNDAY)
    ]
    bureau = bureau_of(severity="soft", days="3")
    trial = Trial(bureau, 5, ("day", "night"), before=2 * DAY)
    assert same_costs(the_rule(bureau, "weekly-rest"), trial) == {0, 1, 2, 3}


@pytest.mark.parametrize("options", [{"hours": "10"}, {"days": "1"}])
def test_options_that_make_no_sense(options: dict[str, str]) -> None:
    with pytest.raises(BadInput) as wrong:
        rules_in_force(bureau_of(**options).rulebook)
    assert "greater than or equal to" in wrong.value.problems[0].message


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule())
    roster = plain_roster(bureau, MONDAY, 28)
    thursday = MONDAY + timedelta(days=3)  # 34 hours after the night, twelve before the day
    recall = duty(bureau, "a", thursday, "peak-evening", recall=True)
    assert rules_broken(bureau, changed(roster, added=[recall])) == {"weekly-rest"}
