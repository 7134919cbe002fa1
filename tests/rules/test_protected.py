"""No nights and no overtime for those the law protects."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import (
    MONDAY,
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
from tests.support.enumeration_board import Trial, agreement

TUESDAY = MONDAY + timedelta(days=1)
SHIFTS = (
    shift("to-22", 10, 22),
    shift("past-22", 10, 22 + 1 / 60),
    shift("from-6", 6, 18),
    shift("before-6", 6 - 1 / 60, 17),
    shift("longer", 7, 19 + 1 / 60),
    shift("to-24", 16, 24),
    shift("past-24", 16, 24 + 1 / 60),
)


def protected_from_tuesday() -> Bureau:
    """The rotation gives a day of 12 hours on every second date: Monday off, Tuesday on, Wednesday off."""
    return small_bureau(
        [officer("a", protected_from=TUESDAY)],
        teams="A",
        rotation=rotation("OD", (0,)),
        shifts=SHIFTS,
        rules={"protected": {}},
    )


@pytest.mark.parametrize("tuesday", ["", "day", "office", "to-22", "from-6"])
def test_allows(tuesday: str) -> None:
    bureau = protected_from_tuesday()
    assert findings(bureau, line_roster(bureau, ("", tuesday))) == []


@pytest.mark.parametrize(
    ("tuesday", "why"),
    [
        (
            "past-22",
            "past-22 10:00-22:01 of 2026-12-08: a protected officer works nothing between 22:00 and 06:00",
        ),
        (
            "before-6",
            "before-6 05:59-17:00 of 2026-12-08: a protected officer works nothing between 22:00 and 06:00",
        ),
        (
            "night",
            "night 19:00-07:00 of 2026-12-08: a protected officer works nothing between 22:00 and 06:00",
        ),
        ("recall office", "office 09:00-17:00 of 2026-12-08: a protected officer is not recalled"),
        (
            "longer",
            "longer 07:00-19:01 of 2026-12-08: a protected officer works no longer than the plain shift",
        ),
    ],
)
def test_forbids(tuesday: str, why: str) -> None:
    bureau = protected_from_tuesday()
    assert findings(bureau, line_roster(bureau, ("", tuesday))) == [
        Finding("protected", f"{why}; give the duty to another", unit="U1", officer="a", day=TUESDAY)
    ]


def test_the_night_before_the_first_protected_date_runs_into_it() -> None:
    bureau = protected_from_tuesday()
    assert findings(bureau, line_roster(bureau, ("to-22",))) == []
    assert [one.day for one in findings(bureau, line_roster(bureau, ("night",)))] == [MONDAY]


def test_constraint_and_check_agree_on_a_duty_until_midnight() -> None:
    """On Monday, the date before the first protected one: until 24:00, or a minute into Tuesday."""
    trial = Trial(protected_from_tuesday(), 1, ("to-24", "past-24"))
    assert agreement(the_rule(trial.bureau, "protected"), trial) == (2, 1)  # off and until 24:00


def test_constraint_and_check_agree() -> None:
    bureau = protected_from_tuesday()
    trial = Trial(bureau, 2, ("day", "past-22", "to-22", "before-6", "night", "recall office"))
    # Monday anything but the night that runs into Tuesday; Tuesday off, the day, or until 22:00.
    assert agreement(the_rule(bureau, "protected"), trial) == (6 * 3, 7 * 7 - 6 * 3)


def test_sabotage() -> None:
    people = [officer("a", protected_from=TUESDAY, protected_until=TUESDAY), officer("b", "B")]
    bureau = small_bureau(people, rules=every_rule())
    roster = plain_roster(bureau, MONDAY, 28)
    assert rules_broken(bureau, roster) == {"protected"}  # the rotation gives A the night of Tuesday
    assert rules_broken(bureau, changed(roster, without=[("a", TUESDAY)])) == set()
    on_time = duty(bureau, "a", TUESDAY, "office")
    assert rules_broken(bureau, changed(roster, without=[("a", TUESDAY)], added=[on_time])) == set()


def taken_over(kind: ExchangeKind, shift: str, *, owners_date: bool = True) -> list[str]:
    """A protected officer off on Monday works in the place of one whose plain shift it is, or is not."""
    back = TUESDAY if kind is ExchangeKind.SWAP else None
    bureau = small_bureau(
        [officer("a", protected_from=MONDAY), officer("b", "B" if owners_date else "A")],
        teams="AB",
        rotation=rotation("OD", (0, 1)),
        shifts=SHIFTS,
        rules={"protected": {}},
        exchanges=[Exchange("b", MONDAY, "a", back, kind)],
    )
    roster = line_roster(bureau, (shift,))
    one = replace(roster.duties[0], origin=Origin.EXCHANGE)
    return [
        found.message.partition(": ")[2]
        for found in findings(bureau, replace(roster, duties=(one,)))
        if isinstance(found, Finding)
    ]


def test_a_swapped_duty_is_measured_against_the_owners_plain_shift() -> None:
    """B's day has twelve hours; what B was called in for is a recall for whoever takes it."""
    assert taken_over(ExchangeKind.SWAP, "day") == []
    (longer,) = taken_over(ExchangeKind.SWAP, "longer")
    assert longer.startswith("a protected officer works no longer than the plain shift")
    (recalled,) = taken_over(ExchangeKind.SWAP, "day", owners_date=False)
    assert recalled.startswith("a protected officer is not recalled")


def test_a_protected_officer_does_not_step_in() -> None:
    (found,) = taken_over(ExchangeKind.SUBSTITUTION, "day")
    assert found.startswith("a protected officer is not recalled")
