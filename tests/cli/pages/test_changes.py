"""Changes of published duties as a table and for programs, and the gaps below the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.cli.pages.changes import (
    CHANGES_SHOWN,
    below_the_law,
    below_the_plan,
    change_fields,
    changes_table,
    let_off_text,
)
from rosterctl.domain.change import Change
from rosterctl.domain.roster import OffCause, OffRotation, Shortage, Slice
from rosterctl.domain.tier import Tier
from tests.support.bureaus import MONDAY, duty, plain_roster, small_bureau
from tests.support.edited_shift import KEY, edited_bureau

BUREAU = small_bureau()
ROSTER = plain_roster(BUREAU, MONDAY, 4)
DAY = duty(BUREAU, "a", MONDAY, "day", slices=[Slice(420, 500, "P"), Slice(500, 1140, "")])
NIGHT = duty(BUREAU, "a", MONDAY, "night")
CHANGE = Change("a", MONDAY, DAY, NIGHT, "sick")


def test_a_row_says_what_was_and_what_is_with_every_post() -> None:
    """From 08:20 the officer stood in reserve; the night is served in reserve altogether."""
    row = changes_table(BUREAU, [CHANGE]).splitlines()[2]
    assert [cell for cell in row.split("  ") if cell] == [
        "2026-12-07",
        "a (a)",
        "day 07:00-19:00 at P, from 08:20 at (reserve) (U1)",
        "night 19:00-07:00 at (reserve) (U1)",
        "other shift",
        "sick",
    ]


@pytest.mark.parametrize(("number", "more"), [(CHANGES_SHOWN, False), (CHANGES_SHOWN + 1, True)])
def test_a_table_shows_the_first_and_says_how_many_there_are(number: int, more: bool) -> None:
    many = [replace(CHANGE, day=MONDAY + timedelta(days=n)) for n in range(number)]
    lines = changes_table(BUREAU, many).splitlines()
    assert len(lines) == 2 + CHANGES_SHOWN + more
    assert (lines[-1] == f"20 of {number} changes shown; --json lists all") is more


def test_an_officer_who_is_gone_is_told_by_id_and_no_duty_is_a_dash() -> None:
    gone = Change("z", MONDAY, replace(DAY, officer="z"), None, "")
    assert change_fields(BUREAU, gone) == {
        "date": "2026-12-07",
        "officer": "z",
        "before": "day 07:00-19:00 at P, from 08:20 at (reserve) (U1)",
        "after": "-",
        "kind": "dropped",
        "reason": "",
    }
    assert "z (z)" not in changes_table(BUREAU, [gone])


def test_only_gaps_at_legal_minima_are_below_the_law() -> None:
    gaps = [Shortage(int(tier), "P", "U1", MONDAY, 420, 540, 2) for tier in (Tier.LEGAL, Tier.PLAN)]
    assert below_the_law(gaps) == ["- 2026-12-07 07:00-09:00 P (U1): 2 heads below the legal minimum"]
    assert below_the_plan(gaps) == ["- 2026-12-07 07:00-09:00 P (U1): 2 heads below the plan"]


@pytest.mark.parametrize("more", [0, 1])
def test_of_many_gaps_the_first_are_listed(more: int) -> None:
    gap = Shortage(int(Tier.LEGAL), "P", "U1", MONDAY, 420, 540, 1)
    lines = below_the_law((gap,) * (CHANGES_SHOWN + more))
    assert len(lines) == CHANGES_SHOWN + more
    assert lines[-1].startswith("- and 1 more" if more else "- 2026-12-07")


def test_plain_duties_that_the_rotation_lets_off_are_told_in_a_line() -> None:
    off = OffRotation("a", MONDAY, "day", "U1", OffCause.ROTATION, "rest")
    lent = OffRotation("b", MONDAY, "day", "U1", OffCause.LOAN)
    assert let_off_text(ROSTER) == []
    assert let_off_text(replace(ROSTER, off_rotation=(off, lent))) == [
        "- 1 plain duty off the rotation: 1 let off by rest"
    ]


def test_an_edited_shift_has_its_own_id_and_the_times_then() -> None:
    bureau = edited_bureau()
    change = Change("a", MONDAY, duty(bureau, "a", MONDAY, KEY), None, "")
    assert change_fields(bureau, change)["before"] == "day 07:00-19:00 at (reserve) (U1)"
    assert KEY not in changes_table(bureau, [change])
