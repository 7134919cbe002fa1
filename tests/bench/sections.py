"""The parts of the bench, in the order in which they run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median_low

from rosterctl.domain.tier import Tier
from tests.bench.city import FIRST, SMALL, WHOLE, City
from tests.bench.city_files import write_city
from tests.bench.contest import Contest
from tests.bench.copies import write_copies
from tests.bench.process import ROSTERCTL, run
from tests.bench.rows import Reach, Row

EXAMPLES = Path(__file__).parents[2] / "examples"
COVERS = (0.85, 0.95, 1.0)
SHIFT = 12 * 60
"""Minutes of a shift in the made-up city."""
TRIES = 3
"""Short commands run so often; the middle one counts."""
GROWTH_SECONDS, GROWTH_MEMORY = 12, 4096


@dataclass
class Bench:
    """What was asked for. `notes` gathers what stands below the table."""

    out: Path
    quick: bool = False
    limit: float | None = None

    def __post_init__(self) -> None:
        self.notes: list[str] = []
        self.least = 10.0 if self.quick else 60.0
        self.big = EXAMPLES / ("brigade" if self.quick else "handan")

    def cover(self) -> Iterator[Row]:
        """The made-up city, whose posts want more and more of a team."""
        city = SMALL if self.quick else WHOLE
        for cover in COVERS:
            name = f"cover {cover:.2f}"
            folder = self._fresh(name)
            write_city(city, cover, folder)
            rows = []
            for row in self._contest(name, folder).rows():
                rows.append(row)
                yield row
            self.notes.append(_note(city, cover, rows))

    def handan(self) -> Iterator[Row]:
        """The example of a whole city."""
        for row in self._contest(self.big.name, self.big).rows():
            if row.who == "ours" and not self.quick:
                row.reach = Reach(60, 1024, 0.01).said_of(row)
            yield row

    def growth(self) -> Iterator[Row]:
        """Several copies of the example in one bureau."""
        one: Row | None = None
        for times in (1, 2) if self.quick else (1, 2, 5, 10):
            name = f"{self.big.name} x {times}"
            folder = self._fresh(name)
            write_copies(self.big, times, folder)
            contest = self._contest(name, folder)
            row = replace(contest, limit=(self.limit or 180.0) * times).ours()
            one = one or row
            ratio = f"{row.seconds / one.seconds:.1f} x one"
            aim = (
                Reach(round(GROWTH_SECONDS * one.seconds), GROWTH_MEMORY).said_of(row) if times == 10 else ""
            )
            row.reach = f"{ratio}; {aim}" if aim else ratio
            yield row

    def reaches(self) -> Iterator[Row]:
        """The small jobs of every day."""
        for example, seconds in (("station", 2), ("brigade", 8)):
            row = self._contest(example, EXAMPLES / example).ours()
            row.reach = Reach(seconds).said_of(row)
            yield row
        roster = self._a_roster_of_the_example()
        tables = self._fresh("tables")
        for name, order, most in (
            ("validate", ["validate", str(self.big)], 1.0),
            ("export csv", ["export", "csv", str(roster), "--out", str(tables)], 1.0),
            ("audit", ["audit", str(roster)], 3.0),
            ("--help", ["--help"], 0.2),
        ):
            yield _timed(name, [*ROSTERCTL, *order], most)

    def _a_roster_of_the_example(self) -> Path:
        """Ours if it was made in this run, else the plain cycle's, which is as long."""
        contest = self._contest(self.big.name, self.big)
        if not contest.roster("ours").is_dir():
            contest.peer("cycle", 0.0)
            return contest.roster("cycle")
        return contest.roster("ours")

    def _contest(self, name: str, folder: Path) -> Contest:
        return Contest(name, folder, FIRST, self.out / "rosters", self.limit, self.least)

    def _fresh(self, name: str) -> Path:
        folder = self.out / "inputs" / name.replace(" ", "-")
        shutil.rmtree(folder, ignore_errors=True)
        return folder

    @property
    def sections(self) -> Mapping[str, Callable[[], Iterator[Row]]]:
        return {"cover": self.cover, "handan": self.handan, "growth": self.growth, "reaches": self.reaches}


def _timed(name: str, order: list[str], seconds: float) -> Row:
    ran = [run(order) for _ in range(TRIES)]
    middle = median_low(one.seconds for one in ran)
    row = Row.of(name, "ours", next(one for one in ran if one.seconds == middle))
    row.memory = round(max(one.memory for one in ran), 1)
    row.reach = Reach(seconds).said_of(row)
    return row


def _note(city: City, cover: float, rows: list[Row]) -> str:
    """Person-shifts wanted and missed: by arithmetic, and as the audit counts them for each."""
    plan = str(int(Tier.PLAN))
    missed = ", ".join(
        f"{row.who} {row.tiers[plan] / SHIFT:,.1f}" if plan in row.tiers else f"{row.who} made no roster"
        for row in rows
    )
    return (
        f"cover {cover:.2f}: {city.wanted(cover):,} person-shifts wanted; the plain cycle misses "
        f"{city.missed_by_cycle(cover):,} by arithmetic; audited: {missed}"
    )
