"""Collects the mistakes of one reading, so that a single run reports every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from rosterctl.intake.text import value_wording
from rosterctl.problems import Place, Problem
from rosterctl.wording import say

Sentence = tuple[str, str]
"""What is wrong, in a planner's words, and what to do about it."""
ALIKE = str.maketrans("lIOoB", "11008")


class Mistakes:
    """Problems in the order of their discovery."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, place: Place, message: str, hint: str = "") -> None:
        self.problems.append(Problem(place, message, hint))

    def __bool__(self) -> bool:
        return bool(self.problems)


def quoted(problems: Iterable[Problem], line: Callable[[Place], str]) -> tuple[Problem, ...]:
    """The problems with the user's own line, sorted; `line` gives the text at a place."""
    return tuple(
        sorted(
            {
                problem if problem.source_line else replace(problem, source_line=line(problem.place))
                for problem in problems
            }
        )
    )


def line_in(files: Mapping[str, bytes], place: Place) -> str:
    """The user's own line at a place, empty where the files have none."""
    lines = files.get(place.file, b"").decode(errors="replace").splitlines()
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'U01'?)`, or nothing when no known word comes close."""
    near = nearest(word, known)
    return say(value_wording.DID_YOU_MEAN, word=near) if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that comes close, empty when none does or the word is a number."""
    if word.isdigit():
        return ""
    choices = list(known)
    alike = [choice for choice in choices if choice.translate(ALIKE) == word.translate(ALIKE)]
    if alike:
        return alike[0]
    close = get_close_matches(word, choices, 1, 0.6)
    if not close:
        folded = {choice.casefold(): choice for choice in choices}
        close = [folded[found] for found in get_close_matches(word.casefold(), folded, 1, 0.6)]
    return close[0] if close else ""


def listed(words: Iterable[str], most: int = 12) -> str:
    """`a, b, c` or `a, b … (34 in all)`."""
    every = list(words)
    told = say(value_wording.COMMA).join(every[:most])
    return told if len(every) <= most else say(value_wording.AND_MORE, words=told, number=len(every))
