"""Nights and mornings of the shipped station, and what they leave in its state folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from rosterctl.cli.main import run
from rosterctl.operations.current_roster import Published, published_now
from rosterctl.storage.state.state import State
from tests.support.repository import ROOT

STATION = ROOT / "examples/station"
WRITTEN_ANYHOW = {"lock", "history.sqlite"}
"""By every run: who is at work, and when it began and ended."""


def station(folder: Path) -> Path:
    """A copy whose calendar is known for long, so that no night has to remind anybody of its end."""
    bureau = Path(shutil.copytree(STATION, folder / "bureau"))
    calendar = (ROOT / "configs/calendars/china.yaml").read_text()
    known, terms = "until: 2026-12-31}", "until: 2027-01-22}"
    assert known in calendar
    assert terms in calendar
    own = bureau / "presets/calendars/china.yaml"
    own.parent.mkdir(parents=True)
    later = f"{terms}\n  - {{from: 2039-09-01, until: 2039-12-31}}"
    own.write_text(calendar.replace(known, "until: 2039-12-31}").replace(terms, later))
    return bureau


def order(bureau: Path, today: str, *options: str) -> list[str]:
    """`rosterctl nightly` at 03:40 in the night of this date."""
    return ["nightly", str(bureau), "--today", today, "--now", f"{today}T03:40+08:00", *options]


def nightly(bureau: Path, today: str, *options: str) -> int:
    return run(order(bureau, today, *options))


def replan(bureau: Path, now: str, *options: str) -> int:
    """At this local time, such as 2026-12-01T05:40."""
    return run(["replan", str(bureau), "--now", f"{now}+08:00", *options])


def state_of(bureau: Path) -> State:
    return State(bureau / "state")


def numbers(bureau: Path) -> list[int]:
    return [version.number for version in state_of(bureau).versions()]


def current(bureau: Path) -> Published:
    published = published_now(state_of(bureau))
    assert published is not None
    return published


def contents(folder: Path, but: set[str] = WRITTEN_ANYHOW) -> dict[str, bytes]:
    """Every file below the folder by its path."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in but)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def worked(published: Published) -> dict[tuple[str, str], str]:
    """The shift by officer and date."""
    return {(one.officer, one.day.isoformat()): one.shift for one in published.roster.duties}
