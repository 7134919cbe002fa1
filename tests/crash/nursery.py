"""Forks processes that have rosterctl loaded already: a run that is to be killed starts in milliseconds.

`python -m tests.crash.nursery` reads a job a line (JSON), forks a process for it, says its id, waits for it
and says how it ended. What the process does from there on, a freshly started one would do too.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

from rosterctl.cli.main import run
from rosterctl.intake.load import read_bureau
from rosterctl.rulekit.registry import rule_modules
from tests.crash.treadmill import tread
from tests.support.station_roster import STATION

ROOT = Path(__file__).parents[2]


class Nursery:
    """One job at a time, in a process group of its own.

    `said` is the file to which a job's stdout and stderr go, `temporary` the folder for temporary files; its
    path is short, because sockets are made in it.
    """

    def __init__(self, folder: Path) -> None:
        self.said = folder / "said.txt"
        self.temporary = Path(tempfile.mkdtemp(prefix="rosterctl-"))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(self.temporary)},
        )

    def __enter__(self) -> Nursery:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
        shutil.rmtree(self.temporary)

    def start(self, job: str, arguments: Sequence[str], held: bool = False) -> int:
        """The process id; one that is held waits for SIGCONT before it does anything."""
        assert self.process.stdin is not None
        self.said.write_text("")
        order = {"job": job, "arguments": list(arguments), "said": str(self.said), "held": held}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self._line())

    def wait(self) -> int:
        """The exit code of the job; the negative number of the signal that ended it."""
        return int(self._line())

    def run(self, *arguments: str) -> int:
        """A whole `rosterctl` command."""
        self.start("rosterctl", arguments)
        return self.wait()

    def _line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the nursery has died"
        return line


def main() -> None:
    for command in ("audit", "nightly", "publish", "replan", "rollback", "runs"):
        import_module(f"rosterctl.cli.commands.{command}")
    for room in (
        "cli.pages.next_version",
        "operations.versions.tables",
        "operations.nightly",
        "operations.replan",
        "solver.highs",
    ):
        import_module(f"rosterctl.{room}")
    rule_modules()
    read_bureau(STATION)
    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _child(order["job"], order["arguments"], Path(order["said"]), order["held"])
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _child(job: str, arguments: list[str], said: Path, held: bool) -> None:
    code = 99
    os.setpgid(0, 0)
    try:
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        sys.stdin.close()
        if held:
            os.kill(os.getpid(), signal.SIGSTOP)
        code = run(arguments) if job == "rosterctl" else tread(*map(Path, arguments))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
