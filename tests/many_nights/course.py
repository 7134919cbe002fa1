"""The course of the nights: date by date what happens, the night run, the sick calls."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.many_nights.desk import FINE, Desk
from tests.many_nights.happenings import Fate
from tests.many_nights.life import Life, Memory
from tests.many_nights.spread import spread

SPREAD_DATES = 28


@dataclass(frozen=True)
class Course:
    """What is asked: `dates` from `first` on, by this seed."""

    first: date
    dates: int
    seed: int
    fate: Fate

    def date(self, n: int) -> date:
        return self.first + timedelta(days=n)


def nights(asked: Course, desk: Desk, memory: Memory, since: int) -> Iterator[dict[str, Any]]:
    """A row for every date from the `since`th on. On dates on which the machine is off nothing runs."""
    off = 0
    for n in range(since, asked.dates):
        today = asked.date(n)
        desk.done.clear()
        row: dict[str, Any] = {"n": n, "date": today.isoformat(), "happened": []}
        if off:
            off -= 1
            row["happened"].append("machine off")
        else:
            life = Life(desk.bureau, asked.seed, today, memory)
            row["happened"] += list(_date(asked, desk, life, first=n == 0))
            row |= {"weight": desk.heard.get("weight"), "tiers": _tiers(desk), "kept": desk.kept()}
            off = asked.fate.missed(life)
        if n % SPREAD_DATES == 0 or n == asked.dates - 1:
            row["spread"] = _spread(desk, today)
        memory.write(desk.out / "memory.json")
        yield row | {"commands": [asdict(one) for one in desk.done]}


def _date(asked: Course, desk: Desk, life: Life, *, first: bool) -> Iterator[str]:
    """All of one date, in the order of its hours."""
    today, fate = life.today, asked.fate
    if not first:
        yield from fate.sick_call(desk, life, "23:00", today - timedelta(days=1))
        yield from _edits(desk, life, fate)
    desk.night(today)
    heard = desk.heard
    yield from fate.twice(desk, life)
    yield from fate.sick_call(desk, life, "02:00", today)
    yield from fate.sick_call(desk, life, "05:40", today)
    life.look_again()
    yield from fate.exchange(desk, life)
    yield from fate.daytime(desk, life)
    yield from fate.next_month(desk, life)
    yield from fate.rollback(desk, life)
    yield from fate.clock_ahead(desk, life)
    desk.heard = heard


def _edits(desk: Desk, life: Life, fate: Fate) -> list[str]:
    """What the planner writes. Edits with a mistake in them are WRONG, and are taken back."""
    before = life.files.texts()
    said = fate.edits(life)
    if desk.type(("validate", desk.bureau), life.today, "01:00", now=False).code in FINE:
        return said
    life.files.put_back(before)
    return [f"taken back: {', '.join(said)}"]


def _tiers(desk: Desk) -> dict[str, int]:
    return {one["tier"]: one["value"] for one in desk.heard.get("tiers", ())}


def _spread(desk: Desk, today: date) -> dict[str, Any]:
    words = ("ledger", desk.bureau, "--until", today - timedelta(days=1), "--json")
    desk.type(words, today, "18:00", now=False)
    return spread(desk.heard, desk.bureau, today)


def make_bureau(example: Path, out: Path, timezone: str) -> Path:
    """A copy without any state, in another time zone if one is named."""
    bureau = Path(shutil.copytree(example, out / "bureau", ignore=shutil.ignore_patterns("state")))
    if timezone:
        file = bureau / "bureau.yaml"
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text(
            "\n".join(f"timezone: {timezone}" if line.startswith("timezone:") else line for line in lines)
            + "\n",
            encoding="utf-8",
        )
    return bureau
