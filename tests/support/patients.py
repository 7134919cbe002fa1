"""A private bureau with a state of its own, and a system's own files of our making."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import tzdata

from rosterctl.intake.load import examine, read_bureau
from rosterctl.operations.doctor.patient import Patient
from rosterctl.storage.roster.folder import write_roster
from rosterctl.storage.state.state import Deed, State
from tests.support.bureaus import plain_roster
from tests.support.folders import flawless, input_files

ZONES = Path(tzdata.__file__).parent / "zoneinfo"
NOW = datetime(2026, 12, 7, 6, 0, tzinfo=UTC)


def patient(folder: Path, now: datetime = NOW) -> Patient:
    """The flawless bureau, private, on a system whose own files lie in `folder/system`; no state yet."""
    bureau = folder / "bureau"
    if not bureau.exists():
        flawless(folder)
        for path in (bureau, *bureau.rglob("*")):
            path.chmod(0o700 if path.is_dir() else 0o600)
        (folder / "system/etc").mkdir(parents=True)
        zone(folder / "system", "Asia/Shanghai")
    return Patient(bureau, bureau / "state", now, examine(bureau), folder / "system")


def zone(root: Path, name: str) -> None:
    """Set the system's time zone."""
    link = root / "etc/localtime"
    link.unlink(missing_ok=True)
    link.symlink_to(ZONES / name)


def publish(one: Patient, when: datetime | None = None) -> State:
    """A version as of an hour before the moment of the examination, or of another."""
    bureau = read_bureau(one.bureau)
    draft = one.bureau.parent / "draft"
    write_roster(draft, plain_roster(bureau, NOW.date() + timedelta(days=1), 2), input_files(one.bureau))
    files = {
        path.relative_to(draft).as_posix(): path.read_bytes() for path in draft.rglob("*") if path.is_file()
    }
    state = State(one.state)
    with state.lock():
        state.settle()
        state.publish(Deed("nightly", "duty", when or NOW - timedelta(hours=1), None, ""), files)
    return state


def everything(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Mode, time and content of every file, to see that nothing was touched."""
    found = {}
    for here, _, names in os.walk(folder):
        for name in names:
            path = Path(here, name)
            found[str(path)] = (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes())
    return found
