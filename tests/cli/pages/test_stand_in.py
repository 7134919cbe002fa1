"""The page of `stand-in`: who can come, best first, and why the others cannot."""

from __future__ import annotations

from rosterctl.cli.pages.show.page import Page
from rosterctl.cli.pages.stand_in import stand_ins_page
from rosterctl.domain.roster import Slice
from rosterctl.insight.stand_ins.candidates import stand_ins
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


def page(everybody: bool) -> Page:
    vacancy = of_duty(next(one for one in ROSTER.duties if (one.officer, one.day) == ("a", MONDAY)))
    return stand_ins_page(BUREAU, vacancy, stand_ins(BUREAU, ROSTER, vacancy, "a"), everybody)


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
