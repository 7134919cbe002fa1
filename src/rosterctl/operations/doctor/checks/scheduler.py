"""Something runs `rosterctl nightly`: a line in a crontab, or the timer."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning
from rosterctl.operations.schedule import TIMER
from rosterctl.wording import say

CRONTABS = ("etc/crontab", "etc/cron.d/*", "var/spool/cron/crontabs/*", "var/spool/cron/*")
WANTED = ("etc/systemd/system/*.wants", "usr/lib/systemd/system/*.wants", "root/.config/systemd/user/*.wants")
CRONTAB_SECONDS = 10


def check(patient: Patient) -> Iterator[Diagnosis]:
    there = shlex.quote(str(patient.bureau))
    found = next(_found(patient.root), None)
    if found is None:
        yield warning(say(wording.NOT_SCHEDULED), say(wording.SCHEDULE_IT, bureau=there))
    else:
        yield ok(say(wording.SCHEDULED_IN, where=found))


def _found(root: Path) -> Iterator[str]:
    for pattern in CRONTABS:
        for file in sorted(root.glob(pattern)):
            if _names_it(_text(file)):
                yield str(file)
    if _names_it(_own_crontab()):
        yield say(wording.YOUR_CRONTAB)
    for pattern in WANTED:
        for folder in sorted(root.glob(pattern)):
            if (folder / TIMER).is_symlink() or (folder / TIMER).exists():
                yield str(folder / TIMER)


def _names_it(crontab: str) -> bool:
    lines = (line.strip() for line in crontab.splitlines())
    return any("rosterctl" in line and " nightly" in line for line in lines if not line.startswith("#"))


def _text(file: Path) -> str:
    """What one may not read is not there, for this purpose."""
    try:
        return file.read_text(errors="replace")
    except OSError:
        return ""


def _own_crontab() -> str:
    try:
        told = subprocess.run(
            ["crontab", "-l"],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=CRONTAB_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return told.stdout
