"""The ledger over periods: carried step by step it is what a count from scratch gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rosterctl.domain.accounts.earned import lieu_entries
from rosterctl.domain.accounts.ledger import PastShare, Tally, parts_of
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import Roster
from rosterctl.intake.load import read_bureau
from rosterctl.operations.accounts.ledger import Account, borne, carried_files, carried_ledger_csv, lieu_csv
from rosterctl.operations.accounts.periods import Period
from rosterctl.problems import BadInput
from rosterctl.timeline.calendar import Calendar
from tests.support.bureaus import MONDAY, absence, duty, officer, plain_duties, roster_of, small_bureau
from tests.support.folders import flawless

BEFORE = {"a": Tally(nights=5, overtime_minutes=60)}
CALENDAR = Calendar("c", "c", holidays={MONDAY: "festival"})


def day(n: int) -> date:
    return MONDAY + timedelta(days=n)


def period(bureau: Bureau, first: int, days: int, *recalled: tuple[str, int]) -> Period:
    """The plain rotation, and two hours in the evening for each officer and day in `recalled`."""
    extra = (duty(bureau, one, day(n), "peak-evening", recall=True) for one, n in recalled)
    roster = roster_of(bureau, day(first), days, (*plain_duties(bureau, day(first), days), *extra))
    return Period(lambda: (bureau, roster))


def small(ledger: dict[str, Tally] | None = None, **more: object) -> Bureau:
    return small_bureau(calendar=CALENDAR, ledger=ledger or {}, **more)  # type: ignore[arg-type]


def on_top_of(account: Account, bureau: Bureau) -> Bureau:
    """The bureau as it is read when the account lies in its folder as files."""
    own = tuple(one for one in bureau.lieu if one.kind in (EntryKind.INIT, EntryKind.ADJUST))
    return replace(bureau, ledger=account.tallies, lieu=(*account.lieu, *own), carried=True)


def from_scratch(periods: Sequence[Period], before: date) -> dict[str, Tally]:
    """Date by date, the latest roster that holds the date; on top of the first one's ledger."""
    found = dict(periods[0].bureau.ledger)
    start = min(one.roster.horizon.first for one in periods)
    for n in range((before - start).days):
        holders = [one for one in periods if start + timedelta(days=n) in one.roster.horizon]
        if holders:
            on_date = [one for one in holders[-1].roster.duties if one.day == start + timedelta(days=n)]
            for who, counts in tallies(holders[-1].bureau, on_date).items():
                found[who] = found.get(who, Tally()) + counts
    return found


def carry(one: Period, before: date) -> dict[str, Tally]:
    """What the period's own ledger brought along, and its duties before a date."""
    found = dict(one.bureau.ledger)
    for who, counts in tallies(one.bureau, (each for each in one.roster.duties if each.day < before)).items():
        found[who] = found.get(who, Tally()) + counts
    return found


