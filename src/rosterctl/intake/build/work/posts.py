"""Zones, posts and vehicles: what stands where, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from rosterctl.domain.post import Post, Zone
from rosterctl.domain.unit import Unit
from rosterctl.domain.vehicle import Outage, Vehicle
from rosterctl.intake.build import wording as common
from rosterctl.intake.build.times import Bounds, are_in_order, together
from rosterctl.intake.build.work import wording
from rosterctl.intake.contents import BureauContents, refers, row_id
from rosterctl.intake.shapes.csv_columns import VehicleRow
from rosterctl.intake.shapes.zones import PostShape
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.intake.text.yaml_items import Item
from rosterctl.wording import say

DATES = ("from", "until")


def zones_of(contents: BureauContents) -> Mapping[str, Zone]:
    """By id, in the order of the files."""
    found = {}
    for item in contents.zones:
        one = item.shape
        contents.unit_ids.known(one.unit, item.at("unit"), "unit")
        bounds: Bounds = one.first, one.last
        if not are_in_order(contents.mistakes, item.at("until"), DATES, bounds):
            bounds = None, None
        found[one.id] = Zone(one.id, one.name, one.unit, one.x, one.y, *bounds, item.place)
    return found


def posts_of(
    contents: BureauContents, units: Mapping[str, Unit], zones: Mapping[str, Zone]
) -> Mapping[str, Post]:
    """By id, in the order of the files; each stands only while its unit and its zone do."""
    found = {}
    for item in contents.posts:
        one = item.shape
        contents.unit_ids.known(one.unit, item.at("unit"), "unit")
        contents.type_ids.known(one.type, item.at("type"), "type")
        contents.zone_ids.known(one.zone, item.at("zone"), "zone")
        first, last = one.first, one.last
        if are_in_order(contents.mistakes, item.at("until"), DATES, (first, last)):
            first, last = _standing(contents, item, units.get(one.unit), zones.get(one.zone))
        found[one.id] = Post(
            one.id, one.name, one.type, one.unit, one.zone, one.callsign, first, last, item.place
        )
    return found


def _standing(
    contents: BureauContents, item: Item[PostShape], unit: Unit | None, zone: Zone | None
) -> Bounds:
    """The dates of a post, bounded by those of its unit and its zone; a mistake if none is left."""
    one = item.shape
    bounds: Bounds = one.first, one.last
    for key, name, around in (
        ("unit", say(common.ONE_UNIT, name=one.unit), unit),
        ("zone", say(common.ONE_ZONE, name=one.zone), zone),
    ):
        if around is None:
            continue
        within = together((bounds, (around.first, around.last)))
        if within[0] and within[1] and within[0] > within[1]:
            contents.mistakes.add(
                item.at(key),
                *wording.post_on_no_date(one.id, name, around.first, around.last),
            )
            return bounds
        bounds = within
    return bounds


def vehicles_of(contents: BureauContents) -> Mapping[str, Vehicle]:
    """By id, in the order of the files."""
    found = {}
    for row in contents.vehicles:
        name = row_id(row, "vehicle_id")
        if name:
            contents.vehicle_ids.declare(name, row.at("vehicle_id"))
        one = row.shape
        if one is None:
            continue
        refers(contents.unit_ids, one.unit, row, "unit")
        outages = tuple(Outage(first, last) for first, last in one.outages)
        _outages_in_order(contents, row, outages)
        found[one.vehicle_id] = Vehicle(one.vehicle_id, one.kind, one.unit, one.callsign, outages, row.place)
    return found


def _outages_in_order(contents: BureauContents, row: CsvRow[VehicleRow], outages: tuple[Outage, ...]) -> None:
    for outage in outages:
        if outage.first > outage.last:
            contents.mistakes.add(
                row.at("outages"),
                *common.wrong_order("outages", outage.last, "", outage.first),
            )
    for one, other in pairwise(sorted(outages, key=lambda outage: outage.first)):
        if other.first <= one.last:
            contents.mistakes.add(row.at("outages"), *say(wording.OUTAGES_OVERLAP, day=other.first))
