"""Overtime in a calendar month and on a single date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
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
    rotation,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
)
from tests.support.enumeration_board import Trial, agreement, same_costs
from tests.support.told_board import Menu, ToldBoard, made

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
    found = findings(bureau, line_roster(bureau, ("recall long", "", "recall long"), first=date(2026, 11, 1)))
    assert [(one.day, one.excess) for one in found if isinstance(one, Finding)] == [
        (date(2026, 11, 3), one) for one in excess
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


@pytest.mark.parametrize(("last", "excess"), [("", []), ("recall minute", [1])])
def test_hours_from_earlier_in_the_month_count(last: str, excess: list[int]) -> None:
    """From the 2nd 208 h are worked; with the 12 h of the 1st 220 h are, and no minute more may be."""
    bureau = idle()
    shifts = (*26 * ("recall office",), last, *3 * ("",))
    roster = line_roster(bureau, shifts, before=("recall day",), first=FIRST + timedelta(days=1))
    assert [one.excess for one in findings(bureau, roster) if isinstance(one, Finding)] == excess


def test_dates_of_which_nothing_is_known_count_with_their_plain_hours() -> None:
    """`DO`: 16 x 12 h in December, eight over the standard, of which 12 h on the 1st; 28 h of recalls fit."""
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=rotation("DO", (0,)),
        anchor=FIRST,
        rules={"overtime-month": {}},
        shifts=[shift("four", 8, 12)],
    )
    second = FIRST + timedelta(days=1)
    recalls = [(1, "office"), (3, "office"), (5, "office"), (7, "four"), (9, "four")]
    added = [duty(bureau, "a", FIRST + timedelta(days=n), name, recall=True) for n, name in recalls]
    roster = replace(plain_roster(bureau, second, 30), before=())
    assert findings(bureau, changed(roster, added=added[:4])) == []  # 28 h
    found = findings(bureau, changed(roster, added=added))
    assert [one.excess for one in found if isinstance(one, Finding)] == [4 * 60]


@pytest.mark.parametrize("recalls", [3, 4])
@pytest.mark.parametrize("off", [0, 1])
def test_a_roster_carried_on_is_judged_as_it_was(recalls: int, off: int) -> None:
    """`DNOO` gives 16 x 12 h in December, eight over the standard, so that 28 h of recalls are left: 24 h and
    not 32 h, or with a plain duty left out both. The plain duties crowd into some pieces of the month. When
    all recalls are over, nobody is barred from what is left.
    """
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=rotation("DNOO", (0,)),
        anchor=FIRST,
        rules={"overtime-month": {}},
    )
    days = [FIRST + timedelta(days=4 * n + 2) for n in range(recalls)]
    roster = changed(
        plain_roster(bureau, FIRST, 31),
        without=[("a", FIRST + timedelta(days=20))] * off,
        added=[duty(bureau, "a", day, "office", recall=True) for day in days],
    )
    for first in (FIRST, *days, FIRST + timedelta(days=28)):
        cut = replace(
            roster,
            horizon=Horizon(first, 31 - (first - FIRST).days),
            before=tuple(one for one in roster.duties if one.day < first),
            duties=tuple(one for one in roster.duties if one.day >= first),
        )
        found = [one.excess for one in findings(bureau, cut) if isinstance(one, Finding)]
        assert found == ([4 * 60] if recalls == 4 and not off and first <= days[-1] else [])


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
    found = findings(bureau, line_roster(bureau, (name,), first=FIRST))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess
    # Off, exactly three hours more, a recall; a minute past three hours is not offered.
    trial = Trial(bureau, 1, ("three-more", "past-three", "recall past-three"), first=FIRST)
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


@pytest.mark.parametrize(
    ("before", "caught_up"),
    [
        ("office", 4 * 60),  # 8 h instead of 12 h
        ("day", 0),  # nothing fell short
        ("longest", 0),  # 16 h: what was too much is not asked back of plain duty
    ],
)
def test_what_fell_short_earlier_may_be_caught_up_though_the_rotation_passes_the_law(
    before: str, caught_up: int
) -> None:
    """`D` gives 12 h a date, more than the law leaves, so on 2 and 3 December no more than the plain 24 h may
    be worked; but what the 1st fell short of its 12 h is still open. Days four hours longer are tried.
    """
    bureau = small_bureau(
        [officer("a", role="auxiliary")],
        teams="A",
        rotation=rotation("D", (0,)),
        shifts=[shift("longest", 7, 23)],
        rules={"overtime-month": {"hours": "0", "daily": "24"}},
    )
    trial = Trial(bureau, 2, ("day", "longest"), before=(before,), first=FIRST + timedelta(days=1))
    # By hand: of off, 12 h and 16 h on each of the two dates, those that are at most 24 h and what is open.
    hours = [one + other for one in (0, 12, 16) for other in (0, 12, 16)]
    lawful = sum(60 * both <= 24 * 60 + caught_up for both in hours)
    assert agreement(the_rule(bureau, "overtime-month"), trial) == (lawful, 9 - lawful)


def test_a_date_before_is_known_where_anybody_has_a_duty() -> None:
    """`D`, 12 h a date: on Sunday x worked, so y was off though the rotation gave 12 h: y may catch it up on
    Monday; x has Monday's plain 12 h, and sixteen must not be worked. Of Saturday nothing is known.
    """
    people = [officer("x", role="auxiliary"), officer("y", role="auxiliary")]
    bureau = small_bureau(
        people, teams="A", rotation=rotation("D", (0,)), rules={"overtime-month": {"hours": "0"}}
    )
    monday = [made(0, 7, 19, plain=True), made(0, 7, 23)]
    lines = [Menu(people[:1], [made(-1, 7, 19), *monday]), Menu(people[1:], monday)]
    board = ToldBoard(lines, before=2, bureau=bureau)
    rule = the_rule(bureau, "overtime-month")
    assert rule.constrain is not None
    rule.constrain(board)
    assert board.told == [({one: one.paid for one in monday}, 12 * 60, {})]


@pytest.mark.parametrize(
    ("roles", "hours", "limit"),
    [
        (["auxiliary"], "36", 36 * 60 + 2492),
        (["auxiliary"], "40", 40 * 60 + 2492),
        (["sworn"], "36", None),  # not their rule
    ],
)
def test_the_limit_to_the_minute(roles: list[str], hours: str, limit: int | None) -> None:
    """Monday is the 7th of 31 dates, and December has 23 working days: of 8 x 60 x 23 minutes 7 / 31 are
    2,492.9. Without plain hours that and the overtime may be worked.
    """
    people = [officer("x", role="auxiliary")]
    bureau = small_bureau(
        people, teams="A", rotation=IDLE, rules={"overtime-month": {"hours": hours, "roles": roles}}
    )
    long = made(0, 7, 19, paid=9999, origin=Origin.RECALL)
    board = ToldBoard([Menu(people, [long])], bureau=bureau)
    rule = the_rule(bureau, "overtime-month")
    assert rule.constrain is not None
    rule.constrain(board)
    assert board.told == ([] if limit is None else [({long: 9999}, limit, {})])


@pytest.mark.parametrize("earlier", [0, 480])
def test_what_was_worked_above_the_rotation_earlier_is_used_up(earlier: int) -> None:
    """Of the limit above, minute by minute: nothing of Sunday, or a recall of eight hours."""
    people = [officer("x", role="auxiliary")]
    bureau = small_bureau(people, teams="A", rotation=IDLE, rules={"overtime-month": {}})
    sunday = [made(-1, 9, 17, paid=earlier, origin=Origin.RECALL)] if earlier else []
    long = made(0, 7, 19, paid=9999, origin=Origin.RECALL)
    board = ToldBoard([Menu(people, [*sunday, long])], before=1, bureau=bureau)
    rule = the_rule(bureau, "overtime-month")
    assert rule.constrain is not None
    rule.constrain(board)
    assert board.told == [({long: 9999}, 36 * 60 + 2492 - earlier, {})]


def test_the_lines_of_other_roles_are_passed_over() -> None:
    people = [officer("s"), officer("x", role="auxiliary")]
    bureau = small_bureau(people, teams="A", rotation=IDLE, rules={"overtime-month": {}})
    long = made(0, 7, 19, paid=9999, origin=Origin.RECALL)
    board = ToldBoard([Menu([one], [long]) for one in people], bureau=bureau)
    rule = the_rule(bureau, "overtime-month")
    assert rule.constrain is not None
    rule.constrain(board)
    assert [limit for _, limit, _ in board.told] == [36 * 60 + 2492]  # that of x alone, see above


@pytest.mark.parametrize(
    ("choice", "points"),
    [
        (made(0, 7, 19, paid=36 * 60 + 2492, origin=Origin.RECALL), 0),  # as much as the month leaves
        (made(0, 7, 19, paid=36 * 60 + 2493, origin=Origin.RECALL), 2),
        (made(0, 7, 10), 0),  # three hours more than the plain day off
        (made(0, 7, 10 + 1 / 60), 2),
        (made(0, 7, 10 + 1 / 60, origin=Origin.RECALL), 0),
    ],
)
def test_a_minute_too_much_is_charged_its_weight(choice: Choice, points: int) -> None:
    people = [officer("x", role="auxiliary"), officer("s")]
    options = {"severity": "soft", "weight": "2"}
    bureau = small_bureau(people, teams="A", rotation=IDLE, rules={"overtime-month": options})
    rule = the_rule(bureau, "overtime-month")
    assert rule.charge is not None
    shares = FairShares(Horizon(MONDAY, 1))
    assert [rule.charge(bureau, one, [choice], shares) for one in people] == [points, 0]


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
