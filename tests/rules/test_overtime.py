"""Overtime over a whole period and on a single date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin, Roster
from rosterctl.domain.tier import Tier
from rosterctl.domain.unit import DutyModel, Team, Unit, UnitKind
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.timeline.clock import WallMinute
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
    plain_duties,
    plain_roster,
    roster_of,
    rotation,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
    transfer,
)
from tests.support.enumeration_board import Trial, agreement, same_costs
from tests.support.told_board import Menu, ToldBoard, made

SHIFTS = (
    shift("three-more", 16, 31),
    shift("past-three", 16 - 1 / 60, 31),
    shift("quarter", 12, 12.25),
    shift("minute", 13, 13 + 1 / 60),
)
WEEK = 2400 + 496
"""Of a week's 40 h and 36 h x 12 x 7 / 365.25 = 496.76 minutes whole ones: 48 h 16 min."""
QUARTER = 31542 + 108 * 60
"""40 h x 92 / 7 = 31,542.86 minutes, and three months of 36 h."""
LONG = {"standard": "100"}
"""No limit of a period, so that single dates can be looked at alone."""
AUXILIARY = officer("a", role="auxiliary")


def idle(*people: Officer, absences: tuple[Absence, ...] = (), **options: object) -> Bureau:
    """A rotation without duties, so that all that is worked is a recall and nothing is plain."""
    return small_bureau(
        people or [AUXILIARY],
        teams="A",
        rotation=IDLE,
        shifts=SHIFTS,
        absences=absences,
        rules={"overtime": {"period": "week", **options}},
    )


def on_dnoo(**options: object) -> Bureau:
    return small_bureau(
        [AUXILIARY], teams="A", rotation=rotation("DNOO", (0,)), rules={"overtime": options}, shifts=SHIFTS
    )


def excesses(bureau: Bureau, roster: Roster) -> list[int]:
    return [one.excess for one in findings(bureau, roster) if isinstance(one, Finding)]


# The limit of a period.


@pytest.mark.parametrize(
    ("options", "monday", "limit"),
    [
        ({"period": "week"}, 0, WEEK),
        ({"period": "week", "standard": "35"}, 0, WEEK - 300),
        ({"period": "month"}, 0, 10628 + 36 * 60),  # December: 40 h x 31 / 7 = 10,628.57 minutes
        ({"period": "month", "monthly": "40"}, 0, 10628 + 40 * 60),
        ({}, 0, QUARTER),
        ({}, 28, 30857 + 108 * 60),  # January to March 2027: 90 dates
        ({"period": "year"}, 0, 125142 + 432 * 60),  # 365 dates
    ],
)
def test_the_limit_to_the_minute(options: dict[str, str], monday: int, limit: int) -> None:
    bureau = small_bureau([AUXILIARY], teams="A", rotation=IDLE, rules={"overtime": options})
    long = made(monday, 7, 19, paid=999_999, origin=Origin.RECALL)
    board = ToldBoard([Menu([AUXILIARY], [long])], length=monday + 1, bureau=bureau)
    rule = the_rule(bureau, "overtime")
    assert rule.constrain is not None
    rule.constrain(board)
    assert board.told == [({long: 999_999}, limit, {})]


def test_a_minute_past_the_week_is_told() -> None:
    """48 h 15 min and a minute fit; of two minutes the second is too much."""
    bureau = idle()
    shifts = (*4 * ("recall day",), "recall quarter", "recall minute")
    assert findings(bureau, line_roster(bureau, shifts)) == []
    assert findings(bureau, line_roster(bureau, (*shifts, "recall minute"))) == [
        Finding(
            "overtime",
            "8 h 17 min of overtime from 2026-12-07 to 2026-12-13, the dates not yet decided with their "
            "plain hours; at most 8 h 16 min are allowed: give a recall or a long duty to another",
            unit="U1",
            officer="a",
            day=MONDAY + timedelta(days=6),
            excess=1,
        )
    ]


def test_the_next_period_begins_anew() -> None:
    """Sunday full with the week, and Monday again: nothing is carried over."""
    bureau = idle()
    week = (*4 * ("recall day",), "recall quarter", "", "recall minute")
    assert findings(bureau, line_roster(bureau, (*week, "recall day"))) == []


