"""Errors as values: a mistake in the user's files, with the place where it stands.

A reader collects problems and goes on, so that one run reports every mistake.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rosterctl.wording import MISTAKES_IN_INPUT, say


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in the user's files: 1-based line and column; 0 means "the whole file"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"


NOWHERE = Place("")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what is wrong, and what to do about it."""

    place: Place
    message: str
    hint: str = ""
    source_line: str = ""


class BadInput(Exception):
    """Carries every problem found in a bureau or roster; exit code 3."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(say(MISTAKES_IN_INPUT, number=len(self.problems)))


class NotOne(Exception):
    """What was typed stands for nobody or for several; the message says what to type instead."""
