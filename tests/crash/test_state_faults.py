"""A real `rosterctl publish` or `rollback`, killed or refused by the disk at calls that write.

Of each kind of call at each place of the state, such as every write to the journal, a sample is taken here;
`python -m tests.crash --every-call` takes every call.
After each: what the pointer names is a whole version whose hash fits, nothing acknowledged is lost, every
version is one that was audited, the chain verifies, and the next run works without hand work.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rosterctl.storage.roster.folder import ROSTER, files_on_disk
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import Deed, State
from tests.crash.faults import (
    CALLS,
    NAMING,
    STRACE,
    SYNCING,
    WRITING,
    calls_of,
    killed_at,
    refused_at,
    sampled,
)
from tests.crash.nursery import Nursery
from tests.support.station_roster import STATION, lawful_roster, write_station

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")

BOTH_ENDS, LAST = 2, 1
"""Of each kind of call at each place: the first and the last, or the last alone."""
NEEDED = ("versions", "journal.jsonl")
"""The places without which nothing is published; of all others the next run makes good what is missing."""
GOING_BACK = "rollback 1 --drop-later"

RENAMING = tuple(call for call in NAMING if call.startswith("rename"))


@dataclass(frozen=True)
class Ground:
    """Three audited rosters in `folder`, and the hashes of their `roster.json` as versions have it.

    What a version says of its changes depends on the one before it.
    """

    folder: Path
    nursery: Nursery
    audited: frozenset[str]

    def order(self, what: str, state: Path) -> list[str]:
        """`publish one`, `rollback 1 --drop-later`, on this state."""
        command, which, *options = what.split()
        subject = str(self.folder / which) if command == "publish" else which
        return [command, subject, str(STATION), *options, "--state", str(state), "--now", "2026-11-01T00:00Z"]

    def do(self, what: str, state: Path) -> None:
        """Nobody stands at the desk in these rosters: who goes back to one is told, and it is published."""
        fine = (0, 6) if what.startswith("rollback") else (0,)
        assert self.nursery.run(*self.order(what, state)) in fine, self.nursery.said.read_text()


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    folder = tmp_path_factory.mktemp("ground")
    with Nursery(folder) as nursery:
        for name, days in (("one", 1), ("two", 2), ("three", 3)):
            roster = write_station(folder / name, lawful_roster(days))
            assert nursery.run("audit", str(roster)) == 0
        ground = Ground(folder, nursery, frozenset())
        for what in ("publish one", "publish two", GOING_BACK, "publish three"):
            ground.do(what, folder / "all")
        hashes = frozenset(map(roster_hash, State(folder / "all").versions()))
        yield Ground(folder, nursery, hashes)


def roster_hash(version: Version) -> str:
    return hashlib.sha256((version.folder / ROSTER).read_bytes()).hexdigest()


def spoiled(state: Path) -> None:
    """Everything at once: the current version, the pointer, the last line of the journal, the history."""
    (state / "versions/000002/roster.json").write_bytes(b"{}")
    (state / "current").write_bytes(b"{}")
    journal = state / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b'"what":"publish"', b'"what":"Publish"', 1))
    (state / "history.sqlite").write_bytes(b"garbage" * 1000)


SCENES: dict[str, tuple[list[str], Callable[[Path], None], str]] = {
    "first": ([], lambda _: None, "publish one"),
    "second": (["publish one"], lambda _: None, "publish two"),
    "rollback": (["publish one", "publish two"], lambda _: None, GOING_BACK),
    "mending": (["publish one", "publish two"], spoiled, "publish two"),
}


def scene(ground: Ground, name: str, folder: Path) -> tuple[Path, list[str], str]:
    """A state to copy, what had been published in it, and the command to disturb."""
    before, harm, what = SCENES[name]
    for order in before:
        ground.do(order, folder / "before")
    if before:
        harm(folder / "before")
    return folder / "before", [*before], what


def fresh(kept: Path, state: Path) -> Path:
    shutil.rmtree(state, ignore_errors=True)
    if kept.exists():
        shutil.copytree(kept, state)
    return state


def assert_survived(ground: Ground, folder: Path, acknowledged: int, spoilt: bool, real: bool) -> None:
    """`acknowledged` versions had been published before, of which a spoilt state keeps the first.

    The next run is a `real` rosterctl, or does here what one does.
    """
    state = State(folder)
    if not spoilt:
        assert state.verify() == (), "what a kill leaves half done is not damage"
        assert [version.number for version in state.versions()][:acknowledged] == [
            *range(1, acknowledged + 1)
        ]
        if (folder / "current").exists():
            state.version(json.loads((folder / "current").read_text())["version"])
    elif acknowledged:
        assert roster_hash(state.version(1)) in ground.audited
    if real:
        ground.do("publish three", folder)
    else:
        publish_here(state, ground.folder / "three")
    current = state.current()
    assert current is not None
    assert state.verify() == ()
    assert json.loads((folder / "current").read_text())["version"] == current.number
    assert set(map(roster_hash, state.versions())) <= ground.audited
    assert not list(folder.rglob("*.rosterctl-new"))


def publish_here(state: State, roster: Path) -> None:
    with state.lock():
        state.settle()
        state.publish(
            Deed("publish", "planner", datetime(2026, 11, 1, tzinfo=UTC), None, ""), files_on_disk(roster)
        )


@pytest.mark.parametrize(
    ("name", "each"), [("first", LAST), ("second", BOTH_ENDS), ("rollback", LAST), ("mending", LAST)]
)
def test_killed_at_a_call(ground: Ground, tmp_path: Path, name: str, each: int) -> None:
    kept, before, what = scene(ground, name, tmp_path)
    state = fresh(kept, tmp_path / "state")
    calls = calls_of(ground.nursery, ground.order(what, state), tmp_path / "log")
    assert sum(map(len, calls.values())) > 60
    assert {"fsync", "write"} <= calls.keys()
    struck: set[str] = set()
    for call, turn in sampled(calls, each):
        fresh(kept, state)
        assert killed_at(ground.nursery, ground.order(what, state), call, turn) == -signal.SIGKILL
        assert_survived(ground, state, len(before), spoilt=name == "mending", real=call not in struck)
        struck.add(call)


@pytest.mark.parametrize(("error", "each"), [("ENOSPC", BOTH_ENDS), ("EIO", LAST), ("EACCES", LAST)])
def test_refused_at_a_write_sync_or_rename(ground: Ground, tmp_path: Path, error: str, each: int) -> None:
    name = "second"
    kept, before, what = scene(ground, name, tmp_path)
    state = fresh(kept, tmp_path / "state")
    calls = calls_of(ground.nursery, ground.order(what, state), tmp_path / "log")
    struck: set[str] = set()
    refused = {call: places for call, places in calls.items() if call in (*WRITING, *SYNCING, *RENAMING)}
    for call, turn in sampled(refused, each):
        fresh(kept, state)
        code = refused_at(ground.nursery, ground.order(what, state), call, turn, error)
        said = ground.nursery.said.read_text()
        assert code in ((8,) if calls[call][turn - 1] in NEEDED else (0, 8)), said
        assert "bug" not in said
        if code == 0:
            assert State(state).current() is not None
        assert_survived(ground, state, len(before), spoilt=False, real=call not in struck)
        struck.add(call)


def test_the_calls_are_those_that_a_publication_makes(ground: Ground, tmp_path: Path) -> None:
    calls = calls_of(ground.nursery, ground.order("publish one", tmp_path / "state"), tmp_path / "log")
    assert calls.keys() <= set(CALLS)
    assert any(call.startswith("rename") for call in calls)
    assert any(call.startswith("mkdir") for call in calls)