@pytest.mark.parametrize(
    ("period", "day", "fits"),
    [
        ("quarter", date(2026, 12, 31), False),
        ("quarter", date(2027, 1, 1), True),
        ("year", date(2026, 12, 31), False),
        ("year", date(2027, 1, 1), True),
        ("month", date(2026, 11, 30), False),
        ("month", date(2026, 12, 1), True),
    ],
)
def test_both_sides_of_the_edge_of_a_period(period: str, day: date, fits: bool) -> None:
    """The days before are worked beyond every limit; only a new period leaves room for a recall."""
    bureau = idle(period=period)
    first = date(2026, 1, 1)
    before = [duty(bureau, "a", first + timedelta(days=n), "full-24", recall=True) for n in range(365)]
    worked = [duty(bureau, "a", day, "minute", recall=True)]
    roster = roster_of(bureau, day, 1, worked, [one for one in before if one.day < day])
    assert (findings(bureau, roster) == []) is fits
    held = replace(bureau, history=roster.before)
    rule = the_rule(bureau, "overtime")
    assert rule.constrain is not None
    [minute] = Trial(held, 1, ("recall minute",), first=day).board().lines[0].menu[day]
    board = replace(Trial(held, 1, ("recall minute",), first=day).board(), bureau=held)
    rule.constrain(board)
    assert board.keeps((minute,)) is fits


# What the dates count that the roster does not decide.


def test_dates_after_the_horizon_count_with_the_plain_rotation() -> None:
    """`D`: 84 h in the week, above the limit: on Monday no recall fits, though Monday alone has but 12 h."""
    bureau = small_bureau(
        [AUXILIARY], teams="A", rotation=rotation("D", (0,)), rules={"overtime": {"period": "week"}}
    )
    assert findings(bureau, plain_roster(bureau, MONDAY, 1)) == []  # nobody is barred from plain duty
    recall = [duty(bureau, "a", MONDAY, "peak-evening", recall=True)]
    assert excesses(bureau, changed(plain_roster(bureau, MONDAY, 1), added=recall)) == [120]


def test_a_quarter_of_dnoo_leaves_81_hours_42_minutes() -> None:
    """92 dates are 23 cycles, 552 h; a horizon of one date has the room of the whole quarter."""
    bureau = on_dnoo()
    long = made(0, 7, 19, paid=99_999, origin=Origin.RECALL)
    board = ToldBoard([Menu([AUXILIARY], [long])], bureau=bureau)
    rule = the_rule(bureau, "overtime")
    assert rule.constrain is not None
    rule.constrain(board)
    assert board.told == [({long: 99_999}, 720 + QUARTER - 552 * 60, {})]
    assert QUARTER - 552 * 60 == 81 * 60 + 42


@pytest.mark.parametrize("away", [(), (absence("a", MONDAY),), (absence("a", MONDAY + timedelta(days=4)),)])
def test_absence_counts_as_the_plain_duty(away: tuple[Absence, ...]) -> None:
    """`DNOO` from Monday: D, N and D, 48 h with Saturday's night; sixteen minutes are left either way."""
    bureau = small_bureau(
        [AUXILIARY],
        teams="A",
        rotation=rotation("DNOO", (0,)),
        absences=away,
        shifts=SHIFTS,
        rules={"overtime": {"period": "week"}},
    )
    for name, found in (("quarter", []), ("peak-evening", [120 - 16])):
        recall = [duty(bureau, "a", MONDAY + timedelta(days=2), name, recall=True)]
        assert excesses(bureau, changed(plain_roster(bureau, MONDAY, 7), added=recall)) == found


@pytest.mark.parametrize(("hours", "found"), [("quarter", []), ("peak-evening", [120 - 16])])
def test_what_was_worked_before_falling_ill_on_a_date_is_in_its_plain_duty(
    hours: str, found: list[int]
) -> None:
    """The plain day of Monday was worked to its end at 19:00, and the officer is ill from 20:00 on."""
    ill = replace(absence("a", MONDAY), start=WallMinute(20 * 60))
    bureau = small_bureau(
        [AUXILIARY],
        teams="A",
        rotation=rotation("DNOO", (0,)),
        absences=[ill],
        shifts=SHIFTS,
        rules={"overtime": {"period": "week"}},
    )
    more = [duty(bureau, "a", MONDAY, "day")]
    more.append(duty(bureau, "a", MONDAY + timedelta(days=2), hours, recall=True))
    assert excesses(bureau, changed(plain_roster(bureau, MONDAY, 7), added=more)) == found


