"""The first sheet: goals in hours, targets, and every gap at a post with its reason."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.roster import Note, NoteKind, Shortage
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.xlsx.overview_sheet import add_overview
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.read_back import rows_of, sheet_of

TARGET = StrengthTarget("T", "peak", 2, 17 * 60, 19 * 60)
BUREAU = small_bureau([officer("a")], strengths=[TARGET])
PLAIN = roster_of(BUREAU, MONDAY, 1, [duty(BUREAU, "a", MONDAY, "day")])


def test_goals_targets_and_gaps() -> None:
    gap = Shortage(2, "d1", "U1", MONDAY, 19 * 60, 31 * 60, 1, "nobody is there")
    tiers = TierResult(Tier.PLAN, 720, 60, 0.0), TierResult(Tier.CHANGES, 3, None, 0.0)
    rows = rows_of(sheet_of(add_overview, BUREAU, replace(PLAIN, tiers=tiers, shortages=(gap,))))
    assert rows == [
        [f"small: {MONDAY} to {MONDAY}"],
        ["audited, no findings"],
        [],
        ["goal", "value", "at least", ""],
        ["plan of posts", 12, 1, "person-hours short"],
        ["duties off the rotation", 3, None, "duties"],
        [],
        ["target", "window", "wanted", "fewest", "mean", "most"],
        ["peak", "17:00-19:00", 2, 1, 1, 1],
        [],
        ["post", "date", "weekday", "unit", "from", "to", "short", "why"],
        ["d1", MONDAY, "Mon", "U1", "19:00", "07:00", 1, "nobody is there"],
    ]


def test_where_nothing_is_short_it_says_so_and_what_stays_against_a_rule() -> None:
    kept = Note(NoteKind.KEPT, "a on Monday", "rest")
    rows = rows_of(sheet_of(add_overview, BUREAU, replace(PLAIN, notes=(kept,))))
    assert rows[1] == ["audited; published duties that stay against a rule: 1"]
    assert rows[-1] == ["every post has its legal minimum and its plan"]
