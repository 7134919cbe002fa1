"""What people were told: every published duty by officer and date, read from the versions without rosterctl.

A date's duties are those of the latest version that has the date.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any

Told = tuple[str, str, str, tuple[tuple[int, str, str], ...], int]
"""Shift, unit, origin, since which minute at which post with which vehicles, and until when."""


@dataclass(frozen=True)
class Version:
    """What one version says of every date that it has. With one `taken_back` no later date is published.

    `kept` is what cannot be made lawful and stays as it was, as the program itself records it.
    """

    number: int
    folder: Path
    first: date
    days: int
    duties: dict[tuple[str, str], tuple[Told, ...]]
    taken_back: bool = False
    kept: tuple[tuple[str, str], ...] = ()

    @property
    def dates(self) -> frozenset[str]:
        return frozenset((self.first + timedelta(days=n)).isoformat() for n in range(self.days))

    def reasons(self) -> dict[tuple[str, str], list[str]]:
        """By officer and date the reasons that its changes.csv gives."""
        found: dict[tuple[str, str], list[str]] = {}
        file = self.folder / "changes.csv"
        if file.exists():
            for row in csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig"))):
                found.setdefault((row["officer_id"], row["date"]), []).append(row["reason"])
        return found


def read_version(folder: Path) -> Version:
    """From its roster.json."""
    data = json.loads((folder / "roster.json").read_text(encoding="utf-8"))
    duties: dict[tuple[str, str], list[Told]] = {}
    own = _own_ids(folder)
    for officer, day, shift, unit, origin, slices in data["duties"]:
        told = (own.get(shift, shift), unit, origin, _stays(slices), slices[-1][1] if slices else 0)
        duties.setdefault((officer, day), []).append(told)
    by_key = {key: tuple(sorted(one)) for key, one in duties.items()}
    deed = json.loads((folder / "version.json").read_text(encoding="utf-8"))["deed"]
    first, days = date.fromisoformat(data["first"]), data["days"]
    kept = tuple((one["duty"], one["rule"]) for one in data.get("kept", ()))
    return Version(int(folder.name), folder, first, days, by_key, deed["what"] == "rollback", kept)


def _own_ids(folder: Path) -> dict[str, str]:
    """By the key of an edited shift, as it was, the id that people know it by; the file is JSON too."""
    file = folder / "bureau" / "carried" / "shifts.yaml"
    rows = json.loads(file.read_text(encoding="utf-8"))["shifts"] if file.exists() else []
    return {one["id"]: one["was"] for one in rows if "was" in one}


def current_number(state: Path) -> int:
    """The version that is current; 0 for none."""
    file = state / "current"
    return int(json.loads(file.read_text(encoding="utf-8"))["version"]) if file.exists() else 0


@dataclass
class Published:
    """All that was published so far, and what came with each version."""

    state: Path
    last: int = 0
    duties: dict[tuple[str, str], tuple[Told, ...]] = field(default_factory=dict)
    dates: set[str] = field(default_factory=set)
    newest: Version | None = None

    def look(self, since: date) -> tuple[int, list[str]]:
        """Reads the new versions: how many duties were changed, and each that is unexplained.

        Only dates from `since` on count, that were published before.
        """
        changed, wrong = 0, list[str]()
        for folder in sorted((self.state / "versions").glob("[0-9]*")):
            if int(folder.name) <= self.last:
                continue
            version = read_version(folder)
            keys = list(self._changed(version, since.isoformat()))
            changed += len(keys)
            reasons = version.reasons() if keys else {}
            bare = [key for key in keys if not all(reasons.get(key, [""]))]
            if bare:
                wrong.append(f"{len(bare)} changes without reason, {_unexplained(bare[0], self, version)}")
            self._take(version)
        return changed, wrong

    def _changed(self, version: Version, since: str) -> Iterator[tuple[str, str]]:
        gone = {day for day in self.dates if version.taken_back and day > max(version.dates)}
        shared = {day for day in version.dates & self.dates | gone if day >= since}
        every = {key for duties in (self.duties, version.duties) for key in duties if key[1] in shared}
        for key in sorted(every, key=lambda key: key[::-1]):
            if self.duties.get(key) != version.duties.get(key):
                yield key

    def _take(self, version: Version) -> None:
        there = version.dates
        if version.taken_back:
            self._forget(max(there))
        kept = {key: told for key, told in self.duties.items() if key[1] not in there}
        self.duties = kept | {key: told for key, told in version.duties.items() if key[1] in there}
        self.dates |= there
        self.last, self.newest = version.number, version

    def _forget(self, after: str) -> None:
        self.dates = {day for day in self.dates if day <= after}
        self.duties = {key: told for key, told in self.duties.items() if key[1] <= after}

    def on_duty(self, day: date, minute: int) -> list[str]:
        """Who is on duty by duties of that date at a minute counted from its midnight."""
        return sorted(
            {
                officer
                for (officer, date_), told in self.duties.items()
                if date_ == day.isoformat() and any(one[3][0][0] <= minute < one[4] for one in told if one[3])
            }
        )

    def has(self, officer: str, day: date) -> bool:
        """Has the officer a duty of this date?"""
        return (officer, day.isoformat()) in self.duties

    def shifts(self, officer: str, day: date) -> tuple[str, ...]:
        """The shifts of the officer's duties of this date."""
        return tuple(told[0] for told in self.duties.get((officer, day.isoformat()), ()))

    def of(self, day: date) -> list[str]:
        """Who has a duty of this date."""
        return sorted({officer for (officer, date_) in self.duties if date_ == day.isoformat()})


def _stays(slices: list[Any]) -> tuple[tuple[int, str, str], ...]:
    """Since when where with which vehicles; slices at one place in a row are one stay."""
    stays = []
    for (post, vehicles), together in groupby(slices, key=lambda one: (one[2], json.dumps(one[3:]))):
        stays.append((next(together)[0], post, vehicles))
    return tuple(stays)


def _unexplained(key: tuple[str, str], before: Published, after: Version) -> str:
    was, now = before.duties.get(key, ()), after.duties.get(key, ())
    what = f"{key[0]} on {key[1]}: {was or 'nothing'} became {now or 'nothing'}"
    return f"version {after.number} has no row and reason for one: {what}"
