"""Writes the made-up city as a bureau's folder. Everybody is sworn, and a post takes one officer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from tests.bench.city import LEADERS, TEAMS, City


def write_city(city: City, cover: float, folder: Path) -> None:
    """The bureau's folder, ready to be solved."""
    for name, text in {
        "bureau.yaml": BUREAU,
        "units/all.yaml": _units(city),
        "zones/all.yaml": _zones(city, cover),
        "officers/all.csv": _csv(OFFICER, _officers(city)),
        "absences.csv": _csv(("officer_id", "first", "last", "kind"), _absences(city)),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


BUREAU = """\
bureau: city
name: City
timezone: Asia/Shanghai
anchor: 2020-01-01
day_starts: "07:00"
calendar: china
rotations: [standard]
shifts: [standard]
rulebook: china-police
rules:
  mean-hours: {sworn: 48, auxiliary: 48}   # two recalls in four weeks
units: [units/*.yaml]
zones: [zones/*.yaml]
officers: [officers/*.csv]
absences: [absences.csv]
crews:
  - {id: one, name: One officer, alternatives: [{sworn: 1}]}
post_types:
  - {id: beat, name: Beat, windows: [{from: "00:00", to: "24:00", plan: one}]}
"""
UNIT = """\
  - id: {unit}
    name: {unit}
    kind: area
    rotation: cn4x2
    teams: [{teams}]
    shifts: {{N: [night, overlap-evening, overlap-morning, overlap-both, stagger-ahead, stagger-behind]}}
    recalls: [day, night]
"""
OFFICER = ("officer_id", "name", "role", "unit", "team", "leader", "skills", "zone", "joined")


def _units(city: City) -> str:
    teams = ", ".join(f"{{id: {team}, name: {team}}}" for team in TEAMS)
    return "units:\n" + "".join(UNIT.format(unit=_unit(unit), teams=teams) for unit in range(len(city.sizes)))


def _zones(city: City, cover: float) -> str:
    zones, posts = "", ""
    for unit, number in enumerate(city.posts(cover)):
        name = _unit(unit)
        zones += f"  - {{id: {name}-zone, name: {name}, unit: {name}}}\n"
        for n in range(number):
            post = f"{name}-p{n + 1:02d}"
            posts += f"  - {{id: {post}, name: {post}, type: beat, unit: {name}, zone: {name}-zone}}\n"
    return f"zones:\n{zones}posts:\n{posts}"


def _officers(city: City) -> Iterator[tuple[str, ...]]:
    for unit, teams in enumerate(city.teams):
        for team, heads in enumerate(teams):
            for number in range(heads):
                leads, id, name = (
                    "yes" if number < LEADERS else "no",
                    _officer(unit, team, number),
                    _unit(unit),
                )
                yield (
                    id,
                    id,
                    "sworn",
                    name,
                    TEAMS[team],
                    leads,
                    "patrol traffic",
                    f"{name}-zone",
                    "2015-01-01",
                )


def _absences(city: City) -> Iterator[tuple[str, ...]]:
    for one in city.absences:
        last = one.first + timedelta(days=one.days - 1)
        yield _officer(one.unit, one.team, one.number), one.first.isoformat(), last.isoformat(), one.kind


def _unit(number: int) -> str:
    return f"U{number + 1:02d}"


def _officer(unit: int, team: int, number: int) -> str:
    return f"{_unit(unit)}-{TEAMS[team]}{number + 1:02d}"


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in (header, *rows))
