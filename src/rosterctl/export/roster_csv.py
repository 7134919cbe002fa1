"""`roster.csv`: one row for each slice of each duty, which is a person at a post for a while.

- `date` is the duty's date; a slice that starts after midnight still has the date its shift started on. The
  shift orders the slices: the first starts when the shift does, each next one when the one before ends. So
  `start` and `end` (`HH:MM`) can be read back without doubt. `end_next_day` says that `end` is past midnight
  of `date`.
- `shift` is the shift's own id, also where it was edited since: `start` and `end` are those that are worked.
- `unit_id` and `unit` are where the duty is served, `team` is the officer's own on that date.
- `hours` are paid hours; an unpaid break is taken off the longest slice. They add up to the duty's.
- An empty `post_id` is the unit's reserve; of an event it is `EVENT/SITE`.
- `callsign` is the post's or, if it has none, that of the vehicle.
- `leader` says that the officer may lead. `status` is rotation or recall, `note` is `loan` when the officer
  serves another unit, and `broken-off` when they fell away before the shift ended.

Rows are by date, unit, start of the shift and officer, in the order of the bureau's files. As the file named
under `history:` in bureau.yaml it tells the next run what was worked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.shift import own_id
from rosterctl.export.spreadsheet import Sheet, decimal_hours, yes_no
from rosterctl.intake.shapes.csv_columns import BROKEN_OFF, ROSTER_COLUMNS
from rosterctl.timeline.calendar import WEEKDAYS
from rosterctl.timeline.clock import DAY, WallMinute, clock_text

SliceTimes = tuple[tuple[WallMinute, WallMinute], ...]
"""Start and end of each slice of a duty, in order."""


def roster_csv(bureau: Bureau, roster: Roster, sheet: Sheet) -> bytes:
    """The file's bytes."""
    writer = _Writer(bureau, sheet)
    return sheet.file(
        ROSTER_COLUMNS, (row for duty in in_sheet_order(bureau, roster) for row in writer.rows(duty))
    )


def in_sheet_order(bureau: Bureau, roster: Roster) -> list[Duty]:
    """The duties by date, unit, start of the shift and officer."""
    units = {unit: number for number, unit in enumerate(bureau.units)}
    officers = {officer: number for number, officer in enumerate(bureau.officers)}
    starts = {shift.id: shift.start for shift in bureau.shifts.values()}
    return sorted(
        roster.duties,
        key=lambda duty: (duty.day, units[duty.unit], starts[duty.shift], officers[duty.officer], duty.shift),
    )


def paid_by_slice(bureau: Bureau, day: date, shift: str, times: SliceTimes) -> list[int]:
    """Paid minutes of each slice of a duty: an unpaid break is taken off the longest."""
    number = bureau.clock.number
    paid = [number(day, end) - number(day, start) for start, end in times]
    left = bureau.shifts[shift].broken_off(times[-1][1]).break_minutes
    while left > 0 and any(paid):
        longest = paid.index(max(paid))
        taken = min(left, paid[longest])
        paid[longest] -= taken
        left -= taken
    return paid


class _Writer:
    """Rows from groups of cells that are each made once: a date's, a unit's, an officer's, a post's."""

    def __init__(self, bureau: Bureau, sheet: Sheet) -> None:
        self.bureau, self.sheet = bureau, sheet
        self.sites = site_names(bureau)
        self.of_day, self.of_unit = cache(self._of_day), cache(self._of_unit)
        self.of_officer, self.of_post = cache(self._of_officer), cache(self._of_post)
        self.of_times, self.paid = cache(self._of_times), cache(self._paid)

    def rows(self, duty: Duty) -> Iterator[str]:
        officer = self.bureau.officers[duty.officer]
        home = officer.on(duty.day)
        loan = "loan" if duty.unit != home.unit else ""
        short = BROKEN_OFF if duty.until < self.bureau.shifts[duty.shift].end else ""
        note = " ".join(one for one in (loan, short) if one)
        head = (
            f"{self.of_day(duty.day)},{self.of_unit(duty.unit)},{self.of_officer(duty.officer, home.team)},"
            f"{self.sheet.cell(own_id(self.bureau.shifts, duty.shift))}"
        )
        tail = f"{yes_no(officer.leader)},{duty.origin.value},{note}"
        times = tuple((piece.start, piece.end) for piece in duty.slices)
        for piece, paid in zip(duty.slices, self.paid(duty.day, duty.shift, times), strict=True):
            yield (
                f"{head},{self.of_times(piece.start, piece.end)},{decimal_hours(paid)},"
                f"{self.of_post(piece.post, piece.vehicles)},{tail}"
            )

    def _paid(self, day: date, shift: str, times: SliceTimes) -> list[int]:
        return paid_by_slice(self.bureau, day, shift, times)

    def _of_day(self, day: date) -> str:
        festival = self.bureau.calendar.festival(day)
        return self.sheet.row((day.isoformat(), WEEKDAYS[day.weekday()], festival))

    def _of_unit(self, unit: str) -> str:
        return self.sheet.row((unit, self.bureau.units[unit].name))

    def _of_officer(self, id: str, team: str) -> str:
        one = self.bureau.officers[id]
        return self.sheet.row((team, one.id, one.badge, one.name, one.role.value, one.rank))

    def _of_times(self, start: int, end: int) -> str:
        return self.sheet.row((clock_text(start), clock_text(end), yes_no(end >= DAY)))

    def _of_post(self, id: str, vehicles: tuple[str, ...]) -> str:
        post = self.bureau.posts.get(id)
        name, zone = (post.name, post.zone) if post else (self.sites.get(id, ""), "")
        callsign = (post.callsign if post else "") or self._callsigns(vehicles)
        return self.sheet.row((id, name, zone, " ".join(vehicles), callsign))

    def _callsigns(self, vehicles: tuple[str, ...]) -> str:
        return " ".join(
            self.bureau.vehicles[vehicle].callsign
            for vehicle in vehicles
            if self.bureau.vehicles[vehicle].callsign
        )
