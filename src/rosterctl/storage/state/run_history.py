"""When which run began and how it ended, in SQLite. Nothing depends on it: no roster is read from here.

A history that is damaged is set aside and a fresh one begun; one that cannot be written is a warning.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from rosterctl.storage import wording
from rosterctl.storage.disk.atomic import FILE_MODE
from rosterctl.storage.state.set_aside import SetAside
from rosterctl.wording import say

_T = TypeVar("_T")
_SCHEMA = """
CREATE TABLE run (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    what TEXT NOT NULL, today TEXT NOT NULL, began TEXT NOT NULL,
    ended TEXT, exit_code INTEGER, version INTEGER, facts TEXT NOT NULL DEFAULT '{}'
)
"""
_FORMAT = 1
_SECONDS = 5.0
GOOD = (0, 6)
"""The exit codes of a run that did what it should: fine, or published though posts are short."""


@dataclass(frozen=True)
class NotedRun:
    """`ended` and `exit_code` are None for a run that goes on or was killed."""

    number: int
    what: str
    today: date
    began: datetime
    ended: datetime | None
    exit_code: int | None
    version: int | None
    facts: Mapping[str, int]


class RunHistory:
    """Methods never raise for the database: what failed is added to `trouble`, in sentences."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: list[str] = []

    def begin(self, what: str, today: date, when: datetime) -> int:
        """The number of the run; 0 when it could not be noted."""
        return self._written(lambda base: _insert(base, what, today, when), 0)

    def end(
        self, run: int, when: datetime, exit_code: int, version: int | None, facts: Mapping[str, int]
    ) -> None:
        row = (_instant(when), exit_code, version, json.dumps(dict(facts), sort_keys=True), run)
        change = "UPDATE run SET ended = ?, exit_code = ?, version = ?, facts = ? WHERE number = ?"
        if run:
            self._written(lambda base: base.execute(change, row).rowcount, 0)

    def rows(self) -> tuple[NotedRun, ...]:
        """Every run, oldest first; none when there is no history that can be read."""
        return self._read(
            lambda base: tuple(map(_run, base.execute("SELECT * FROM run ORDER BY number"))), ()
        )

    def last_success(self, what: str = "") -> datetime | None:
        """When the last run (of that kind, if one is named) ended that did what it should."""
        good = [
            run.ended
            for run in self.rows()
            if run.ended is not None and run.exit_code in GOOD and what in ("", run.what)
        ]
        return max(good, default=None)

    def damage(self) -> str:
        """What is wrong with the file; empty when it is intact or missing, or cannot be looked at now."""
        if not self.path.exists():
            return ""
        try:
            with _opened(self.path) as base:
                _check(base)
        except sqlite3.OperationalError:
            return ""
        except sqlite3.DatabaseError as error:
            return str(error)
        return ""

    def mend(self) -> tuple[str, ...]:
        """Set a damaged history aside; says what was done."""
        wrong = self.damage()
        if not wrong:
            return ()
        aside = SetAside(self.path.parent / "set-aside")
        kept = aside.move(self.path)
        for ending in ("-journal", "-wal", "-shm"):
            companion = self.path.with_name(self.path.name + ending)
            if companion.exists():
                aside.move(companion)
        return (say(wording.HISTORY_BEGUN_ANEW, name=self.path.name, wrong=wrong, kept=kept),)

    def _written(self, job: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        try:
            self.trouble += self.mend()
            _create(self.path)
            with _opened(self.path) as base, base:
                return job(base)
        except (sqlite3.Error, OSError, ValueError) as error:
            self.trouble.append(say(wording.RUN_NOT_NOTED, name=self.path.name, error=error))
            return otherwise

    def _read(self, job: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        if not self.path.exists():
            return otherwise
        try:
            with _opened(self.path) as base:
                return job(base)
        except (sqlite3.Error, OSError, ValueError) as error:
            self.trouble.append(say(wording.HISTORY_UNREADABLE, name=self.path.name, error=error))
            return otherwise


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A rollback journal and full synchronising; no file is made where there is none."""
    base = sqlite3.connect(f"file:{_escaped(path)}?mode=rw", uri=True, timeout=_SECONDS)
    try:
        base.execute("PRAGMA journal_mode = DELETE")
        base.execute("PRAGMA synchronous = FULL")
        yield base
    finally:
        base.close()


def _escaped(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _create(path: Path) -> None:
    """A private file with an empty table, when there is none; a killed run may have left it half made."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))
    with _opened(path) as base, base:
        if base.execute("PRAGMA user_version").fetchone()[0] == _FORMAT:
            return
        base.execute("BEGIN IMMEDIATE")
        if base.execute("PRAGMA user_version").fetchone()[0] == 0:
            base.execute(_SCHEMA)
            base.execute(f"PRAGMA user_version = {_FORMAT}")


def _check(base: sqlite3.Connection) -> None:
    """sqlite3.DatabaseError when it is not a whole database of ours."""
    told = base.execute("PRAGMA quick_check(1)").fetchone()[0]
    if told != "ok":
        raise sqlite3.DatabaseError(told)
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    form = base.execute("PRAGMA user_version").fetchone()[0]
    if (form, tables - {"sqlite_sequence"}) not in ((0, set()), (_FORMAT, {"run"})):
        raise sqlite3.DatabaseError(say(wording.NO_RUN_HISTORY))
    for row in base.execute("SELECT * FROM run") if form else ():
        try:
            _run(row)
        except ValueError as error:
            raise sqlite3.DatabaseError(say(wording.RUN_WRONG, number=row[0], error=error)) from None


def _insert(base: sqlite3.Connection, what: str, today: date, when: datetime) -> int:
    row = (what, today.isoformat(), _instant(when))
    return base.execute("INSERT INTO run (what, today, began) VALUES (?, ?, ?)", row).lastrowid or 0


def _instant(when: datetime) -> str:
    return when.astimezone(UTC).isoformat()


def _run(row: tuple[object, ...]) -> NotedRun:
    number, what, today, began, ended, code, version, facts = row
    return NotedRun(
        int(str(number)),
        str(what),
        date.fromisoformat(str(today)),
        datetime.fromisoformat(str(began)),
        None if ended is None else datetime.fromisoformat(str(ended)),
        None if code is None else int(str(code)),
        None if version is None else int(str(version)),
        json.loads(str(facts)),
    )
