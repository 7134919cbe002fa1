"""Versions and runs, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rosterctl.cli.pages.page import Page
from rosterctl.cli.render import table
from rosterctl.storage.journal import Entry
from rosterctl.storage.run_history import Run
from rosterctl.storage.state import State
from rosterctl.storage.versions import horizon_of
from rosterctl.timeline.horizon import Horizon

HEADERS = ("version", "when", "who", "what", "from", "exit", "dates", "note")


@dataclass(frozen=True)
class _Row:
    """A line of the journal, or a run that published nothing."""

    when: datetime
    what: str
    version: int | None = None
    who: str = ""
    base: int | None = None
    exit_code: int | None = None
    horizon: Horizon | None = None
    note: str = ""
    current: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        span = self.horizon
        return {
            "version": self.version,
            "current": self.current,
            "when": self.when.astimezone(UTC).isoformat(),
            "who": self.who,
            "what": self.what,
            "base": self.base,
            "exit_code": self.exit_code,
            "first": span.first.isoformat() if span else None,
            "last": span.last.isoformat() if span else None,
            "note": self.note,
        }

    @property
    def cells(self) -> tuple[object, ...]:
        return (
            ("-" if self.version is None else self.version) if not self.current else f"{self.version} *",
            self.when.astimezone().strftime("%Y-%m-%d %H:%M"),
            self.who,
            self.what,
            "" if self.base is None else self.base,
            "" if self.exit_code is None else self.exit_code,
            f"{self.horizon.first} to {self.horizon.last}" if self.horizon else "",
            self.note,
        )


def run_list(state: State) -> tuple[Page, tuple[str, ...]]:
    """The page, and what troubles the history; the current version is marked with a star."""
    history = state.history
    rows = sorted(_rows(state, history.rows()), key=lambda row: row.when, reverse=True)
    text = table([row.cells for row in rows], HEADERS) if rows else "nothing has been published yet"
    return Page(text, {"rows": [row.fields for row in rows]}), tuple(history.trouble)


def _rows(state: State, runs: tuple[Run, ...]) -> Iterator[_Row]:
    """The latest first where instants are equal, because sorting keeps their order."""
    codes = {run.version: run.exit_code for run in runs if run.version is not None}
    kept = {version.number: version for version in state.versions()}
    current = state.current()
    for entry in reversed(state.entries()):
        number = entry.version
        if not entry.sha256 or number is None:
            yield _of_entry(entry, None, None, False)
            continue
        horizon = horizon_of(kept[number]) if number in kept else None
        yield _of_entry(entry, codes.get(number), horizon, current is not None and current.number == number)
    for run in reversed(runs):
        if run.version is None:
            note = "" if run.ended is not None else "has not ended, or was killed"
            yield _Row(run.began, run.what, exit_code=run.exit_code, note=note)


def _of_entry(entry: Entry, code: int | None, horizon: Horizon | None, current: bool) -> _Row:
    deed = entry.deed
    return _Row(deed.when, deed.what, entry.version, deed.who, deed.base, code, horizon, deed.note, current)
