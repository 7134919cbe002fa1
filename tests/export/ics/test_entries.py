"""From version to version: what keeps its entry, what changes its number, what is cancelled."""

from __future__ import annotations

from datetime import date, timedelta

from rosterctl.domain.roster import Duty
from rosterctl.export.ics.entries import entries_of
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
