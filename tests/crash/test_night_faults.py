"""A real `rosterctl nightly` and `replan`, killed or refused by the disk at calls that write, sync or rename.

A sample of the calls here: the last of each kind at each place; `python -m tests.crash --every-call` takes
every call of both.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import pytest

from tests.crash.faults import (
    EVERY_CALL,
    NAMING,
    STRACE,
    SYNCING,
    WRITING,
    calls_of,
    killed_at,
    refused_at,
    sampled,
)
from tests.crash.nights import BEGIN, Nights
from tests.crash.nursery import Nursery

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")

KINDS = ("night", "morning")
LAST = 1
"""Of each kind of call at each place."""
NEEDED = ("incidents", "versions", "journal.jsonl")
"""The places without which nothing is published."""
MAKING = ("mkdir", "mkdirat")
"""Refused where the folder is there already, they do no harm."""
REFUSED = (*WRITING, *SYNCING, *(call for call in NAMING if call.startswith(("rename", "mkdir"))))


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Nights, Path]]:
    """The first night is published, with a day more than needed, so that the second searches for nothing."""
    folder = tmp_path_factory.mktemp("nights")
    with Nursery(folder) as nursery:
        nights = Nights(folder, nursery)
        nights.go_on(nights.night(days="8"))
        yield nights, Path(shutil.copytree(nights.bureau, folder / "kept"))


@pytest.fixture
def kept(lived: tuple[Nights, Path]) -> Path:
    """That bureau as it was after the first night."""
    return lived[1]


@pytest.fixture
def nights(lived: tuple[Nights, Path], kept: Path) -> Iterator[Nights]:
    nights = lived[0]
    restored(nights, kept)
    nights.today = BEGIN
    yield nights
    nights.assert_nothing_runs()


def restored(nights: Nights, kept: Path) -> None:
    shutil.rmtree(nights.bureau)
    shutil.copytree(kept, nights.bureau)
    nights.known = {1}


def strikes(calls: Mapping[str, Sequence[str]], kind: str) -> Iterator[tuple[str, int]]:
    """The last of each kind of call at each place, of a night every second one and of a morning the others.

    Both go through nearly the same places. In a soak every call of both.
    """
    if EVERY_CALL in os.environ:
        return sampled(calls, LAST)
    return islice(sampled(calls, LAST), KINDS.index(kind), None, len(KINDS))


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_a_call(nights: Nights, kept: Path, tmp_path: Path, kind: str) -> None:
    arguments = nights.run_of(kind)
    calls = calls_of(nights.nursery, arguments, tmp_path / "log")
    assert {"write", "fsync", "mkdir"} <= calls.keys()
    for call, turn in strikes(calls, kind):
        restored(nights, kept)
        assert killed_at(nights.nursery, arguments, call, turn) == -signal.SIGKILL
        nights.look()
        nights.go_on(arguments)


@pytest.mark.parametrize("kind", KINDS)
def test_the_disk_is_full_at_a_call(nights: Nights, kept: Path, tmp_path: Path, kind: str) -> None:
    """It is passed over only where nothing is lost by it."""
    arguments = nights.run_of(kind)
    calls = calls_of(nights.nursery, arguments, tmp_path / "log")
    for call, turn in strikes({call: places for call, places in calls.items() if call in REFUSED}, kind):
        restored(nights, kept)
        code = refused_at(nights.nursery, arguments, call, turn, "ENOSPC")
        said = nights.nursery.said.read_text()
        assert code in (0, 6, 8), said
        assert "bug" not in said
        place = calls[call][turn - 1]
        if place in NEEDED and call not in MAKING:
            assert code == 8, (call, turn, place)
        assert place != "tables" or "tables are not written" in said, (call, turn)
        nights.look()
        nights.go_on(arguments)
