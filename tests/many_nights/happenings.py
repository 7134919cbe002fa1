"""What happens to a bureau from one night to the next, drawn from a seed."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from rosterctl.intake.load import read_bureau

A_SICK_ONE_IN = 400
"""Officers fall sick a day, for one to four days: 7 of 2,794."""
NEW_MODEL = """
    changes:
      - from: {first}
        rotation: cn4x2-8
        teams:
          - {{id: A, name: 甲班}}
          - {{id: B, name: 乙班}}
          - {{id: C, name: 丙班}}
          - {{id: D, name: 丁班}}
        shifts: {{N: [night, overlap-evening, overlap-morning, overlap-both, stagger-ahead, stagger-behind]}}
"""
COURSE_UNITS = ("congtai-2", "hanshan-2")
MODEL_NIGHT, COURSE_NIGHT, POST_NIGHT, EVENT_NIGHT, LEFT_NIGHT = 12, 8, 5, 3, 10


class Happenings:
    def __init__(self, bureau: Path, seed: int) -> None:
        self._folder, self._draw = bureau, random.Random(seed)
        self._bureau = read_bureau(bureau)
        self._people = sorted(self._bureau.officers)
        self._sick: list[str] = []

    def before(self, night: int, today: date) -> list[str]:
        """Enters what has happened since the night before; each thing in two words."""
        rows = [*self._daily(today), *self._planned(night, today)]
        file = self._folder / "incidents.csv"
        known = file.exists()
        with file.open("a", newline="", encoding="utf-8") as stream:
            out = csv.writer(stream)
            if not known:
                out.writerow(("kind", "id", "first", "last", "note"))
            out.writerows(row for row, _ in rows)
        counts: dict[str, int] = {}
        for _, what in rows:
            counts[what] = counts.get(what, 0) + 1
        return [f"{number} {what}" for what, number in counts.items()] + list(self._written(night, today))

    def caller(self, today: date) -> str:
        """Somebody who is on duty on the date by rotation and present."""
        bureau = read_bureau(self._folder)
        on_duty = [
            name
            for name, officer in bureau.officers.items()
            if bureau.is_present(officer, today) and bureau.plain_shift(officer, today)
        ]
        return self._draw.choice(sorted(on_duty))

    def _daily(self, today: date) -> Iterator[tuple[tuple[str, ...], str]]:
        for who in self._draw.sample(self._people, max(round(len(self._people) / A_SICK_ONE_IN), 1)):
            last = today + timedelta(days=self._draw.randrange(4))
            self._sick.append(who)
            yield ("sick", who, today.isoformat(), last.isoformat(), ""), "sick"
        if self._sick and self._draw.random() < 0.5:
            yield ("back", self._sick.pop(0), today.isoformat(), "", ""), "back"
        for who in self._draw.sample(self._people, 2):
            first = today + timedelta(days=self._draw.randrange(5, 20))
            last = first + timedelta(days=self._draw.randrange(1, 5))
            yield ("leave", who, first.isoformat(), last.isoformat(), ""), "on leave"
        if not self._bureau.vehicles:
            return
        vehicle = self._draw.choice(sorted(self._bureau.vehicles))
        last = today + timedelta(days=self._draw.randrange(3))
        yield ("vehicle-down", vehicle, today.isoformat(), last.isoformat(), ""), "vehicle down"

    def _planned(self, night: int, today: date) -> Iterator[tuple[tuple[str, ...], str]]:
        if night == COURSE_NIGHT:
            first, last = today + timedelta(days=6), today + timedelta(days=17)
            officers = self._bureau.officers
            course = [name for name in self._people if officers[name].on(today).unit in COURSE_UNITS]
            for who in self._draw.sample(course, 40):
                yield ("training", who, first.isoformat(), last.isoformat(), "course"), "in training"
        if night == LEFT_NIGHT:
            who = self._draw.choice(self._people)
            yield ("left", who, (today + timedelta(days=2)).isoformat(), "", ""), "left"

    def _written(self, night: int, today: date) -> Iterator[str]:
        """Changes in the YAML files, as a planner makes them."""
        if night == EVENT_NIGHT:
            day = today + timedelta(days=9)
            row = (
                f'  - {{id: drill, name: 联合演练, dates: [{day}], from: "20:30", to: "00:30", '
                "units: [jidong-1, congtai-2], sites: 2, level: plan, crew: night-check}\n"
            )
            self._add("events.yaml", row)
            yield "1 operation"
        if night == POST_NIGHT:
            day = today + timedelta(days=4)
            file = "zones/fuxing.yaml"
            old = next(
                line for line in (self._folder / file).read_text().splitlines() if "fuxing-j01" in line
            )
            new = old.replace("fuxing-j01", "fuxing-j99").replace("}", f", from: {day}}}")
            self._add(file, new + "\n")
            yield "1 post"
        if night == MODEL_NIGHT:
            self._add("units/S09.yaml", NEW_MODEL.format(first=today + timedelta(days=7)).lstrip("\n"))
            yield "1 duty model"

    def _add(self, name: str, text: str) -> None:
        file = self._folder / name
        file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")
