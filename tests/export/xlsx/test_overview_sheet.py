"""The first sheet: the audit's verdict, goals in hours, targets, and every gap with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from rosterctl.domain.roster import Duty, Note, NoteKind, Roster, Shortage
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.xlsx.overview_sheet import add_overview
from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.read_back import rows_of, sheet_of

TARGET = StrengthTarget("T", "peak", 2, 17 * 60, 19 * 60)
BUREAU = small_bureau([officer("a"), officer("b")], strengths=[TARGET])
PLAIN = roster_of(BUREAU, MONDAY, 1, [duty(BUREAU, "a", MONDAY, "day")])


def overview(roster: Roster, *findings: Finding) -> Worksheet:
    return sheet_of(lambda book, *told: add_overview(book, *told, findings), BUREAU, roster)


def told(roster: Roster, *findings: Finding) -> list[list[Any]]:
    return rows_of(overview(roster, *findings))


def test_goals_targets_and_gaps() -> None:
    gap = Shortage(2, "d1", "U1", MONDAY, 19 * 60, 31 * 60, 1, "nobody is there")
    tiers = TierResult(Tier.PLAN, 720, 60, 0.0), TierResult(Tier.CHANGES, 3, None, 0.0)
    assert told(replace(PLAIN, tiers=tiers, shortages=(gap,))) == [
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
        ["post", "date", "weekday", "unit", "from", "to", "short", "short of", "why"],
        ["d1", MONDAY, "Mon", "U1", "19:00", "07:00+1", 1, "posts' plan", "nobody is there"],
    ]


def test_where_nothing_is_short_it_says_so_and_what_stays_against_a_rule() -> None:
    kept = Note(NoteKind.KEPT, "a on Monday", "rest")
    rows = told(replace(PLAIN, notes=(kept,)))
    assert rows[1] == ["audited; published duties that stay against a rule: 1"]
    assert rows[-1] == ["every post has its legal minimum and its plan"]


def test_what_the_audit_finds_is_said_first_of_all_and_counted_by_rule() -> None:
    found = [Finding("rest", "x"), Finding("hours", "y"), Finding("rest", "z")]
    sheet = overview(PLAIN, *found)
    assert rows_of(sheet)[1:6] == [
        ["the audit has 3 findings: this roster is not fit to be published or put up"],
        ["broken rule", "times"],
        ["rest", 2],
        ["hours", 1],
        [],
    ]
    assert sheet["A2"].fill.fgColor.rgb != overview(PLAIN)["A2"].fill.fgColor.rgb
    assert told(PLAIN, found[0])[1][0].startswith("the audit has 1 finding: ")


def test_a_mean_between_two_heads_is_neither() -> None:
    """The target wants two; both are there for 72 of its 120 minutes, one for the rest: 1.6."""
    late = duty(BUREAU, "b", MONDAY, "day").broken_off(17 * 60 + 72)
    both: Sequence[Duty] = (*PLAIN.duties, late)
    sheet = overview(replace(PLAIN, duties=tuple(both)))
    (row,) = (row for row in sheet.iter_rows() if row[0].value == "peak")
    assert [cell.value for cell in row[2:6]] == [2, 1, 1.6, 2]
    assert [cell.number_format for cell in row[2:6]] == ["0", "General", "0.0", "0"]
