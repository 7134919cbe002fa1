"""The presets that there are, file by file: what may be named in a bureau, and how it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import Any, Protocol, TypeVar

import wcwidth

from rosterctl.cli.pages.lists import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.rotation import Rotation
from rosterctl.domain.shift import Shift
from rosterctl.export.plain_text import clean, table
from rosterctl.export.spreadsheet import decimal_hours
from rosterctl.intake.bureau_yaml import BUREAU_YAML
from rosterctl.intake.preset_shelf import PresetShelf, RulebookTitle
from rosterctl.intake.text.presets import shipped
from rosterctl.problems import Place
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.clock import DAY, clock_text
from rosterctl.wording import say

CYCLE_WIDTH = 14
"""Two weeks; what is longer goes on in the next line."""
SOURCE_WIDTH = 78


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...


_P = TypeVar("_P", bound=_Placed)


def presets_page(shelf: PresetShelf, kinds: Iterable[str]) -> Page:
    """What is asked for of `PRESETS`, in this order."""
    pages = [(kind, PRESETS[kind](shelf)) for kind in kinds]
    fields = {kind: page.fields[kind] for kind, page in pages}
    where = clean(say(wording.SHIPPED_IN, folder=shipped()))
    return Page("\n\n".join([*(page.text for _, page in pages), where]), fields)


def _rotations(shelf: PresetShelf) -> Page:
    def rows(some: Iterable[Rotation]) -> list[tuple[str, ...]]:
        return [row for one in some for row in _rotation_rows(shelf, one)]

    columns = say(wording.ROTATIONS_COLUMNS)
    text = _by_file(shelf.rotations, "rotations", lambda some: _table(rows(some), columns, (3, 4)))
    fields = [
        {
            "id": one.id,
            "name": one.name,
            "cycle": one.cycle,
            "hours_a_week": None if minutes is None else round(minutes / 60, 2),
            "teams": len(one.offsets),
            "offsets": list(one.offsets),
            "shifts": dict(one.shifts),
            "file": one.place.file,
        }
        for one in shelf.rotations
        for minutes in [shelf.weekly_minutes(one)]
    ]
    return _listed(say(wording.ROTATIONS_TITLE), text, say(wording.CYCLE_LETTERS), {"rotations": fields})


def _rotation_rows(shelf: PresetShelf, one: Rotation) -> list[tuple[str, ...]]:
    minutes = shelf.weekly_minutes(one)
    first, *more = (one.cycle[at : at + CYCLE_WIDTH] for at in range(0, len(one.cycle), CYCLE_WIDTH))
    hours = "-" if minutes is None else f"{minutes / 60:.1f}"
    head = (one.id, one.name, first, hours, str(len(one.offsets)))
    return [head, *(("", "", part, "", "") for part in more)]


def _shifts(shelf: PresetShelf) -> Page:
    def rows(some: Iterable[Shift]) -> list[tuple[str, ...]]:
        return [
            (one.id, one.name, one.symbol, f"{_written(one.start)}-{_written(one.end)}", _paid(one))
            for one in some
        ]

    columns = say(wording.SHIFTS_COLUMNS)
    text = _by_file(shelf.shifts, "shifts", lambda some: _table(rows(some), columns, (4,)))
    fields = [
        {
            "id": one.id,
            "name": one.name,
            "symbol": one.symbol,
            "start": _written(one.start),
            "end": _written(one.end),
            "paid_hours": round((one.length - one.break_minutes) / 60, 2),
            "break_hours": round(one.break_minutes / 60, 2),
            "file": one.place.file,
        }
        for one in shelf.shifts
    ]
    return _listed(say(wording.SHIFTS_TITLE), text, say(wording.SHIFT_TIMES), {"shifts": fields})


def _written(minute: int) -> str:
    """As the files have it: midnight after the date is 24:00."""
    return "24:00" if minute == DAY else clock_text(minute)


def _paid(one: Shift) -> str:
    return decimal_hours(one.length - one.break_minutes)


def _rulebooks(shelf: PresetShelf) -> Page:
    fields = [
        {"id": one.id, "name": one.name, "source": one.source, "file": one.file} for one in shelf.rulebooks
    ]
    text = "\n".join(line for one in shelf.rulebooks for line in _rulebook_lines(one))
    return _listed(say(wording.RULEBOOKS_TITLE), text, say(wording.RULEBOOK_CHOICE), {"rulebooks": fields})


def _rulebook_lines(one: RulebookTitle) -> list[str]:
    room = SOURCE_WIDTH - 2
    source = wcwidth.wrap(clean(one.source), room, break_on_hyphens=False) if one.source else []
    return [clean(f"{one.id}: {one.name}"), *(f"  {line}" for line in source)]


def _calendars(shelf: PresetShelf) -> Page:
    rows = [
        (one.id, one.name, _years(one), *(text or "-" for text in (_last_holiday(one), _last_term(one))))
        for one in shelf.calendars
    ]
    fields = [
        {
            "id": one.id,
            "name": one.name,
            "announced_from": one.known[0].isoformat() if one.known else None,
            "announced_until": one.known[1].isoformat() if one.known else None,
            "holidays_until": max(one.holidays).isoformat() if one.holidays else None,
            "school_terms_until": _last_term(one) or None,
            "file": one.place.file,
        }
        for one in shelf.calendars
    ]
    text = _table(rows, say(wording.CALENDARS_COLUMNS))
    return _listed(say(wording.CALENDARS_TITLE), text, say(wording.CALENDAR_CHOICE), {"calendars": fields})


def _years(one: Calendar) -> str:
    """`2020-2026` of whole years, else the dates."""
    if one.known is None:
        return "-"
    first, last = one.known
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return f"{first.year}-{last.year}" if whole else f"{first}/{last}"


def _last_holiday(one: Calendar) -> str:
    return str(max(one.holidays).year) if one.holidays else ""


def _last_term(one: Calendar) -> str:
    return max(term.last for term in one.terms).isoformat() if one.terms else ""


def _by_file(placed: Sequence[_P], key: str, shown: Callable[[Iterable[_P]], str]) -> str:
    """A table a file, under how a bureau comes by what is in it."""
    parts = []
    for file, some in groupby(placed, key=lambda one: one.place.file):
        name = PurePath(file).stem
        where = (
            say(wording.IN_BUREAU, file=file)
            if file == BUREAU_YAML
            else say(wording.IN_PRESET, key=key, name=name)
        )
        parts.append(f"{clean(where)}\n\n{shown(some)}")
    return "\n\n".join(parts)


def _table(rows: Sequence[tuple[str, ...]], columns: str, right: Sequence[int] = ()) -> str:
    return table(rows, columns.split(" | "), right)


def _listed(title: str, text: str, below: str, fields: dict[str, Any]) -> Page:
    return Page(f"{title}\n\n{text}\n\n{below}", fields)


PRESETS: Mapping[str, Callable[[PresetShelf], Page]] = {
    "rotations": _rotations,
    "shifts": _shifts,
    "rulebooks": _rulebooks,
    "calendars": _calendars,
}
"""By the word with which each is asked for."""
