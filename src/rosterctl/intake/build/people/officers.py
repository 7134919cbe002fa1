"""Officers, each in one unit and team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.domain.unit import Unit
from rosterctl.intake.build.people import wording
from rosterctl.intake.build.people.transfers import assignments_of, transfers_of
from rosterctl.intake.build.times import Bounds, are_in_order
from rosterctl.intake.contents import BureauContents, row_id
from rosterctl.intake.shapes.csv_columns import OfficerRow
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.wording import say


def declare_officers(contents: BureauContents) -> None:
    """Every officer id, once; an officer in two units is told both places."""
    units: dict[str, str] = {}
    for row in contents.officers:
        name = row_id(row, "officer_id")
        unit = row_id(row, "unit")
        if not name:
            contents.officer_ids.complete = False
            continue
        first = contents.officer_ids.places.get(name)
        if first is not None and units[name] != unit:
            contents.mistakes.add(
                row.at("officer_id"),
                *say(wording.OFFICER_IN_TWO_UNITS, officer=name, unit=units[name], first=first, other=unit),
            )
        elif contents.officer_ids.declare(name, row.place if first is None else row.at("officer_id")):
            units[name] = unit


def skills_declared(contents: BureauContents) -> frozenset[str]:
    """Every skill that some officer has, read from wrong rows too."""
    found: set[str] = set()
    for row in contents.officers:
        found.update(row.shape.skills if row.shape else row.cells.get("skills", "").split())
    return frozenset(found)


def officers_of(contents: BureauContents, units: Mapping[str, Unit]) -> Mapping[str, Officer]:
    """By id, in the order of the files."""
    found = {}
    transfers = transfers_of(contents)
    described = Counter(item.shape.id for item in contents.units)
    sound = {id: unit for id, unit in units.items() if described[id] == 1}
    for row in contents.officers:
        one = row.shape
        if one is None:
            continue
        assignments = assignments_of(contents, row, one, transfers, sound)
        if one.leader and one.role is not Role.SWORN:
            contents.mistakes.add(row.at("leader"), *say(wording.LEADER_NOT_SWORN))
        protected, service = (one.protected_from, one.protected_until), (one.joined, one.left)
        _in_order(contents, row, ("protected_from", "protected_until"), protected)
        if _in_order(contents, row, ("joined", "left"), service) and one.unit in units:
            found[one.officer_id] = _officer(row, one, assignments)
    return found


def _officer(row: CsvRow[OfficerRow], one: OfficerRow, assignments: tuple[Assignment, ...]) -> Officer:
    return Officer(
        one.officer_id,
        one.badge,
        one.name,
        one.role,
        one.rank,
        assignments,
        one.leader,
        one.skills,
        one.phone,
        one.joined,
        one.left,
        one.protected_from,
        one.protected_until,
        row.place,
    )


def _in_order(
    contents: BureauContents, row: CsvRow[OfficerRow], keys: tuple[str, str], bounds: Bounds
) -> bool:
    return are_in_order(contents.mistakes, row.at(keys[1]), keys, bounds)
