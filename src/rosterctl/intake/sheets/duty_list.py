"""Last month's duties, as a list of duties or as a month table, become the bureau's history.

A list has a row a duty; a month table has a row a person and a column a date, with signs such as 白, 夜, 休.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rosterctl.intake.shapes.csv_columns import OfficerRow
from rosterctl.intake.sheets import wording
from rosterctl.intake.sheets.dated_list import dated
from rosterctl.intake.sheets.grid import folded
from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.lines import (
    ListLine,
    ListNotes,
    RowCells,
    TakenList,
    lines_under,
    officer_of_line,
)
from rosterctl.intake.sheets.register import Register
from rosterctl.intake.sheets.top_row import Header, dates_of, month_of
from rosterctl.intake.text.scalars import read_minute
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

SIGNS_OF_REST = (
    "休|下|下夜|下夜班|公休|轮休|休息|免|备|假|年|年假|病|病假|事|事假|训|培训|调|调休|补休|庭|产|缺|空|"
    "o|off|-|—|–|/|×|x|0"
)
"""What stands in a month table where nobody works."""
RESERVE_WORD = "机动"
ORIGIN_WORDS = {"轮值": "rotation", "召回": "recall", "换班": "exchange", "顶班": "exchange"}


def duties_in(headers: Sequence[Header], register: Register, month: tuple[int, int] | None) -> TakenList:
    """Every duty of the lists as a row of history.csv; `month` is that of headings that are only days.

    BadInput when a month table says nowhere of which month it is.
    """
    notes, rows = ListNotes(), list[RowCells]()
    for header in headers:
        if header.days:
            dates = dates_of(header, month or month_of(header))
            if None in dates.values():
                place = Place(header.grid.file, header.row + 1)
                raise BadInput([Problem(place, *say(wording.WHICH_MONTH))])
            for line in lines_under(header, notes):
                rows += _of_line(line, dates, register, notes)
        else:
            rows += (_duty(line, register, notes) for line in lines_under(header, notes))
    return TakenList(ListKind.HISTORY, tuple(headers), tuple(rows), notes.all())


def _of_line(
    line: ListLine, dates: Mapping[int, date | None], register: Register, notes: ListNotes
) -> Iterator[RowCells]:
    """The duties of one person in a month table."""
    officer, row = officer_of_line(line, register, notes)
    for index, cell in line.days.items():
        sign, day = folded(cell), dates[index]
        recalled = sign.endswith("*")
        sign = sign.removesuffix("*").strip()
        if sign.casefold() in SIGNS_OF_REST.split("|") or day is None:
            continue
        shift = register.shift(sign)
        if not shift:
            notes.add(say(wording.SIGN_UNKNOWN, sign=sign), line.number)
            continue
        cells = {"date": day.isoformat(), "officer_id": officer, "unit_id": _unit(line, row, register)}
        yield cells | _times(register, shift) | ({"status": "recall"} if recalled else {})


def _duty(line: ListLine, register: Register, notes: ListNotes) -> RowCells:
    """One line of a list of duties; its own times before those of the shift."""
    officer, row = officer_of_line(line, register, notes)
    shift = register.shift(line["shift"])
    if not shift:
        notes.add(say(wording.SHIFT_UNKNOWN, shift=line["shift"]), line.number)
    written = {"start": _clock(line["start"]), "end": _clock(line["end"])}
    status = ORIGIN_WORDS.get(line["status"], line["status"])
    return {
        "date": dated(line, "date", notes),
        "officer_id": officer,
        "unit_id": _unit(line, row, register),
        **_times(register, shift or line["shift"]),
        **{column: cell for column, cell in written.items() if cell},
        "post_id": _post(line, register, notes),
        "vehicle": line["vehicle"],
        **({"status": status} if status else {}),
        **({"note": line["note"]} if line["note"] else {}),
        **line.remarks,
    }


def _unit(line: ListLine, row: OfficerRow | None, register: Register) -> str:
    """Where it was served, else the officer's own."""
    return register.unit(line["unit_id"]) or line["unit_id"] or (row.unit if row is not None else "")


def _times(register: Register, shift: str) -> RowCells:
    known = register.shifts.get(shift)
    times = {"start": clock_text(known.start), "end": clock_text(known.end)} if known else {}
    return {"shift": shift, **times}


def _clock(text: str) -> str:
    try:
        return clock_text(read_minute(text))
    except ValueError:
        return text


def _post(line: ListLine, register: Register, notes: ListNotes) -> str:
    """A post by id or name; what is none is told, and counts as the reserve."""
    text, posts = line["post_id"], [item.shape for item in register.contents.posts]
    found = [one.id for one in posts if text == one.id] or [
        one.id for one in posts if text == folded(one.name)
    ]
    if text and text != RESERVE_WORD and len(found) != 1:
        notes.add(say(wording.POST_UNKNOWN, post=text), line.number)
    return found[0] if len(found) == 1 else ""
