"""A ceiling on hours in any week and any four weeks."""

from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import FairShares
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    IDLE,
    MONDAY,
    changed,
    duty,
    every_rule,
    findings,
    line_roster,
    plain_roster,
    rotation,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
)
from tests.support.enumeration_board import Trial, agreement, same_costs
from tests.support.told_board import made

SHIFTS = (
    shift("half-hour-longer", 7, 19.5),
    shift("with-break", 7, 20, break_minutes=60),
    shift("dark", 22, 30),
    shift("day-14", 7, 21),
    shift("overlap-16-and-a-half", 17, 33.5),
)


def bureau_of(timezone: str = "Asia/Shanghai", **options: str) -> Bureau:
    return small_bureau(teams="A", rotation=IDLE, shifts=SHIFTS, timezone=timezone, rules={"hours": options})


@pytest.mark.parametrize(
    "shifts",
    [
        5 * ("day",),  # 60 h
        (*4 * ("day",), "with-break"),  # the break is not paid: 60 h
        (*5 * ("day",), "", "", "day"),  # dates 2 to 8: 60 h
    ],
)
def test_allows(shifts: tuple[str, ...]) -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, shifts)) == []


def test_forbids_half_an_hour_more() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, (*4 * ("day",), "", "", "half-hour-longer", "", "day"))) == [
        Finding(
            "hours",
            "30 min too many in the 7 days to 2026-12-13; at most 60 h are allowed: "
            "shorten a duty or give one to another",
            unit="U1",
            officer="a",
            day=MONDAY + timedelta(days=6),
            excess=30,
        )
    ]


@pytest.mark.parametrize(
    ("extra", "excess"),
    [
        ("", []),  # 16 days of 12 h in 28 dates: 192 h
        ("office", []),  # and 8 h: 200 h
        ("day", [4 * 60]),
    ],
)
def test_four_weeks(extra: str, excess: list[int]) -> None:
    bureau, week = bureau_of(), (*4 * ("day",), "", "", "")
    found = findings(bureau, line_roster(bureau, (*3 * week, *week[:-1], extra)))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess


def test_four_weeks_are_28_dates() -> None:
    """The first and the 29th date do not lie in one stretch: 16 days of 12 h, and on the 29th another."""
    bureau, week = bureau_of(), (*4 * ("day",), "", "", "")
    assert findings(bureau, line_roster(bureau, (*4 * week, "day"))) == []  # 192 h to the 28th and the 29th


@pytest.mark.parametrize(
    ("before", "excess"),
    [
        (("day", "", *4 * ("day",), ""), []),  # its first date is eight before ours
        (("day", *4 * ("day",), ""), [12 * 60]),
        (("day", "day", *4 * ("day",)), [12 * 60]),  # 72 h before: they are the limit, all of ours is over
    ],
)
def test_duties_before_the_horizon_count(before: tuple[str, ...], excess: list[int]) -> None:
    bureau = bureau_of()
    found = findings(bureau, line_roster(bureau, ("day",), before=before))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess


def test_a_stretch_does_not_reach_beyond_the_horizon() -> None:
    bureau = small_bureau(teams="A", rotation=rotation("D", (0,)), rules={"hours": {}})
    assert findings(bureau, line_roster(bureau, 5 * ("day",))) == []


@pytest.mark.parametrize(
    ("saturday", "excess"),
    [
        (date(2026, 6, 6), []),  # 22:00 to 06:00 are 8 h
        (date(2026, 3, 28), []),  # 7 h when the clocks go forward
        (date(2026, 10, 24), [60]),  # 9 h when they go back
    ],
)
def test_hours_are_counted_between_instants(saturday: date, excess: list[int]) -> None:
    bureau = bureau_of("Europe/London", days7="8")
    found = findings(bureau, line_roster(bureau, ("dark",), first=saturday))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess
    trial = Trial(bureau, 1, ("dark",), first=saturday)
    assert agreement(the_rule(bureau, "hours"), trial) == (2 - len(excess), len(excess))


def test_constraint_and_check_agree() -> None:
    bureau = bureau_of(days7="36", days28="44")
    trial = Trial(bureau, 4, ("day", "office", "with-break"), before=("day", *7 * ("",)))
    # Twelve hours in two ways, eight in one; eleven dates back another twelve, which the 28 days still see:
    # so 32 h at most, which the 7 days do not pass.
    menu = (0, 12, 8, 12)
    allowed = sum(a + b + c + d <= 32 for a in menu for b in menu for c in menu for d in menu)
    assert agreement(the_rule(bureau, "hours"), trial) == (allowed, 4**4 - allowed)


def test_constraint_and_check_agree_where_the_past_is_too_long_already() -> None:
    bureau = bureau_of(days7="30")
    trial = Trial(bureau, 3, ("day", "office"), before=("day", "", "day", "", "day", ""))
    # 36 h in six dates: nothing on the first date; then 24 h are left of it, so 6 h, for no duty;
    # the third date sees the last two too.
    assert agreement(the_rule(bureau, "hours"), trial) == (1, 3**3 - 1)


@pytest.mark.parametrize(("second", "stretches"), [(6, 1), (7, 0), (5, 2)])
def test_a_charge_sees_seven_dates_and_no_more(second: int, stretches: int) -> None:
    """Twelve hours are allowed; of nine dates the first is worked and one more, twelve hours each."""
    bureau = bureau_of(severity="soft", days7="12", weight="2")
    rule = the_rule(bureau, "hours")
    assert rule.charge is not None
    worked = [made(0, 7, 19), made(second, 7, 19)]
    shares = FairShares(Horizon(MONDAY, 9))
    assert rule.charge(bureau, bureau.officers["a"], worked, shares) == 2 * stretches * 12 * 60


def test_as_a_soft_rule_it_costs_for_each_minute_of_every_stretch() -> None:
    bureau = bureau_of(severity="soft", days7="12")
    # 24 h to Tuesday and to Wednesday of the horizon: 12 h over, twice.
    assert findings(bureau, line_roster(bureau, ("day", "day", ""))) == [
        Cost("hours", Tier.WISHES, 2 * 12 * 60, "a", unit="U1", day=MONDAY + timedelta(days=1))
    ]
    trial = Trial(bureau, 3, ("day", "office"), before=("day",))
    assert len(same_costs(the_rule(bureau, "hours"), trial)) > 3


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule(), shifts=SHIFTS)
    # D N O O D N becomes 14 + 16.5 + 14 + 16.5 = 61 h; later a day and a night are given away for it.
    longer = {0: "day-14", 1: "overlap-16-and-a-half", 4: "day-14", 5: "overlap-16-and-a-half"}
    added = [duty(bureau, "a", MONDAY + timedelta(days=n), name) for n, name in longer.items()]
    gone = [("a", MONDAY + timedelta(days=n)) for n in (*longer, 8, 9)]
    roster = changed(plain_roster(bureau, MONDAY, 28), without=gone, added=added)
    assert rules_broken(bureau, roster) == {"hours"}
