"""Zones, posts and vehicles: what stands where, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from rosterctl.domain.post import Outage, Post, Vehicle, Zone
from rosterctl.intake.papers import Papers, refers, row_id
from rosterctl.intake.shapes.rows import VehicleRow
from rosterctl.intake.tables import Row


def zones_of(papers: Papers) -> Mapping[str, Zone]:
    """By id, in the order of the files."""
    found = {}
    for item in papers.zones:
        one = item.shape
        papers.unit_ids.known(one.unit, item.at("unit"), "unit")
        found[one.id] = Zone(one.id, one.name, one.unit, one.x, one.y, item.place)
    return found


def posts_of(papers: Papers) -> Mapping[str, Post]:
    """By id, in the order of the files."""
    found = {}
    for item in papers.posts:
        one = item.shape
        papers.unit_ids.known(one.unit, item.at("unit"), "unit")
        papers.type_ids.known(one.type, item.at("type"), "type")
        papers.zone_ids.known(one.zone, item.at("zone"), "zone")
        if one.first and one.last and one.first > one.last:
            papers.mistakes.add(
                item.at("until"), f"until: {one.last} lies before from {one.first}", "exchange the two dates"
            )
        found[one.id] = Post(
            one.id, one.name, one.type, one.unit, one.zone, one.callsign, one.first, one.last, item.place
        )
    return found


def vehicles_of(papers: Papers) -> Mapping[str, Vehicle]:
    """By id, in the order of the files."""
    found = {}
    for row in papers.vehicles:
        name = row_id(row, "vehicle_id")
        if name:
            papers.vehicle_ids.declare(name, row.at("vehicle_id"))
        one = row.shape
        if one is None:
            continue
        refers(papers.unit_ids, one.unit, row, "unit")
        outages = tuple(Outage(first, last) for first, last in one.outages)
        _in_order(papers, row, outages)
        found[one.vehicle_id] = Vehicle(one.vehicle_id, one.kind, one.unit, one.callsign, outages, row.place)
    return found


def _in_order(papers: Papers, row: Row[VehicleRow], outages: tuple[Outage, ...]) -> None:
    for outage in outages:
        if outage.first > outage.last:
            papers.mistakes.add(
                row.at("outages"),
                f"outages: {outage.last} lies before {outage.first}",
                "exchange the two dates",
            )
    for one, other in pairwise(sorted(outages, key=lambda outage: outage.first)):
        if other.first <= one.last:
            papers.mistakes.add(
                row.at("outages"), f"outages: two of them include {other.first}", "join them into one"
            )
