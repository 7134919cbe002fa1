"""Zeros that a spreadsheet took from the front of ids: 30101 is 030101 where exactly one id fits.

An id that exists as it is written is left alone, and so is one to which two ids fit or none: whoever looks
it up tells the mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from rosterctl.domain.people.incident import OF_VEHICLES
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.text.csv_rows import CsvRow

OF_PEOPLE = {
    "transfers": ("officer_id",),
    "absences": ("officer_id",),
    "requests": ("officer_id",),
    "exchanges": ("officer_id", "with_officer"),
    "ledger": ("officer_id",),
    "lieu": ("officer_id",),
    "history": ("officer_id",),
}
"""By the rows of a file the columns that name officers."""
OF_UNITS = {"officers": "unit", "transfers": "unit", "vehicles": "unit", "history": "unit_id"}
OF_TEAMS = ("officers", "transfers")
OF_ZONES = ("officers", "transfers")


def without_zeros(id: str) -> str:
    """An id as a spreadsheet shows it that takes it for a number."""
    return (id.lstrip("0") or "0") if id.isascii() and id.isdecimal() else id


def restore_zeros(contents: BureauContents) -> None:
    """In every row that refers to an officer, unit, team, zone or vehicle. All ids must be declared."""
    officers, vehicles = _by_number(contents.officer_ids.places), _by_number(contents.vehicle_ids.places)
    for key, columns in OF_PEOPLE.items():
        _restore(contents, key, dict.fromkeys(columns, officers))
    units, zones = _by_number(contents.unit_ids.places), _by_number(contents.zone_ids.places)
    for key, column in OF_UNITS.items():
        _restore(contents, key, {column: units})
    for key in OF_ZONES:
        _restore(contents, key, {"zone": zones})
    teams = {item.shape.id: _by_number(team.id for team in item.shape.teams) for item in contents.units}
    for key in OF_TEAMS:
        rows: list[CsvRow[Any]] = getattr(contents, key)
        rows[:] = [
            _restored(row, {"team": teams.get(row.shape.unit, {})}) if row.shape is not None else row
            for row in rows
        ]
    contents.incidents[:] = [
        _restored(
            row, {"id": vehicles if row.shape is not None and row.shape.kind in OF_VEHICLES else officers}
        )
        for row in contents.incidents
    ]


def _by_number(ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The ids by what is left of each without its zeros."""
    found: dict[str, tuple[str, ...]] = {}
    for id in ids:
        found[without_zeros(id)] = (*found.get(without_zeros(id), ()), id)
    return found


def _restore(contents: BureauContents, key: str, known: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
    rows: list[CsvRow[Any]] = getattr(contents, key)
    if any(one != ids[0] for table in known.values() for one, ids in table.items()):
        rows[:] = [_restored(row, known) for row in rows]


def _restored(row: CsvRow[Any], known: Mapping[str, Mapping[str, tuple[str, ...]]]) -> CsvRow[Any]:
    shape: BaseModel | None = row.shape
    if shape is None:
        return row
    found = {}
    for column, ids in known.items():
        written = getattr(shape, column)
        fitting = ids.get(without_zeros(written), ()) if written else ()
        if len(fitting) == 1 and fitting[0] != written and fitting[0].endswith(written):
            found[column] = fitting[0]
    if not found:
        return row
    return replace(row, shape=shape.model_copy(update=found), cells={**row.cells, **found})
