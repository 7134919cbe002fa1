"""The fork server takes the folder of its socket with it, even when its parent is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

LONG = 60
"""Seconds after which a test gives up waiting."""
PARENT = """
from multiprocessing import util
from rosterctl.planning.workers.fork_server import FORKSERVER, start_server
start_server(["rosterctl.problems"])
print(util.get_temp_dir(), flush=True)
input()
"""


@pytest.mark.parametrize("killed", [False, True])
def test_its_folder_goes_with_it(killed: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="rosterctl-") as temporary:
        with subprocess.Popen(
            [sys.executable, "-c", PARENT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": temporary},
        ) as parent:
            assert parent.stdout is not None
            folder = Path(parent.stdout.readline().strip())
            assert [path.is_socket() for path in folder.iterdir()] == [True]
            if killed:
                parent.send_signal(signal.SIGKILL)
                parent.wait()
            else:
                parent.communicate("\n")
        deadline = time.monotonic() + LONG
        while folder.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not list(Path(temporary).iterdir())
