"""A roster folder of the shipped station in which everybody works the plain rotation, protected or not."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from rosterctl.domain.roster import Duty, Roster
from rosterctl.intake.load import read_bureau
from rosterctl.storage.roster.folder import roster_files, write_roster
from rosterctl.storage.state.state import State, Version
from tests.support.bureaus import plain_roster
from tests.support.folders import input_files
from tests.support.states import deed

STATION = Path(__file__).parents[2] / "examples/station"
FIRST = date(2026, 12, 7)


def lawful_roster(days: int = 4, first: date = FIRST) -> Roster:
    """The rotation without the nights of protected officers."""
    bureau = read_bureau(STATION)
    roster = plain_roster(bureau, first, days)

    def may(duty: Duty) -> bool:
        shift, officer = bureau.shifts[duty.shift], bureau.officers[duty.officer]
        return not (shift.touches_night and officer.is_protected(duty.day))

    return replace(
        roster,
        duties=tuple(filter(may, roster.duties)),
        before=tuple(filter(may, roster.before)),
    )


def write_station(folder: Path, roster: Roster | None = None, files: Path = STATION) -> Path:
    """`files` are those of the bureau for which the roster was made."""
    write_roster(folder, roster or lawful_roster(), input_files(files))
    return folder


def at_44_hours(bureau: Path) -> Path:
    """The bureau, a copy of the station, leaves everybody two hours a week beyond the rotation."""
    with (bureau / "bureau.yaml").open("a") as file:
        file.write("rules: {mean-hours: {sworn: 44, auxiliary: 44}}\n")
    return bureau


def without(roster: Roster, gone: Iterable[Duty]) -> Roster:
    removed = set(gone)
    return replace(roster, duties=tuple(duty for duty in roster.duties if duty not in removed))


def short_once(bureau: Path, day: date) -> Path:
    """The bureau, a copy of the station, wants one at the desk at the morning peak of a date, and no more."""
    file = bureau / "bureau.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    of_posts = [number for number, line in enumerate(lines) if line.lstrip().startswith("- {from:")]
    assert of_posts
    for number in of_posts:
        lines[number] = lines[number].replace("}", ", last: 2020-01-01}")
    wanted = f'      - {{from: "07:00", to: "08:20", minimum: desk, first: {day}, last: {day}}}'
    lines.insert(of_posts[0], wanted)
    file.write_text("\n".join(lines), encoding="utf-8")
    return bureau


GONE = "P009"
"""Whoever is in the first of two versions of the station and not in the second."""


def publish_station(state: State, files: Path = STATION, *, gone: str = "") -> Version:
    """The lawful roster of the station as a version, without the duties of whoever is gone."""
    bureau, roster = read_bureau(files), lawful_roster()
    duties, before = (
        tuple(one for one in several if one.officer != gone) for several in (roster.duties, roster.before)
    )
    roster = replace(roster, fingerprint=bureau.fingerprint, duties=duties, before=before)
    with state.lock():
        state.settle()
        return state.publish(deed(), roster_files(roster, input_files(files)))


def publish_without_one(state: State, folder: Path) -> Version:
    """The same of a copy in this folder in which one officer has no row in any file."""
    shutil.copytree(STATION, folder)
    for file in folder.rglob("*.csv"):
        rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(row for row in rows if not row.startswith(GONE)), encoding="utf-8")
    return publish_station(state, folder, gone=GONE)
