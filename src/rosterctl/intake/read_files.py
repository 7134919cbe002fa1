"""Reads every file of a bureau: its presets, and whatever bureau.yaml names."""

from __future__ import annotations

from rosterctl.intake.build.declared import Names
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.calendar import CalendarShape
from rosterctl.intake.shapes.csv_columns import (
    AbsenceRow,
    BegunDutyRow,
    CarriedLieuRow,
    ExchangeRow,
    HistoryRow,
    IncidentRow,
    LedgerRow,
    LieuRow,
    OfficerRow,
    RequestRow,
    TransferRow,
    VehicleRow,
)
from rosterctl.intake.shapes.events import EventsShape
from rosterctl.intake.shapes.gone import GoneShape
from rosterctl.intake.shapes.rotations import RotationsShape
from rosterctl.intake.shapes.rulebook import RulebookShape
from rosterctl.intake.shapes.shifts import RetiredShiftsShape, ShiftsShape
from rosterctl.intake.shapes.units import UnitsShape
from rosterctl.intake.shapes.zones import ZonesShape
from rosterctl.intake.text.presets import read_preset
from rosterctl.intake.text.yaml_items import Item, items


def read_files(contents: BureauContents) -> None:
    """All files that bureau.yaml names."""
    _presets(contents)
    for name in contents.files("units", contents.unit_ids):
        units = contents.document(name, UnitsShape, units=contents.unit_ids)
        if units:
            contents.units += items(units[0].units, units[1], "units")
    for name in contents.files("zones", contents.zone_ids, contents.post_ids):
        zones = contents.document(name, ZonesShape, zones=contents.zone_ids, posts=contents.post_ids)
        if zones:
            contents.zones += items(zones[0].zones, zones[1], "zones")
            contents.posts += items(zones[0].posts, zones[1], "posts")
    for name in contents.files("events", contents.event_ids):
        events = contents.document(name, EventsShape, events=contents.event_ids)
        if events:
            contents.events += items(events[0].events, events[1], "events")
    contents.officers += contents.rows("officers", OfficerRow, contents.officer_ids)
    contents.vehicles += contents.rows("vehicles", VehicleRow, contents.vehicle_ids)
    contents.transfers += contents.rows("transfers", TransferRow)
    contents.absences += contents.rows("absences", AbsenceRow)
    contents.incidents += contents.rows("incidents", IncidentRow)
    contents.begun += contents.carried_rows("begun.csv", BegunDutyRow)
    contents.requests += contents.rows("requests", RequestRow)
    contents.carried = contents.is_carried("ledger.csv")
    if contents.carried:
        contents.ledger += contents.carried_rows("ledger.csv", LedgerRow)
    else:
        contents.ledger += contents.rows("ledger", LedgerRow)
    contents.carried_lieu += contents.carried_rows("lieu.csv", CarriedLieuRow)
    contents.lieu += contents.rows("lieu", LieuRow)
    contents.history += contents.rows("history", HistoryRow)
    contents.exchanges += contents.rows("exchanges", ExchangeRow)
    gone = contents.carried_document("gone.yaml", GoneShape)
    contents.gone = Item(*gone) if gone else None


def _presets(contents: BureauContents) -> None:
    """Calendar and rulebook, then shifts and rotations; the bureau's own override those of the same id."""
    head = contents.head
    if "calendar" not in contents.wrong:
        node = read_preset(contents.folder, "calendars", head.shape.calendar, head.at("calendar"))
        calendar = contents.shaped(node, CalendarShape)
        contents.calendar = Item(*calendar) if calendar else None
    if "rulebook" not in contents.wrong:
        node = read_preset(contents.folder, "rules", head.shape.rulebook, head.at("rulebook"))
        crews = Names("crew", contents.mistakes)
        rulebook = contents.shaped(node, RulebookShape, crews=crews)
        contents.rulebook = Item(*rulebook) if rulebook else None
        _adopt(contents.crew_ids, crews)
    shifts, rotations = Names("shift", contents.mistakes), Names("rotation", contents.mistakes)
    for number, name in enumerate(head.shape.shifts):
        node = read_preset(contents.folder, "shifts", name, head.at("shifts", number))
        shift_file = contents.shaped(node, ShiftsShape, shifts=shifts)
        if shift_file:
            contents.shifts += items(shift_file[0].shifts, shift_file[1], "shifts")
    for number, name in enumerate(head.shape.rotations):
        node = read_preset(contents.folder, "rotations", name, head.at("rotations", number))
        cycles = contents.shaped(node, RotationsShape, rotations=rotations)
        if cycles:
            contents.rotations += items(cycles[0].rotations, cycles[1], "rotations")
    _adopt(contents.shift_ids, shifts)
    _adopt(contents.rotation_ids, rotations)
    contents.shifts += items(head.shape.own_shifts, head.node, "own_shifts")
    contents.rotations += items(head.shape.own_rotations, head.node, "own_rotations")
    retired = contents.carried_document("shifts.yaml", RetiredShiftsShape)
    if retired:
        # The files as they are now come last, so they say what a shift is that is there again.
        contents.shifts = [*items(retired[0].shifts, retired[1], "shifts"), *contents.shifts]


def _adopt(own: Names, presets: Names) -> None:
    for name, place in presets.places.items():
        own.places.setdefault(name, place)
    own.complete &= presets.complete
