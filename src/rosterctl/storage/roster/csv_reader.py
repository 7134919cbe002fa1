"""Reads `roster.csv` back, as `export csv` wrote it and perhaps a person edited it.

Only what makes a duty is read: date, officer_id, unit_id, shift, start, end, post_id, vehicle, status, and of
the note whether it is broken off. The name says whether the id was meant (see `edited_people`), and the hours
must be those of the times. What the rows add up to is judged by the audit; here every row must make
sense by itself. Of a shift that was edited the file has the own id alone: the times say which one is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, DutyKey, Roster, Slice
from rosterctl.domain.shift import Shift, own_id
from rosterctl.export.roster_csv import paid_by_slice
from rosterctl.export.spreadsheet import decimal_hours
from rosterctl.intake.build.people.history import slice_of
from rosterctl.intake.shapes.csv_columns import BROKEN_OFF, UNREAD, HistoryRow
from rosterctl.intake.text.csv_rows import CsvRow, read_rows
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes, did_you_mean, quoted
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage import wording
from rosterctl.storage.roster import edited_wording as wording_of_edits
from rosterctl.storage.roster.edited_people import PEOPLE_COLUMNS, EditedPeople, RosterRow
from rosterctl.storage.roster.known_ids import known_posts
from rosterctl.timeline.clock import clock_text
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


def read_roster_csv(file: Path, bureau: Bureau, of: Roster | None = None) -> Roster:
    """A roster without claims. BadInput with every wrong row; OSError when the file cannot be read.

    `of` is the roster that was exported: its dates and the duties before them are taken over. Without it the
    roster runs from the first date in the file to the last, and the bureau's history is what came before.
    """
    if not file.is_file():
        message = say(wording.THIS_IS_A_FOLDER) if file.is_dir() else say(wording.NO_FILE)
        raise BadInput([Problem(Place(str(file)), message, say(wording.NAME_ROSTER_CSV))])
    mistakes = Mistakes()
    folder = Folder(file.parent, mistakes)
    rows = list(read_rows(folder, file.name, RosterRow, UNREAD[HistoryRow] - PEOPLE_COLUMNS) or ())
    meant = EditedPeople(bureau, mistakes, of.duties if of is not None else ())
    duties = tuple(_Duties(bureau, mistakes).of(map(meant.row, rows)))
    if not rows and not mistakes:
        mistakes.add(Place(file.name), *say(wording.NO_DUTY_IN_FILE))
    if mistakes:
        raise BadInput(_under(file, quoted(mistakes.problems, folder.line)))
    if of is not None:
        duties = tuple(meant.origin(duty) for duty in duties)
        return replace(of, duties=duties, tiers=(), shortages=(), notes=(), off_rotation=None)
    first, last = min(duty.day for duty in duties), max(duty.day for duty in duties)
    before = tuple(duty for duty in bureau.history if duty.day < first)
    return Roster(
        bureau.id, bureau.fingerprint, Horizon(first, (last - first).days + 1), 0, {}, duties, before
    )


def _under(file: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems with the path as the user wrote it."""
    for problem in problems:
        place = Place(str(file), problem.place.line, problem.place.column)
        yield replace(problem, place=place)


def _slices(rows: Iterable[RosterRow], shift: Shift) -> tuple[Slice, ...]:
    return tuple(sorted((slice_of(row, shift) for row in rows), key=lambda piece: piece.start))


def _fits(shift: Shift, slices: Sequence[Slice], *, broken_off: bool) -> bool:
    start, end = slices[0].start, slices[-1].end
    return start == shift.start and (end == shift.end or (broken_off and end < shift.end))


ROUNDED = 1
"""Minutes by which hours with two decimals may be off."""


@dataclass(frozen=True)
class _Duties:
    bureau: Bureau
    mistakes: Mistakes

    def of(self, rows: Iterable[CsvRow[RosterRow]]) -> Iterator[Duty]:
        """Duties from the rows, in the order of their first rows; wrong rows are reported and left out."""
        posts = known_posts(self.bureau)
        found: dict[DutyKey, list[CsvRow[RosterRow]]] = {}
        for row in rows:
            one = row.shape
            if one is None or not self._known(row, one, posts):
                continue
            together = found.setdefault((one.officer_id, one.date, one.shift), [])
            first = together[0].shape if together else None
            if first is not None and (first.unit_id, first.status) != (one.unit_id, one.status):
                told = say(wording.ROWS_DIFFER, officer=one.officer_id, day=one.date)
                self.mistakes.add(row.place, *told)
            together.append(row)
        for (officer, day, name), together in found.items():
            shapes = [row.shape for row in together if row.shape is not None]
            shift, slices = self._meant(name, day, shapes)
            self._check_hours(together, shift, slices)
            yield Duty(officer, day, shift.id, shapes[0].unit_id, shapes[0].status, slices)

    def _check_hours(self, rows: Sequence[CsvRow[RosterRow]], shift: Shift, slices: Sequence[Slice]) -> None:
        """A mistake at each row whose hours are not those of its times."""
        times = tuple((one.start, one.end) for one in slices)
        for row in rows:
            one = row.shape
            if one is None or one.hours is None:
                continue
            paid = paid_by_slice(self.bureau, one.date, shift.id, times)[slices.index(slice_of(one, shift))]
            if abs(paid - one.hours) > ROUNDED:
                told = say(
                    wording_of_edits.OTHER_HOURS,
                    hours=decimal_hours(one.hours),
                    start=clock_text(one.start),
                    end=clock_text(one.end),
                    paid=decimal_hours(paid),
                )
                self.mistakes.add(row.at("hours"), *told)

    def _meant(self, name: str, day: date, rows: Sequence[RosterRow]) -> tuple[Shift, tuple[Slice, ...]]:
        """Of a shift as it was and as it is the one whose times the rows have; else the one of the date."""
        noted = all(BROKEN_OFF in row.note.split() for row in rows)
        found = [(shift, _slices(rows, shift)) for shift in self._ever(name, day)]
        return next((one for one in found if _fits(*one, broken_off=noted)), found[0])

    def _ever(self, name: str, day: date) -> Sequence[Shift]:
        """The shift as it was and as it is, that of the date first; of an id within the program that one."""
        shifts = self.bureau.shifts
        ever = [one for one in shifts.values() if own_id(shifts, one.id) == name] or [shifts[name]]
        return sorted(ever, key=lambda one: ((until := one.until or date.max) < day, until))

    @cached_property
    def _shifts(self) -> Collection[str]:
        """The shifts' own ids."""
        return {own_id(self.bureau.shifts, id): None for id in self.bureau.shifts}

    def _known(self, row: CsvRow[RosterRow], one: RosterRow, posts: Iterable[str]) -> bool:
        asked = (
            ("officer_id", [one.officer_id], self.bureau.officers),
            ("unit_id", [one.unit_id], self.bureau.units),
            ("shift", [] if one.shift in self.bureau.shifts else [one.shift], self._shifts),
            ("post_id", [one.post_id] if one.post_id else [], posts),
            ("vehicle", one.vehicle.split(), self.bureau.vehicles),
        )
        unknown = [(column, id, known) for column, ids, known in asked for id in ids if id not in known]
        for column, id, known in unknown:
            hint = did_you_mean(id, known)
            self.mistakes.add(
                row.at(column), say(wording.UNKNOWN_IN_COLUMN, column=column, unknown=id, hint=hint)
            )
        return not unknown
