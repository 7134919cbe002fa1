"""Small random bureaus as folders, from a seed: one or two stations under other rotations, rules and lives.

They are drawn from the shipped station by text alone, so that any two commits read the same files.
"""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.support.repository import ROOT

STATION = ROOT / "examples" / "station"
FIRST = date(2026, 12, 1)
DAYS = 14
ROTATIONS = {
    "cn4x2": "{N: [night, overlap-evening, overlap-morning, overlap-both, stagger-ahead]}",
    "cn4x2-dono": "{N: [night, overlap-evening]}",
    "cn4x2-8": "{N: [night, overlap-evening, overlap-morning]}",
    "24on72off": "{}",
    "cn4x3": "{M: [morning-8, day], N: [night-8]}",
    "pitman-rot": "{N: [night, overlap-both]}",
    "4on4off-slow": "{N: [night, overlap-evening]}",
}
"""Rotations for four teams, each with what may be worked on its letters."""
RULEBOOKS = ("china-police", "china-police", "eu-wtd", "us-flsa-7k")
RULES = (
    "",
    "",
    "{nights-in-a-row: {most: 2}}",
    "{rest: {hours: 12}}",
    "{mean-hours: {sworn: 48, auxiliary: 46}}",
)
RECALLS = ("day, gate-evening, peak-evening", "day, night", "peak-evening", "")
KINDS = ("leave", "training", "sickness", "court", "lieu")


@dataclass(frozen=True)
class _Station:
    """One station of the bureau: `letter` begins the ids of its people."""

    id: str
    letter: str

    def own(self, text: str) -> str:
        """The shipped station's text with this station's ids."""
        for shipped, own in (("S01", self.id), ("P0", f"{self.letter}0"), *self._zones):
            text = text.replace(shipped, own)
        return text

    @property
    def _zones(self) -> tuple[tuple[str, str], ...]:
        return tuple((zone, f"{self.id}-{zone}") for zone in ("Z1", "Z2"))


def draw(folder: Path, seed: int) -> Path:
    """Write the bureau of this seed into a new folder."""
    random = Random(seed)
    shutil.copytree(STATION, folder)
    both = (_Station("S01", "P"), _Station("S02", "Q"))
    stations = list(both[:1] if random.random() < 0.5 else both)
    people = [row for one in stations for row in _officers(folder, one)]
    kept = [row for row in people if random.random() > 0.1]
    for part in ("officers", "units", "zones"):
        shutil.rmtree(folder / part)
        (folder / part).mkdir()
    for one in stations:
        _write_rows(folder / f"officers/{one.id}.csv", [row for row in kept if row["unit"] == one.id])
        others = [other.id for other in stations if other != one]
        (folder / f"units/{one.id}.yaml").write_text(_unit(random, one, others), encoding="utf-8")
        zones = one.own((STATION / "zones/S01.yaml").read_text(encoding="utf-8"))
        (folder / f"zones/{one.id}.yaml").write_text(zones, encoding="utf-8")
    ids = [row["officer_id"] for row in kept]
    _write_rows(folder / "absences.csv", [_absence(random, one) for one in random.sample(ids, len(ids) // 3)])
    _write_rows(folder / "requests.csv", [_request(random, one) for one in random.sample(ids, len(ids) // 3)])
    _bureau(folder, random, stations, ids)
    return folder


def _officers(folder: Path, station: _Station) -> list[dict[str, str]]:
    text = station.own((folder / "officers/S01.csv").read_text(encoding="utf-8"))
    return list(csv.DictReader(text.splitlines()))


def _write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _unit(random: Random, station: _Station, others: list[str]) -> str:
    rotation = random.choice(list(ROTATIONS))
    lines = [
        "units:",
        f"  - id: {station.id}",
        f"    name: 警务站{station.id}",
        "    kind: point",
        f"    rotation: {rotation}",
        "    teams: [{id: A, name: 甲班}, {id: B, name: 乙班}, {id: C, name: 丙班}, {id: D, name: 丁班}]",
        f"    shifts: {ROTATIONS[rotation]}",
        f"    recalls: [{random.choice(RECALLS)}]",
    ]
    if others and random.random() < 0.7:
        lines.append(f"    borrows_from: [{', '.join(others)}]")
    if random.random() < 0.3:
        lines.append(f"    changes: [{{from: {_day(random)}, recalls: [day]}}]")
    return "\n".join(lines) + "\n"


def _day(random: Random) -> date:
    return FIRST + timedelta(days=random.randrange(DAYS))


def _absence(random: Random, officer: str) -> dict[str, str]:
    first = _day(random)
    last = first + timedelta(days=random.randrange(7))
    return {"officer_id": officer, "first": str(first), "last": str(last), "kind": random.choice(KINDS)}


def _request(random: Random, officer: str) -> dict[str, str]:
    wish = random.choice(("off", "no-recall", "recall"))
    return {
        "officer_id": officer,
        "date": str(_day(random)),
        "wish": wish,
        "weight": str(random.randint(1, 3)),
    }


def _bureau(folder: Path, random: Random, stations: list[_Station], ids: list[str]) -> None:
    text = (folder / "bureau.yaml").read_text(encoding="utf-8")
    text = text.replace("rulebook: china-police", f"rulebook: {random.choice(RULEBOOKS)}")
    text = text.replace("heads: 8", f"heads: {random.randint(5, 9) * len(stations)}")
    if rules := random.choice(RULES):
        text += f"rules: {rules}\n"
    if random.random() < 0.5:
        text += "events: [events.yaml]\n"
        _events(folder, random, stations)
    if len(stations) > 1 and random.random() < 0.5:
        text += "transfers: [transfers.csv]\n"
        who, team = random.choice([one for one in ids if one.startswith("P")]), random.choice("ABCD")
        row = {"officer_id": who, "date": str(_day(random)), "unit": "S02", "team": team}
        _write_rows(folder / "transfers.csv", [row])
    if random.random() < 0.5:
        text += "ledger: ledger.csv\n"
        _write_rows(folder / "ledger.csv", [_borne(random, one) for one in ids])
    (folder / "bureau.yaml").write_text(text, encoding="utf-8")


def _borne(random: Random, officer: str) -> dict[str, str]:
    nights, recalls = str(random.randrange(20)), str(random.randrange(4))
    return {"officer_id": officer, "nights": nights, "recalls": recalls}


def _events(folder: Path, random: Random, stations: list[_Station]) -> None:
    units, sites = ", ".join(one.id for one in stations), random.randint(1, 2)
    text = (
        f'events:\n  - {{id: check, name: 夜查, date: {_day(random)}, from: "20:30", to: "00:30", '
        f"units: [{units}], sites: {sites}, level: {random.choice(('minimum', 'plan'))}, crew: patrol}}\n"
    )
    (folder / "events.yaml").write_text(text, encoding="utf-8")
