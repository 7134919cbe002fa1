"""Zones on the city map, and every post written out. 人民路 runs along y = 0, 中华大街 along x = 0 (km)."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from making.tables import AREAS, BY_ID, UNITS, UnitRow

ROADS = (("人民路", 2.0, 0.0), ("中华大街", 0.0, 2.0), ("滏东大街", 3.0, 1.0), ("赵都路", 0.0, -2.0))
SECTORS = (("西", -3.0), ("中西", -1.0), ("中东", 1.0), ("东", 3.0))
CHECKPOINTS = 11
CARS = {"zhuhe": 4, "fangkong": CHECKPOINTS + 2, "guifan": 2}
Row = dict[str, str | float]


def zones_of(unit: UnitRow) -> list[Row]:
    if unit.kind == "area":
        return [_zone(unit, f"g{n + 1:02d}", f"{unit.short}{n + 1:02d}网格", *at) for n, at in _lattice(unit)]
    if unit.kind == "point":
        return [_zone(unit, "area", f"{unit.short}巡区", *_centre(unit))]
    return [_zone(unit, *row) for row in _line_zones(unit)]


def _zone(unit: UnitRow, part: str, name: str, x: float, y: float) -> Row:
    return {"id": f"{unit.id}-{part}", "name": name, "unit": unit.id, "x": round(x, 1), "y": round(y, 1)}


def _lattice(unit: UnitRow) -> list[tuple[int, tuple[float, float]]]:
    """The centres of a brigade's grids: one square kilometre each, row by row."""
    return [(n, (unit.x + n % unit.columns, unit.y + n // unit.columns)) for n in range(unit.grids)]


def _centre(station: UnitRow) -> tuple[float, float]:
    """The middle of the grids for which a station answers: its share of the brigade's, in order."""
    area = next(unit for unit in AREAS if station.id in unit.stations)
    before = sum(BY_ID[other].grids for other in area.stations[: area.stations.index(station.id)])
    own = [at for _, at in _lattice(area)[before : before + station.grids]]
    return sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own)


def _line_zones(unit: UnitRow) -> Iterator[tuple[str, str, float, float]]:
    if unit.id == "zhuhe":
        for number, (name, x, y) in enumerate(ROADS, 1):
            yield f"road{number}", name, x, y
    elif unit.id == "fangkong":
        for number in range(CHECKPOINTS):
            angle = 2 * pi * number / CHECKPOINTS
            yield f"c{number + 1:02d}", f"外环{number + 1:02d}卡口", 9 * cos(angle), 9 * sin(angle)
        yield "ring-north", "北环", 0.0, 8.0
        yield "ring-south", "南环", 0.0, -8.0
    elif unit.id.startswith("jidong"):
        side, y = ("北", 2.5) if unit.id == "jidong-1" else ("南", -2.5)
        for number, (name, x) in enumerate(SECTORS, 1):
            yield f"s{number}", f"人民路以{side}{name}片", x, y
    else:
        yield "east", "东部停车秩序片", 3.0, 0.0
        yield "west", "西部停车秩序片", -3.0, 0.0


def posts_of(unit: UnitRow, zones: list[str]) -> list[Row]:
    """Every post of a unit, its command post first, then by type."""
    posts = [*_standing(unit, zones), *_junctions(unit, zones), *_gates(unit, zones)]
    if unit.kind != "point":
        kind = "command-day" if unit.id == "zhuhe" else "command"
        posts.insert(0, _post(unit, "command", f"{unit.short}指挥岗", kind, zones[0], f"{unit.short}00"))
    return posts


def _post(unit: UnitRow, part: str, name: str, kind: str, zone: str, callsign: str = "") -> Row:
    row: Row = {"id": f"{unit.id}-{part}", "name": name, "type": kind, "unit": unit.id, "zone": zone}
    return {**row, "callsign": callsign} if callsign else row


def _standing(unit: UnitRow, zones: list[str]) -> Iterator[Row]:
    """The posts that are not tied to the peaks: (part of id, name, type, how many)."""
    table: dict[str, tuple[tuple[str, str, str, int], ...]] = {
        "zhuhe": (("car", "巡逻车", "road-car", 4), ("road", "勤务岗", "road-post", 8)),
        "fangkong": (("c", "卡口", "checkpoint", CHECKPOINTS), ("ring", "环线巡逻车", "ring-car", 2)),
        "jidong": (
            ("m", "骑警组", "motor", 8),
            ("d", "白天骑警组", "motor-day", 8),
            ("pair", "骑警双人组", "motor-pair", 1),
        ),
        "guifan": (
            ("car", "停车秩序车组", "support-car", 2),
            ("foot", "停车秩序步巡组", "support", 2),
            ("day", "白天停车秩序组", "support-day", 4),
        ),
    }
    if unit.kind == "area":
        kinds = (("car", "网格巡逻车", "grid-car", unit.grids),)
    elif unit.kind == "point":
        kinds = (("desk", "警务站值班台", "desk", 1),)
    else:
        kinds = table[unit.id.split("-", maxsplit=1)[0]]
    number = 0
    for part, name, kind, count in kinds:
        for place in range(count):
            number += 1
            zone = zones[CHECKPOINTS + place] if kind == "ring-car" else zones[place % len(zones)]
            label = f"{unit.short}{number:02d}"
            title = f"{label}{name}" if count > 1 else f"{unit.short}{name}"
            yield _post(unit, f"{part}{place + 1:02d}", title, kind, zone, label)


def _junctions(unit: UnitRow, zones: list[str]) -> Iterator[Row]:
    """One junction in every grid each day; the further ones on workdays. Only lines stand out of reach."""
    for number in range(unit.junctions):
        daily = number < len(zones) and unit.kind != "line"
        kind = "junction" if daily else "junction-workday"
        if unit.kind == "line":
            kind = "road-junction"
        zone = zones[number % len(zones)]
        yield _post(unit, f"j{number + 1:02d}", f"{unit.short}{number + 1:02d}路口", kind, zone)


def _gates(unit: UnitRow, zones: list[str]) -> Iterator[Row]:
    for number in range(unit.gates):
        name = f"{unit.short}{number + 1:02d}校门"
        yield _post(unit, f"s{number + 1:02d}", name, "gate", zones[number % len(zones)])


def vehicles() -> Iterator[Row]:
    """A car for every post that drives and fifty motorcycles for each of 机动; one is in the workshop."""
    for unit in UNITS:
        cars = unit.grids if unit.kind == "area" else CARS.get(unit.id, 0)
        for number in range(1, cars + 1):
            yield {"vehicle_id": f"{unit.code}-car{number:02d}", "kind": "car", "unit": unit.id,
                   "callsign": f"{unit.short}{number:02d}", "outages": ""}  # fmt: skip
        for number in range(1, 51 if unit.id.startswith("jidong") else 1):
            outage = "2026-12-09..2026-12-10" if (unit.id, number) == ("jidong-1", 50) else ""
            yield {"vehicle_id": f"{unit.code}-moto{number:02d}", "kind": "motorcycle", "unit": unit.id,
                   "callsign": f"{unit.short}骑{number:02d}", "outages": outage}  # fmt: skip
