"""kill -9 at any moment of a write: whoever looks afterwards finds the old roster or the new, never less."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rosterctl.storage.disk import atomic
from rosterctl.storage.roster.folder import read_roster
from rosterctl.storage.roster.writer import roster_text
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

KILLS = 20
LATEST_SECONDS = 0.06

WRITER = """
import sys
from pathlib import Path
from rosterctl.storage.disk import atomic
if sys.argv[3] == "aside":
    atomic._exchange = lambda one, other: False
base = Path(sys.argv[2]).read_bytes()
print("ready", flush=True)
for number in range(1_000_000):
    text = base.replace(b'"seed": 1,', b'"seed": %d,' % (number + 2))
    files = {"roster.json": text, "a": b"a" * 50_000, "bureau/b": str(number + 2).encode()}
    atomic.write_folder(Path(sys.argv[1]), files)
"""


@pytest.mark.parametrize("way", ["exchange", "aside"])
def test_a_roster_folder_survives_kill_9(tmp_path: Path, way: str) -> None:
    roster = plain_roster(small_bureau(), MONDAY, 28)
    template = tmp_path / "template.json"
    template.write_text(roster_text(roster), "utf-8")
    folder = tmp_path / "out" / "roster"
    seeds: list[int] = []
    chance = random.Random(7)
    for _ in range(KILLS // 2):
        _write_and_kill([str(folder), str(template), way], chance.uniform(0, LATEST_SECONDS))
        if seeds or folder.exists():
            found = read_roster(folder)
            assert found.duties == roster.duties
            assert (folder / "bureau/b").read_text() == str(found.seed)
            assert (folder / "a").stat().st_size == 50_000
            seeds.append(found.seed)
    assert seeds, "no run got as far as its first write; the test proves nothing"
    atomic.write_folder(folder, {"roster.json": template.read_bytes()})
    assert [path.name for path in folder.parent.iterdir()] == ["roster"], "leftovers of the killed are swept"


def _write_and_kill(arguments: list[str], after: float) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, *arguments], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    with writer.stdout:
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(after)
        os.kill(writer.pid, signal.SIGKILL)
    assert writer.wait() == -signal.SIGKILL
