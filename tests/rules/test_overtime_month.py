"""Overtime in a calendar month and on a single date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.exchange import Exchange, ExchangeKind
from rosterctl.domain.officer import Absence
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.rules.finding import Cost, Finding
from rosterctl.timeline.calendar import Calendar
from tests.bureaus import (
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
    rotation,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
)
from tests.rules.enumeration_board import Trial, agreement, same_costs

FIRST = date(2026, 12, 1)
SHIFTS = (shift("three-more", 16, 31), shift("past-three", 16 - 1 / 60, 31), shift("minute", 12, 12 + 1 / 60))


def idle(*absences: Absence, calendar: Calendar | None = None, **options: object) -> Bureau:
    """A rotation without duties, so that all that is worked is a recall and nothing is plain."""
    return small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=IDLE,
        shifts=SHIFTS,
        absences=absences,
        calendar=calendar,
        rules={"overtime-month": options},
    )


def month(extra: str) -> tuple[str, ...]:
    """23 x 8 h, 36 h more, and `extra`."""
    return (*23 * ("recall office",), *3 * ("recall day",), extra, *4 * ("",))


def test_allows_36_hours_beyond_the_standard() -> None:
    bureau = idle()
    assert findings(bureau, line_roster(bureau, month(""), first=FIRST)) == []  # 184 + 36 h


def test_forbids_a_minute_more() -> None:
    bureau = idle()
    assert findings(bureau, line_roster(bureau, month("recall minute"), first=FIRST)) == [
        Finding(
            "overtime-month",
            "36 h 1 min of overtime in 2026-12, 2026-12-01 to 2026-12-31; at most 36 h are allowed: "
            "give a recall or a long duty to another",
            unit="U1",
            officer="a",
            day=date(2026, 12, 31),
            excess=1,
        )
    ]


def test_a_holiday_is_no_working_day() -> None:
    holiday = Calendar("test", "test", holidays={date(2026, 12, 25): "test"})
    bureau = idle(calendar=holiday)
    found = findings(bureau, line_roster(bureau, month(""), first=FIRST))
    assert [one.excess for one in found if isinstance(one, Finding)] == [8 * 60]


@pytest.mark.parametrize(("hours", "excess"), [("12", []), ("11", [60])])
def test_a_piece_of_a_month_has_its_part_of_the_standard(hours: str, excess: list[int]) -> None:
    """Three of 30 dates of November (21 working days): 168 / 10 = 16.8 h; 28.8 h are worked."""
    long = shift("long", 7, 21.4)
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=IDLE,
        shifts=[long],
        rules={"overtime-month": {"hours": hours}},
    )
    shifts = ("recall long", "", "recall long", *7 * ("",))  # ten dates: three in November, seven in December
    found = findings(bureau, line_roster(bureau, shifts, first=date(2026, 11, 28)))
    assert [(one.day, one.excess) for one in found if isinstance(one, Finding)] == [
        (date(2026, 11, 30), one) for one in excess
    ]


def test_absent_dates_count_with_their_plain_hours() -> None:
    """`DO`: sixteen plain days in December are 192 h, eight over the standard; five recalls of eight hours
    are forty more. Absence on a plain day changes nothing: its hours count as if worked.
    """
    for away in ((), (absence("a", FIRST),)):
        bureau = small_bureau(
            [officer("a", role="auxiliary")],
            teams="A",
            rotation=rotation("DO", (0,)),
            anchor=FIRST,
            absences=away,
            rules={"overtime-month": {}},
        )
        roster = plain_roster(bureau, FIRST, 31)
        recalls = [
            duty(bureau, "a", FIRST + timedelta(days=n), "office", recall=True) for n in (1, 3, 5, 7, 9)
        ]
        assert findings(bureau, changed(roster, added=recalls[:3])) == []
        found = findings(bureau, changed(roster, added=recalls))
        assert [one.excess for one in found if isinstance(one, Finding)] == [(8 + 40 - 36) * 60]


def test_nobody_is_barred_from_plain_duty() -> None:
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=rotation("D", (0,)),
        rules={"overtime-month": {"hours": "0"}},
    )
    assert (
        findings(bureau, plain_roster(bureau, FIRST, 3)) == []
    )  # 36 h; the standard of three dates is 17.8 h
    recall = [duty(bureau, "a", FIRST, "office", recall=True)]
    roster = changed(plain_roster(bureau, FIRST, 3), added=recall)
    assert len(findings(bureau, roster)) == 1


@pytest.mark.parametrize(("before", "over"), [("office", False), ("recall office", True)])
def test_overtime_from_earlier_in_the_month_counts(before: str, over: bool) -> None:
    """From the 2nd: 184 h x 30/31 + 36 h = 214 h 3 min may be worked, and 208 h are; so a recall of eight
    hours on the 1st is 1 h 57 min too many. A duty of the rotation on the 1st is no overtime.
    """
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=rotation("F" + 60 * "O", (0,)),
        anchor=FIRST,
        rules={"overtime-month": {}},
    )
    shifts = (*26 * ("recall office",), *4 * ("",))
    roster = line_roster(bureau, shifts, before=(before,), first=FIRST + timedelta(days=1))
    found = findings(bureau, roster)
    assert [one.excess for one in found if isinstance(one, Finding)] == over * [117]


@pytest.mark.parametrize(
    ("name", "excess"), [("three-more", []), ("past-three", [1]), ("recall past-three", [])]
)
def test_a_single_date(name: str, excess: list[int]) -> None:
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=rotation("N", (0,)),
        shifts=SHIFTS,
        rules={"overtime-month": {}},
    )
    found = findings(bureau, line_roster(bureau, (name,)))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess
    # Off, exactly three hours more, a recall; a minute past three hours is not offered.
    trial = Trial(bureau, 1, ("three-more", "past-three", "recall past-three"))
    assert agreement(the_rule(bureau, "overtime-month"), trial) == (3, 1)


@pytest.mark.parametrize(("name", "excess"), [("three-more", []), ("past-three", [1])])
def test_a_swapped_duty_is_measured_against_the_owners_plain_shift(name: str, excess: list[int]) -> None:
    """A is off on Monday and works B's long night: three hours more than B's plain one, or a minute past."""
    bureau = small_bureau(
        [officer("a", role="auxiliary"), officer("b", "B", role="auxiliary")],
        teams="AB",
        rotation=rotation("ON", (0, 1)),
        shifts=SHIFTS,
        rules={"overtime-month": {}},
        exchanges=[Exchange("b", MONDAY, "a", MONDAY + timedelta(days=1), ExchangeKind.SWAP)],
    )
    roster = line_roster(bureau, (name,))
    taken = replace(roster, duties=(replace(roster.duties[0], origin=Origin.EXCHANGE),))
    assert [one.excess for one in findings(bureau, taken) if isinstance(one, Finding)] == excess


@pytest.mark.parametrize(
    ("kind", "over"), [(ExchangeKind.SWAP, False), (ExchangeKind.SUBSTITUTION, True)], ids=str
)
def test_a_substitution_earlier_in_the_month_counts_a_swap_does_not(kind: ExchangeKind, over: bool) -> None:
    """As in the test of a recall on the 1st: A worked B's eight hours then, for nothing or for others."""
    back = FIRST + timedelta(days=60) if kind is ExchangeKind.SWAP else None
    bureau = small_bureau(
        [officer("a", role="auxiliary"), officer("b", "B", role="auxiliary")],
        teams="AB",
        rotation=rotation("O" + 59 * "O" + "F", (0, 60)),
        anchor=FIRST,
        rules={"overtime-month": {}},
        exchanges=[Exchange("b", FIRST, "a", back, kind)],
    )
    shifts = (*26 * ("recall office",), *4 * ("",))
    roster = line_roster(bureau, shifts, before=("office",), first=FIRST + timedelta(days=1))
    taken = replace(roster, before=(replace(roster.before[0], origin=Origin.EXCHANGE),))
    assert [one.excess for one in findings(bureau, taken) if isinstance(one, Finding)] == over * [117]


