"""What comes off a line that breaks a rule: in which order, how little, and when nothing helps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.planning.repair.lines.lawful_lines import Around, LawfulLines, lawful_lines
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, small_bureau, unit
from tests.support.peers import on_day

NIGHTS = {"N": ("night", "overlap-both")}


def bureau_of(**rules: Mapping[str, Any]) -> Bureau:
    return small_bureau(
        [officer("a"), officer("b", "B")],
        units=[unit(recalls=("day", "peak-evening"), shifts=NIGHTS)],
        rules=rules,
    )


def line(bureau: Bureau, *shifts: str, officer: str = "a") -> dict[date, Duty]:
    """From Monday on; a duty on a day off of A's (Wednesday and Thursday) is a recall."""
    return {
        on_day(n): duty(bureau, officer, on_day(n), shift, recall=n % 4 > 1)
        for n, shift in enumerate(shifts)
        if shift
    }


def eased(
    bureau: Bureau,
    lines: Mapping[str, Mapping[date, Duty]],
    may_go: Mapping[str, Collection[date]] | None = None,
    earliest: int = 0,
) -> LawfulLines:
    around = Around(bureau, Horizon(MONDAY, 8), (), (), Instant(earliest), may_go or {})
    return lawful_lines(around, lines)


def shown(found: LawfulLines, officer: str = "a") -> list[tuple[int, str, str]]:
    return [
        ((one.old.day - MONDAY).days, one.old.shift, "" if one.new is None else one.new.shift)
        for one in found.taken.get(officer, ())
    ]


@pytest.mark.parametrize(
    ("days7", "off"),
    [
        (42, []),  # 12 + 16 + 2 + 12 h
        (41, [(1, "overlap-both", "night")]),  # the longer shift before a recall, though this would do
        (38, [(1, "overlap-both", "night")]),
        (37, [(3, "day", "")]),  # the recall nearest to the date that is told, and then the night may be long
        (30, [(3, "day", "")]),
        (29, [(1, "overlap-both", "night"), (3, "day", "")]),
        (25, [(1, "overlap-both", "night"), (3, "day", ""), (2, "peak-evening", "")]),
    ],
)
def test_longer_shifts_come_off_before_recalls_and_no_more_than_must(
    days7: int, off: list[tuple[int, str, str]]
) -> None:
    bureau = bureau_of(hours={"days7": str(days7)})
    found = eased(bureau, {"a": line(bureau, "day", "overlap-both", "peak-evening", "day")})
    assert (shown(found), found.broken) == (off, {})
    assert found.mended == ({"a"} if off else set())
    assert {one.rule for one in found.taken.get("a", ())} <= {"hours"}


def test_what_need_not_be_off_is_put_back() -> None:
    """Rest: the long night of Tuesday ends at 09:00, Wednesday's recall is at 17:00: eight hours. The night
    to 07:00 leaves ten, so that was for nothing: without the recall there is nothing against it."""
    bureau = bureau_of(rest={"hours": "11"})
    found = eased(bureau, {"a": line(bureau, "day", "overlap-both", "peak-evening")})
    assert (shown(found), found.broken) == ([(2, "peak-evening", "")], {})


def test_where_plain_duty_breaks_a_rule_all_stays_that_breaks_no_other() -> None:
    """24 h of plain duty are against 20 h whatever is done; the recall is against the rest besides."""
    bureau = bureau_of(hours={"days7": "20"}, rest={"hours": "11"})
    found = eased(bureau, {"a": line(bureau, "day", "overlap-both", "peak-evening")})
    assert shown(found) == [(2, "peak-evening", "")]
    assert [(one.rule, one.day) for one in found.broken["a"]] == [("hours", on_day(1))]
    assert found.mended == set()


def test_plain_duty_falls_on_the_dates_named_alone() -> None:
    bureau = bureau_of(hours={"days7": "20"})
    lines = {"a": line(bureau, "day", "night")}
    found = eased(bureau, lines, {"a": [MONDAY], "b": [on_day(1)]})
    assert (shown(found), found.broken) == ([(0, "day", "")], {})


@pytest.mark.parametrize(
    ("late", "off"), [(0, [(1, "overlap-both", "night")]), (1, [(2, "peak-evening", "")])]
)
def test_what_has_begun_stays(late: int, off: list[tuple[int, str, str]]) -> None:
    bureau = bureau_of(hours={"days7": "28"})
    start = bureau.clock.number(on_day(1), bureau.shifts["overlap-both"].start)
    found = eased(bureau, {"a": line(bureau, "day", "overlap-both", "peak-evening")}, earliest=start + late)
    assert shown(found) == off


def test_only_whose_line_is_against_a_rule_is_touched() -> None:
    bureau = bureau_of(hours={"days7": "36"})
    mine, other = line(bureau, "day", "overlap-both", "day"), line(bureau, "night", officer="b")
    found = eased(bureau, {"a": mine, "b": other})
    assert list(found.taken) == ["a"]


def test_the_dates_on_which_something_comes_off_are_told_by_unit() -> None:
    bureau = bureau_of(hours={"days7": "41"})
    found = eased(bureau, {"a": line(bureau, "day", "overlap-both", "peak-evening", "day")})
    assert (found.dates_of("U1"), found.dates_of("U2")) == ({on_day(1)}, set())
