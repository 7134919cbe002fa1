"""What is borne, by whom, and what the fair share is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.accounts.ledger import Tally, parts_of
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.burdens import BLOCK, BURDENS, burdens_of, fair_share, peer_groups
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, officer, small_bureau, transfer
from tests.support.told_board import made

TUESDAY = MONDAY + timedelta(days=1)
WEEK = Horizon(MONDAY, 7)


def test_only_overtime_is_counted_in_blocks() -> None:
    assert BURDENS == ("nights", "weekends", "holidays", "eves", "recalls", "overtime_minutes")
    assert {burden: BLOCK.get(burden, 1) for burden in BURDENS if burden in BLOCK} == {
        "overtime_minutes": 120
    }


def test_a_choice_counts_as_a_duty_of_its_date_would() -> None:
    """Monday's day is officer a's by rotation; on Saturday the team has the night, on Sunday nothing."""
    eve = Calendar("c", "c", holidays={TUESDAY: "feast"}, eves=frozenset([MONDAY]))
    bureau = small_bureau(calendar=eve)
    a = bureau.officers["a"]
    plain = made(0, 7, 19, plain=True)
    longer = made(0, 7, 21)
    feast = made(1, 19, 31, all_night=True)
    saturday = made(5, 19, 31, all_night=True)
    recall = made(6, 17, 19, origin=Origin.RECALL)
    assert [burdens_of(bureau, a, one) for one in (plain, longer, feast, saturday, recall)] == [
        Tally(eves=1),
        Tally(eves=1, overtime_minutes=2 * 60),
        Tally(nights=1, holidays=1),
        Tally(nights=1, weekends=1),
        Tally(weekends=1, recalls=1, overtime_minutes=2 * 60),
    ]


def test_peers_are_of_one_team_and_role_with_the_dates_each_is_there() -> None:
    people = [
        officer("a1"),
        officer("b", "B"),
        officer("a2"),
        officer("aux", role="auxiliary"),
        officer("elsewhere", unit="U2"),
    ]
    bureau = small_bureau(people, absences=[absence("a2", TUESDAY, MONDAY + timedelta(days=3))])
    found = [([one.id for one in peers], dates) for peers, dates in peer_groups(bureau, WEEK, people)]
    assert found == [(["a1", "a2"], (7, 4)), (["b"], (7,)), (["aux"], (7,)), (["elsewhere"], (7,))]


@pytest.mark.parametrize(
    ("day", "alone"),
    [
        (MONDAY, False),  # on the first date already there: of the new team from the start
        (TUESDAY, True),
        (WEEK.last, True),
        (WEEK.end, False),  # after the last date
    ],
)
def test_who_is_transferred_within_the_horizon_has_no_peers(day: date, alone: bool) -> None:
    moved = officer("a", transfers=[transfer(day, "B")])
    found = list(peer_groups(small_bureau([moved]), WEEK, [moved]))
    assert (not found) is alone


@pytest.mark.parametrize(
    ("joined", "left", "none"),
    [
        (WEEK.last, None, False),
        (WEEK.end, None, True),  # joins after the last date
        (None, WEEK.first, False),
        (None, WEEK.first - timedelta(days=1), True),
    ],
)
def test_who_is_on_the_roll_on_none_of_its_dates_has_no_peers(
    joined: date | None, left: date | None, none: bool
) -> None:
    someone = replace(officer("a"), joined=joined, left=left)
    assert (not list(peer_groups(small_bureau([someone]), WEEK, [someone]))) is none


@pytest.mark.parametrize(
    ("first", "last", "alone"),
    [
        (WEEK.last, None, True),  # protected on the last date
        (WEEK.end, None, False),
        (None, MONDAY, True),
        (None, MONDAY - timedelta(days=1), False),
    ],
)
def test_who_is_protected_on_any_date_has_no_peers(
    first: date | None, last: date | None, alone: bool
) -> None:
    someone = officer("a", protected_from=first, protected_until=last)
    assert (not list(peer_groups(small_bureau([someone]), WEEK, [someone]))) is alone


@pytest.mark.parametrize(
    ("present", "every", "share"),
    [
        (7, 14, Tally(nights=2, recalls=2, overtime_minutes=61)),  # half of 3, 4 and 121, rounded up
        (14, 14, Tally(nights=3, recalls=4, overtime_minutes=121)),
        (1, 1, Tally(nights=3, recalls=4, overtime_minutes=121)),
        (1, 14, Tally(nights=1, recalls=1, overtime_minutes=9)),  # 121 / 14 is 8.64
        (0, 14, Tally()),
        (0, 0, Tally()),  # nobody was there on any date
    ],
)
def test_the_share_goes_by_dates_present_and_is_rounded_up(present: int, every: int, share: Tally) -> None:
    together = Tally(nights=3, recalls=4, overtime_minutes=121)
    assert fair_share(parts_of(Tally()), together, present, every) == share


def test_the_share_of_the_past_is_added_before_it_is_rounded() -> None:
    """A third of a night before and a third of one now are one night; a third and a whole one are two."""
    third = tuple(part / 3 for part in parts_of(Tally(nights=1)))
    assert fair_share(third, Tally(nights=2), 1, 6) == Tally(nights=1)
    assert fair_share(third, Tally(nights=2), 3, 6) == Tally(nights=2)
    assert fair_share(parts_of(Tally(recalls=1)), Tally(), 0, 0) == Tally(recalls=1)
