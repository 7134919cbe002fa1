"""The sheet of posts: the crew of each stretch on the date on which it is, and what stays empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.roster import Shortage, Slice
from rosterctl.export.xlsx.post_sheet import add_posts
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.places import crew, post, post_type, window
from tests.support.read_back import rows_of, sheet_of

TUESDAY = MONDAY + timedelta(days=1)
SWORN = crew("sworn", {"sworn": 1})


def test_a_row_a_crew_and_a_gap() -> None:
    """Both man the desk until 19:00; then a is in reserve until midnight, and alone at it until 07:00."""
    bureau = small_bureau(
        [officer("a"), officer("b")],
        post_types=[post_type("desk", window(7, 31, minimum=SWORN))],
        posts=[post("d1", "desk", "U1")],
    )
    night = [Slice(17 * 60, 19 * 60, "d1"), Slice(19 * 60, 24 * 60, ""), Slice(24 * 60, 31 * 60, "d1")]
    duties = [
        duty(bureau, "a", MONDAY, "overlap-evening", slices=night),
        duty(bureau, "b", MONDAY, "peak-evening", slices=[Slice(17 * 60, 19 * 60, "d1")]),
    ]
    gap = Shortage(1, "d1", "U1", MONDAY, 19 * 60, 24 * 60, 1, "nobody")
    roster = replace(roster_of(bureau, MONDAY, 1, duties), shortages=(gap,))
    heads, *rows = rows_of(sheet_of(add_posts, bureau, roster))
    assert heads == ["date", "weekday", "unit", "post", "from", "to", "crew", "vehicles", "short"]
    assert rows == [
        [MONDAY, "Mon", "U1", "d1", "17:00", "19:00", "a、b"],
        [MONDAY, "Mon", "U1", "d1", "19:00", "00:00+1", "", None, 1],
        [MONDAY, "Mon", "U1", "reserve", "19:00", "00:00+1", "a"],
        [TUESDAY, "Tue", "U1", "d1", "00:00", "07:00", "a"],
    ]


def test_a_leader_who_is_missing_is_no_reserve_and_a_gap_of_both_tiers_is_told_once() -> None:
    """At the desk one head lacks by law and two by the plan; reserve is only where somebody stands in it."""
    bureau = small_bureau(
        [officer("a")],
        post_types=[post_type("desk", window(7, 19, minimum=SWORN))],
        posts=[post("d1", "desk", "U1")],
    )
    times = MONDAY, 7 * 60, 19 * 60
    gaps = (
        Shortage(1, "d1", "U1", *times, 1),
        Shortage(1, "leader", "U1", *times, 1),
        Shortage(2, "d1", "U1", *times, 2),
    )
    roster = replace(roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day")]), shortages=gaps)
    _, *rows = rows_of(sheet_of(add_posts, bureau, roster))
    assert [(row[3], row[6:]) for row in rows] == [
        ("d1", ["", None, 2]),
        ("leader on duty", ["", None, 1]),
        ("reserve", ["a"]),
    ]
