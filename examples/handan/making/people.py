"""Officers with fictional names: every head of every team, in the splits of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from making.tables import COMMAND, TEAMS, UNITS, UnitRow

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
GIVEN = "伟芳娜敏静强磊洋艳勇军杰娟涛明超霞平刚桂英华建国文辉力玉萍红志东海波宁凯晨旭阳雪梅琳浩宇博子轩思佳"
DEPUTIES = 3
PROTECTED = {
    ("zhuhe", "A", "auxiliary", 5): ("2026-11-16", "2027-02-20"),
    ("zhuhe", "B", "auxiliary", 9): ("2026-12-14", "2027-03-31"),
    ("zhuhe", "B", "sworn", 11): ("2026-09-01", "2027-06-30"),
    ("congtai-1", "C", "auxiliary", 30): ("2026-12-07", "2027-03-20"),
    ("fuxing", "A", "auxiliary", 22): ("2026-10-10", "2027-09-30"),
    ("congtai-2", COMMAND[0], "sworn", 1): ("2026-08-15", "2027-05-15"),
}


@dataclass
class Officer:
    """One row of officers/*.csv. The first of `skills` tells where the officer came from."""

    id: str
    name: str
    role: str
    rank: str
    unit: str
    team: str
    number: int
    badge: str = ""
    leader: bool = False
    skills: list[str] = field(default_factory=list)
    zone: str = ""
    phone: str = ""
    joined: str = ""
    protected: tuple[str, str] = ("", "")


def all_officers(rng: Random, zones: dict[str, list[str]]) -> list[Officer]:
    """Every officer of the bureau in the order of the units; `zones` are the home zones of each unit."""
    officers = [officer for unit in UNITS for officer in _of_unit(unit, zones[unit.id])]
    names = _names(rng, len(officers))
    for number, officer in enumerate(officers):
        officer.name = names[number]
        officer.badge = f"{'0' if officer.role == 'sworn' else 'F'}{30001 + number}"
        officer.phone = f"{70001 + number}"
        officer.joined = f"{rng.randint(1992, 2019)}-{rng.randint(1, 12):02d}-01"
    return officers


def _of_unit(unit: UnitRow, zones: list[str]) -> list[Officer]:
    officers = list(_commanders(unit, zones))
    for team in range(unit.teams):
        officers += _team(unit, team, zones)
    for number, officer in enumerate(officers, 1):
        officer.id = f"{unit.code}-{number:03d}"
    _skill(unit, officers)
    return officers


def _commanders(unit: UnitRow, zones: list[str]) -> Iterator[Officer]:
    for number in range(unit.commanders):
        rank = ("大队长", "教导员", "副大队长", "副教导员")[number]
        yield _officer(unit, COMMAND[0], "sworn", number, rank, zones[0], leader=True)


def _team(unit: UnitRow, team: int, zones: list[str]) -> Iterator[Officer]:
    """The team's leader first, then the deputies (two leaders in all at a station), then the rest."""
    leaders = 2 if unit.kind == "point" else 1 + DEPUTIES
    for number in range(unit.sworn):
        rank = "班长" if number == 0 else "副班长" if number < leaders else "民警"
        zone = zones[number % len(zones)]
        yield _officer(unit, TEAMS[team][0], "sworn", number, rank, zone, number < leaders)
    for number in range(unit.auxiliary):
        zone = zones[number // 2 % len(zones)]
        yield _officer(unit, TEAMS[team][0], "auxiliary", number, "辅警", zone, leader=False)


def _officer(unit: UnitRow, team: str, role: str, number: int, rank: str, zone: str, leader: bool) -> Officer:
    protected = PROTECTED.get((unit.id, team, role, number), ("", ""))
    return Officer("", "", role, rank, unit.id, team, number, leader=leader, zone=zone, protected=protected)


def _skill(unit: UnitRow, officers: list[Officer]) -> None:
    """Where they came from, shared out evenly; then both skills for leaders, licences for crews.

    Of every four leaders of a team the first and the last know both trades, the others one each; of every
    pair of commanders one knows patrol and one traffic.
    """
    came_from = _origins(unit, len(officers))
    for officer, origin in zip(officers, came_from, strict=True):
        trades = [origin] if origin else []
        if officer.leader:
            wanted = _trades_of_leader(officer)
            trades += [trade for trade in wanted if trade not in trades]
        licences = ["driver"] if officer.role == "sworn" or officer.number % 3 == 0 else []
        if unit.id.startswith("jidong"):
            licences.append("rider")
        officer.skills = trades + licences


def _trades_of_leader(officer: Officer) -> tuple[str, ...]:
    if officer.team == COMMAND[0]:
        return (("patrol", "traffic")[officer.number % 2],)
    return (("patrol", "traffic"), ("patrol",), ("traffic",), ("patrol", "traffic"))[officer.number]


def _origins(unit: UnitRow, heads: int) -> list[str]:
    """`patrol`, `traffic` or nothing (from an office) for every head, in the unit's proportions, mixed."""
    shares = {"patrol": unit.from_patrol, "traffic": unit.from_traffic, "": unit.from_office}
    if not sum(shares.values()):
        return ["patrol"] * heads
    given = dict.fromkeys(shares, 0)
    found = []
    for number in range(1, heads + 1):
        behind = max(shares, key=lambda trade: shares[trade] * number - given[trade] * heads)
        given[behind] += 1
        found.append(behind)
    return found


def _names(rng: Random, count: int) -> list[str]:
    """Distinct names of two or three characters, put together at random."""
    found: dict[str, None] = {}
    while len(found) < count:
        given = "".join(rng.sample(GIVEN, rng.choice((1, 2, 2, 2))))
        found[rng.choice(SURNAMES) + given] = None
    return list(found)
