"""Versions and runs, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.export.plain_text import columns, table
from rosterctl.storage.state.journal import JournalEntry
from rosterctl.storage.state.run_history import NotedRun
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import horizon_of
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

_DEEDS = {
    "publish": wording.DEED_PUBLISH,
    "nightly": wording.DEED_NIGHTLY,
    "replan": wording.DEED_REPLAN,
    "swap": wording.DEED_SWAP,
    "substitute": wording.DEED_SUBSTITUTE,
    "rollback": wording.DEED_ROLLBACK,
    "set-aside": wording.DEED_SET_ASIDE,
    "prune": wording.DEED_PRUNE,
}


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
            say(_DEEDS[self.what]) if self.what in _DEEDS else self.what,
            "" if self.base is None else self.base,
            "" if self.exit_code is None else self.exit_code,
            _dates(self.horizon),
            self.note,
        )


def _dates(horizon: Horizon | None) -> str:
    return say(wording.SPAN_OF_DATES, first=horizon.first, last=horizon.last) if horizon else ""


def run_list(state: State) -> tuple[Page, tuple[str, ...]]:
    """The page, and what troubles the history; the current version is marked with a star."""
    history = state.history
    runs = history.rows()
    rows = _merged(list(_deeds(state, runs)), list(_fruitless(runs)))
    headings = columns(say(wording.DEEDS_COLUMNS))
    text = table([row.cells for row in rows], headings) if rows else say(wording.NO_DEEDS)
    return Page(text, {"rows": [row.fields for row in rows]}), tuple(history.trouble)


def _merged(deeds: list[_Row], runs: list[_Row]) -> list[_Row]:
    """Runs go between deeds by their time; the order of the journal is kept, even if a clock has jumped."""
    rows: list[_Row] = []
    for deed in deeds:
        while runs and runs[0].when > deed.when:
            rows.append(runs.pop(0))
        rows.append(deed)
    return rows + runs


def _deeds(state: State, runs: tuple[NotedRun, ...]) -> Iterator[_Row]:
    """Everything in the journal, newest first."""
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


def _fruitless(runs: tuple[NotedRun, ...]) -> Iterator[_Row]:
    """The runs that published nothing, newest first."""
    for run in reversed(runs):
        if run.version is None:
            note = "" if run.ended is not None else say(wording.NEVER_ENDED)
            yield _Row(run.began, run.what, exit_code=run.exit_code, note=note)


def _of_entry(entry: JournalEntry, code: int | None, horizon: Horizon | None, current: bool) -> _Row:
    deed = entry.deed
    return _Row(deed.when, deed.what, entry.version, deed.who, deed.base, code, horizon, deed.note, current)
