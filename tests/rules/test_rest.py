"""Rest between duties."""

from datetime import date, timedelta
from itertools import product

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.model.succession import too_close
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
from tests.support.enumeration_board import Trial, agreement, choice_of

TUESDAY = MONDAY + timedelta(days=1)
SHIFTS = (
    shift("at-6", 6, 18),
    shift("before-6", 6 - 1 / 60, 18),
    shift("to-24", 12, 24),
    shift("from-24", 24, 32),
    shift("to-6", 18, 30),
    shift("at-17", 17, 29),
)


def bureau_of(hours: str = "11", timezone: str = "Asia/Shanghai") -> Bureau:
    rules = {"rest": {"hours": hours}}
    return small_bureau(teams="A", rotation=IDLE, shifts=SHIFTS, timezone=timezone, rules=rules)


def test_allows_exactly_eleven_hours() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("day", "at-6"))) == []  # 19:00 to 06:00


def test_forbids_a_minute_less() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("day", "before-6"))) == [
        Finding(
            "rest",
            "before-6 05:59-18:00 of 2026-12-08: only 10 h 59 min of rest after day 07:00-19:00 of 2026-12-07"
            ", 11 h wanted; let it start later or give one of the two to another",
            unit="U1",
            officer="a",
            day=TUESDAY,
            excess=1,
        )
    ]


@pytest.mark.parametrize(
    ("saturday", "missing"),
    [
        (date(2026, 6, 6), []),  # 19:00 to 06:00 is 11 h
        (date(2026, 3, 28), [60]),  # the clocks go forward at 01:00: 10 h
        (date(2026, 10, 24), []),  # they go back at 02:00: 12 h
    ],
)
def test_hours_are_counted_between_instants(saturday: date, missing: list[int]) -> None:
    bureau = bureau_of(timezone="Europe/London")
    found = findings(bureau, line_roster(bureau, ("day", "at-6"), first=saturday))
    assert [one.excess for one in found if isinstance(one, Finding)] == missing
    assert agreement(the_rule(bureau, "rest"), Trial(bureau, 2, ("day", "at-6"), first=saturday)) == (
        9 - len(missing),
        len(missing),
    )


def test_looks_back_before_the_horizon_and_not_at_what_lies_wholly_before_it() -> None:
    bureau = bureau_of()
    both_before = line_roster(bureau, ("",), before=("day", "before-6"))
    assert findings(bureau, both_before) == []
    one_before = line_roster(bureau, ("before-6",), before=("day",))
    assert [one.day for one in findings(bureau, one_before)] == [MONDAY]


def test_looks_ahead_to_the_rotation_after_the_horizon() -> None:
    bureau = small_bureau(teams="A", rotation=rotation("OD", (0,)), rules={"rest": {}})
    found = findings(bureau, line_roster(bureau, ("night",)))  # until 07:00 of Tuesday, the plain day's start
    assert [(one.day, one.excess) for one in found if isinstance(one, Finding)] == [(TUESDAY, 11 * 60)]


@pytest.mark.parametrize("hours", ["0", "11", "24", "36", "48", "84"])
def test_constraint_and_check_agree(hours: str) -> None:
    bureau = small_bureau(
        teams="A", rotation=rotation("OOD", (0,)), shifts=SHIFTS, rules={"rest": {"hours": hours}}
    )
    trial = Trial(bureau, 3, ("day", "to-24", "from-24", "to-6", "overlap-both"), before=("night", ""))
    allowed, forbidden = agreement(the_rule(bureau, "rest"), trial)
    assert allowed + forbidden == 6**3
    assert allowed > 1 or float(hours) >= 36
    assert forbidden > 0


@pytest.mark.parametrize("heads", [2, 3])
def test_the_sums_are_exact_for_interchangeable_officers(heads: int) -> None:
    """Whatever counts keep every sum, so many officers can be sent so that each has rested."""
    bureau = bureau_of()
    officer = bureau.officers["a"]
    today = [choice_of(bureau, officer, MONDAY, name) for name in ("day", "to-24", "night")]
    tomorrow = [choice_of(bureau, officer, TUESDAY, name) for name in ("at-6", "to-24", "at-17")]
    sums = list(too_close(today, tomorrow, 11 * 60))
    seen = set()
    for counts in product(range(heads + 1), repeat=6):
        if sum(counts[:3]) > heads or sum(counts[3:]) > heads:
            continue
        count = dict(zip((*today, *tomorrow), counts, strict=True))
        kept = all(sum(count[choice] for choice in rivals) <= heads for rivals in sums)
        assert kept == _can_be_sent(today, tomorrow, count, heads)
        seen.add(kept)
    assert seen == {True, False}


def _can_be_sent(today: list[Choice], tomorrow: list[Choice], count: dict[Choice, int], heads: int) -> bool:
    """Tries every way to hand tomorrow's duties to the officers of today."""
    ends = [one.end for one in today for _ in range(count[one])]
    rested = [0] * (heads - len(ends)) + [end + 11 * 60 for end in ends]
    starts = [one.start for one in tomorrow for _ in range(count[one])]
    return _match(tuple(rested), tuple(starts))


def _match(rested: tuple[int, ...], starts: tuple[int, ...]) -> bool:
    if not starts:
        return True
    return any(
        at <= starts[0] and _match(rested[:n] + rested[n + 1 :], starts[1:]) for n, at in enumerate(rested)
    )


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule(), shifts=[shift("dawn", 6 - 1 / 60, 18 - 1 / 60)])
    roster = plain_roster(bureau, MONDAY, 28)
    dawn = duty(bureau, "a", TUESDAY, "dawn")  # 10 h 59 min after the day of Monday, as long as the night
    assert rules_broken(bureau, changed(roster, without=[("a", TUESDAY)], added=[dawn])) == {"rest"}
