"""Night runs and mornings after that are killed, and what must hold after each; then they are run again."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.crash.nursery import Nursery
from tests.crash.running import left_over_of
from tests.support.nights import current, numbers, order, state_of, station, worked

DAYS = "7"
"""The roster's length: short, so that searches are, and that every few nights one is needed."""
BEGIN = date(2026, 12, 1)
GOOD = (0, 6)


@dataclass
class Nights:
    """A bureau whose nights are run in a nursery; `audited` are the hashes of versions found lawful."""

    folder: Path
    nursery: Nursery
    today: date = BEGIN
    audited: set[str] = field(default_factory=set)
    known: set[int] = field(default_factory=set)
    groups: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bureau = station(self.folder)

    def night(self, days: str = DAYS) -> list[str]:
        return order(self.bureau, self.today.isoformat(), "--days", days, "--keep", "4")

    def morning(self, officer: str) -> list[str]:
        now = f"{self.today}T05:40+08:00"
        return ["replan", str(self.bureau), "--sick", officer, "--now", now]

    def run_of(self, kind: str) -> list[str]:
        """The next night, or a morning on which somebody who is on duty is sick."""
        if kind == "morning":
            duties = worked(current(self.bureau))
            return self.morning(min(who for who, day in duties if day == self.today.isoformat()))
        self.today += timedelta(days=1)
        return self.night()

    def forget(self) -> None:
        """Begin anew, as if nothing had ever been published."""
        shutil.rmtree(self.bureau / "state", ignore_errors=True)
        self.known.clear()

    def look(self) -> None:
        """Before anything is mended: nothing is damaged, and nothing that was acknowledged is missing."""
        state = state_of(self.bureau)
        assert state.verify() == (), "what a kill leaves half done is not damage"
        entries = state.entries()
        pruned = {entry.version for entry in entries if entry.deed.what == "prune"}
        published = {entry.version for entry in entries if entry.sha256}
        assert self.known <= published
        assert published - pruned == set(numbers(self.bureau))
        self.known |= {number for number in published if number is not None}
        pointer = state.folder / "current"
        if pointer.exists() and (named := json.loads(pointer.read_text())["version"]) is not None:
            state.version(named)

    def go_on(self, arguments: Sequence[str]) -> None:
        """The same run once more, without hand work; then all is whole and nothing is left."""
        self.groups.append(self.nursery.start("rosterctl", arguments))
        code, said = self.nursery.wait(), self.nursery.said.read_text()
        assert code in GOOD, said
        assert "bug" not in said
        self.look()
        state = state_of(self.bureau)
        version = state.current()
        assert version is not None
        assert json.loads((state.folder / "current").read_text())["version"] == version.number
        assert (state.folder / "tables/version.txt").read_text() == f"{version.number}\n"
        for one in state.versions():
            if one.sha256 not in self.audited:
                assert self.nursery.run("audit", str(one.folder)) == 0, self.nursery.said.read_text()
                self.audited.add(one.sha256)
        assert not [*self.bureau.rglob("*.rosterctl-new"), *self.bureau.rglob("*.rosterctl-old")]

    def assert_nothing_runs(self) -> None:
        """No process of any run so far, and no temporary file with anything in it.

        A kill between the making of a folder and the start of the server that removes it leaves it empty,
        and one while Python tries whether files can be written leaves its four bytes.
        """
        assert left_over_of(self.groups) == []
        left = [path for path in self.nursery.temporary.rglob("*") if not path.is_dir()]
        assert [path for path in left if not path.is_file() or path.read_bytes() not in (b"", b"blat")] == []


@dataclass
class Toll:
    """`struck` of the kills hit a run before it had ended; `unfinished` of those had published nothing."""

    kills: int = 0
    struck: int = 0
    unfinished: int = 0
    versions: int = 0


def soak_nights(folder: Path, kills: int, seed: int) -> Toll:
    """AssertionError as soon as something is lost, damaged, left over, or does not go on by itself."""
    chance, toll = random.Random(seed), Toll()
    with Nursery(folder) as nursery:
        nights = Nights(folder, nursery)
        longest = _lengths(nights)
        for _ in range(kills):
            kind = chance.choices(("first", "next", "morning"), (1, 3, 2))[0]
            if kind == "first":
                nights.forget()
            elif kind == "next":
                nights.today += timedelta(days=1)
            arguments = (
                nights.morning(f"P{chance.randint(1, 24):03}") if kind == "morning" else nights.night()
            )
            before = max(nights.known, default=0)
            _kill(nights, arguments, chance.uniform(0, longest[kind]), toll)
            nights.look()
            toll.unfinished += max(nights.known, default=0) == before
            nights.go_on(arguments)
        toll.versions = len(nights.audited)
        nights.assert_nothing_runs()
    return toll


def _kill(nights: Nights, arguments: Sequence[str], after: float, toll: Toll) -> None:
    pid = nights.nursery.start("rosterctl", arguments)
    nights.groups.append(pid)
    time.sleep(after)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    code = nights.nursery.wait()
    assert code in (*GOOD, -signal.SIGKILL), nights.nursery.said.read_text()
    toll.kills += 1
    toll.struck += code == -signal.SIGKILL


def _lengths(nights: Nights) -> dict[str, float]:
    """How long each kind of run takes here and now, so that kills strike all along it."""
    lengths = {}
    for kind in ("first", "next", "morning"):
        if kind == "next":
            nights.today += timedelta(days=1)
        began = time.monotonic()
        nights.go_on(nights.morning("P003") if kind == "morning" else nights.night())
        lengths[kind] = time.monotonic() - began
    return lengths
