"""The current version's tables in the state folder, for whoever reads them without rosterctl.

They lie in tables/ beside a file with the number of the version that they are of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.formats import tables
from rosterctl.operations import wording
from rosterctl.storage.disk.atomic import write_folder
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import State
from rosterctl.wording import say

if TYPE_CHECKING:
    from rosterctl.operations.next_version import Renewed

TABLES_FOLDER, VERSION_FILE = "tables", "version.txt"


def keep_tables(state: State, renewed: Renewed | None, dry_run: bool) -> str:
    """After a run that may have published `renewed`: its tables, or those of what stays current.

    A warning as in `write_tables`; a dry run writes none.
    """
    if dry_run:
        return ""
    if renewed is not None and renewed.version is not None:
        return write_tables(state, renewed.version, renewed.bureau, renewed.made.roster)
    return refresh_tables(state)


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

    A warning as in `write_tables`.
    """
    version = state.current()
    file = state.folder / TABLES_FOLDER / VERSION_FILE
    if version is None or (file.is_file() and file.read_text("utf-8", "replace") == f"{version.number}\n"):
        return ""
    return write_tables(state, version, *open_roster(version.folder))
