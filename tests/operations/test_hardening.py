"""The service's hardening leaves a run what it needs: the same borders, drawn with mounts.

systemd itself is not running where tests run, so this stands in for ProtectSystem=strict, ReadWritePaths= and
PrivateTmp=yes, which are mounts as well.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from dataclasses import replace

import pytest

from rosterctl.operations.schedule import SERVICE, Night, systemd
from rosterctl.storage.state.state import State
from tests.support.night import night, own_mounts
from tests.support.nights import order, station
from tests.support.repository import ROOT

pytestmark = pytest.mark.slow


def borders(ordered: Night, temporary: str) -> str:
    """A script that makes everything read-only but what the service names, and a temporary folder."""
    (line,) = (one for one in systemd(ordered)[SERVICE].splitlines() if one.startswith("ReadWritePaths="))
    writable = shlex.split(line.removeprefix("ReadWritePaths="))
    kept = [f"mount --bind {shlex.quote(path)} {shlex.quote(path)}" for path in writable]
    return "\n".join(
        ("set -e", *kept, f"mount -t tmpfs none {shlex.quote(temporary)}", "mount -o remount,bind,ro /")
    )


@pytest.fixture
def temporary():
    """A folder with a short path, as /tmp has: searches talk through sockets, whose paths must be short."""
    with tempfile.TemporaryDirectory(prefix="rosterctl-") as folder:
        yield folder


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_night_is_run_inside_the_borders_and_nothing_outside(tmp_path, temporary, elsewhere):
    ordered, bureau = night(tmp_path)[0], station(tmp_path)
    state = tmp_path / "kept/state" if elsewhere else bureau / "state"
    state.parent.mkdir(exist_ok=True)
    ordered = replace(ordered, bureau=bureau, state=state if elsewhere else None)
    words = order(bureau, "2026-12-01", *(["--state", str(state)] if elsewhere else []))
    start = "from rosterctl.cli.main import main; main()"
    script = f"""{borders(ordered, temporary)}
        if touch {shlex.quote(str(tmp_path))}/outside 2>/dev/null; then exit 99; fi
        exec {shlex.join([sys.executable, "-c", start, *words])}
    """
    done = subprocess.run(
        own_mounts("/bin/sh", "-c", script),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "TMPDIR": temporary, "PYTHONPATH": str(ROOT / "src")},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [version.number for version in State(state).versions()] == [1]
    assert State(state).verify() == ()
    assert not (tmp_path / "outside").exists()
