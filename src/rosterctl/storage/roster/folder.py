"""A roster folder: the roster, the bureau it was made from, what the run knew, reports.

roster.json   the roster itself; same input, same bytes
run.json      what differs from run to run: seconds by tier
bureau/       a copy of every input file, so that the folder can be audited anywhere
…             what the caller adds: audit.json, report.md
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.shift import own_id
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage import wording
from rosterctl.storage.disk import atomic
from rosterctl.storage.roster.duty_times import misfits
from rosterctl.storage.roster.known_ids import unknown_ids
from rosterctl.storage.roster.reader import parse_object, parse_roster
from rosterctl.storage.roster.writer import roster_text, run_text
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

Inputs = Mapping[str, bytes]
"""The files of a bureau's folder, by path."""

ROSTER, RUN, BUREAU = "roster.json", "run.json", "bureau"

_UNKNOWN = {
    "officer": wording.UNKNOWN_OFFICER,
    "shift": wording.UNKNOWN_SHIFT,
    "unit": wording.UNKNOWN_UNIT,
    "post": wording.UNKNOWN_POST,
    "vehicle": wording.UNKNOWN_VEHICLE,
}
"""By the kind of thing that an id should name, see `known_ids`."""


def write_roster(
    folder: Path,
    roster: Roster,
    inputs: Mapping[str, bytes],
    extras: Mapping[str, bytes] | None = None,
    run: Mapping[str, Any] | None = None,
) -> None:
    """Write the folder whole or not at all; an older roster there is replaced.

    `inputs` are the bureau's files as they were read, whatever has become of them since; `extras` are further
    files by name, `run` further facts for `run.json`. BadInput when something else stands in the place,
    OSError when the disk refuses.
    """
    check_target(folder)
    atomic.write_folder(folder, roster_files(roster, inputs, extras, run))


def roster_files(
    roster: Roster,
    inputs: Mapping[str, bytes],
    extras: Mapping[str, bytes] | None = None,
    run: Mapping[str, Any] | None = None,
) -> dict[str, bytes]:
    """The files of a roster folder by relative name, as `write_roster` writes them."""
    files = {ROSTER: roster_text(roster).encode(), RUN: run_text(roster, run or {}).encode()}
    files |= {f"{BUREAU}/{name}": data for name, data in inputs.items()}
    return files | dict(extras or {})


def files_on_disk(folder: Path) -> dict[str, bytes]:
    """The bytes of everything in a roster folder, by relative name; no links, nothing hidden."""
    return {
        name.as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
        for name in [path.relative_to(folder)]
        if not any(part.startswith(".") for part in name.parts)
    }


def check_target(folder: Path) -> None:
    """BadInput when a roster may not be written here: something that is not a roster is in the place.

    OSError when the place cannot be written to.
    """
    atomic.check_writable(folder)
    if not os.path.lexists(folder) or (folder / ROSTER).is_file():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        what = say(wording.EMPTY_OR_ROSTER_FOLDER) if folder.is_dir() else say(wording.SOME_FOLDER)
        raise BadInput([Problem(Place(str(folder)), *say(wording.MAY_NOT_REPLACE, what=what))])


def read_roster(folder: Path) -> Roster:
    """The roster of a folder. BadInput when it is none or damaged, OSError when it cannot be read."""
    atomic.recover(folder)
    file = folder / ROSTER
    if not file.is_file():
        message = say(wording.NO_ROSTER_FOLDER) if folder.exists() else say(wording.NO_FOLDER)
        raise BadInput([Problem(Place(str(folder)), message, say(wording.NAME_ROSTER_FOLDER))])
    return parse_roster(_text(file), str(file), _seconds(folder / RUN))


def open_roster(folder: Path, bureau_folder: Path | None = None) -> tuple[Bureau, Roster]:
    """The roster with its bureau: the copy in the folder, or `bureau_folder` if that has not changed since.

    BadInput when the roster was made from another bureau or from other files, or when the times of its duties
    are not those of their shifts.
    """
    bureau, roster = open_for_audit(folder, bureau_folder)
    check_times(bureau, roster, str(folder / ROSTER))
    return bureau, roster


def open_for_audit(folder: Path, bureau_folder: Path | None = None) -> tuple[Bureau, Roster]:
    """The same for who judges the duties: what is wrong with their times the audit says itself."""
    from rosterctl.intake.load import read_bureau  # noqa: PLC0415

    roster = read_roster(folder)
    bureau = read_bureau(bureau_folder or folder / BUREAU)
    place = Place(str(bureau_folder or folder / BUREAU))
    if bureau.id != roster.bureau:
        told = say(wording.ANOTHER_BUREAU, bureau=bureau.id, of=roster.bureau)
        raise BadInput([Problem(place, *told)])
    if bureau.fingerprint != roster.fingerprint:
        hint = say(wording.SOLVE_AGAIN_OR_USE_COPY) if bureau_folder else say(wording.DAMAGED)
        raise BadInput([Problem(place, say(wording.BUREAU_CHANGED), hint)])
    check_ids(bureau, roster, str(folder / ROSTER))
    return bureau, roster


def check_ids(bureau: Bureau, roster: Roster, file: str) -> None:
    """BadInput that names every unknown id once."""
    problems = []
    for kind, unknown, known in unknown_ids(bureau, roster):
        hint = did_you_mean(unknown, known)
        problems.append(Problem(Place(file), say(_UNKNOWN[kind], unknown=unknown, hint=hint)))
    if problems:
        raise BadInput(problems)


def check_times(bureau: Bureau, roster: Roster, file: str) -> None:
    """BadInput that names each shift whose times its duties have not, and one of these."""
    problems = []
    for one in misfits(bureau, roster):
        duty, shift = one.first, one.shift
        told = say(
            wording.NOT_ITS_TIMES,
            shift=own_id(bureau.shifts, shift.id),
            start=clock_text(shift.start),
            end=clock_text(shift.end),
            duties=one.duties,
            duty=duty,
            since=clock_text(duty.slices[0].start),
            until=clock_text(duty.until),
        )
        problems.append(Problem(Place(file), *told))
    if problems:
        raise BadInput(problems)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except UnicodeDecodeError:
        raise BadInput([Problem(Place(str(file)), *say(wording.FILE_NOT_UTF8))]) from None


def _seconds(file: Path) -> Mapping[str, Any]:
    if not file.is_file():
        return {}
    seconds = parse_object(_text(file), str(file)).get("seconds")
    return seconds if isinstance(seconds, dict) else {}
