"""Not too many duty days in a row."""

from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost, Finding
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

DAY = ("office",)


def bureau_of(cycle: str = "O", **options: str) -> Bureau:
    pattern = rotation(cycle, (0,)) if cycle != "O" else IDLE
    return small_bureau(teams="A", rotation=pattern, rules={"duty-days-in-a-row": options})


@pytest.mark.parametrize(
    "shifts",
    [
        6 * DAY,
        (*6 * DAY, "", *6 * DAY),
        (*5 * DAY, "night", "", "office"),  # the night belongs to the date it starts on
    ],
)
def test_allows(shifts: tuple[str, ...]) -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, shifts)) == []


def test_forbids_a_seventh() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, (*3 * DAY, "night", *3 * DAY))) == [
        Finding(
            "duty-days-in-a-row",
            "7 duty days in a row, 2026-12-07 to 2026-12-13; at most 6 are allowed: "
            "give one of them to another",
            unit="U1",
            officer="a",
            day=MONDAY + timedelta(days=6),
            excess=1,
        )
    ]


@pytest.mark.parametrize(("ahead", "excess"), [(5, []), (6, [1]), (9, [1])])
def test_duties_before_the_horizon_count(ahead: int, excess: list[int]) -> None:
    """Of nine before, only the seven dates that end with ours are ours to answer for."""
    bureau = bureau_of()
    found = findings(bureau, line_roster(bureau, DAY, before=ahead * DAY))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess


@pytest.mark.parametrize(("own", "excess"), [(4, []), (5, [1])])
def test_the_rotation_after_the_horizon_counts(own: int, excess: list[int]) -> None:
    bureau = bureau_of("OOOOOFF")
    found = findings(bureau, line_roster(bureau, ("",) * (5 - own) + own * DAY))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess


@pytest.mark.parametrize("most", [1, 2, 4])
def test_constraint_and_check_agree(most: int) -> None:
    bureau = bureau_of("OOOOF", most=str(most))
    trial = Trial(bureau, 4, ("day", "night"), before=("office", "", "office"))
    allowed, forbidden = agreement(the_rule(bureau, "duty-days-in-a-row"), trial)
    # A duty on the date before and one on the date after; two ways to be on duty, one to be off.
    runs = (f"{n:04b}" for n in range(16))
    assert allowed == sum(2 ** run.count("1") for run in runs if "1" * (most + 1) not in f"1{run}1")
    assert allowed + forbidden == 3**4


def test_as_a_soft_rule_it_costs_for_each_day_too_many() -> None:
    bureau = bureau_of(severity="soft", most="2")
    assert findings(bureau, line_roster(bureau, 4 * DAY)) == [
        Cost("duty-days-in-a-row", Tier.WISHES, 2, "a", unit="U1", day=MONDAY + timedelta(days=2))
    ]
    trial = Trial(bureau, 5, ("day",), before=DAY)
    assert same_costs(the_rule(bureau, "duty-days-in-a-row"), trial) == {0, 1, 2, 3}


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule(), shifts=[shift("early", 7, 8)])
    dates = [MONDAY + timedelta(days=n) for n in range(7)]
    # Four short mornings; from 08:00 of the fourth to 19:00 of the fifth are 35 hours; then three nights. The
    # next day and night are given away for them.
    shifts = 4 * ("early",) + 3 * ("night",)
    added = [duty(bureau, "a", day, name) for day, name in zip(dates, shifts, strict=True)]
    roster = plain_roster(bureau, MONDAY, 28)
    gone = [("a", day) for day in (*dates, MONDAY + timedelta(days=8), MONDAY + timedelta(days=9))]
    roster = changed(roster, without=gone, added=added)
    assert rules_broken(bureau, roster) == {"duty-days-in-a-row"}
