"""From version to version: what keeps its entry, what changes its number, what is cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.roster import Duty
from rosterctl.export.ics.entries import entries_of
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau

BUREAU = small_bureau([officer("a"), officer("b")])


def on(day: int, shift: str, name: str = "a") -> Duty:
    return duty(BUREAU, name, MONDAY + timedelta(days=day), shift)


def told(*versions: tuple[int, int, list[Duty]]) -> dict[tuple[int, int], tuple[str, int, bool]]:
    """Of a: by date and place the shift, the number, and whether it is cancelled.

    Each version has its number, its first of four dates and its duties.
    """
    rosters = [
        (number, roster_of(BUREAU, MONDAY + timedelta(days=first), 4, duties))
        for number, first, duties in versions
    ]
    found = entries_of(rosters, {"a"})
    return {
        (_days(key[1]), key[2]): (entry.duty.shift, entry.sequence, entry.cancelled)
        for key, entry in found.items()
    }


def _days(day: date) -> int:
    return (day - MONDAY).days


def test_what_stays_keeps_its_number_and_what_changes_has_a_new_one() -> None:
    first = [on(0, "day"), on(1, "night"), on(1, "day", "b")]
    assert told((3, 0, first), (4, 0, [on(0, "day"), on(1, "overlap-evening")])) == {
        (0, 0): ("day", 3, False),
        (1, 0): ("overlap-evening", 4, False),
    }


def test_what_is_no_more_is_cancelled_once_and_comes_back_with_a_new_number() -> None:
    duties = [on(0, "day")]
    assert told((1, 0, duties), (2, 0, []), (3, 0, [])) == {(0, 0): ("day", 2, True)}
    assert told((1, 0, duties), (2, 0, []), (3, 0, duties)) == {(0, 0): ("day", 3, False)}


def test_dates_that_the_newer_version_does_not_have_stay_as_they_were() -> None:
    assert told((1, 0, [on(0, "day")]), (2, 1, [on(1, "night")])) == {
        (0, 0): ("day", 1, False),
        (1, 0): ("night", 2, False),
    }


def test_two_duties_of_one_date_are_two_entries_in_the_order_of_their_starts() -> None:
    both = [on(0, "peak-evening"), on(0, "peak-morning")]
    assert told((1, 0, both)) == {(0, 0): ("peak-morning", 1, False), (0, 1): ("peak-evening", 1, False)}
    assert told((1, 0, both), (2, 0, both[:1])) == {
        (0, 0): ("peak-evening", 2, False),
        (0, 1): ("peak-evening", 2, True),
    }


def night_told(worked: Duty, *, known_from: int | None = None) -> tuple[int, int, bool]:
    """Until when the night of Sunday lasts by the version that begins on Monday, its number, if it is off."""
    sunday = MONDAY - timedelta(days=1)
    told = roster_of(BUREAU, sunday, 1, [duty(BUREAU, "a", sunday, "night")])
    later = roster_of(BUREAU, MONDAY, 1, [], before=[worked])
    if known_from is not None:
        later = replace(later, known_from=MONDAY + timedelta(days=known_from))
    (entry,) = entries_of([(1, told), (2, later)], {"a"}).values()
    return entry.duty.until, entry.sequence, entry.cancelled


def test_a_night_that_is_broken_off_after_midnight_ends_then() -> None:
    """At 02:00 of the date on which the newer version begins; it has no other place for it than before."""
    night = on(-1, "night")
    assert night_told(night.broken_off(WallMinute(26 * 60))) == (26 * 60, 2, False)
    assert night_told(night) == (31 * 60, 1, False)


def test_what_is_only_assumed_before_the_first_date_changes_nothing() -> None:
    """The newer version knows of nothing before Monday, or it knows of Sunday."""
    broken = on(-1, "night").broken_off(WallMinute(26 * 60))
    assert night_told(broken, known_from=0) == (31 * 60, 1, False)
    assert night_told(broken, known_from=-1) == (26 * 60, 2, False)


def test_what_was_worked_before_the_first_version_has_no_entry() -> None:
    roster = roster_of(BUREAU, MONDAY, 1, [], before=[on(-1, "night")])
    assert entries_of([(1, roster)]) == {}


def test_of_nobody_in_particular_everybody_has_entries() -> None:
    roster = roster_of(BUREAU, MONDAY, 1, [on(0, "day"), on(0, "day", "b")])
    assert [who for who, _, _ in entries_of([(1, roster)])] == ["a", "b"]
    assert [who for who, _, _ in entries_of([(1, roster)], {"b"})] == ["b"]
