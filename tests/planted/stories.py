"""Small bureaus that provoke faults: the shipped station, alone or with a second one, under pressure.

Each is written as a folder, so that the audit reads what a user would have written. Every story is clean
ground: what the unchanged program makes of it has no findings.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.support.repository import ROOT

STATION = ROOT / "examples" / "station"
FIRST, DAYS = date(2026, 12, 8), 9
"""Tuesday 8 December 2026 to Wednesday the 16th: a weekend, and some leave that begins or ends."""

NIGHTS = "N: [night, overlap-evening, overlap-morning, overlap-both]"
TEAMS = "[{id: A, name: 甲班}, {id: B, name: 乙班}, {id: C, name: 丙班}, {id: D, name: 丁班}]"
TRANSFERS = "officer_id,date,unit,team,zone\nP009,2026-12-10,S01,C,Z2\n"
EVENTS = (
    'events:\n  - {id: check, name: 夜查, date: 2026-12-11, from: "20:30", to: "00:30", units: [S01], '
    "sites: 2, level: minimum, crew: patrol}\n"
)
FAR = "  - {id: Z3, name: 城外, unit: S01, x: 6.0, y: 0.0}\n"
CARS = (
    "vehicle_id,kind,unit,callsign,outages\n"
    "C1,car,S01,,2026-12-10..2026-12-11\n"
    "C2,car,S01,,2026-12-10..2026-12-10\n"
)


@dataclass(frozen=True)
class Story:
    """`rules` are options of single rules, as in bureau.yaml; `heads` is the strength wanted.

    `people` gives cells of the officers' file by officer and column. `texts` are replacements in bureau.yaml,
    `files` further files. With `second` there is a station S02 that lends to S01.
    """

    rules: str = ""
    heads: int = 8
    strength: str = 'from: "17:00", to: "19:00"'
    recalls: str = "day, gate-evening, peak-evening"
    nights: str = NIGHTS
    rulebook: str = "china-police"
    unit: str = ""
    people: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    posts: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    second: bool = False
    first: date = FIRST
    days: int = DAYS

    def write(self, folder: Path) -> None:
        """Write the bureau into a new folder."""
        shutil.copytree(STATION, folder)
        text = (folder / "bureau.yaml").read_text(encoding="utf-8")
        wanted = f"heads: {self.heads}, {self.strength}"
        for old, new in {
            "rulebook: china-police": f"rulebook: {self.rulebook}",
            'heads: 8, from: "17:00", to: "19:00"': wanted,
            **self.texts,
        }.items():
            assert text.count(old) == 1, f"bureau.yaml has {old!r} {text.count(old)} times"
            text = text.replace(old, new)
        text += f"rules: {{{self.rules}}}\n"
        for name, content in self.files.items():
            if name not in ("vehicles.csv", "absences.csv"):
                text += f"{name.partition('.')[0]}: [{name}]\n"
            (folder / name).write_text(content, encoding="utf-8")
        (folder / "bureau.yaml").write_text(text, encoding="utf-8")
        self._station(folder, "S01", "P0", self.unit)
        if self.second:
            self._station(folder, "S02", "Q0", "")

    def _station(self, folder: Path, unit: str, letter: str, more: str) -> None:
        zones = (STATION / "zones/S01.yaml").read_text(encoding="utf-8").rstrip() + "\n"
        own = {"S01": unit, "P0": letter} | ({"Z1": "Y1", "Z2": "Y2"} if unit != "S01" else {})
        zones = zones.replace("posts:", FAR + "posts:") + self.posts if unit == "S01" else zones
        with (STATION / "officers/S01.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        columns = [*rows[0], "left"]
        for row in rows:
            row["left"] = ""
            row.update({key: _owned(value, own) for key, value in row.items()})
            row.update(self.people.get(row["officer_id"], {}))
        with (folder / f"officers/{unit}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        (folder / f"zones/{unit}.yaml").write_text(_owned(zones, own), encoding="utf-8")
        lender = "\n    borrows_from: [S02]" if self.second and unit == "S01" else ""
        (folder / f"units/{unit}.yaml").write_text(
            f"units:\n  - id: {unit}\n    name: 警务站{unit}\n    kind: point\n    rotation: cn4x2\n"
            f"    teams: {TEAMS}\n    shifts: {{{self.nights}}}\n"
            f"    recalls: [{self.recalls}]{lender}{more}\n",
            encoding="utf-8",
        )


def _owned(text: str, own: Mapping[str, str]) -> str:
    for shipped, mine in own.items():
        text = text.replace(shipped, mine)
    return text


def pressed(rules: str = "", **more: object) -> Story:
    """More heads are wanted than there are, at every hour: whatever may be worked is worked."""
    fields: dict[str, object] = {
        "heads": 20,
        "strength": 'from: "00:00", to: "24:00"',
        "recalls": "day, night",
    }
    return Story(rules=rules, **{**fields, **more})  # type: ignore[arg-type]


LAX = (
    "hours: {severity: off}, mean-hours: {severity: off}, overtime: {severity: off}, "
    "duty-days-in-a-row: {severity: off}, nights-in-a-row: {severity: off}"
)
"""Only rest, the post-night day and what concerns single duties are left."""


def only(rule: str) -> str:
    """Of the limits on an officer's line this one alone, and what concerns single duties."""
    id = rule.partition(":")[0]
    others = [one for one in LAX.split(", ") if not one.startswith(id)]
    return ", ".join([*others, rule])


