"""A real `rosterctl nightly` and `replan`, killed or refused by the disk at calls that write, sync or rename.

Here the last of each kind of call at each place is struck; `python -m tests.crash --every-call` takes all.
"""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.faults import NAMING, STRACE, SYNCING, WRITING, calls_of, killed_at, refused_at, sampled
from tests.crash.nights import Nights
from tests.crash.nursery import Nursery

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")

LAST = 1
"""Of each kind of call at each place."""
REFUSED = (*WRITING, *SYNCING, *(call for call in NAMING if call.startswith(("rename", "mkdir"))))


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Nights]:
    """The first night is published, with a day more than needed, so that the second searches for nothing."""
    with Nursery(tmp_path) as nursery:
        nights = Nights(tmp_path, nursery)
        nights.go_on(nights.night(days="8"))
        yield nights
        nights.assert_nothing_runs()


def restored(nights: Nights, kept: Path) -> None:
    shutil.rmtree(nights.bureau)
    shutil.copytree(kept, nights.bureau)
    nights.known = {1}


@pytest.mark.parametrize("kind", ["night", "morning"])
def test_killed_at_a_call(nights: Nights, tmp_path: Path, kind: str) -> None:
    kept = Path(shutil.copytree(nights.bureau, tmp_path / "kept"))
    arguments = nights.run_of(kind)
    calls = calls_of(nights.nursery, arguments, tmp_path / "log")
    assert {"write", "fsync", "mkdir"} <= calls.keys()
    for call, turn in sampled(calls, LAST):
        restored(nights, kept)
        assert killed_at(nights.nursery, arguments, call, turn) == -signal.SIGKILL
        nights.look()
        nights.go_on(arguments)


@pytest.mark.parametrize("kind", ["night", "morning"])
def test_the_disk_is_full_at_a_call(nights: Nights, tmp_path: Path, kind: str) -> None:
    kept = Path(shutil.copytree(nights.bureau, tmp_path / "kept"))
    arguments = nights.run_of(kind)
    calls = calls_of(nights.nursery, arguments, tmp_path / "log")
    told = []
    for call, turn in sampled({call: places for call, places in calls.items() if call in REFUSED}, LAST):
        restored(nights, kept)
        code = refused_at(nights.nursery, arguments, call, turn, "ENOSPC")
        said = nights.nursery.said.read_text()
        assert code in (0, 6, 8), said
        assert "bug" not in said
        told.append(code == 8 or "tables are not written" in said)
        nights.look()
        nights.go_on(arguments)
    assert told.count(True) >= len(told) // 2, "a full disk is passed over only where nothing is lost by it"
