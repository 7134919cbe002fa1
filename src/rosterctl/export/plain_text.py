"""Plain text for people: tables whose columns stand straight, texts that cannot move the cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rosterctl.timeline.clock import clock_text

UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def clean(text: str) -> str:
    """The text without control characters (ESC among them) and marks that turn the direction of writing."""
    return UNPRINTABLE.sub(" ", text)


def table(rows: Iterable[Sequence[object]], headers: Sequence[str], right: Sequence[int] = ()) -> str:
    """Columns under headers; those numbered in `right` (from 0) are aligned right. Nothing is retyped."""
    from tabulate import tabulate  # noqa: PLC0415 (slow to import)

    cells = [[clean(str(cell)) for cell in row] for row in rows]
    aligned = ["right" if column in right else "left" for column in range(len(headers))]
    if not cells:
        aligned = []
    return tabulate(cells, headers=headers, tablefmt="simple", disable_numparse=True, colalign=aligned)


def columns(headings: str) -> list[str]:
    """The headings of a table, which stand in one text with bars between them: `unit | name`."""
    return headings.split(" | ")


def clock_span(start: int, end: int) -> str:
    """`07:00-19:00` of two times in minutes since midnight."""
    return f"{clock_text(start)}-{clock_text(end)}"


def bulleted(sentences: Iterable[str]) -> str:
    """One line a sentence, each with a dash before it."""
    return "\n".join(f"- {clean(sentence)}" for sentence in sentences)
