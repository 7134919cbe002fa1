"""Mistakes as a planner sees them: the place, their own line with a caret, what to do."""

from __future__ import annotations

import json

import pytest

from rosterctl.cli.pages.mistakes import (
    LEAD,
    MISTAKES_SHOWN,
    WIDTH,
    mistakes_json,
    mistakes_text,
    warnings_text,
)
from rosterctl.problems import NOWHERE, Place, Problem


def test_a_mistake_shows_the_users_line_and_points_at_it() -> None:
    """张 takes two columns on a terminal, so the caret stands under the x."""
    problem = Problem(Place("a.csv", 2, 3), "not a date", "write 2026-12-01", "张,x\n")
    assert mistakes_text([problem]).splitlines() == [
        "a.csv:2:3: not a date",
        "    张,x",
        "       ^",
        "    hint: write 2026-12-01",
        "1 mistake",
    ]


def test_what_is_nowhere_has_no_place_and_a_whole_file_no_line() -> None:
    problems = [Problem(NOWHERE, "name two officers"), Problem(Place("a.csv"), "it is empty")]
    assert mistakes_text(problems).splitlines() == ["name two officers", "a.csv: it is empty", "2 mistakes"]


def test_of_a_long_line_the_part_around_the_mistake_is_shown() -> None:
    line = "x" * 200 + "Y" + "x" * 200
    shown, caret = mistakes_text([Problem(Place("a.csv", 1, 201), "odd", "", line)]).splitlines()[1:3]
    assert shown == f"    …{'x' * LEAD}Y{'x' * (WIDTH - LEAD - 1)}…"
    assert shown[caret.index("^")] == "Y"


@pytest.mark.parametrize(
    ("number", "last"),
    [(MISTAKES_SHOWN, "20 mistakes"), (MISTAKES_SHOWN + 1, "20 of 21 mistakes shown; --json lists all")],
)
def test_the_first_are_shown_and_all_are_counted(number: int, last: str) -> None:
    problems = [Problem(Place("a.csv", n + 1), "wrong") for n in range(number)]
    assert mistakes_text(problems).splitlines()[-1] == last
    assert len(json.loads(mistakes_json(problems))["problems"]) == number


def test_for_programs() -> None:
    problem = Problem(Place("a.csv", 2, 3), "not a date", "write one", "张,x")
    assert json.loads(mistakes_json([problem])) == {
        "problems": [
            {
                "file": "a.csv",
                "line": 2,
                "column": 3,
                "message": "not a date",
                "hint": "write one",
                "source_line": "张,x",
            }
        ]
    }


def test_warnings_are_all_shown_in_the_form_of_mistakes() -> None:
    warned = [Problem(Place("a.yaml", 1, 3), f"odd {number}", "mend it", "x: 1") for number in range(2)]
    assert warnings_text(warned).splitlines()[:4] == [
        "warning: a.yaml:1:3: odd 0",
        "    x: 1",
        "      ^",
        "    hint: mend it",
    ]
    assert warnings_text([]) == ""
