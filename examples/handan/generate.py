"""Writes examples/handan (2,794 officers) and examples/brigade (266 of them), always the same bytes.

Run it from anywhere: `python examples/handan/generate.py [FOLDER]`; FOLDER defaults to `examples`. The files
bureau.yaml and README.md of both folders are written by hand and left alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

from making.absences import Absence, all_absences, wishes
from making.people import Officer, all_officers
from making.places import posts_of, vehicles, zones_of
from making.tables import BRIGADE, BY_ID, UNITS
from making.units import brigade_checks, night_checks, unit_text
from making.writing import HEADER, write_csv, write_text, write_yaml

SEED = 20200107
OFFICER = (
    *("officer_id", "badge", "name", "role", "rank", "unit", "team", "leader", "skills", "zone", "phone"),
    *("joined", "protected_from", "protected_until"),
)


def main(folder: Path) -> None:
    rng = Random(SEED)
    zones = {unit.id: zones_of(unit) for unit in UNITS}
    homes = {unit: [str(zone["id"]) for zone in rows] for unit, rows in zones.items()}
    officers = all_officers(rng, homes)
    absences = all_absences(rng, officers)
    wanted = wishes(rng, officers, 150)
    checks = {"handan": night_checks(rng), "brigade": brigade_checks()}
    for story, units in (("handan", tuple(BY_ID)), ("brigade", BRIGADE)):
        target = folder / story
        people = [officer for officer in officers if officer.unit in units]
        write_places(target, units, zones)
        write_people(target, units, people, absences, wanted)
        rows = [list(row.values()) for row in vehicles() if row["unit"] in units]
        write_csv(target / "vehicles.csv", ("vehicle_id", "kind", "unit", "callsign", "outages"), rows)
        write_yaml(target / "events.yaml", events=checks[story])


def write_places(folder: Path, units: tuple[str, ...], zones: dict[str, list[dict[str, Any]]]) -> None:
    for unit in units:
        write_text(folder / "units" / f"{unit}.yaml", HEADER + unit_text(BY_ID[unit], frozenset(units)))
        posts = posts_of(BY_ID[unit], [str(zone["id"]) for zone in zones[unit]])
        write_yaml(folder / "zones" / f"{unit}.yaml", zones=zones[unit], posts=posts)


def write_people(
    folder: Path, units: tuple[str, ...], people: list[Officer], absences: list[Absence], wanted: list[Any]
) -> None:
    ids = {officer.id for officer in people}
    for unit in units:
        rows = [officer_row(officer) for officer in people if officer.unit == unit]
        write_csv(folder / "officers" / f"{unit}.csv", OFFICER, rows)
    away = sorted((one.officer, one.first, one.last, one.kind) for one in absences if one.officer in ids)
    write_csv(folder / "absences.csv", ("officer_id", "first", "last", "kind"), away)
    asked = [wish for wish in wanted if wish[0] in ids]
    write_csv(folder / "requests.csv", ("officer_id", "date", "wish", "weight"), asked)


def officer_row(one: Officer) -> list[str]:
    leader = "yes" if one.leader else "no"
    return [one.id, one.badge, one.name, one.role, one.rank, one.unit, one.team, leader, " ".join(one.skills),
            one.zone, one.phone, one.joined, *one.protected]  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1])
