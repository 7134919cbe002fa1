"""The lock: named holder, one at a time, gone with its holder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rosterctl.storage.disk.lock import Locked, locked

HOLDER = """
import sys, time
from pathlib import Path
from rosterctl.storage.disk.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(file: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(file)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_who_holds_it_and_since_when(tmp_path: Path) -> None:
    before = time.time()
    process = holder(tmp_path / "lock")
    try:
        with pytest.raises(Locked) as refused, locked(tmp_path / "lock"):
            pass
    finally:
        process.kill()
        process.communicate()
    assert refused.value.pid == process.pid
    assert before - 1 <= refused.value.since.timestamp() <= time.time() + 1  # mtime is as coarse as a tick.
    assert f"another run (process {process.pid}) has been working in" in str(refused.value)


def test_a_dead_holder_needs_no_cleaning_up(tmp_path: Path) -> None:
    process = holder(tmp_path / "lock")
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert (tmp_path / "lock").read_text() == f"{process.pid}\n", "the dead one left its name"
    with locked(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"
    assert (tmp_path / "lock").read_text() == ""


def test_it_is_let_go_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "lock"):
        raise ZeroDivisionError
    with locked(tmp_path / "lock"):
        pass


def test_a_program_started_under_the_lock_does_not_keep_it(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        with locked(tmp_path / "lock"):
            pass
    finally:
        child.kill()
        child.wait()
