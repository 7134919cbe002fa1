"""`changes.csv`: what a roster changed of the one before it, one row an officer and date.

`before` and `after` are duties in words, with every post in turn, empty where there is none. `unit_id` is
where the duty is served now or, if there is none now, where it was.
"""

from __future__ import annotations

from collections.abc import Iterable

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Duty
from rosterctl.domain.shift import own_id, shift_as_of
from rosterctl.export.spreadsheet import Sheet
from rosterctl.timeline.clock import clock_text

CHANGES_COLUMNS = ("date", "officer_id", "badge", "name", "unit_id", "before", "after", "kind", "reason")


def changes_csv(bureau: Bureau, changes: Iterable[Change], sheet: Sheet) -> bytes:
    """The file's bytes. An officer whom the bureau no longer has stands there by id alone."""
    return sheet.file(CHANGES_COLUMNS, (_row(bureau, change, sheet) for change in changes))


def duty_cell(bureau: Bureau, duty: Duty | None) -> str:
    """`day S01: 07:00 S01-desk, 09:00 reserve`; empty when there is no duty."""
    if duty is None:
        return ""
    stays: list[tuple[int, str]] = []
    for piece in duty.slices:
        where = " ".join(word for word in (piece.post or "reserve", piece.vehicle_text) if word)
        if not stays or stays[-1][1] != where:
            stays.append((piece.start, where))
    places = ", ".join(f"{clock_text(start)} {where}" for start, where in stays)
    return f"{own_id(bureau.shifts, duty.shift)} {duty.unit}: {places}"


def _row(bureau: Bureau, change: Change, sheet: Sheet) -> str:
    officer = bureau.officers.get(change.officer)
    badge, name = (officer.badge, officer.name) if officer else ("", "")
    duty = change.after or change.before
    who = change.day.isoformat(), change.officer, badge, name, duty.unit if duty else ""
    cells = _cells(bureau, change.before, change.after)
    return sheet.row((*who, *cells, change.kind, change.reason))


def _cells(bureau: Bureau, before: Duty | None, after: Duty | None) -> tuple[str, str]:
    """Both duties in words; where they would be called the same, with their ends."""
    was, now = (duty_cell(bureau, one) + _early_end(bureau, one) for one in (before, after))
    if before is None or after is None or was != now or before.until == after.until:
        return was, now
    return f"{was}, until {clock_text(before.until)}", f"{now}, until {clock_text(after.until)}"


def _early_end(bureau: Bureau, duty: Duty | None) -> str:
    """`, until 02:00` of a duty that is broken off then."""
    if duty is None or duty.shift not in bureau.shifts:
        return ""
    if duty.until >= shift_as_of(bureau.shifts, duty.shift, duty.day).end:
        return ""
    return f", until {clock_text(duty.until)}"