def test_roles() -> None:
    bureau = small_bureau(teams="A", rotation=IDLE, shifts=SHIFTS, rules={"overtime-month": {}})
    assert findings(bureau, line_roster(bureau, month("recall minute"), first=FIRST)) == []  # a sworn officer
    bureau = small_bureau(
        teams="A", rotation=IDLE, shifts=SHIFTS, rules={"overtime-month": {"roles": ["sworn"]}}
    )
    assert len(findings(bureau, line_roster(bureau, month("recall minute"), first=FIRST))) == 1


@pytest.mark.parametrize("away", [(), (absence("a", date(2026, 12, 30)),)])
def test_constraint_and_check_agree(away: tuple[Absence, ...]) -> None:
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=rotation("DNO", (0,)),
        anchor=date(2026, 12, 29),
        absences=away,
        rules={"overtime-month": {"hours": "16"}},
    )
    trial = Trial(
        bureau,
        5,
        ("day", "overlap-evening", "recall office"),
        before=("recall office", "", "overlap-evening"),
        first=date(2026, 12, 29),  # three dates of December, two of January
    )
    allowed, forbidden = agreement(the_rule(bureau, "overtime-month"), trial)
    assert allowed > 50
    assert forbidden > 50


def test_as_a_soft_rule_it_costs_for_each_minute() -> None:
    bureau = idle(severity="soft", hours="0")
    assert findings(bureau, line_roster(bureau, ("recall day",), first=FIRST)) == [
        Cost("overtime-month", Tier.WISHES, 12 * 60 - 184 * 60 // 31, "a", unit="U1", day=FIRST)
    ]
    trial = Trial(bureau, 3, ("recall office", "past-three"), before=("recall day",))
    assert max(same_costs(the_rule(bureau, "overtime-month"), trial)) > 0


def test_sabotage() -> None:
    people = [officer("a"), officer("x", role="auxiliary")]
    bureau = small_bureau(people, rules=every_rule())
    roster = plain_roster(bureau, MONDAY, 28)
    assert rules_broken(bureau, roster) == set()
    tuesday = MONDAY + timedelta(days=1)
    both = [duty(bureau, name, tuesday, "overlap-both") for name in ("a", "x")]  # four hours longer
    roster = changed(roster, without=[("a", tuesday), ("x", tuesday)], added=both)
    assert rules_broken(bureau, roster) == {"overtime-month"}
