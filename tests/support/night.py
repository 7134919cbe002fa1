"""A program in the place of an installed rosterctl, which leaves a record of how it was called."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from rosterctl.operations.schedule import Night
from tests.support.nights import station
from tests.support.repository import ROOT

START = "from rosterctl.cli.main import main; main()"

ODD = "50% 'off' $HOME \"x\" ü"
"""A folder's name with all that cron, systemd and the shell take for something else."""


@dataclass(frozen=True)
class Record:
    """The program, and what it wrote down when it was called."""

    program: Path

    def read(self, what: str) -> str:
        return self.program.with_name(what).read_text(encoding="utf-8")

    @property
    def exit_codes(self) -> list[int]:
        """One for each call that has ended."""
        file = self.program.with_name("exit")
        return [int(line) for line in file.read_text().split()] if file.exists() else []

    @property
    def environment(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self.read("environment").splitlines() if "=" in line)


def night(folder: Path, hour: int = 3, minute: int = 40) -> tuple[Night, Record]:
    """A station in an oddly named folder, and this source tree as the program."""
    (folder / ODD).mkdir()
    bureau = station(folder / ODD)
    here = folder / "bin"
    here.mkdir()
    program = here / "rosterctl"
    program.write_text(
        f"""#!/bin/sh
cd {shlex.quote(str(here))}
env > environment
PYTHONPATH={shlex.quote(str(ROOT / "src"))} {shlex.quote(sys.executable)} -c '{START}' "$@" > out 2> err
echo $? >> exit
"""
    )
    program.chmod(0o700)
    return Night(program, bureau, None, "root", hour, minute), Record(program)


def own_mounts(*words: str) -> list[str]:
    """The command with mounts of its own, gone when it ends; skips where that is not allowed."""
    alone = ["unshare", "--mount", "--propagation", "private"]
    try:
        allowed = subprocess.run([*alone, "true"], check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        allowed = False
    if not allowed or os.geteuid() != 0:
        pytest.skip("needs root and a mount namespace of its own")
    return [*alone, *words]
