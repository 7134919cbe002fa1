"""The post-night day is free."""

from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.planning.names.limits import make_board
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.rules.post_night import Options, allows
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    IDLE,
    MONDAY,
    changed,
    duty,
    every_rule,
    findings,
    line_roster,
    plain_duties,
    plain_roster,
    roster_of,
    rotation,
    rules_broken,
    shift,
    small_bureau,
    the_rule,
)
from tests.support.enumeration_board import Trial, agreement

TUESDAY = MONDAY + timedelta(days=1)
SHIFTS = (
    shift("to-5", 17, 29),
    shift("to-4-59", 17, 29 - 1 / 60),
    shift("from-24", 24, 32),
    shift("late", 23.5, 28),
    shift("early", 0, 5),
    shift("after-midnight", 24, 28),
    shift("to-midnight", 0, 24),
    shift("past-midnight", 0, 24 + 1 / 60),
)


def bureau_of(timezone: str = "Asia/Shanghai") -> Bureau:
    return small_bureau(teams="A", rotation=IDLE, shifts=SHIFTS, timezone=timezone, rules={"post-night": {}})


@pytest.mark.parametrize(
    "shifts",
    [
        ("night", "", "day"),  # the day after the post-night day
        ("night", "night"),  # the next night is for the rule on nights in a row
        ("to-4-59", "late"),  # 00:00 to 04:59 is not all night
        ("day", "peak-evening"),
        ("night", "from-24"),  # starts at 24:00, which is on the date after
    ],
)
def test_allows(shifts: tuple[str, ...]) -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, shifts)) == []


@pytest.mark.parametrize(
    ("first", "clock"), [("night", "19:00-07:00"), ("to-5", "17:00-05:00"), ("from-24", "00:00-08:00")]
)
def test_forbids(first: str, clock: str) -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, (first, "late"))) == [
        Finding(
            "post-night",
            f"late 23:30-04:00 of 2026-12-08: the day after {first} {clock} of 2026-12-07 is free; "
            "give one of the two to another",
            unit="U1",
            officer="a",
            day=TUESDAY,
        )
    ]


@pytest.mark.parametrize(("second", "found"), [("night", 0), ("day", 1)])
def test_a_night_that_was_broken_off_follows_a_night_as_a_whole_one_may(second: str, found: int) -> None:
    """Whoever falls ill at 23:00 of a second night was not called to a late duty after the first."""
    bureau = bureau_of()
    first, then = duty(bureau, "a", MONDAY, "night"), duty(bureau, "a", TUESDAY, second)
    broken = then.broken_off(WallMinute(min(then.until, 24 * 60) - 60))
    assert len(findings(bureau, roster_of(bureau, MONDAY, 3, [first, broken]))) == found


@pytest.mark.parametrize(("second", "stated"), [("night", 0), ("day", 1)])
def test_planning_leaves_the_night_before_a_broken_off_one_open(second: str, stated: int) -> None:
    """For the maker: whether `a` works Monday's night is open, Tuesday's duty ended an hour early."""
    bureau = bureau_of()
    ill = duty(bureau, "a", TUESDAY, second)
    ill = ill.broken_off(WallMinute(ill.until - 60))
    broken = choice_of(bureau, TUESDAY, bureau.worked_shift(ill), "U1", Origin.ROTATION, True)
    open_ = {"a": {MONDAY: (choice_of(bureau, MONDAY, bureau.shifts["night"], "U1", Origin.ROTATION, True),)}}
    offers = Offers(bureau, Horizon(MONDAY, 2), open_, {"a": {TUESDAY: (broken,)}}, ())
    board = make_board(offers, list(bureau.officers.values()), rules_in_force(bureau.rulebook))
    assert len(board.stated) == stated


def test_what_was_worked_before_is_not_this_rosters_fault() -> None:
    bureau = bureau_of()
    assert findings(bureau, line_roster(bureau, ("",), before=("night", "late"))) == []
    [one] = findings(bureau, line_roster(bureau, ("late",), before=("night",)))
    assert isinstance(one, Finding) and one.day == MONDAY


@pytest.mark.parametrize("saturday", [date(2026, 3, 28), date(2026, 10, 24)])
def test_constraint_and_check_agree_when_clocks_change(saturday: date) -> None:
    bureau = bureau_of("Europe/London")
    trial = Trial(bureau, 2, ("night", "to-5", "to-4-59", "late"), first=saturday)
    # After night or to-5, neither late nor to-4-59.
    assert agreement(the_rule(bureau, "post-night"), trial) == (25 - 4, 4)


def test_constraint_and_check_agree() -> None:
    bureau = bureau_of()
    trial = Trial(bureau, 3, ("day", "night", "from-24", "to-4-59", "peak-evening"), before=("night",))
    # Two kinds of date: after a night (three of six: off and the two nights) and any other (all six).
    names = ("", "day", "night", "from-24", "to-4-59", "peak-evening")
    nights = ("night", "from-24")
    open_: dict[str, tuple[str, ...]] = {one: ("", *nights) if one in nights else names for one in names}
    allowed = sum(len(open_[y]) for x in open_["night"] for y in open_[x])
    assert agreement(the_rule(bureau, "post-night"), trial) == (allowed, 6**3 - allowed)


