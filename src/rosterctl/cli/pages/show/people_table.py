"""Tables and lists of people that fit the width of a terminal without cutting a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from wcwidth import wcswidth

from rosterctl.export.plain_text import clean, table
from rosterctl.wording import LISTED, say

SHEET_WIDTH = 80
"""Columns of a terminal that a sheet takes at most, unless what stands in it is longer by itself."""
PEOPLE_WIDTH, WORDS = 24, 20
"""Columns of the people at least, and of several words in another cell at most."""


def people_table(
    cells: Sequence[Sequence[str]], people: Sequence[Sequence[str]], heads: Sequence[str]
) -> str:
    """A table whose last column lists people; it goes on below where it would be too wide, at whole names."""
    broken = [[lines_within(cell.split(), WORDS, " ") for cell in row] for row in cells]
    taken = [wcswidth(head) for head in heads[:-1]]
    for row in broken:
        taken = [max(known, *map(wcswidth, lines)) for known, lines in zip(taken, row, strict=True)]
    room = max(SHEET_WIDTH - sum(taken) - 2 * len(taken), PEOPLE_WIDTH)
    rows: list[tuple[str, ...]] = []
    for row, names in zip(broken, people, strict=True):
        rows += zip_longest(*row, lines_within(names, room, say(LISTED)), fillvalue="")
    return table(rows, heads)


def people_listed(head: str, people: Iterable[str]) -> str:
    """The people behind a head, in lines that fit; nothing where there is nobody."""
    first, *others = [*people] or [""]
    lines = lines_within([f"{head}{first}", *others], SHEET_WIDTH, say(LISTED))
    return "\n".join(map(clean, lines)) if first else ""


def lines_within(parts: Sequence[str], room: int, between: str) -> list[str]:
    """The parts one after the other, in lines of so many columns."""
    lines = [""]
    for place, part in enumerate(parts):
        text = f"{part}{between}" if place < len(parts) - 1 else part
        if lines[-1] and wcswidth(lines[-1] + text.rstrip()) > room:
            lines.append("")
        lines[-1] += text
    return [line.rstrip() for line in lines]
