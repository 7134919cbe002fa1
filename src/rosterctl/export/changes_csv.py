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
from rosterctl.export import wording
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.phrases import enumerated
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

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
        post = piece.post or say(wording.STAYS_IN_RESERVE)
        where = " ".join(word for word in (post, piece.vehicle_text) if word)
        if not stays or stays[-1][1] != where:
            stays.append((piece.start, where))
    places = enumerated(
        say(wording.PLACE_FROM, clock=clock_text(start), place=where) for start, where in stays
    )
    shift = own_id(bureau.shifts, duty.shift)
    return say(wording.DUTY_WITH_PLACES, shift=shift, unit=duty.unit, places=places)


def _row(bureau: Bureau, change: Change, sheet: Sheet) -> str:
    officer = bureau.officers.get(change.officer)
    badge, name = (officer.badge, officer.name) if officer else ("", "")
    duty = change.after or change.before
    who = change.day.isoformat(), change.officer, badge, name, duty.unit if duty else ""
    cells = _cells(bureau, change.before, change.after)
    return sheet.row((*who, *cells, change.kind, change.reason))


def _cells(bureau: Bureau, before: Duty | None, after: Duty | None) -> tuple[str, str]:
    """Both duties in words; where they would be called the same, with their ends."""
    was, now = (_with_early_end(bureau, one) for one in (before, after))
    if before is None or after is None or was != now or before.until == after.until:
        return was, now
    return _until(was, before), _until(now, after)


def _with_early_end(bureau: Bureau, duty: Duty | None) -> str:
    """The duty in words; of one that is broken off with when."""
    told = duty_cell(bureau, duty)
    if duty is None or duty.shift not in bureau.shifts:
        return told
    whole = duty.until >= shift_as_of(bureau.shifts, duty.shift, duty.day).end
    return told if whole else _until(told, duty)


def _until(told: str, duty: Duty) -> str:
    return say(wording.DUTY_UNTIL, duty=told, clock=clock_text(duty.until))
