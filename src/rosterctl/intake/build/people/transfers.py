"""Where officers belong from date to date: the row in their own file, then their transfers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from rosterctl.domain.people.officer import Assignment
from rosterctl.domain.unit import Unit
from rosterctl.intake.build.people import wording
from rosterctl.intake.build.times import Bounds
from rosterctl.intake.contents import BureauContents, refers
from rosterctl.intake.shapes.csv_columns import OfficerRow, TransferRow
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.wording import say

Transfers = Mapping[str, Sequence[CsvRow[TransferRow]]]


def transfers_of(contents: BureauContents) -> Transfers:
    """The rows of known officers, by officer and in order of their dates, one a date."""
    found: dict[str, dict[date, CsvRow[TransferRow]]] = {}
    for row in contents.transfers:
        one = row.shape
        if one is None or not refers(contents.officer_ids, one.officer_id, row, "officer_id"):
            continue
        first = found.setdefault(one.officer_id, {}).setdefault(one.date, row)
        if first is not row:
            contents.mistakes.add(
                row.at("date"),
                *say(wording.TRANSFERRED_TWICE, officer=one.officer_id, day=one.date, first=first.place),
            )
    return {officer: [rows[day] for day in sorted(rows)] for officer, rows in found.items()}


def assignments_of(
    contents: BureauContents,
    row: CsvRow[OfficerRow],
    one: OfficerRow,
    transfers: Transfers,
    units: Mapping[str, Unit],
) -> tuple[Assignment, ...]:
    """Where the officer of a row belongs; as long as the officer serves, the unit stands and has the team."""
    found = [Assignment(one.unit, one.team, one.zone, place=row.place)]
    moves = [(move, move.shape) for move in transfers.get(one.officer_id, ()) if move.shape]
    for move, to in moves:
        if (one.joined is not None and to.date <= one.joined) or (one.left and one.left < to.date):
            contents.mistakes.add(
                move.at("date"),
                *wording.transferred_out_of_service(one.officer_id, one.joined, one.left),
            )
        zone = to.zone or (found[-1].zone if to.unit == found[-1].unit else "")
        found.append(Assignment(to.unit, to.team, zone, to.date, move.place))
        if (to.unit, to.team, zone) == (found[-2].unit, found[-2].team, found[-2].zone):
            contents.mistakes.add(
                move.at("unit"),
                *say(wording.TRANSFERRED_NOWHERE_ELSE, officer=one.officer_id, unit=to.unit, team=to.team),
            )
    rows: list[CsvRow[OfficerRow] | CsvRow[TransferRow]] = [row, *(move for move, _ in moves)]
    for written, assignment, dates in zip(rows, found, _served(found, (one.joined, one.left)), strict=True):
        if _known(contents, written, assignment, units):
            _there_throughout(contents, written, assignment, dates, units[assignment.unit])
    return tuple(found)


def _served(found: Sequence[Assignment], service: Bounds) -> Iterator[tuple[date, date]]:
    """The first and the last date of each assignment, within the dates on which the officer serves."""
    joined, left = service[0] or date.min, service[1] or date.max
    ends = [after.first - timedelta(days=1) for after in found[1:] if after.first]
    for assignment, end in zip(found, (*ends, date.max), strict=True):
        yield max(assignment.first or date.min, joined), min(end, left)


def _known(
    contents: BureauContents,
    row: CsvRow[OfficerRow] | CsvRow[TransferRow],
    assignment: Assignment,
    units: Mapping[str, Unit],
) -> bool:
    """Do the unit, the team and the zone exist at all?"""
    if assignment.zone and row.cells.get("zone"):
        refers(contents.zone_ids, assignment.zone, row, "zone")
    if not refers(contents.unit_ids, assignment.unit, row, "unit") or assignment.unit not in units:
        return False
    models = units[assignment.unit].models
    known = list(dict.fromkeys(team.id for model in models for team in model.teams))
    if assignment.team in known:
        return True
    contents.mistakes.add(
        row.at("team"),
        *wording.no_such_team(assignment.unit, assignment.team, known),
    )
    return False


def _there_throughout(
    contents: BureauContents,
    row: CsvRow[OfficerRow] | CsvRow[TransferRow],
    assignment: Assignment,
    dates: tuple[date, date],
    unit: Unit,
) -> None:
    """A mistake on the first of the dates on which the unit does not stand or has no such team."""
    start, end = dates
    after = unit.last + timedelta(days=1) if unit.last else None
    for day in (start, *sorted(day for day in (unit.first, *unit.changes, after) if day is not None)):
        if not start <= day <= end:
            continue
        if not unit.stands(day):
            contents.mistakes.add(row.at("unit"), *wording.unit_not_there(unit.id, unit.first, unit.last))
            return
        if unit.on(day).team(assignment.team) is None:
            later = min((one for one in unit.changes if one > day), default=None)

            contents.mistakes.add(
                row.at("team"),
                *wording.team_not_there(unit.id, assignment.team, day, later if day == start else None),
            )
            return
