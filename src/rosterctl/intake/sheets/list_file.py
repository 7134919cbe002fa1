"""One list, from its file to rows for the bureau: the sheets, their headings, the lines below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rosterctl.intake.sheets import wording
from rosterctl.intake.sheets.dated_list import absences_in, requests_in
from rosterctl.intake.sheets.duty_list import duties_in
from rosterctl.intake.sheets.grid import read_grids
from rosterctl.intake.sheets.headings import DATES_IN_ONE, ListKind, usual_heading
from rosterctl.intake.sheets.lines import TakenList, lacking_columns
from rosterctl.intake.sheets.officer_list import officers_in
from rosterctl.intake.sheets.register import Register
from rosterctl.intake.sheets.top_row import FIRST_ROWS, Ask, Header, UnknownHeading, find_header
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.wording import say

NEEDED: Mapping[ListKind, Sequence[tuple[str, ...]]] = {
    ListKind.OFFICERS: [("name",)],
    ListKind.ABSENCES: [("first", DATES_IN_ONE), ("kind",)],
    ListKind.REQUESTS: [("date",), ("wish",)],
    ListKind.HISTORY: [("date",), ("shift",)],
}
"""Of each group of columns one must be there. A month table needs none of them."""


@dataclass(frozen=True)
class ListOrder:
    """What is to be read: the sheets by name (the first with headings if none is named), which column is
    meant by a heading whatever is known of it, and the month of a month table if it does not say it itself.
    """

    kind: ListKind
    sheets: tuple[str, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    month: tuple[int, int] | None = None


def read_list(
    file: Path, order: ListOrder, register: Register, ask: Ask
) -> tuple[TakenList, tuple[str, ...]]:
    """The list, and the names of other sheets that look like one and were not read.

    `ask` is asked for each heading that nobody knows. BadInput when there is no list in the file, or no month
    in a month table; OSError when the system refuses the file.
    """
    grids = read_grids(file)
    if not grids:
        raise _refused(file, say(wording.EMPTY_LIST_FILE))
    for sheet in order.sheets:
        if sheet not in [grid.sheet for grid in grids]:
            sheets = say(wording.BETWEEN_IDS).join(grid.sheet for grid in grids if grid.sheet)
            raise _refused(file, say(wording.NO_SUCH_SHEET, sheet=sheet, sheets=sheets))
    wanted = [grid for grid in grids if grid.sheet in order.sheets] if order.sheets else grids
    found = [header for grid in wanted if (header := find_header(grid, order.kind)) is not None]
    if not found:
        raise _refused(file, say(wording.NO_HEADINGS, rows=FIRST_ROWS))
    read, others = (found, []) if order.sheets else (found[:1], found[1:])
    asked = _remembering(ask)
    headers = [header.told(order.meanings).answered(asked) for header in read]
    for header in headers:
        _check(file, order.kind, header)
    return _taken(headers, order, register), tuple(header.grid.sheet for header in others)


def _taken(headers: Sequence[Header], order: ListOrder, register: Register) -> TakenList:
    match order.kind:
        case ListKind.OFFICERS:
            return officers_in(headers, register)
        case ListKind.ABSENCES:
            return absences_in(headers, register)
        case ListKind.REQUESTS:
            return requests_in(headers, register)
        case ListKind.HISTORY:
            return duties_in(headers, register, order.month)


def _check(file: Path, kind: ListKind, header: Header) -> None:
    """BadInput for each column without which the list says nothing."""
    missing = [] if header.days else lacking_columns([header], NEEDED[kind])
    problems = [
        Problem(
            Place(str(file), header.row + 1),
            *say(wording.NEEDED_HEADING, heading=usual_heading(kind, column), column=column),
        )
        for column in missing
    ]
    if problems:
        raise BadInput(problems)


def _remembering(ask: Ask) -> Ask:
    """Asks once, also where several sheets have the heading."""
    answers: dict[str, str] = {}

    def once(one: UnknownHeading) -> str:
        if one.heading not in answers:
            answers[one.heading] = ask(one)
        return answers[one.heading]

    return once


def _refused(file: Path, told: tuple[str, str]) -> BadInput:
    return BadInput([Problem(Place(str(file)), *told)])
