"""Mean weekly hours over the rotation's own cycle."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    MONDAY,
    absence,
    changed,
    duty,
    every_rule,
    findings,
    model,
    officer,
    plain_roster,
    rotation,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
    transfer,
    unit,
)
from tests.support.enumeration_board import Trial, agreement, same_costs
from tests.support.told_board import Menu, ToldBoard, made

DNO = rotation("DNO", (0, 1, 2))
LAST = MONDAY + timedelta(days=27)
RECALL_DAYS = [MONDAY + timedelta(days=n) for n in (3, 7, 11, 15, 19)]
SHIFTS = (shift("ten-minutes", 18, 18 + 1 / 6), shift("late", 18, 20))


def bureau_of(*absences: Absence, role: str = "sworn", **options: str) -> Bureau:
    return small_bureau(
        [officer("a", role=role)], shifts=SHIFTS, absences=absences, rules={"mean-hours": options}
    )


def recalled(bureau: Bureau, *shifts: str) -> list[Finding | Cost]:
    added = [
        duty(bureau, "a", day, name, recall=True) for day, name in zip(RECALL_DAYS, shifts, strict=False)
    ]
    return findings(bureau, changed(plain_roster(bureau, MONDAY, 28), added=added))


def test_allows_eight_hours_on_top_of_a_cycle_of_42() -> None:
    assert recalled(bureau_of(), *4 * ("late",)) == []  # (44 - 42) x 28 / 7 = 8


def test_forbids_ten_minutes_more() -> None:
    assert recalled(bureau_of(), *4 * ("late",), "ten-minutes") == [
        Finding(
            "mean-hours",
            "176 h 10 min from 2026-12-07 to 2027-01-03, 8 h 10 min of them beyond the rotation; the mean of "
            "44 h a week leaves 8 h for that: give a recall or a long duty to another",
            unit="U1",
            officer="a",
            day=LAST,
            excess=10,
        )
    ]


def test_absent_dates_are_neutral() -> None:
    """Fourteen dates present, one of them taken by a recall: 2 x 14 / 7 = 4 h."""
    bureau = bureau_of(absence("a", MONDAY, MONDAY + timedelta(days=13)))
    days = [day for day in RECALL_DAYS if bureau.is_present(bureau.officers["a"], day)]
    roster = plain_roster(bureau, MONDAY, 28)
    two = [duty(bureau, "a", day, "late", recall=True) for day in days]
    assert findings(bureau, changed(roster, added=two)) == []
    more = duty(bureau, "a", MONDAY + timedelta(days=23), "ten-minutes", recall=True)
    found = findings(bureau, changed(roster, added=[*two, more]))
    assert [one.excess for one in found if isinstance(one, Finding)] == [10]


def carried_on(bureau: Bureau, first: date, since: date, *extras: date) -> list[Finding | Cost]:
    """Four weeks from `first` of a roster that counts from `since`, with two hours on each of some dates."""
    roster = plain_roster(bureau, first, 28)
    added = [duty(bureau, "a", day, "late", recall=True) for day in extras]
    return findings(
        bureau,
        replace(
            roster,
            horizon=Horizon(first, 28, since),
            before=(*roster.before, *(one for one in added if one.day < first)),
            duties=(*roster.duties, *(one for one in added if one.day >= first)),
        ),
    )


def test_a_roster_that_is_carried_on_stays_lawful() -> None:
    """Eight hours late in the first four weeks and two early in the next, however far they are over."""
    bureau, first = bureau_of(), MONDAY + timedelta(days=16)
    eight = [MONDAY + timedelta(days=n) for n in (15, 19, 23, 27)]
    two = MONDAY + timedelta(days=31)
    assert carried_on(bureau, first, MONDAY, *eight, two) == []
    assert carried_on(bureau, first, first, *eight, two) == []  # 3 x 2 + 2 h in the four weeks from there
    assert len(carried_on(bureau, first, first, *eight, two, two + timedelta(days=4))) == 1  # 10 h


def test_what_was_worked_in_a_period_counts_after_it_is_over() -> None:
    """Two hours on each of four dates that are over leave nothing for the rest of their four weeks."""
    bureau, first = bureau_of(), MONDAY + timedelta(days=16)
    over = [MONDAY + timedelta(days=n) for n in (3, 7, 11, 15)]
    (found,) = carried_on(bureau, first, MONDAY, *over, MONDAY + timedelta(days=19))
    assert isinstance(found, Finding) and found.excess == 120


@pytest.mark.parametrize("made", [0, 1, 2, 3])
@pytest.mark.parametrize("off", [0, 12])
def test_constraint_and_check_agree_on_what_was_worked_before(made: int, off: int) -> None:
    """N O and seven dates before them, O O D N O O D: 12 h, and 5 x 9 / 7 = 6.43 h less two for each recall
    made, and twelve more if there was no duty on the last of them."""
    last = "" if off else "day"
    rest = ["recall late" if n < made else "" for n in range(3)]
    before = (rest[0], rest[1], "day", "night", "", rest[2], last)
    first = MONDAY + timedelta(days=1)
    trial = Trial(bureau_of(sworn="47"), 2, ("day", "recall late"), before, first, first - timedelta(days=7))
    most = 12 + max(5 * 9 / 7 - 2 * made + off, 0)
    allowed = sum(a + b <= most for a in (0, 12, 2) for b in (0, 12, 2))
    assert agreement(the_rule(trial.bureau, "mean-hours"), trial) == (allowed, 9 - allowed)


def test_each_role_has_its_limit() -> None:
    assert recalled(bureau_of(role="auxiliary", sworn="0"), *4 * ("late",)) == []
    assert len(recalled(bureau_of(role="auxiliary", auxiliary="43"), *4 * ("late",))) == 1


def test_the_plain_rotation_is_never_forbidden() -> None:
    bureau = small_bureau(teams="A", rotation=rotation("DNO", (0,)), rules={"mean-hours": {}})  # 56 h a week
    assert findings(bureau, plain_roster(bureau, MONDAY, 28)) == []
    assert agreement(the_rule(bureau, "mean-hours"), Trial(bureau, 3, ("day", "night"))) == (
        1 + 6 + 12,  # up to two duties of twelve hours in three dates
        8,
    )


def test_the_mean_is_that_of_the_units_own_plain_shifts() -> None:
    place = unit(teams="A", shifts={"D": ("office",), "N": ("night",)})  # 8 and 12 h: 35 h a week
    bureau = small_bureau(
        units=[place], shifts=SHIFTS, rules={"mean-hours": {"sworn": "36"}}, officers=[officer("a")]
    )
    assert recalled(bureau, "late", "late") == []  # 36 - 35 an hour a week: 4 h
    assert len(recalled(bureau, "late", "late", "ten-minutes")) == 1


def test_across_a_change_each_date_counts_with_the_mean_of_its_own_cycle() -> None:
    # Two weeks of DNOO leave 2 h a week of 44, two weeks of DNO (56 h) nothing, and take nothing away: 4 h.
    place = unit(teams="A", later=[model(MONDAY + timedelta(days=14), teams="A", rotation=DNO)])
    bureau = small_bureau(units=[place], rotations=[DNO], shifts=SHIFTS, rules={"mean-hours": {}})
    assert recalled(bureau, "late", "late") == []
    found = recalled(bureau, "late", "late", "ten-minutes")
    assert [one.excess for one in found if isinstance(one, Finding)] == [10]


def test_constraint_and_check_agree_across_a_change_and_a_transfer() -> None:
    place = unit(teams="AB", later=[model(MONDAY + timedelta(days=2), teams="AB", rotation=DNO)])
    moved = officer("a", transfers=[transfer(MONDAY + timedelta(days=4), "B")])
    bureau = small_bureau(
        [moved], units=[place], rotations=[DNO], shifts=SHIFTS, rules={"mean-hours": {"sworn": "63"}}
    )
    # Plain D N, then O D of DNO, then O of its team B: 36 h. 63 h a week are 21 more than 42 and 7 than 56.
    plain = [bureau.plain_shift(moved, MONDAY + timedelta(days=n)) for n in range(5)]
    assert [one.id if one else "" for one in plain] == ["day", "night", "", "day", ""]
    most, menu = 36 + (2 * 21 + 3 * 7) / 7, (0, 12, 14, 2)
    allowed = sum(
        a + b + c + d + e <= most for a in menu for b in menu for c in menu for d in menu for e in menu
    )
    trial = Trial(bureau, 5, ("day", "overlap-evening", "recall late"))
    assert agreement(the_rule(bureau, "mean-hours"), trial) == (allowed, 4**5 - allowed)


def test_a_night_when_the_clocks_go_back_is_plain_too() -> None:
    saturday = date(2026, 10, 24)
    bureau = small_bureau(
        teams="A",
        rotation=rotation("N", (0,)),
        timezone="Europe/London",
        anchor=saturday,
        rules={"mean-hours": {"sworn": "84"}},  # exactly the cycle's mean
    )
    assert findings(bureau, plain_roster(bureau, saturday, 3)) == []
    trial = Trial(bureau, 2, ("night", "overlap-evening"), first=saturday)
    # 13 + 12 h on two dates: both plain, or one of the two with two hours more and the other off.
    assert agreement(the_rule(bureau, "mean-hours"), trial) == (1 + 4 + 1, 3)


@pytest.mark.parametrize("absent", [(), (absence("a", MONDAY + timedelta(days=4)),)])
def test_constraint_and_check_agree(absent: tuple[Absence, ...]) -> None:
    bureau = bureau_of(*absent, sworn="60")
    trial = Trial(bureau, 5, ("day", "overlap-evening", "recall late"))
    # Plain D N O O D: 36 h (24 h without the fifth date) and 18 h a week more: 12.86 h (10.29 h). Absent on
    # the fifth, the officer may have worked on it before they fell ill: that counts on neither side.
    most = 24 + 18 * 4 / 7 if absent else 36 + 18 * 5 / 7
    menu = (0, 12, 14, 2)
    fifth = (0, 0, 0, 0) if absent else menu
    allowed = sum(
        a + b + c + d + e <= most for a in menu for b in menu for c in menu for d in menu for e in fifth
    )
    assert agreement(the_rule(bureau, "mean-hours"), trial) == (allowed, 4**5 - allowed)


@pytest.mark.parametrize(
    ("cycle", "dates", "limit"),
    [
        ("DNOO", 28, 168 * 60 + 8 * 60),  # 42 h a week leave two of 44
        ("DNO", 3, 24 * 60),  # 56 h a week leave nothing: the plain hours and not a minute more
        ("DNO", 29, None),  # the 29th date begins another period, see below
    ],
)
def test_the_limit_to_the_minute(cycle: str, dates: int, limit: int | None) -> None:
    """More is offered on every date than may be worked, so each period has its limit."""
    bureau = small_bureau(teams="A", rotation=rotation(cycle, (0,)), rules={"mean-hours": {}})
    every = [made(n, 7, 19, paid=2000) for n in range(dates)]
    board = ToldBoard([Menu([bureau.officers["a"]], every)], length=dates, bureau=bureau)
    rule = the_rule(bureau, "mean-hours")
    assert rule.constrain is not None
    rule.constrain(board)
    told = [([one.day for one in terms], most) for terms, most, _ in board.told]
    if limit is not None:
        assert told == [([one.day for one in every], limit)]
    else:  # 19 duties in 28 dates, then the night of the second date of the cycle
        days = [one.day for one in every]
        assert told == [(days[:28], 19 * 12 * 60), (days[28:], 12 * 60)]


def test_as_a_soft_rule_it_costs_for_each_minute() -> None:
    bureau = bureau_of(severity="soft", weight="2")
    assert recalled(bureau, *5 * ("late",)) == [
        Cost("mean-hours", Tier.WISHES, 2 * 120, "a", unit="U1", day=LAST)
    ]
    trial = Trial(bureau, 4, ("day", "recall late"))
    assert max(same_costs(the_rule(bureau, "mean-hours"), trial)) > 0


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule(), shifts=SHIFTS)
    roster = plain_roster(bureau, MONDAY, 28)
    # Five times two hours, 35 hours after the night and eleven before the day.
    added = [duty(bureau, "a", day, "late", recall=True) for day in RECALL_DAYS]
    assert rules_broken(bureau, changed(roster, added=added)) == {"mean-hours"}


def test_a_date_on_which_one_of_several_is_absent_counts_for_the_others() -> None:
    """In the counts a line has everybody of a kind, each with absences of their own."""
    people = [officer("a"), officer("b")]
    bureau = small_bureau(
        people,
        teams="A",
        rotation=rotation("DNOO", (0,)),
        absences=[absence("a", MONDAY)],
        rules={"mean-hours": {}},
    )
    every = [made(n, 7, 19, paid=2000) for n in range(2)]
    board = ToldBoard([Menu(people, every)], length=2, bureau=bureau)
    rule = the_rule(bureau, "mean-hours")
    assert rule.constrain is not None
    rule.constrain(board)
    ((terms, _, _),) = board.told
    assert [one.day for one in terms] == [MONDAY, MONDAY + timedelta(days=1)]
