"""A bureau on one date of its simulated life: what the happenings read, draw from and write to."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.intake.load import read_bureau
from tests.many_nights.files import Files


@dataclass
class Memory:
    """What the planner of the simulation keeps in mind from one night to the next, kept beside the bureau."""

    last_number: int = 100
    sick: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    rules: dict[str, dict[str, float]] = field(default_factory=dict)
    models: dict[str, list[str]] = field(default_factory=dict)
    models_until: dict[str, str] = field(default_factory=dict)
    times: dict[str, list[str]] = field(default_factory=dict)

    def number(self) -> int:
        """A new one, for the id of something new."""
        self.last_number += 1
        return self.last_number

    def write(self, file: Path) -> None:
        file.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")


def remembered(file: Path) -> Memory:
    """What was kept; nothing at first."""
    return Memory(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else Memory()


class Life:
    """`draw` depends on seed and date alone, so that a run that was interrupted goes on as it would have."""

    def __init__(self, folder: Path, seed: int, today: date, memory: Memory) -> None:
        self.files, self.today, self.memory = Files(folder), today, memory
        self.bureau: Bureau = read_bureau(folder)
        self.draw = random.Random(f"{seed}/{today}")
        self._away = [(one.officer, one.first, one.last) for one in self.bureau.absences]

    def look_again(self) -> None:
        """Reads what has been entered since: whoever has left swaps with nobody."""
        self.bureau = read_bureau(self.files.folder)

    def people(self) -> list[Officer]:
        """Who serves today and for the next two weeks, as far as is known, in order of their ids."""
        later = self.today + timedelta(days=14)
        all_of_them = (self.bureau.officers[id] for id in sorted(self.bureau.officers))
        return [one for one in all_of_them if one.serves(self.today) and one.serves(later)]

    def has(self, row: dict[str, str]) -> bool:
        """The officer of a row of the officers' file is one of `people`."""
        return row["officer_id"] in {one.id for one in self.people()}

    def in_days(self, fewest: int, most: int) -> date:
        """A date so many days ahead."""
        return self.today + timedelta(days=self.draw.randint(fewest, most))

    def absences(self, rows: Iterable[tuple[Officer, date, date, str]]) -> int:
        """Enters those that do not overlap with one entered before, today included, and says how many."""
        new = []
        for officer, first, last, kind in rows:
            if not any(who == officer.id and a <= last and first <= z for who, a, z in self._away):
                self._away.append((officer.id, first, last))
                new.append({"officer_id": officer.id, "first": first, "last": last, "kind": kind})
        if new:
            self.files.add_rows("absences.csv", new)
        return len(new)

    def incident(self, kind: str, id: str, first: date, last: date | None = None) -> None:
        row = {"kind": kind, "id": id, "first": first, "last": last or ""}
        self.files.add_rows("incidents.csv", [row])
