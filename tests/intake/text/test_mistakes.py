"""Mistakes are collected, sorted and quoted; a word that is nearly right is told."""

from __future__ import annotations

import pytest

from rosterctl.intake.text.mistakes import Mistakes, did_you_mean, line_in, listed, quoted
from rosterctl.problems import Place, Problem


def test_mistakes_are_kept_in_the_order_of_their_discovery() -> None:
    mistakes = Mistakes()
    assert not mistakes
    mistakes.add(Place("b", 2), "second", "mend it")
    mistakes.add(Place("a", 1), "first")
    assert mistakes
    assert mistakes.problems == [Problem(Place("b", 2), "second", "mend it"), Problem(Place("a", 1), "first")]


def test_quoted_problems_are_sorted_told_once_and_have_their_line() -> None:
    one, other = Problem(Place("b", 2), "x"), Problem(Place("a", 1), "y", source_line="kept")
    assert quoted([one, other, one], lambda place: f"line {place.line}") == (
        Problem(Place("a", 1), "y", "", "kept"),
        Problem(Place("b", 2), "x", "", "line 2"),
    )


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("dau", ["night", "day"], "day"),
        ("Day", ["day"], "day"),
        ("NIGHT", ["night"], "night"),  # nothing alike as it is written, the same in small letters
        ("SO1", ["S11", "S01"], "S01"),  # the letter O for a nought comes before what is merely close
        ("l1", ["11"], "11"),
        ("night", ["day"], ""),
        ("1002", ["1001", "1003"], ""),  # numbers are all alike: none is nearer than another
        ("x", [], ""),
    ],
)
def test_did_you_mean(word: str, known: list[str], meant: str) -> None:
    assert did_you_mean(word, known) == (f" (did you mean '{meant}'?)" if meant else "")


def test_a_long_list_says_how_many_there_are() -> None:
    assert listed(["a", "b"], 2) == "a, b"
    assert listed(["a", "b", "c"], 2) == "a, b … (3 in all)"
    assert listed(map(str, range(12))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"
    assert listed(map(str, range(13))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … (13 in all)"


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [("a.yaml", 1, "x: 1"), ("a.yaml", 2, "y: 2"), ("a.yaml", 3, ""), ("a.yaml", 0, ""), ("b.yaml", 1, "")],
)
def test_the_line_at_a_place(file: str, line: int, said: str) -> None:
    assert line_in({"a.yaml": b"x: 1\ny: 2\n"}, Place(file, line)) == said
