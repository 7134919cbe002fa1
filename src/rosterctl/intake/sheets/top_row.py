"""The row of headings of a list: which it is, and what each of its columns is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rosterctl.intake.sheets.grid import Grid, folded
from rosterctl.intake.sheets.headings import (
    NOT_WANTED,
    WHO,
    ListKind,
    columns_named,
    plain_heading,
)

FIRST_ROWS = 25
"""In so many rows the headings are looked for: above them stand titles."""
FEWEST_KNOWN = 2
DATED = 5
"""So many headings that are dates make a month table."""
SAMPLES = 3

_DAY = re.compile(r"(?:(\d{4})-)?(?:(\d{1,2})[月/.-])?(\d{1,2})[日号]?(?:\s.*)?")
_MONTH = re.compile(r"(20\d\d)\s*[年./-]\s*(\d{1,2})(?!\d)")


@dataclass(frozen=True)
class UnknownHeading:
    """A heading of the list that nothing is known of, with some of what stands under it."""

    heading: str
    samples: tuple[str, ...]


Ask = Callable[[UnknownHeading], str]
"""Which column it is; empty to leave it out."""


@dataclass(frozen=True)
class Header:
    """`row` is the index of the headings in the grid, `columns` where each known column stands, by its name.

    `days` are the columns of a month table with their headings. `unwanted` are headings that are left out,
    and `unknown` those that nobody knows, by the index of their column.
    """

    grid: Grid
    row: int
    columns: Mapping[str, int]
    days: Mapping[int, str] = field(default_factory=dict)
    unwanted: tuple[str, ...] = ()
    unknown: Mapping[int, UnknownHeading] = field(default_factory=dict)

    @property
    def headings(self) -> tuple[str, ...]:
        return self.grid.rows[self.row]

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below, each with its number in the sheet; not the empty ones, nor the headings again."""
        for number, row in enumerate(self.grid.rows[self.row + 1 :], self.row + 2):
            again = sum(cell == head for cell, head in zip(row, self.headings, strict=True) if cell)
            if any(row) and again < FEWEST_KNOWN:
                yield number, row

    def told(self, meanings: Mapping[str, str]) -> Header:
        """With what was said of some headings beforehand: it counts whatever is known of them."""
        plain = [plain_heading(heading) for heading in self.headings]
        said = {plain_heading(heading): column for heading, column in meanings.items()}
        of_these = {plain.index(heading): column for heading, column in said.items() if heading in plain}
        columns = {
            column: index
            for column, index in self.columns.items()
            if index not in of_these and column not in of_these.values()
        }
        columns |= {column: index for index, column in of_these.items()}
        unknown = {index: one for index, one in self.unknown.items() if index not in of_these}
        return replace(self, columns=columns, unknown=unknown)

    def answered(self, ask: Ask) -> Header:
        """With what was asked for the unknown headings."""
        columns, unknown = dict(self.columns), dict(self.unknown)
        for index, one in self.unknown.items():
            column = ask(one)
            if column and column not in columns:
                columns[column] = index
                del unknown[index]
        return replace(self, columns=columns, unknown=unknown)


def find_header(grid: Grid, kind: ListKind) -> Header | None:
    """The row with the most headings that are known, and somebody's name or number among them."""
    found = [_header(grid, kind, number) for number in range(min(FIRST_ROWS, len(grid.rows)))]
    good = [one for one in found if one.columns.keys() & WHO.keys() and _weight(one) >= FEWEST_KNOWN]
    return max(good, key=_weight, default=None)


def _weight(header: Header) -> int:
    return len(header.columns) + (len(header.days) >= DATED)


def _header(grid: Grid, kind: ListKind, number: int) -> Header:
    ranks: dict[str, list[tuple[int, int]]] = {}
    unwanted, unknown, days = [], {}, {}
    for index, heading in enumerate(grid.rows[number]):
        named = columns_named(kind, heading)
        for column, rank in named.items():
            ranks.setdefault(column, []).append((rank, index))
        if named:
            continue
        if kind is ListKind.HISTORY and _DAY.fullmatch(folded(heading)):
            days[index] = heading
        elif plain_heading(heading) in NOT_WANTED:
            unwanted.append(heading)
        elif samples := _samples(grid, number, index):
            unknown[index] = UnknownHeading(heading, samples)
    columns, used = dict[str, int](), set[int]()
    for column, places in ranks.items():
        free = [one for one in sorted(places) if one[1] not in used]
        if free:
            columns[column] = free[0][1]
            used.add(free[0][1])
    for index in sorted({index for places in ranks.values() for _, index in places} - used):
        unknown[index] = UnknownHeading(grid.rows[number][index], _samples(grid, number, index))
    if len(days) < DATED:
        found = {
            index: UnknownHeading(heading, _samples(grid, number, index)) for index, heading in days.items()
        }
        unknown, days = {**unknown, **found}, {}
    return Header(grid, number, columns, days, tuple(unwanted), dict(sorted(unknown.items())))


def _samples(grid: Grid, number: int, index: int) -> tuple[str, ...]:
    """The first different things under a heading."""
    below = dict.fromkeys(row[index] for row in grid.rows[number + 1 :] if row[index])
    return tuple(below)[:SAMPLES]


def month_of(header: Header) -> tuple[int, int] | None:
    """Year and month that stand above the headings or in the sheet's name; None if they stand nowhere."""
    above = (cell for row in header.grid.rows[: header.row + 1] for cell in row)
    for text in (*above, header.grid.sheet):
        if found := _MONTH.search(folded(text)):
            return int(found[1]), int(found[2])
    return None


def dates_of(header: Header, month: tuple[int, int] | None) -> Mapping[int, date | None]:
    """The date of each column of a month table; None for one that is no date, or is without its month."""
    return {index: _date(folded(heading), month) for index, heading in header.days.items()}


def _date(heading: str, month: tuple[int, int] | None) -> date | None:
    parts = _DAY.fullmatch(heading)
    if parts is None or (month is None and not (parts[1] and parts[2])):
        return None
    year, of_year = month or (0, 0)
    try:
        return date(int(parts[1] or year), int(parts[2] or of_year), int(parts[3]))
    except ValueError:
        return None