def bearing(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    """Without those who have borne nothing yet, who may stand in the account or not."""
    return {who: counts for who, counts in tallies.items() if counts != Tally()}


def newest_first(periods: Iterable[Period]) -> list[Period]:
    return list(reversed(list(periods)))


def test_nothing_is_borne_before_anything_is_published() -> None:
    assert borne([], MONDAY) == Account()


def test_carrying_adds_the_duties_before_the_new_first_date() -> None:
    """A works D N O O from Monday, the festival: the day counts up to Monday, the night up to Tuesday."""
    one = period(small(BEFORE), 0, 4)
    assert borne([one], day(0)).tallies["a"] == Tally(nights=5, overtime_minutes=60)
    assert borne([one], day(1)).tallies["a"] == Tally(5, holidays=1, overtime_minutes=60)
    assert borne([one], day(2)).tallies["a"] == Tally(6, holidays=1, overtime_minutes=60)


def test_one_roster_is_its_ledger_and_its_dates() -> None:
    one = period(small(BEFORE), 0, 4, ("d", 0), ("c", 1))
    for n in range(6):
        found = borne([one], day(n))
        assert bearing(found.tallies) == bearing(carry(one, day(n)))
    assert found.lieu == (Entry("c", day(1), EntryKind.EARN, 120, "recall peak-evening 17:00-19:00 in U1"),)


def test_of_two_rosters_the_later_has_the_dates_of_both() -> None:
    """The second takes over on the second date and recalls nobody."""
    first = period(small(BEFORE), 0, 8, ("c", 1), ("b", 3))
    second = period(small(), 2, 8)
    found = borne([second, first], day(10))
    assert bearing(found.tallies) == bearing(from_scratch([first, second], day(10)))
    assert (found.tallies["c"].recalls, found.tallies["b"].recalls) == (1, 0)
    assert [(one.officer, one.day) for one in found.lieu] == [("c", day(1))]


def test_step_by_step_is_from_scratch_for_a_year() -> None:
    """Thirteen periods of four weeks, each begun a week before the last one ends."""
    plain, carried = [], []
    for n in range(13):
        recalled = [("abcd"[(n + k) % 4], 21 * n + 5 * k) for k in range(5)]
        plain.append(period(small(BEFORE), 21 * n, 28, *recalled))
        account = borne(newest_first(carried), day(21 * n))
        bureau = on_top_of(account, small()) if carried else small(BEFORE)
        if carried:
            last = carried[-1]
            assert bearing(account.tallies) == bearing(carry(last, day(21 * n)))
        carried.append(period(bureau, 21 * n, 28, *recalled))
    for n in (0, 1, 20, 21, 22, 150, 13 * 21, 13 * 21 + 7):
        expected = from_scratch(plain, day(n))
        assert bearing(borne(newest_first(plain), day(n)).tallies) == bearing(expected)
        assert bearing(borne(newest_first(carried), day(n)).tallies) == bearing(expected)
        assert borne(newest_first(carried), day(n)).lieu == borne(newest_first(plain), day(n)).lieu


SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 14)), min_size=1, max_size=5)


@given(spans=SPANS, before=st.integers(0, 40), seed=st.integers(0, 3))
def test_whatever_the_horizons_nothing_drifts(spans: list[tuple[int, int]], before: int, seed: int) -> None:
    """Rosters that go back, leave a gap or repeat an old one; some carry and some do not."""
    plain: list[Period] = []
    carried: list[Period] = []
    for number, (first, days) in enumerate(spans):
        recalled = [("abcd"[(number + seed) % 4], first)]
        plain.append(period(small(BEFORE), first, days, *recalled))
        account = borne(newest_first(carried), day(first))
        carries = carried and (number + seed) % 3
        bureau = on_top_of(account, small()) if carries else small(BEFORE)
        carried.append(period(bureau, first, days, *recalled))
    found = borne(newest_first(carried), day(before))
    assert bearing(found.tallies) == bearing(from_scratch(plain, day(before)))
    assert set(found.lieu) == set(borne(newest_first(plain), day(before)).lieu)


def test_no_older_roster_is_read_than_needed() -> None:
    def lost() -> tuple[Bureau, Roster]:
        raise AssertionError("this one need not be read")

    first = period(small(BEFORE), 0, 8)
    account = borne([first], day(8))
    second = period(on_top_of(account, small()), 8, 8)
    assert bearing(borne([second, Period(lost)], day(16)).tallies) == bearing(
        from_scratch([first, second], day(16))
    )


def test_what_was_carried_beyond_the_date_cannot_be_taken_apart() -> None:
    account = borne([period(small(BEFORE), 0, 8)], day(8))
    kept = period(on_top_of(account, small()), 8, 8)
    assert borne([kept], day(8)).tallies == account.tallies
    with pytest.raises(BadInput) as caught:
        borne([kept], day(7))
    (problem,) = caught.value.problems
    assert "the oldest roster that is kept begins on 2026-12-15" in problem.message