@pytest.mark.parametrize(("night", "forbidden"), [("to-midnight", 0), ("past-midnight", 1)])
def test_a_night_that_ends_at_midnight_leaves_the_next_date_free_for_work(night: str, forbidden: int) -> None:
    """Both cover 00:00-05:00 of their own date; only the one a minute longer ends on the next one. Of the
    nine pairs of off, the night and the late duty, the late one after the night is judged.
    """
    trial = Trial(bureau_of(), 2, (night, "late"))
    assert agreement(the_rule(bureau_of(), "post-night"), trial) == (9 - forbidden, forbidden)


def test_what_starts_at_midnight_after_the_post_night_day_may_follow() -> None:
    """At 24:00 of Tuesday, which is Wednesday: all nine pairs of off, the night and that duty are lawful."""
    bureau = bureau_of()
    trial = Trial(bureau, 2, ("night", "after-midnight"))
    assert agreement(the_rule(bureau, "post-night"), trial) == (9, 0)


def test_two_duties_of_one_date_are_for_the_rule_on_one_place() -> None:
    bureau = bureau_of()
    both = [duty(bureau, "a", MONDAY, name) for name in ("early", "peak-evening")]
    assert findings(bureau, roster_of(bureau, MONDAY, 1, both)) == []


def test_the_night_of_the_last_date_is_held_against_the_plain_day_after_it() -> None:
    """Off on Monday, the whole horizon, or the night before the day of Tuesday."""
    bureau = small_bureau(teams="A", rotation=rotation("OD", (0,)), rules={"post-night": {}})
    assert agreement(the_rule(bureau, "post-night"), Trial(bureau, 1, ("night",))) == (1, 1)


def test_sabotage() -> None:
    bureau = small_bureau(rules=every_rule(), shifts=[shift("after-supper", 18.5, 19.5)])
    roster = plain_roster(bureau, MONDAY, 28)
    wednesday = MONDAY + timedelta(
        days=2
    )  # the night of Tuesday ended at 07:00, eleven and a half hours before
    recall = duty(bureau, "a", wednesday, "after-supper", recall=True)
    assert rules_broken(bureau, changed(roster, added=[recall])) == {"post-night"}


@pytest.mark.parametrize(
    ("after", "broken"),
    [
        (1, {"post-night"}),  # Tuesday, on which the team's night ends: no rest day
        (2, set()),  # Wednesday, its rest day
    ],
)
def test_nobody_is_recalled_on_the_post_night_day_of_the_team(after: int, broken: set[str]) -> None:
    nights_first = rotation("NOO", (0,))
    bureau = small_bureau(teams="A", rotation=nights_first, shifts=SHIFTS, rules={"post-night": {}})
    officer = next(iter(bureau.officers))
    plain = plain_duties(bureau, MONDAY, 3)
    recall = duty(bureau, officer, MONDAY + timedelta(days=after), "night", recall=True)
    assert rules_broken(bureau, roster_of(bureau, MONDAY, 3, [*plain, recall])) == broken


@pytest.mark.parametrize(
    ("night", "forbidden"),
    [
        ("to-5", True),  # from 17:00 to 05:00: the five hours from midnight, and not a minute more
        ("from-24", True),  # from 00:00 to 08:00
        ("early", True),  # the same five hours, of the date itself
        ("to-4-59", False),
    ],
)
def test_a_night_is_one_that_covers_midnight_to_five(night: str, forbidden: bool) -> None:
    """The rotation's night of Monday, then a recall on Tuesday: check and planning agree."""
    nights_first = rotation("NOO", (0,), N=night)
    bureau = small_bureau(teams="A", rotation=nights_first, shifts=SHIFTS, rules={"post-night": {}})
    recall = duty(bureau, "a", TUESDAY, "night", recall=True)
    broken = rules_broken(bureau, roster_of(bureau, MONDAY, 3, [*plain_duties(bureau, MONDAY, 3), recall]))
    assert broken == ({"post-night"} if forbidden else set())
    choice = choice_of(bureau, TUESDAY, bureau.shifts["night"], "U1", Origin.RECALL, False)
    assert allows(Options(), bureau, bureau.officers["a"], choice) is not forbidden


def test_a_date_on_which_the_team_works_is_no_post_night_day() -> None:
    """The team has a night on every date; whoever is called in besides comes off none."""
    nights = rotation("N", (0,))
    bureau = small_bureau(teams="A", rotation=nights, shifts=SHIFTS, rules={"post-night": {}})
    assert findings(bureau, line_roster(bureau, ("", "recall night"))) == []
    recall = choice_of(bureau, TUESDAY, bureau.shifts["night"], "U1", Origin.RECALL, False)
    assert allows(Options(), bureau, bureau.officers["a"], recall)


def test_planning_is_told_of_no_recall_on_the_post_night_day() -> None:
    nights_first = rotation("NOO", (0,))
    bureau = small_bureau(teams="A", rotation=nights_first, shifts=SHIFTS, rules={"post-night": {}})
    officer = next(iter(bureau.officers.values()))
    recalls = [
        choice_of(bureau, MONDAY + timedelta(days=n), bureau.shifts["night"], "U1", Origin.RECALL, False)
        for n in (1, 2)
    ]
    assert [allows(Options(), bureau, officer, recall) for recall in recalls] == [False, True]
