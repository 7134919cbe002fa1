"""The current version's tables in the state folder, for whoever reads them without rosterctl.

They lie in tables/ beside a file with the number of the version that they are of.
"""

from __future__ import annotations

from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.formats import tables
from rosterctl.operations import wording
from rosterctl.storage.disk.atomic import write_folder
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import State
from rosterctl.wording import say

TABLES_FOLDER, VERSION_FILE = "tables", "version.txt"


def write_tables(state: State, version: Version, bureau: Bureau, roster: Roster) -> str:
    """Write them; a warning in a sentence where the disk refuses, else empty.

    The version is published whether its tables can be written or not, and the next run tries again.
    """
    number = {VERSION_FILE: f"{version.number}\n".encode()}
    try:
        write_folder(state.folder / TABLES_FOLDER, {**tables(bureau, roster), **number})
    except OSError as error:
        return say(wording.TABLES_NOT_WRITTEN, version=version.number, why=error)
    return ""


def refresh_tables(state: State) -> str:
    """Write them when they are not of the current version: the run that published it was killed, say.

    A warning as in `write_tables`. Where no version is left they stay: they are all that is left to read.
    """
    version = state.current()
    if version is None or _number_of(state.folder / TABLES_FOLDER) == version.number:
        return ""
    return write_tables(state, version, *open_roster(version.folder))


def _number_of(folder: Path) -> int | None:
    """The version that the tables are of; None where that is not known."""
    try:
        return int((folder / VERSION_FILE).read_bytes())
    except (OSError, ValueError):
        return None