def test_who_leaves_stays_in_the_account_and_who_joins_begins_at_nothing() -> None:
    first = period(small(BEFORE), 0, 8)
    account = borne([first], day(8))
    others = small_bureau([officer("b", "B"), officer("new", "A")], calendar=CALENDAR)
    second = period(on_top_of(account, others), 8, 8)
    found = borne([second, first], day(16)).tallies
    assert found["a"] == account.tallies["a"]
    assert found["new"] == tallies(others, second.roster.duties)["new"] != Tally()
    again = period(on_top_of(borne([second, first], day(16)), small()), 16, 8)
    assert borne([again], day(16)).tallies["a"] == account.tallies["a"]


def test_a_duty_stays_what_it_was_after_a_transfer() -> None:
    """On Tuesday A has the night and C the day off: overtime for C is none for A."""
    was = small_bureau([officer("a", "C")], calendar=CALENDAR)
    now = small_bureau([officer("a", "A")], calendar=CALENDAR)
    worked = duty(was, "a", day(1), "night")
    first = Period(lambda: (was, roster_of(was, day(0), 2, [worked])))
    second = period(on_top_of(borne([first], day(2)), now), 2, 2)
    assert borne([second, first], day(4)).tallies["a"].overtime_minutes == 720
    assert tallies(now, [worked])["a"].overtime_minutes == 0


def test_time_in_lieu_is_carried_as_entries() -> None:
    """c earns on Tuesday and takes Thursday's night off; d's own entries of lieu.csv are not carried."""
    away = absence("c", day(3), kind=AbsenceKind.LIEU)
    own = Entry("d", MONDAY, EntryKind.INIT, 60)
    bureau = small(absences=[away], lieu=(own,))
    first = period(bureau, 0, 4, ("c", 1))
    account = borne([first], day(4))
    assert account.lieu == lieu_entries(bureau, first.roster.duties, first.roster.horizon)
    assert [(one.officer, one.kind, one.minutes) for one in account.lieu] == [
        ("c", EntryKind.EARN, 120),
        ("c", EntryKind.SPEND, 720),
    ]
    second = period(on_top_of(account, bureau), 4, 4)
    assert borne([second], day(8)).lieu == account.lieu


def test_files_are_read_as_they_were_written(tmp_path: Path) -> None:
    account = Account(
        {"1001": Tally(1, 2, 3, 4, 5, 6007), "gone": Tally(nights=1)},
        (
            Entry("1001", day(0), EntryKind.EARN, 721, 'recall "day", and more'),
            Entry("gone", day(1), EntryKind.SPEND, 1),
        ),
        {
            "1001": PastShare(("S01", "A", "sworn"), parts_of(Tally(1, 2, 3, 4, 5, 60))),
            "gone": PastShare(first=day(0), last=day(1)),
        },
    )
    folder = flawless(tmp_path)
    (folder / "carried").mkdir()
    for name, data in carried_files(account).items():
        (folder / name).write_bytes(data)
    bureau = read_bureau(folder)
    assert (bureau.ledger, bureau.past_shares) == (account.tallies, account.shares)
    assert tuple(one for one in bureau.lieu if one.kind in (EntryKind.EARN, EntryKind.SPEND)) == account.lieu


def test_the_order_of_the_files_is_that_of_ids_and_dates() -> None:
    shares = {"b": PastShare(("U1", "B", "sworn"), parts_of(Tally(2, overtime_minutes=90)))}
    data = carried_ledger_csv({"b": Tally(1), "a": Tally(overtime_minutes=1)}, shares)
    assert data.decode().splitlines() == [
        "officer_id,nights,weekends,holidays,eves,recalls,overtime_hours,"
        "nights_share,weekends_share,holidays_share,eves_share,recalls_share,overtime_hours_share,"
        "unit,team,role,first,last",
        "a,0,0,0,0,0,0.02,,,,,,,,,,,",
        "b,1,0,0,0,0,0,2,0,0,0,0,1.5,U1,B,sworn,,",
    ]
    entries = [Entry("b", day(0), EntryKind.EARN, 60), Entry("a", day(1), EntryKind.SPEND, 90, "off")]
    assert lieu_csv(entries).decode().splitlines() == [
        "officer_id,date,entry,hours,note",
        "a,2026-12-08,spend,1.5,off",
        "b,2026-12-07,earn,1,",
    ]