STANDING = "post-night: {severity: off}"
"""Whoever comes off a night may be called in again."""
CAR_TYPE = (
    "  - {id: car, name: 巡逻车, vehicle: car, licence: rider, "
    'windows: [{from: "07:00", to: "19:00", plan: patrol}]}\n'
    "  - {id: led, name: 带班岗, windows: "
    '[{from: "09:00", to: "11:00", last: 2026-12-12, minimum: led, plan: trained}]}\n'
    "  - id: gate\n"
)
CREWS = (
    "  - {id: led, name: 带班, alternatives: [{leader: 1}]}\n"
    "  - {id: trained, name: 带班组, alternatives: [{leader: 1, any+traffic: 1}]}\n"
    "  - {id: desk,"
)
YARD = Story(
    days=6,
    rules="mean-hours: {sworn: 60, auxiliary: 60}",
    heads=14,
    strength='from: "17:00", to: "19:00", days: [workday], units: [S01]',
    texts={
        "  - id: gate\n": CAR_TYPE,
        "  - {id: desk, name: 值班台, alternatives": CREWS + " name: 值班台, alternatives",
    },
    posts=(
        "  - {id: S01-car, name: 巡逻一车, type: car, unit: S01, zone: Z1}\n"
        "  - {id: S01-led, name: 带班岗, type: led, unit: S01, zone: Z1}\n"
        "  - {id: S01-fair, name: 庙会, type: patrol, unit: S01, zone: Z1, "
        "from: 2026-12-10, until: 2026-12-12}\n"
    ),
    people={
        "P006": {"left": "2026-12-11"},
        **{f"P0{n:02}": {"skills": "traffic driver rider"} for n in (2, 8, 14, 20)},
        "P011": {"joined": "2026-12-11"},
        "P019": {"protected_from": "2026-12-12"},
        "P005": {"protected_from": "2026-12-09", "protected_until": "2026-12-12"},
    },
    unit="\n    changes: [{from: 2026-12-11, shifts: {N: [night]}}]",
    files={"transfers.csv": TRANSFERS, "events.yaml": EVENTS, "vehicles.csv": CARS},
)
"""A transfer, an event, vehicles, and dates on which people, posts, windows and duty models begin and end."""

CROWD = "  - {id: crowd, name: 大队, alternatives: [{sworn: 20}]}"

STORIES: Mapping[str, Story] = {
    "station": Story(),
    "yard": YARD,
    "two stations": Story(second=True, strength=YARD.strength, heads=14, days=4),
    "far": Story(
        posts="  - {id: S01-far, name: 远校, type: gate, unit: S01, zone: Z3}\n",
        texts={},
    ),
    "lax": pressed(LAX),
    "shielded": pressed(
        LAX,
        people={
            "P017": {"protected_from": "2026-12-10", "protected_until": "2026-12-14"},
            "P018": {"protected_from": "2026-12-12"},
            "P015": {"protected_from": "2026-12-11"},
        },
    ),
    "no night before": pressed(LAX + ", availability: {night_before: no}"),
    "standing": pressed(f"{LAX}, {STANDING}"),
    "no rest": pressed(f"{LAX}, {STANDING}, rest: {{severity: off}}"),
    "one night": pressed(f"{only('nights-in-a-row: {most: 1}')}, {STANDING}"),
    "two days": pressed(only("duty-days-in-a-row: {most: 2}")),
    "few hours": pressed(only("hours: {days7: 48, days28: 200}")),
    "mean": pressed(only("mean-hours: {sworn: 44, auxiliary: 44}")),
    "quarter": pressed(only("overtime: {monthly: 10}")),
    "day": pressed(only("overtime: {monthly: 300, daily: 1}")),
    "pay": pressed(
        f"{LAX}, pay-threshold: {{severity: soft, from: 2026-12-07, days: 7, hours: 40}}",
        files={"absences.csv": "officer_id,first,last,kind\nP003,2026-12-08,2026-12-09,training\n"},
    ),
    "long rest": pressed(f"{LAX}, weekly-rest: {{severity: hard, hours: 35, days: 7}}"),
    "leaderless": Story(people={name: {"leader": "no"} for name in ("P001", "P002", "P007", "P008")}),
    "turns": Story(rules="familiarity: {turns: 1}"),
    "a crowd": Story(
        days=2,
        texts={
            "minimum: desk}": "minimum: desk, plan: crowd}",
            "  - {id: desk, name": f"{CROWD}\n  - {{id: desk, name",
        },
    ),
}
"""In the last one the desk has its minimum at any hour and never its plan of twenty sworn officers."""
