"""Time off in lieu: the oldest first, both sides of expiry, what is overdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rosterctl.domain.accounts.lieu import (
    Balance,
    Entry,
    EntryKind,
    Expiry,
    Movement,
    accounts,
    balance,
    minutes_of,
    statement,
)
from tests.support.bureaus import MONDAY

INIT, EARN, ADJUST, SPEND = EntryKind.INIT, EntryKind.EARN, EntryKind.ADJUST, EntryKind.SPEND


def on(days: int) -> date:
    return MONDAY + timedelta(days=days)


def entry(kind: EntryKind, days: int, minutes: int) -> Entry:
    return Entry("a", on(days), kind, minutes)


def test_nobody_has_anything_to_begin_with() -> None:
    assert balance([], MONDAY) == Balance(0, None, 0, 0)


def test_what_is_earned_counts_from_its_own_date() -> None:
    earned = [entry(EARN, 0, 240)]
    assert balance(earned, on(-1)) == Balance()
    assert balance(earned, on(0)) == Balance(240, Expiry(on(365), 240))


def test_it_can_be_spent_on_as_many_dates_as_the_bureau_says() -> None:
    """Of ten dates the last is nine days after the first: on the tenth day the minutes are gone."""
    earned = [entry(EARN, 0, 240)]
    assert balance(earned, on(9), 10) == Balance(240, Expiry(on(10), 240))
    assert balance(earned, on(10), 10) == Balance(0, None, expired=240)
    assert balance([*earned, entry(SPEND, 9, 240)], on(10), 10) == Balance()
    assert balance([*earned, entry(SPEND, 10, 240)], on(10), 10) == Balance(expired=240, overdrawn=240)


def test_a_year_runs_to_the_eve_of_the_same_date() -> None:
    earned = [Entry("a", date(2026, 12, 1), EARN, 60)]
    assert balance(earned, date(2027, 11, 30)).minutes == 60
    assert balance(earned, date(2027, 12, 1)).minutes == 0


def test_what_was_brought_along_expires_and_a_correction_does_not() -> None:
    entries = [entry(INIT, 0, 60), entry(ADJUST, 0, 30)]
    assert balance(entries, on(9), 10) == Balance(90, Expiry(on(10), 60))
    assert balance(entries, on(10), 10) == Balance(30, None, expired=60)


def test_the_oldest_is_spent_first() -> None:
    """60 of the first 100 are spent, so 40 of them expire on the tenth day and the second 100 stay."""
    entries = [entry(EARN, 3, 100), entry(SPEND, 4, 60), entry(EARN, 0, 100)]
    assert balance(entries, on(4), 10) == Balance(140, Expiry(on(10), 40))
    assert balance(entries, on(10), 10) == Balance(100, Expiry(on(13), 100), expired=40)


def test_spending_goes_on_into_the_next_oldest() -> None:
    entries = [entry(EARN, 0, 100), entry(EARN, 3, 100), entry(SPEND, 4, 150)]
    assert balance(entries, on(4), 10) == Balance(50, Expiry(on(13), 50))


def test_what_expires_on_one_date_is_told_together() -> None:
    entries = [entry(EARN, 0, 100), entry(INIT, 0, 20), entry(EARN, 1, 5)]
    assert balance(entries, on(1), 10) == Balance(125, Expiry(on(10), 120))


def test_the_last_minute_is_there_and_one_more_is_not() -> None:
    earned = entry(EARN, 0, 240)
    assert balance([earned, entry(SPEND, 0, 240)], on(0)) == Balance()
    assert balance([earned, entry(SPEND, 0, 241)], on(0)) == Balance(overdrawn=1)


def test_what_comes_later_does_not_hide_what_was_overdrawn() -> None:
    entries = [entry(SPEND, 0, 100), entry(EARN, 1, 100)]
    assert balance(entries, on(1)) == Balance(100, Expiry(on(366), 100), overdrawn=100)


def test_a_correction_of_the_same_date_covers_it() -> None:
    entries = [entry(SPEND, 0, 100), entry(ADJUST, 0, 100)]
    assert balance(entries, on(1)) == Balance()


def test_a_correction_downwards_takes_the_oldest_and_may_overdraw() -> None:
    entries = [entry(EARN, 0, 100), entry(EARN, 1, 10), entry(ADJUST, 2, -105)]
    assert balance(entries, on(2), 10) == Balance(5, Expiry(on(11), 5))
    assert balance([entry(ADJUST, 0, -60)], on(0)) == Balance(overdrawn=60)


def test_a_statement_has_every_movement_with_what_is_left() -> None:
    entries = [entry(SPEND, 12, 90), entry(EARN, 0, 100), entry(EARN, 8, 60), entry(SPEND, 2, 30)]
    assert statement(entries, on(12), 10) == (
        Movement(on(0), EARN, 100, 100),
        Movement(on(2), SPEND, -30, 70),
        Movement(on(8), EARN, 60, 130),
        Movement(on(10), None, -70, 60),
        Movement(on(12), SPEND, -90, 0, overdrawn=30),
    )


def test_what_is_spent_whole_does_not_expire() -> None:
    entries = [entry(EARN, 0, 100), entry(SPEND, 1, 100)]
    assert [one.kind for one in statement(entries, on(10), 10)] == [EARN, SPEND]


def test_totals_are_by_kind_and_date() -> None:
    entries = [entry(EARN, 0, 100), entry(EARN, 1, 10), entry(SPEND, 0, 1)]
    assert [minutes_of(entries, EARN, on(days)) for days in (-1, 0, 1)] == [0, 100, 110]


def test_accounts_are_by_officer() -> None:
    other = Entry("b", MONDAY, EARN, 1)
    mine = (entry(EARN, 0, 1), entry(SPEND, 1, 1))
    assert accounts([mine[0], other, mine[1]]) == {"a": mine, "b": (other,)}


def naive(entries: Sequence[Entry], last: int, expires_days: int) -> tuple[int, int, int]:
    """Left, expired and overdrawn, day by day and minute by minute.

    Each minute is a pair: the day it was given, and whether it expires.
    """
    purse: list[tuple[int, bool]] = []
    expired = overdrawn = 0
    for day in range(last + 1):
        lost = [coin for coin in purse if coin[1] and coin[0] + expires_days <= day]
        expired += len(lost)
        purse = [coin for coin in purse if coin not in lost]
        today = [one for one in entries if one.day == on(day)]
        for one in [one for one in today if one.kind in (INIT, EARN)]:
            purse += [(day, True)] * one.minutes
        for one in [one for one in today if one.kind is ADJUST] + [one for one in today if one.kind is SPEND]:
            if one.kind is ADJUST and one.minutes > 0:
                purse += [(day, False)] * one.minutes
                continue
            for _ in range(abs(one.minutes)):
                if purse:
                    purse.pop(0)
                else:
                    overdrawn += 1
    return len(purse), expired, overdrawn


@st.composite
def entry_lists(draw: st.DrawFn) -> list[Entry]:
    found = []
    for kind, days in draw(st.lists(st.tuples(st.sampled_from(EntryKind), st.integers(0, 14)), max_size=12)):
        found.append(entry(kind, days, draw(st.integers(-9 if kind is ADJUST else 1, 9))))
    return found


@given(entries=entry_lists(), last=st.integers(0, 20), expires_days=st.integers(1, 8))
def test_the_account_is_that_of_a_purse_looked_into_every_day(
    entries: list[Entry], last: int, expires_days: int
) -> None:
    found = balance(entries, on(last), expires_days)
    assert (found.minutes, found.expired, found.overdrawn) == naive(entries, last, expires_days)


@given(entries=entry_lists(), last=st.integers(0, 20), expires_days=st.integers(1, 8))
def test_no_minute_is_lost_or_made(entries: list[Entry], last: int, expires_days: int) -> None:
    """What was given less what was taken is what is left and what expired, less what was overdrawn."""
    found = balance(entries, on(last), expires_days)
    given_less_taken = sum(
        -one.minutes if one.kind is SPEND else one.minutes for one in entries if one.day <= on(last)
    )
    assert found.minutes + found.expired - found.overdrawn == given_less_taken
    moves = statement(entries, on(last), expires_days)
    assert (moves[-1].left if moves else 0) == found.minutes


@given(entries=entry_lists(), last=st.integers(0, 20), expires_days=st.integers(1, 8))
def test_what_expires_next_is_what_is_lost_if_nothing_is_spent(
    entries: list[Entry], last: int, expires_days: int
) -> None:
    until = [one for one in entries if one.day <= on(last)]
    found = balance(until, on(last), expires_days)
    if found.expiring_next is None:
        assert balance(until, on(last + expires_days), expires_days) == found
        return
    eve = found.expiring_next.day - timedelta(days=1)
    assert balance(until, eve, expires_days).minutes == found.minutes
    lost = balance(until, found.expiring_next.day, expires_days)
    assert found.minutes - lost.minutes == found.expiring_next.minutes > 0
