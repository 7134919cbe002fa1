"""Which files a bureau consists of: bureau.yaml, its presets, and whatever it names."""

from __future__ import annotations

from rosterctl.intake.build.declared import Names
from rosterctl.intake.papers import BureauPapers
from rosterctl.intake.shapes.bureau import BureauShape
from rosterctl.intake.shapes.calendar import CalendarShape
from rosterctl.intake.shapes.events import EventsShape
from rosterctl.intake.shapes.rotations import RotationsShape
from rosterctl.intake.shapes.rows import (
    AbsenceRow,
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
from rosterctl.intake.shapes.rulebook import RulebookShape
from rosterctl.intake.shapes.shifts import ShiftsShape
from rosterctl.intake.shapes.units import UnitsShape
from rosterctl.intake.shapes.zones import ZonesShape
from rosterctl.intake.text.documents import read_document
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.nodes import Mapped
from rosterctl.intake.text.presets import read_preset
from rosterctl.intake.text.shaping import Item, items, shape
from rosterctl.problems import Place

HEAD = "bureau.yaml"


def open_papers(folder: Folder) -> BureauPapers | None:
    """bureau.yaml itself; None, and a mistake, when there is no bureau to speak of."""
    mistakes = folder.mistakes
    if not folder.root.is_dir():
        what = "is a file, not a folder" if folder.root.exists() else "there is no such folder"
        mistakes.add(Place(str(folder.root)), what, f"name the folder that has {HEAD} in it")
        return None
    if not (folder.root / HEAD).is_file():
        mistakes.add(
            Place(str(folder.root)),
            f"there is no {HEAD} in this folder",
            "name the folder of a bureau, or make one: rosterctl init DIR --template station",
        )
        return None
    if not folder.may_read(folder.root / HEAD, HEAD, Place(HEAD)):
        return None
    text = folder.text(HEAD)
    node = None if text is None else read_document(HEAD, text, mistakes)
    if node is None:
        return None
    ids = BureauPapers(folder, mistakes, Item(BureauShape.model_construct(), node), frozenset())
    _declare(ids, node)
    head, wrong = shape(BureauShape, node, mistakes, BureauShape.STAND_INS)
    if head is None:
        return None
    ids.head, ids.wrong = Item(head, node), wrong
    return ids


def _declare(papers: BureauPapers, node: Mapped) -> None:
    papers.shift_ids.declare_all(node, "own_shifts")
    papers.rotation_ids.declare_all(node, "own_rotations")
    papers.crew_ids.declare_all(node, "crews")
    papers.type_ids.declare_all(node, "post_types")
    papers.strength_ids.declare_all(node, "strengths")


def read_papers(papers: BureauPapers) -> None:
    """All files that bureau.yaml names."""
    _presets(papers)
    for name in papers.files("units", papers.unit_ids):
        units = papers.document(name, UnitsShape, units=papers.unit_ids)
        if units:
            papers.units += items(units[0].units, units[1], "units")
    for name in papers.files("zones", papers.zone_ids, papers.post_ids):
        zones = papers.document(name, ZonesShape, zones=papers.zone_ids, posts=papers.post_ids)
        if zones:
            papers.zones += items(zones[0].zones, zones[1], "zones")
            papers.posts += items(zones[0].posts, zones[1], "posts")
    for name in papers.files("events", papers.event_ids):
        events = papers.document(name, EventsShape, events=papers.event_ids)
        if events:
            papers.events += items(events[0].events, events[1], "events")
    papers.officers += papers.rows("officers", OfficerRow, papers.officer_ids)
    papers.vehicles += papers.rows("vehicles", VehicleRow, papers.vehicle_ids)
    papers.transfers += papers.rows("transfers", TransferRow)
    papers.absences += papers.rows("absences", AbsenceRow)
    papers.incidents += papers.rows("incidents", IncidentRow)
    papers.requests += papers.rows("requests", RequestRow)
    papers.carried = papers.is_carried("ledger")
    ledger = papers.carried_rows if papers.carried else papers.rows
    papers.ledger += ledger("ledger", LedgerRow)
    papers.carried_lieu += papers.carried_rows("lieu", CarriedLieuRow)
    papers.lieu += papers.rows("lieu", LieuRow)
    papers.history += papers.rows("history", HistoryRow)
    papers.exchanges += papers.rows("exchanges", ExchangeRow)


def _presets(papers: BureauPapers) -> None:
    """Calendar and rulebook, then shifts and rotations; the bureau's own override those of the same id."""
    head = papers.head
    if "calendar" not in papers.wrong:
        node = read_preset(papers.folder, "calendars", head.shape.calendar, head.at("calendar"))
        calendar = papers.shaped(node, CalendarShape)
        papers.calendar = Item(*calendar) if calendar else None
    if "rulebook" not in papers.wrong:
        node = read_preset(papers.folder, "rules", head.shape.rulebook, head.at("rulebook"))
        crews = Names("crew", papers.mistakes)
        rulebook = papers.shaped(node, RulebookShape, crews=crews)
        papers.rulebook = Item(*rulebook) if rulebook else None
        _adopt(papers.crew_ids, crews)
    shifts, rotations = Names("shift", papers.mistakes), Names("rotation", papers.mistakes)
    for number, name in enumerate(head.shape.shifts):
        node = read_preset(papers.folder, "shifts", name, head.at("shifts", number))
        shift_file = papers.shaped(node, ShiftsShape, shifts=shifts)
        if shift_file:
            papers.shifts += items(shift_file[0].shifts, shift_file[1], "shifts")
    for number, name in enumerate(head.shape.rotations):
        node = read_preset(papers.folder, "rotations", name, head.at("rotations", number))
        cycles = papers.shaped(node, RotationsShape, rotations=rotations)
        if cycles:
            papers.rotations += items(cycles[0].rotations, cycles[1], "rotations")
    _adopt(papers.shift_ids, shifts)
    _adopt(papers.rotation_ids, rotations)
    papers.shifts += items(head.shape.own_shifts, head.node, "own_shifts")
    papers.rotations += items(head.shape.own_rotations, head.node, "own_rotations")


def _adopt(own: Names, presets: Names) -> None:
    for name, place in presets.places.items():
        own.places.setdefault(name, place)
    own.complete &= presets.complete
