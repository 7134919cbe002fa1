"""Nouns of the bureau that its files no longer have: they are there for what is over, and for nothing else.

A unit has no duty model, a post is wanted no more, a vehicle runs no more, an officer has left. Nothing in
the files can name them, and what the files have of the same id counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Assignment, Officer
from rosterctl.domain.post import Post, PostType, Zone
from rosterctl.domain.unit import Unit
from rosterctl.domain.vehicle import Vehicle
from rosterctl.intake.build.work.outages import broken_down
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.gone import (
    GoneOfficerShape,
    GonePostShape,
    GoneShape,
    GoneUnitShape,
    GoneVehicleShape,
)
from rosterctl.intake.shapes.zones import ZoneShape
from rosterctl.intake.text.yaml_items import Item, items
from rosterctl.timeline.clock import WallMinute

FOR_EVER = date(2199, 12, 31)
"""The last date that a file may name. Until then a vehicle is away that is there no more."""

N = TypeVar("N")


@dataclass(frozen=True)
class GoneNouns:
    """By id. `absences` are those of the officers; the ids of post types are such as no file can name."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    zones: Mapping[str, Zone] = field(default_factory=dict)
    post_types: Mapping[str, PostType] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)
    vehicles: Mapping[str, Vehicle] = field(default_factory=dict)
    officers: Mapping[str, Officer] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()


def gone_nouns(contents: BureauContents) -> GoneNouns:
    """What is carried over of them; none without such a file."""
    if contents.gone is None:
        return GoneNouns()
    shape, node = contents.gone.shape, contents.gone.node
    types = [_type(item) for item in items(shape.posts, node, "posts")]
    posts = [_post(item) for item in items(shape.posts, node, "posts")]
    starts = contents.head.shape.day_starts
    vehicles = [_vehicle(item, starts) for item in items(shape.vehicles, node, "vehicles")]
    officers = [_officer(item) for item in items(shape.officers, node, "officers")]
    zones = [_zone(item) for item in items(shape.zones, node, "zones")]
    units = [_unit(item) for item in items(shape.units, node, "units")]
    return GoneNouns(
        {one.id: one for one in units},
        {one.id: one for one in zones},
        {one.id: one for one in types},
        {one.id: one for one in posts},
        {one.id: one for one in vehicles},
        {one.id: one for one in officers},
        tuple(_absences(shape)),
    )


def beside(files: Mapping[str, N], gone: Mapping[str, N]) -> Mapping[str, N]:
    """What the files have, and after it what they have no more."""
    return {**files, **{id: one for id, one in gone.items() if id not in files}}


def _unit(item: Item[GoneUnitShape]) -> Unit:
    return Unit(item.shape.id, item.shape.name, item.shape.kind, (), place=item.place)


def _zone(item: Item[ZoneShape]) -> Zone:
    one = item.shape
    return Zone(one.id, one.name, one.unit, one.x, one.y, one.first, one.last, item.place)


def _type(item: Item[GonePostShape]) -> PostType:
    one = item.shape
    return PostType(_type_id(one), one.name, (), one.vehicle or "", reach_km=one.reach_km, place=item.place)


def _post(item: Item[GonePostShape]) -> Post:
    one = item.shape
    post = Post(one.id, one.name, _type_id(one), one.unit, one.zone, one.callsign, place=item.place)
    return replace(post, gone=(one.since, one.at))


def _type_id(post: GonePostShape) -> str:
    return f"{post.id}/gone"


def _vehicle(item: Item[GoneVehicleShape], day_starts: WallMinute) -> Vehicle:
    one = item.shape
    away = broken_down((), one.since, FOR_EVER, one.at, day_starts)
    return Vehicle(one.id, one.kind, one.unit, one.callsign, tuple(away), item.place)


def _officer(item: Item[GoneOfficerShape]) -> Officer:
    one = item.shape
    later = (Assignment(to.unit, to.team, to.zone, to.first, item.place) for to in one.transfers)
    return Officer(
        one.officer_id,
        one.badge,
        one.name,
        one.role,
        one.rank,
        (Assignment(one.unit, one.team, one.zone, place=item.place), *later),
        one.leader,
        one.skills,
        one.phone,
        one.joined,
        one.left,
        one.protected_from,
        one.protected_until,
        item.place,
    )


def _absences(shape: GoneShape) -> Iterable[Absence]:
    for one in shape.officers:
        for away in one.absences:
            yield Absence(one.officer_id, away.first, away.last, away.kind, away.start, away.end)
