"""Not too many nights in a row."""

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

NIGHT = ("night",)


def bureau_of(cycle: str = "O", **options: str) -> Bureau:
    pattern = rotation(cycle, (0,)) if cycle != "O" else IDLE
    return small_bureau(
        teams="A", rotation=pattern, shifts=[shift("to-4", 16, 28)], rules={"nights-in-a-row": options}
    )


@pytest.mark.parametrize(
    "shifts",
    [
        3 * NIGHT,
        (*3 * NIGHT, "", *3 * NIGHT),
        (*3 * NIGHT, "day", "night"),
        (*3 * NIGHT, "to-4"),  # ends before 05:00: not all night
    ],
)
def test_allows(shifts: tuple[str, ...]) -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, shifts)) == []


def test_forbids_a_fourth() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("day", *4 * NIGHT))) == [
        Finding(
            "nights-in-a-row",
            "4 nights in a row, 2026-12-08 to 2026-12-11; at most 3 are allowed: give one of them to another",
            unit="U1",
            officer="a",
            day=MONDAY + timedelta(days=4),
            excess=1,
        )
    ]


def test_a_run_is_reported_once_with_every_stretch_that_is_too_long() -> None:
    bureau = bureau_of()
    found = findings(bureau, line_roster(bureau, 6 * NIGHT))
    assert [one.excess for one in found if isinstance(one, Finding)] == [3]  # nights 1-4, 2-5 and 3-6


@pytest.mark.parametrize(("ahead", "excess"), [(2, []), (3, [1])])
def test_nights_before_the_horizon_count(ahead: int, excess: list[int]) -> None:
    bureau = bureau_of()
    found = findings(bureau, line_roster(bureau, NIGHT, before=ahead * NIGHT))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess


def test_a_run_wholly_before_the_horizon_is_not_reported() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("", "day"), before=4 * NIGHT)) == []


@pytest.mark.parametrize(("own", "excess"), [(1, []), (2, [1])])
def test_the_rotations_nights_after_the_horizon_count(own: int, excess: list[int]) -> None:
    bureau = bureau_of("OOONN")  # the rotation goes on with two nights on the fourth and fifth date
    shifts = ("",) * (3 - own) + own * NIGHT
    found = findings(bureau, line_roster(bureau, shifts))
    assert [one.excess for one in found if isinstance(one, Finding)] == excess


@pytest.mark.parametrize("most", [1, 2, 3])
def test_constraint_and_check_agree(most: int) -> None:
    bureau = bureau_of("OOOON", most=str(most))
    trial = Trial(bureau, 4, ("day", "night", "full-24"), before=("night", "", "night"))
    allowed, forbidden = agreement(the_rule(bureau, "nights-in-a-row"), trial)
    # By hand: strings of four dates, each a night in two ways or none in two; with one night on the date
    # before and one on the date after, no run longer than `most`.
    runs = (f"1{n:04b}1" for n in range(16))
    lawful = [run for run in runs if "1" * (most + 1) not in run]
    assert allowed == len(lawful) * 2**4
    assert allowed + forbidden == 4**4


def test_as_a_soft_rule_it_costs_for_each_night_too_many() -> None:
    bureau = bureau_of(severity="soft", most="1", weight="5")
    assert findings(bureau, line_roster(bureau, 3 * NIGHT)) == [
        Cost("nights-in-a-row", Tier.WISHES, 10, "a", unit="U1", day=MONDAY + timedelta(days=1))
    ]
    trial = Trial(bureau, 4, ("day", "night"), before=NIGHT)
    assert same_costs(the_rule(bureau, "nights-in-a-row"), trial) == {0, 5, 10, 15}


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule())
    roster = plain_roster(bureau, MONDAY, 28)
    dates = [MONDAY + timedelta(days=n) for n in range(6)]
    # D N O O D N becomes N N N N - -: as many hours, eleven hours of rest and more between them.
    nights = [duty(bureau, "a", day, "night") for day in dates[:4]]
    roster = changed(roster, without=[("a", day) for day in dates], added=nights)
    assert rules_broken(bureau, roster) == {"nights-in-a-row"}
