"""The duties before the horizon, one row a slice as `export csv` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rosterctl.domain.roster import Duty, DutyKey, Slice
from rosterctl.domain.shift import Shift
from rosterctl.intake.build.people import wording
from rosterctl.intake.contents import BureauContents, refers
from rosterctl.intake.shapes.csv_columns import BROKEN_OFF, HistoryRow
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.timeline.clock import DAY, WallMinute


def history_of(contents: BureauContents, shifts: Mapping[str, Shift]) -> tuple[Duty, ...]:
    """In the order of the file; the slices of a duty fill its shift, or what was worked of it."""
    duties: dict[DutyKey, list[CsvRow[HistoryRow]]] = {}
    for row in contents.history:
        if row.shape is not None and _known(contents, row, row.shape):
            duties.setdefault((row.shape.officer_id, row.shape.date, row.shape.shift), []).append(row)
    return tuple(_duties(contents, duties, shifts))


def _known(contents: BureauContents, row: CsvRow[HistoryRow], one: HistoryRow) -> bool:
    return all(
        (
            refers(contents.officer_ids, one.officer_id, row, "officer_id"),
            refers(contents.unit_ids, one.unit_id, row, "unit_id"),
            refers(contents.shift_ids, one.shift, row, "shift"),
        )
    )


def _duties(
    contents: BureauContents, duties: Mapping[DutyKey, list[CsvRow[HistoryRow]]], shifts: Mapping[str, Shift]
) -> Iterator[Duty]:
    for (officer, day, name), rows in duties.items():
        first = rows[0].shape
        if name not in shifts or first is None:
            continue
        shift = shifts[name]
        slices = tuple(sorted((slice_of(row.shape, shift) for row in rows if row.shape), key=_start))
        noted = all(row.shape is not None and BROKEN_OFF in row.shape.note.split() for row in rows)
        if not _fills(slices, shift, broken_off=noted):
            contents.mistakes.add(
                rows[0].place,
                *wording.duty_with_a_gap(officer, day, name, shift.start, shift.end),
            )
        yield Duty(officer, day, name, first.unit_id, first.status, slices)


def slice_of(one: HistoryRow, shift: Shift) -> Slice:
    """Clock times become minutes since midnight of the duty's date; none lies before the shift's start."""
    start = shift.start + (one.start - shift.start) % DAY
    end = start + ((one.end - start - 1) % DAY + 1)
    return Slice(WallMinute(start), WallMinute(end), one.post_id, tuple(one.vehicle.split()))


def _start(one: Slice) -> int:
    return one.start


def _fills(slices: tuple[Slice, ...], shift: Shift, *, broken_off: bool) -> bool:
    reached = shift.start
    for one in slices:
        if one.start != reached:
            return False
        reached = one.end
    return reached == shift.end or (broken_off and reached < shift.end)