@pytest.mark.parametrize(
    ("details", "limit"),
    [
        ({"joined": MONDAY}, WEEK),
        ({"joined": MONDAY + timedelta(days=3)}, 1371 + 283),  # four of seven dates: 1,371.4 and 283.9
        ({"left": MONDAY + timedelta(days=3)}, 1371 + 283),
        ({"joined": MONDAY, "left": MONDAY}, 342 + 70),  # 342.9 and 70.97
    ],
)
def test_who_is_on_the_roll_for_a_part_of_the_period_has_a_part_of_the_room(
    details: dict[str, date], limit: int
) -> None:
    person = officer("a", role="auxiliary", **details)
    bureau = idle(person)
    long = made(3, 7, 19, paid=9999, origin=Origin.RECALL)
    board = ToldBoard([Menu([person], [long])], length=4, bureau=bureau)
    rule = the_rule(bureau, "overtime")
    assert rule.constrain is not None
    rule.constrain(board)
    assert board.told == [({long: 9999}, limit, {})]


def test_known_dates_before_count_as_they_were_worked_and_unknown_ones_with_their_plain_hours() -> None:
    """`DNOO` from Monday, 48 h. On Thursday, the dates before known: as planned, 16 minutes; Tuesday's
    night not worked, twelve hours more. With nothing known, 16 minutes.
    """
    bureau = on_dnoo(period="week")
    for before, left in (((), 16), (("day", "night", ""), 16), (("day", "", ""), 736)):
        for minutes, found in ((left // 15 * 15, []), (left + 1, [1])):
            extra = shift("extra", 0, minutes / 60)
            here = replace(bureau, shifts={**bureau.shifts, "extra": extra})
            first = MONDAY + timedelta(days=3)
            roster = line_roster(here, ("recall extra", "day"), before=before, first=first)
            # Friday's day is plain; Saturday's night is not decided.
            assert excesses(here, roster) == found


def two_teams() -> Unit:
    """A never works, B every day."""
    teams = (Team("A", "A", "O", 0), Team("B", "B", "D", 0))
    return Unit("U1", "U1", UnitKind.AREA, (DutyModel(teams),))


@pytest.mark.parametrize(("team", "plain"), [("A", 0), ("B", 2 * 720)])
def test_each_date_counts_with_the_team_of_that_date(team: str, plain: int) -> None:
    """From Saturday in B the weekend's 24 h are plain, whether the roster has the weekend or not."""
    person = officer("a", role="auxiliary", transfers=[transfer(MONDAY + timedelta(days=5), team)])
    rules = {"overtime": {"period": "week"}}
    every_day = rotation("D", (0,))
    bureau = small_bureau([person], units=[two_teams()], rotations=[IDLE, every_day], rules=rules)
    rule = the_rule(bureau, "overtime")
    assert rule.constrain is not None
    for days, worked in ((1, 0), (7, plain)):
        long = made(0, 7, 19, paid=9999, origin=Origin.RECALL)
        board = ToldBoard([Menu([person], [long])], length=days, bureau=bureau)
        rule.constrain(board)
        assert board.told == [({long: 9999}, WEEK - plain + worked, {})]
    trial = Trial(bureau, 7, ("recall day",))
    allowed, forbidden = agreement(rule, trial)
    # Of seven dates at most four have twelve hours, whichever: one, seven, 21, 35 and 35 ways.
    assert (allowed, forbidden) == (1 + 7 + 21 + 35 + 35, 128 - 99)


def test_what_fell_short_may_be_caught_up_though_the_rotation_passes_the_law() -> None:
    """`D` gives 84 h a week, more than the law leaves, so no more than the plain hours may be worked; but
    what Monday fell short of its 12 h is still open. Days four hours longer are tried.
    """
    bureau = small_bureau(
        [AUXILIARY],
        teams="A",
        rotation=rotation("D", (0,)),
        shifts=[shift("longest", 7, 23)],
        rules={"overtime": {"period": "week", "daily": "24"}},
    )
    for before, caught_up in (("office", 240), ("day", 0), ("longest", 0)):
        trial = Trial(bureau, 2, ("day", "longest"), before=(before,), first=MONDAY + timedelta(days=1))
        # By hand: of off, 12 h and 16 h on each of the two dates, those of at most 24 h and what is open.
        hours = [one + other for one in (0, 12, 16) for other in (0, 12, 16)]
        lawful = sum(60 * both <= 24 * 60 + caught_up for both in hours)
        assert agreement(the_rule(bureau, "overtime"), trial) == (lawful, 9 - lawful)


@pytest.mark.parametrize("away", [(), (absence("a", date(2026, 12, 30)),)])
@pytest.mark.parametrize("period", ["week", "month", "quarter", "year"])
def test_constraint_and_check_agree(period: str, away: tuple[Absence, ...]) -> None:
    """Across New Year, a Friday, with recalls before; the limit is set so low that some ways pass it."""
    standard = {"week": "32", "month": "54", "quarter": "55.5", "year": "55.9"}[period]
    bureau = small_bureau(
        [AUXILIARY],
        teams="A",
        rotation=rotation("DNO", (0,)),
        anchor=date(2026, 12, 29),
        absences=away,
        rules={"overtime": {"period": period, "standard": standard, "monthly": "10"}},
    )
    before = ("recall office", "", "overlap-evening")
    shifts = ("day", "overlap-evening", "recall office")
    trial = Trial(bureau, 5, shifts, before=before, first=date(2026, 12, 29))
    allowed, forbidden = agreement(the_rule(bureau, "overtime"), trial)
    assert allowed > 20
    assert forbidden > 20


def quarter_of(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


def test_a_year_rolled_day_by_day_stays_lawful() -> None:
    """`DNOO` for two years, each quarter with all the recalls of eight hours that the law leaves, on its
    first days off. Every date of a year is once the first of a roster, of one date, a fortnight or four
    weeks. All are lawful; one recall more at the end of a quarter is found in each that has it.
    """
    bureau = on_dnoo()
    first, dates = date(2026, 1, 1), 730
    plain = plain_duties(bureau, first, dates)
    busy = {one.day for one in plain}
    free: dict[tuple[int, int], list[date]] = {}
    for day in (first + timedelta(days=n) for n in range(dates)):
        free.setdefault(quarter_of(day), [])
        if day not in busy:
            free[quarter_of(day)].append(day)
    recalls = []
    for quarter, days in free.items():
        worked = 12 * sum(quarter_of(day) == quarter for day in busy)
        length = len(days) + worked // 12
        fit = int((40 * length / 7 + 108 - worked) // 8)
        assert 8 <= fit <= 11  # by the length of the quarter and the duties on its edges
        recalls += [duty(bureau, "a", day, "office", recall=True) for day in days[:fit]]
    every = sorted((*plain, *recalls), key=lambda one: one.day)
    for n in range(92, 92 + 366):
        start = first + timedelta(days=n)
        before = [one for one in every if start - timedelta(days=92) <= one.day < start]
        for length in (1, 14, 28):
            mine = [one for one in every if start <= one.day < start + timedelta(days=length)]
            roster = roster_of(bureau, start, length, mine, before)
            assert findings(bureau, roster) == [], start
        last = free[quarter_of(start)][-1]
        if start <= last < start + timedelta(days=28):
            more = duty(bureau, "a", last, "office", recall=True)
            assert len(excesses(bureau, changed(roster, added=[more]))) == 1, start


@pytest.mark.parametrize(
    ("name", "excess"), [("three-more", []), ("past-three", [1]), ("recall past-three", [])]
)
def test_a_single_date(name: str, excess: list[int]) -> None:
    bureau = small_bureau(
        [AUXILIARY], teams="A", rotation=rotation("N", (0,)), shifts=SHIFTS, rules={"overtime": LONG}
    )
    assert excesses(bureau, line_roster(bureau, (name,))) == excess
    # Off, exactly three hours more, a recall; a minute past three hours is not offered.
    trial = Trial(bureau, 1, ("three-more", "past-three", "recall past-three"))
    assert agreement(the_rule(bureau, "overtime"), trial) == (3, 1)


@pytest.mark.parametrize(("name", "excess"), [("three-more", []), ("past-three", [1])])
def test_a_swapped_duty_is_measured_against_the_owners_plain_shift(name: str, excess: list[int]) -> None:
    """A is off on Monday and works B's long night: three hours more than B's plain one, or a minute past."""
    bureau = small_bureau(
        [AUXILIARY, officer("b", "B", role="auxiliary")],
        teams="AB",
        rotation=rotation("ON", (0, 1)),
        shifts=SHIFTS,
        rules={"overtime": {}},
        exchanges=[Exchange("b", MONDAY, "a", MONDAY + timedelta(days=1), ExchangeKind.SWAP)],
    )
    roster = line_roster(bureau, (name,))
    taken = replace(roster, duties=(replace(roster.duties[0], origin=Origin.EXCHANGE),))
    assert excesses(bureau, taken) == excess


def test_roles() -> None:
    """A sworn officer may work more than the week leaves, unless the rule is widened to them."""
    over = (*5 * ("recall day",),)
    bureau = idle(officer("a"))
    assert findings(bureau, line_roster(bureau, over)) == []
    bureau = idle(officer("a"), roles=["sworn"])
    assert excesses(bureau, line_roster(bureau, over)) == [3600 - WEEK]


def test_the_lines_of_other_roles_are_passed_over() -> None:
    people = [officer("s"), officer("x", role="auxiliary")]
    bureau = idle(*people)
    long = made(0, 7, 19, paid=9999, origin=Origin.RECALL)
    board = ToldBoard([Menu([one], [long]) for one in people], bureau=bureau)
    rule = the_rule(bureau, "overtime")
    assert rule.constrain is not None
    rule.constrain(board)
    assert [limit for _, limit, _ in board.told] == [WEEK]  # that of x alone


@pytest.mark.parametrize(
    ("choice", "points"),
    [
        (made(0, 7, 19, paid=WEEK, origin=Origin.RECALL), 0),  # as much as the week leaves
        (made(0, 7, 19, paid=WEEK + 1, origin=Origin.RECALL), 2),
        (made(0, 7, 10), 0),  # three hours more than the plain day off
        (made(0, 7, 10 + 1 / 60), 2),
        (made(0, 7, 10 + 1 / 60, origin=Origin.RECALL), 0),
    ],
)
def test_a_minute_too_much_is_charged_its_weight(choice: Choice, points: int) -> None:
    people = [officer("x", role="auxiliary"), officer("s")]
    bureau = idle(*people, severity="soft", weight="2")
    rule = the_rule(bureau, "overtime")
    assert rule.charge is not None
    shares = FairShares(Horizon(MONDAY, 1))
    assert [rule.charge(bureau, one, [choice], shares) for one in people] == [points, 0]


def test_as_a_soft_rule_it_costs_for_each_minute() -> None:
    bureau = idle(severity="soft", monthly="0", standard="7")
    assert findings(bureau, line_roster(bureau, ("recall day",))) == [
        Cost("overtime", Tier.WISHES, 5 * 60, "a", unit="U1", day=MONDAY)
    ]
    trial = Trial(bureau, 3, ("recall office", "past-three"), before=("recall day",))
    assert max(same_costs(the_rule(bureau, "overtime"), trial)) > 0


@pytest.mark.parametrize(("period", "first"), [("week", MONDAY), ("quarter", date(2026, 10, 1))])
def test_duties_are_kept_from_the_first_date_of_the_period(period: str, first: date) -> None:
    rule = the_rule(idle(period=period), "overtime")
    assert rule.looks_back is not None
    assert rule.looks_back(Horizon(MONDAY + timedelta(days=3), 40)) == first


def test_sabotage() -> None:
    people = [officer("a"), officer("x", role="auxiliary")]
    bureau = small_bureau(people, rules=every_rule())
    roster = plain_roster(bureau, MONDAY, 28)
    assert rules_broken(bureau, roster) == set()
    tuesday = MONDAY + timedelta(days=1)
    both = [duty(bureau, name, tuesday, "overlap-both") for name in ("a", "x")]  # four hours longer
    roster = changed(roster, without=[("a", tuesday), ("x", tuesday)], added=both)
    assert rules_broken(bureau, roster) == {"overtime"}
