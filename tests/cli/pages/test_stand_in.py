"""The page of `stand-in`: who can come, best first, and why the others cannot."""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.cli.pages.show.page import Page
from rosterctl.cli.pages.stand_in import stand_ins_page
from rosterctl.domain.roster import Slice
from rosterctl.insight.stand_ins.candidates import StandIn, stand_ins
from rosterctl.insight.stand_ins.pairs import StandInPair
from rosterctl.insight.stand_ins.vacancy import of_duty
from tests.support.bureaus import MONDAY, every_rule, officer, plain_roster, small_bureau, unit

RULES = {
    name: options for name, options in every_rule().items() if name in ("availability", "one-place", "rest")
}
BUREAU = small_bureau(
    [officer("a"), officer("b", "B"), officer("c", "C"), officer("d", "D")],
    units=[unit("U1", recalls=("day",))],
    rules=RULES,
)
ROSTER = plain_roster(BUREAU, MONDAY, 4)
"""On Monday a works the day and b the night; c comes off the night of Sunday, d is off."""


def page(everybody: bool, paired: bool = False) -> Page:
    vacancy = of_duty(next(one for one in ROSTER.duties if (one.officer, one.day) == ("a", MONDAY)))
    found = stand_ins(BUREAU, ROSTER, vacancy, "a")
    return stand_ins_page(BUREAU, vacancy, found, pairs_of(found) if paired else (), everybody)


def pairs_of(found: Sequence[StandIn]) -> list[StandInPair]:
    """As if d could not come alone, but with b, and c with b too."""
    who = {one.officer.id: one for one in found}
    return [StandInPair(who["d"], who["b"]), StandInPair(who["c"], who["b"])]


def test_who_can_come_and_how_many_cannot() -> None:
    lines = page(everybody=False).text.splitlines()
    assert lines[0] == "in place of a (a), U1, 2026-12-07 07:00-19:00: the reserve"
    assert lines[2] == "1 can come:"
    assert lines[6].split()[:3] == ["1", "d", "(d)"]
    assert "2 other officers of U1 cannot:" in lines


def test_everybody_is_listed_with_all_that_is_in_the_way() -> None:
    """b has a duty of the same date, c no rest after the night."""
    text = page(everybody=True).text
    assert "- b (b): " in text
    assert "- c (c): " in text


def test_for_programs() -> None:
    told = page(everybody=False).fields
    assert (told["unit"], told["date"], told["start"], told["end"]) == ("U1", "2026-12-07", 420, 1140)
    assert [one["officer"] for one in told["can_come"]] == ["d"]
    assert {one["officer"] for one in told["cannot"]} == {"b", "c"}
    assert told["posts"] == [Slice(420, 1140, "").post]
    assert told["pairs"] == []


def test_pairs_have_two_lines_each_and_the_others_cannot_alone() -> None:
    shown = page(everybody=False, paired=True)
    lines = shown.text.splitlines()
    at = lines.index("2 pairs can come together:")
    assert [line.split()[:3] for line in lines[at + 4 : at + 8]] == [
        *(["1", "d", "(d)"], ["+", "b", "(b)"], ["2", "c", "(c)"], ["+", "b", "(b)"]),
    ]
    assert "2 other officers of U1 cannot alone:" in lines
    assert [[one["officer"] for one in pair] for pair in shown.fields["pairs"]] == [["d", "b"], ["c", "b"]]
    assert shown.fields["pairs"][0][0] == shown.fields["can_come"][0]
