"""Plain text for people: nothing in it moves the cursor, and columns stand straight."""

from __future__ import annotations

import pytest

from rosterctl.export.plain_text import bulleted, clean, clock_span, table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("张三 (S01-004)", "张三 (S01-004)"),
        ("\x1b[2J", " [2J"),
        ("one\ntwo\tthree", "one two three"),
        ("left\u202eright\ufeff", "left right "),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_clean_takes_out_what_could_move_the_cursor_or_turn_the_writing(text: str, shown: str) -> None:
    """ESC, line ends, tabs, the mark that writes from right to left; a space that does not break may stay."""
    assert clean(text) == shown


def test_a_table_retypes_nothing_and_aligns_right_where_asked() -> None:
    """Badges keep their zeros: 007 is no number. Chinese takes two columns a character."""
    rows = [("007", "张三", 12), ("1e5", "b\x1b", 3)]
    assert table(rows, ("badge", "name", "hours"), right=(2,)).splitlines() == [
        "badge    name      hours",
        "-------  ------  -------",
        "007      张三         12",
        "1e5      b             3",
    ]


def test_a_table_without_rows_has_its_head() -> None:
    assert table([], ("date", "officer")).splitlines()[0].split() == ["date", "officer"]


def test_a_span_past_midnight_is_told_by_the_clock() -> None:
    """1,860 minutes are 07:00 of the next morning."""
    assert clock_span(1140, 1860) == "19:00-07:00"


def test_bulleted() -> None:
    assert bulleted(["one", "two\x1b"]) == "- one\n- two "
