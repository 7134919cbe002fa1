"""Which roster counts on which date: the new one, what is published, or nothing any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rosterctl.operations.current_roster import Published
from rosterctl.operations.versions.stretches import Beside, NewRoster, PublishedDates
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

BUREAU = small_bureau()
NOWHERE = Path("nowhere")
NOON = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12, tzinfo=BUREAU.clock.zone).astimezone(UTC)
"""Of Monday: the day has begun, the night of Sunday is over."""


def day(number: int) -> date:
    """So many days after Monday."""
    return MONDAY + timedelta(days=number)


def published(number: int, first: int, days: int) -> Published:
    version = Version(number, NOWHERE, Deed("nightly", "cron", NOON), "")
    return Published(version, BUREAU, plain_roster(BUREAU, day(first), days))


def new(first: int, days: int) -> NewRoster:
    return NewRoster(NOWHERE, BUREAU, plain_roster(BUREAU, day(first), days))


def parts(laid: Beside) -> list[tuple[str, int, int]]:
    """Whose dates, the first, and the one after the last, in days after Monday."""
    return [
        (
            "new" if one.roster is laid.new.roster else "published",
            (one.first - MONDAY).days,
            (one.end - MONDAY).days,
        )
        for one in laid.stretches()
    ]


@pytest.mark.parametrize(
    ("roster", "found"),
    [
        (new(2, 2), [("published", 0, 2), ("new", 2, 4), ("published", 4, 6)]),
        (replace(new(0, 6), since=day(1)), [("published", 0, 1), ("new", 1, 6)]),
        (new(0, 6), [("new", 0, 6)]),
        (new(8, 2), [("published", 0, 6), ("new", 8, 10)]),
        (replace(new(0, 3), since=day(1), drops_later=True), [("published", 0, 1), ("new", 1, 3)]),
        (replace(new(-3, 4), since=day(1), drops_later=True), [("published", 0, 1)]),
    ],
)
def test_one_beside_the_other(roster: NewRoster, found: Sequence[tuple[str, int, int]]) -> None:
    """Six dates are published."""
    laid = Beside(PublishedDates((published(1, 0, 6),)), roster, MONDAY, NOON)
    assert parts(laid) == found


def test_the_running_night_is_the_first_to_count() -> None:
    """At 02:00 on Monday the night of Sunday runs, as published: nothing of it gives way."""
    laid = Beside(
        PublishedDates((published(1, -3, 6),)),
        replace(new(-3, 6), since=MONDAY),
        MONDAY,
        NOON - timedelta(hours=10),
    )
    assert laid.begin == day(-1)
    assert parts(laid) == [("published", -1, 0), ("new", 0, 3)]
    assert laid.dates == Horizon(MONDAY, 3)


def test_dates_of_the_new_one_that_are_not_published_count_at_once() -> None:
    """What is published begins on Wednesday."""
    laid = Beside(PublishedDates((published(1, 2, 2),)), replace(new(0, 4), since=day(1)), MONDAY, NOON)
    assert parts(laid) == [("new", 0, 4)]


def test_the_layer_on_top_says_what_is_published() -> None:
    over, below = published(2, 2, 3), published(1, 0, 4)
    dates = PublishedDates((over, below))
    assert [dates.of(day(number)) for number in (0, 1, 2, 4, 5)] == [below, below, over, over, None]
    assert (dates.base, dates.end) == (below, day(5))


@pytest.mark.parametrize(("minutes", "first"), [(0, 0), (1, 1)])
def test_a_date_is_not_changed_once_a_duty_of_it_has_begun(minutes: int, first: int) -> None:
    """The day begins at 07:00: at 07:00 nobody has begun, at 07:01 somebody has."""
    at = NOON - timedelta(hours=5) + timedelta(minutes=minutes)
    dates = PublishedDates((published(1, 0, 4),))
    assert dates.first_not_begun(MONDAY, at) == day(first)
    assert PublishedDates((published(1, 2, 4),)).first_not_begun(MONDAY, at) == MONDAY


def test_the_duties_of_dates_on_which_nothing_counts_any_more() -> None:
    there = published(1, 0, 4)
    roster = replace(new(0, 2), since=day(1), drops_later=True)
    laid = Beside(PublishedDates((there,)), roster, MONDAY, NOON)
    assert list(laid.dropped()) == [one for one in there.roster.duties if one.day >= day(2)]
    kept = Beside(PublishedDates((there,)), replace(roster, drops_later=False), MONDAY, NOON)
    assert list(kept.dropped()) == []


def test_only_dates_on_which_a_roster_counts_are_worked_by_it() -> None:
    """From Wednesday on the new one counts, which has dates since Sunday a week ago and some before them."""
    history = plain_roster(BUREAU, day(-9), 1).duties
    old = new(-8, 12)
    old = replace(old, roster=replace(old.roster, before=history), since=day(2))
    laid = Beside(PublishedDates((published(1, 0, 3),)), old, MONDAY, NOON)
    found = [sorted({one.day for one in (*roster.before, *roster.duties)}) for _, roster in laid.counting()]
    assert found == [[day(0), day(1)], [day(2), day(3)]]


def test_where_the_new_one_is_the_first_its_past_is_worked_too() -> None:
    """What is published begins on Tuesday."""
    old = new(-1, 4)
    old = replace(old, roster=replace(old.roster, before=plain_roster(BUREAU, day(-2), 1).duties))
    laid = Beside(PublishedDates((published(1, 1, 2),)), replace(old, since=day(1)), MONDAY, NOON)
    ((_, first), *_) = laid.counting()
    assert {one.day for one in (*first.before, *first.duties)} >= {day(-2), day(-1), day(0)}


def test_each_past_is_looked_at_once_however_many_duties_are_dropped() -> None:
    """Publishing ahead once looked at every duty of a city for every duty of it, which took an hour."""
    looked: list[object] = []

    class Watched(Beside):
        def _first_of(self, one: Published | NewRoster) -> date | None:
            looked.append(one)
            return super()._first_of(one)

    there = published(1, 0, 14)
    roster = replace(new(0, 2), since=day(1), drops_later=True)
    laid = Watched(PublishedDates((there,)), roster, MONDAY, NOON)
    assert len(list(laid.dropped())) == 24
    assert looked == [roster, there]
