"""Ours and the two peers on one bureau: each a process of its own, all judged by the same audit."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rosterctl.storage.roster.folder import ROSTER
from tests.bench.peer import FACTS
from tests.bench.process import ROSTERCTL, Run, run
from tests.bench.reading import read
from tests.bench.rows import Row

MADE = (0, 6)
"""Exit codes with which `rosterctl solve` has written a roster."""
DAYS = 28
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Contest:
    """One bureau, from `first` for four weeks; rosters and logs go below `out`. Both are absolute paths.

    `limit` is the time limit of everybody. Without one ours has its own and the naive model gets as long as
    ours took, but `least` seconds.
    """

    name: str
    bureau: Path
    first: date
    out: Path
    limit: float | None = None
    least: float = 60.0

    def rows(self) -> Iterator[Row]:
        """Ours, naive, cycle."""
        ours = self.ours()
        yield ours
        limit = self.limit or max(ours.seconds, self.least)
        for who, seconds in (("naive", limit), ("cycle", 0.0)):
            row = self.peer(who, seconds)
            row.bounds = ours.bounds
            yield row

    def ours(self) -> Row:
        order = [*ROSTERCTL, "solve", str(self.bureau), "--from", self.first.isoformat()]
        order += ["--days", str(DAYS), "--out", str(self.roster("ours"))]
        if self.limit is not None:
            order += ["--time-limit", f"{self.limit:g}"]
        ran = self._run("ours", order)
        reading = read(self.roster("ours")) if ran.code in MADE else None
        row = Row.of(self.name, "ours", ran, reading)
        claims = reading.claims if reading else {}
        row.bounds = {str(int(tier)): one.bound for tier, one in claims.items() if one.bound is not None}
        return row

    def roster(self, who: str) -> Path:
        return self.out / f"{self.name} {who}".replace(" ", "-")

    def peer(self, who: str, seconds: float) -> Row:
        order = [sys.executable, "-m", f"tests.bench.{who}", str(self.bureau), "--days", str(DAYS)]
        order += ["--from", self.first.isoformat(), "--time-limit", f"{seconds:g}"]
        ran = self._run(who, [*order, "--out", str(self.roster(who))])
        made = (self.roster(who) / ROSTER).is_file()
        row = Row.of(self.name, who, ran, read(self.roster(who)) if made else None)
        if made:
            row.facts = json.loads((self.roster(who) / FACTS).read_text())
            row.own_gap = _gap(row.facts)
        return row

    def _run(self, who: str, order: list[str]) -> Run:
        """From a clean place; what the process said is kept beside its roster."""
        shutil.rmtree(self.roster(who), ignore_errors=True)
        self.out.mkdir(parents=True, exist_ok=True)
        ran = run(order, ROOT)
        log = self.roster(who).with_name(f"{self.roster(who).name}.log")
        log.write_text(ran.out + ran.err, encoding="utf-8")
        return ran


def _gap(facts: dict[str, float]) -> float | None:
    """A solver's own gap as a share of its objective; that no cost is below zero need not be proved."""
    if "objective" not in facts:
        return None
    return (facts["objective"] - max(facts["bound"], 0)) / max(facts["objective"], 1)
