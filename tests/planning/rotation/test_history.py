"""What is left of a published horizon, and which duties before it rules still look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.roster import Roster
from rosterctl.planning.rotation.history import carried_horizon, past_duties
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau

BUREAU = small_bureau()


def published(*days: date, first: date = MONDAY, since: date = MONDAY) -> Roster:
    roster = roster_of(BUREAU, first, 20, [duty(BUREAU, "a", day, "day") for day in days if day >= first])
    before = tuple(duty(BUREAU, "a", day, "day") for day in days if day < first)
    return replace(roster, before=before, horizon=Horizon(first, 20, since))


def test_the_last_date_and_the_reference_periods_stay() -> None:
    roster = published(since=MONDAY - timedelta(days=9))
    moved = carried_horizon(roster, MONDAY + timedelta(days=19))
    assert moved == Horizon(MONDAY + timedelta(days=19), 1, MONDAY - timedelta(days=9))
    assert moved.last == roster.horizon.last


def test_four_weeks_are_kept_and_nothing_of_the_horizon() -> None:
    """The first is the 30th: its month began on the 1st, four weeks before it is the 2nd of December."""
    first = date(2026, 12, 30)
    kept = [first - timedelta(days=n) for n in (29, 1)]  # the 1st is in the month
    roster = published(first - timedelta(days=30), *kept, first)
    horizon = Horizon(first, 5, first)
    assert [one.day for one in past_duties(BUREAU, roster, horizon)] == kept


def test_early_in_a_month_four_weeks_reach_into_the_one_before() -> None:
    first = date(2026, 12, 10)
    kept = first - timedelta(days=28)
    roster = published(kept - timedelta(days=1), kept, first=first)
    assert [one.day for one in past_duties(BUREAU, roster, Horizon(first, 5, first))] == [kept]


def test_people_and_shifts_that_are_gone_are_forgotten() -> None:
    roster = published(MONDAY)
    horizon = Horizon(MONDAY + timedelta(days=1), 5, MONDAY)
    others = {name: one for name, one in BUREAU.officers.items() if name != "a"}
    shifts = {name: one for name, one in BUREAU.shifts.items() if name != "day"}
    assert len(past_duties(BUREAU, roster, horizon)) == 1
    assert past_duties(replace(BUREAU, officers=others), roster, horizon) == ()
    assert past_duties(replace(BUREAU, shifts=shifts), roster, horizon) == ()
