"""Mistakes in the input as text for a planner, or as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from wcwidth import wcswidth

from rosterctl.cli.pages import wording
from rosterctl.export.plain_text import clean
from rosterctl.problems import Problem
from rosterctl.wording import numbered, say

MISTAKES_SHOWN = 20
LEAD, WIDTH = 60, 110


def mistakes_text(problems: Sequence[Problem]) -> str:
    """The first mistakes, each with the user's own line, a caret and what to do; then how many there are."""
    blocks = [_block(problem) for problem in problems[:MISTAKES_SHOWN]]
    total = numbered(len(problems), wording.ONE_MISTAKE, wording.SEVERAL_MISTAKES)
    if len(problems) > MISTAKES_SHOWN:
        total = say(wording.SHOWN_OF_ALL, shown=MISTAKES_SHOWN, total=total)
    return "\n".join([*blocks, total])


def warnings_text(problems: Sequence[Problem]) -> str:
    """Every warning in the form of a mistake; what it warns of stops nothing."""
    return "\n".join(say(wording.WARNED_OF, mistake=_block(problem)) for problem in problems)


def mistakes_json(problems: Sequence[Problem]) -> str:
    """Every mistake; line and column are 1-based, 0 where the mistake is the whole file."""
    return json.dumps({"problems": list(map(problem_fields, problems))}, ensure_ascii=False, indent=2)


def problem_fields(problem: Problem) -> dict[str, Any]:
    """A mistake or warning for a program."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
        "source_line": problem.source_line,
    }


def _block(problem: Problem) -> str:
    where = f"{problem.place}: " if problem.place.file else ""
    lines = [clean(f"{where}{problem.message}")]
    if problem.source_line.strip():
        lines += _pointed(problem.source_line, problem.place.column)
    if problem.hint:
        lines.append("    " + clean(say(wording.HINTED, hint=problem.hint)))
    return "\n".join(lines)


def _pointed(line: str, column: int) -> list[str]:
    """The line, cut to what fits around the column, and a caret under it."""
    first = max(column - 1 - LEAD, 0)
    before, after = clean(line[first : max(column - 1, 0)]), clean(line[max(column - 1, 0) : first + WIDTH])
    start, end = "…" if first else "", "…" if len(line) > first + WIDTH else ""
    if not first:
        stripped = before.lstrip()
        before = stripped
    shown = f"    {start}{before}{after}{end}".rstrip()
    if not column:
        return [shown]
    width = wcswidth(start + before)
    return [shown, " " * (4 + max(width, 0)) + "^"]
