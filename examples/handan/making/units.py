"""Units with their teams, what may be worked on a letter, recalls and lenders; night checks."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from making.tables import COMMAND, DAYS, FIRST, HORIZON, TEAMS, UnitRow

NIGHTS = ["night", "overlap-evening", "overlap-morning", "overlap-both", "stagger-ahead", "stagger-behind"]
CHECKS = (
    ("night-check-north", "城北夜查", ("jidong-1", "congtai-1", "congtai-2", "congtai-3")),
    ("night-check-south", "城南夜查", ("jidong-2", "hanshan-1", "hanshan-2", "jingkai")),
    ("night-check-west", "城西夜查", ("jidong-1", "fuxing", "guifan")),
)


def unit_text(unit: UnitRow, inside: frozenset[str]) -> str:
    """The YAML of one unit; only lenders that are `inside` the bureau are named."""
    lines = ["units:", f"  - id: {unit.id}", f"    name: {unit.name}", f"    kind: {unit.kind}"]
    lines += [f"    rotation: {'alt-day' if unit.teams == 2 else 'cn4x2'}", "    teams:"]
    lines += [f"      - {{id: {id_}, name: {name}}}" for id_, name in TEAMS[: unit.teams]]
    if unit.commanders:
        lines.append(f"      - {{id: {COMMAND[0]}, name: {COMMAND[1]}, rotation: command-week, offset: 2}}")
    if unit.teams == 4:
        lines.append(f"    shifts: {{N: [{', '.join(NIGHTS)}]}}")
    lines.append(f"    recalls: [{'day' if unit.teams == 2 else 'day, night'}]")
    lenders = [lender for lender in unit.lenders if lender in inside]
    if lenders:
        lines.append(f"    borrows_from: [{', '.join(lenders)}]")
    return "\n".join(lines) + "\n"


def night_checks(rng: Random) -> list[dict[str, Any]]:
    """Five dates a week, each given to one part of the city in turn."""
    dates: list[date] = []
    for week in range(DAYS // 7):
        dates += sorted(rng.sample(HORIZON[7 * week : 7 * week + 7], 5))
    return [_check(*row, dates[number::3], 2) for number, row in enumerate(CHECKS)]


def brigade_checks() -> list[dict[str, Any]]:
    dates = [HORIZON[(4 + 7 * week)] for week in range(DAYS // 7)]
    return [_check("night-check", f"夜查({FIRST:%Y年%m月})", ("hanshan-1",), dates, 1)]


def _check(id_: str, name: str, units: tuple[str, ...], dates: list[date], sites: int) -> dict[str, Any]:
    return {"id": id_, "name": name, "dates": dates, "from": "20:30", "to": "00:30", "units": units,
            "sites": sites, "level": "plan", "crew": "night-check"}  # fmt: skip
