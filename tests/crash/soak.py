"""Kill a process that publishes without end, look at what is left, go on with it: N times."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rosterctl.storage.state.state import State
from tests.crash.nursery import Nursery
from tests.crash.running import LONG
from tests.support.station_roster import lawful_roster, write_station

LATEST = 3
"""A kill strikes within so many publications."""


@dataclass
class Toll:
    """`unfinished` kills struck within a publication and left something to be mended."""

    kills: int = 0
    acknowledged: int = 0
    unfinished: int = 0
    known: set[int] = field(default_factory=set)


def soak(folder: Path, kills: int, seed: int) -> Toll:
    """AssertionError as soon as anything that was acknowledged is not there or not whole."""
    chance, toll, state = random.Random(seed), Toll(), State(folder / "state")
    with Nursery(folder) as nursery:
        rosters = [str(write_station(folder / f"roster{days}", lawful_roster(days))) for days in (1, 2)]
        assert all(nursery.run("audit", roster) == 0 for roster in rosters)
        hashes: set[str] = set()
        latest = _length(nursery, [str(folder / "measured"), *rosters])
        for _ in range(kills):
            pid = nursery.start("treadmill", [str(state.folder), *rosters])
            time.sleep(chance.uniform(0, latest))
            os.kill(pid, signal.SIGKILL)
            assert nursery.wait() == -signal.SIGKILL, nursery.said.read_text()
            _count(toll, nursery.said.read_text())
            _look(state, toll, hashes)
    return toll


def _length(nursery: Nursery, arguments: Sequence[str]) -> float:
    """How many seconds the first publications take here and now, so that kills strike all along them."""
    began = time.monotonic()
    pid = nursery.start("treadmill", arguments)
    while nursery.said.read_text().count("acknowledged") < LATEST:
        assert time.monotonic() - began < LONG, nursery.said.read_text()
        time.sleep(0.001)
    seconds = time.monotonic() - began
    os.kill(pid, signal.SIGKILL)
    assert nursery.wait() == -signal.SIGKILL
    return seconds


def _count(toll: Toll, said: str) -> None:
    acknowledged = [int(number) for number in re.findall(r"^acknowledged (\d+)$", said, re.MULTILINE)]
    assert "damaged" not in said
    toll.kills += 1
    toll.acknowledged += len(acknowledged)
    assert not toll.known & set(acknowledged), "no number is given twice"
    toll.known |= set(acknowledged)


def _look(state: State, toll: Toll, hashes: set[str]) -> None:
    """Before anything is mended: nothing is damaged, and everything acknowledged is in the journal."""
    assert state.verify() == ()
    toll.unfinished += _is_half_done(state)
    published = {entry.version for entry in state.entries() if entry.sha256}
    pruned = {entry.version for entry in state.entries() if entry.deed.what == "prune"}
    assert toll.known <= published
    assert published - pruned == {version.number for version in state.versions()}
    hashes |= {version.sha256 for version in state.versions()}
    assert len(hashes) <= 2, "every version is one of the two rosters that were audited"
    pointer = state.folder / "current"
    if pointer.exists():
        state.version(json.loads(pointer.read_text())["version"])


def _is_half_done(state: State) -> bool:
    """A folder or file being filled, a transaction, a version without its line, a pointer behind."""
    leftovers = [*state.folder.rglob("*.rosterctl-new"), *state.folder.glob("history.sqlite-journal")]
    lines = (state.folder / "journal.jsonl").read_bytes().split(b"\n") if state.entries() else [b""]
    pointer = state.folder / "current"
    behind = pointer.exists() and json.loads(pointer.read_text())["lines"] != len(lines) - 1
    whole = {version.number for version in state.versions()}
    unknown = {int(path.name) for path in state.folder.glob("versions/[0-9]*")} - whole
    return bool(leftovers or lines[-1] or behind or unknown)
