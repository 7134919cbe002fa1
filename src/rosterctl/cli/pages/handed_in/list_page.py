"""What became of a list from Excel: where it went, which column was what, which rows want a second look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rosterctl.cli.pages.handed_in import wording
from rosterctl.export.plain_text import clean
from rosterctl.intake.sheets.lines import ListNote
from rosterctl.intake.sheets.top_row import Header
from rosterctl.operations.handed_in.lists import ListOutcome
from rosterctl.wording import numbered, say

ROWS_SHOWN = 10


def list_text(outcome: ListOutcome, bureau: Path) -> str:
    """The whole in lines, the most important first."""
    return "\n".join(clean(line) for line in _lines(outcome, bureau))


def _lines(outcome: ListOutcome, bureau: Path) -> Iterator[str]:
    taken, file = outcome.taken, bureau / outcome.target.name
    many = numbered(len(taken.rows), wording.ONE_ROW_TAKEN, wording.ROWS_TAKEN)
    yield say(wording.WRITTEN if outcome.written else wording.WOULD_BE_WRITTEN, file=file, rows=many)
    if outcome.backup is not None:
        yield say(wording.OLD_FILE_KEPT, backup=outcome.backup)
    if outcome.target.entry:
        yield say(wording.ENTRY_MISSING, entry=outcome.target.entry)
    for header in taken.headers:
        yield from _of_header(header)
    if outcome.others:
        yield say(wording.OTHER_SHEETS, sheets=say(wording.BETWEEN_HEADINGS).join(outcome.others))
    if taken.notes:
        yield ""
        yield say(wording.LOOK_AGAIN)
    for note in taken.notes:
        yield _noted(note)


def _of_header(header: Header) -> Iterator[str]:
    where, row = header.grid.sheet, header.row + 1
    yield say(wording.HEADINGS_IN, sheet=where, row=row) if where else say(wording.HEADINGS_IN_ROW, row=row)
    pairs = (f"{header.headings[index]} → {column}" for column, index in header.columns.items())
    yield say(wording.COLUMNS_TAKEN, columns=say(wording.BETWEEN_HEADINGS).join(pairs))
    if header.days:
        days = [header.headings[index] for index in header.days]
        yield say(wording.DAYS_TAKEN, first=days[0], last=days[-1])
    if header.unwanted:
        yield say(wording.COLUMNS_UNWANTED, headings=say(wording.BETWEEN_HEADINGS).join(header.unwanted))
    for one in header.unknown.values():
        yield say(
            wording.COLUMN_UNKNOWN,
            heading=one.heading,
            samples=say(wording.BETWEEN_HEADINGS).join(one.samples),
        )
    if header.grid.is_gbk:
        yield say(wording.READ_AS_GBK)


def _noted(note: ListNote) -> str:
    """The rows first: `rows 5, 6: …`."""
    if not note.rows:
        return f"- {note.message}"
    shown = say(wording.BETWEEN_HEADINGS).join(map(str, note.rows[:ROWS_SHOWN]))
    if len(note.rows) > ROWS_SHOWN:
        where = say(wording.OF_MANY_ROWS, rows=shown, number=len(note.rows))
    else:
        where = say(wording.OF_ROW if len(note.rows) == 1 else wording.OF_ROWS, rows=shown)
    return say(wording.ROWS_AND_WHAT, rows=where, what=note.message)


def list_json(outcome: ListOutcome, bureau: Path) -> str:
    """The same for a program."""
    fields: dict[str, Any] = {
        "kind": outcome.taken.kind,
        "file": str(bureau / outcome.target.name),
        "written": outcome.written,
        "backup": str(outcome.backup) if outcome.backup is not None else None,
        "missing_entry": outcome.target.entry or None,
        "rows": len(outcome.taken.rows),
        "sheets": [_header_fields(header) for header in outcome.taken.headers],
        "other_sheets": list(outcome.others),
        "notes": [{"message": one.message, "rows": list(one.rows)} for one in outcome.taken.notes],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2)


def _header_fields(header: Header) -> dict[str, Any]:
    return {
        "sheet": header.grid.sheet,
        "row": header.row + 1,
        "gbk": header.grid.is_gbk,
        "columns": {column: header.headings[index] for column, index in header.columns.items()},
        "days": [header.headings[index] for index in header.days],
        "unwanted": list(header.unwanted),
        "unknown": [one.heading for one in header.unknown.values()],
    }
