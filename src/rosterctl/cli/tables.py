"""The tables of a roster: what `export csv` writes, and whoever continues the published one for that."""

from __future__ import annotations

import click

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.coverage_csv import coverage_csv
from rosterctl.export.leaders_csv import leaders_csv
from rosterctl.export.ledger_csv import ledger_csv
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.coverage import coverage
from rosterctl.storage.disk.atomic import write_folder
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import State

FOLDER, OF = "tables", "version.txt"


def tables(bureau: Bureau, roster: Roster, raw: bool = False) -> dict[str, bytes]:
    """By file name; `raw` is for programs: no byte order mark, no guard against formulas."""
    sheet = Sheet(raw)
    return {
        "roster.csv": roster_csv(bureau, roster, sheet),
        "coverage.csv": coverage_csv(coverage(bureau, roster), sheet),
        "leaders.csv": leaders_csv(bureau, roster, sheet),
        "ledger.csv": ledger_csv(bureau, roster, sheet),
    }


def write_tables(state: State, version: Version, bureau: Bureau, roster: Roster) -> None:
    """In tables/ of the state folder, with the number of the version.

    The version is published whether they can be written or not: if not, that is a warning, and the next run
    tries again.
    """
    number = {OF: f"{version.number}\n".encode()}
    try:
        write_folder(state.folder / FOLDER, {**tables(bureau, roster), **number})
    except OSError as error:
        click.echo(
            f"warning: version {version.number} is published, but its tables are not written: {error}; "
            "the next run tries again",
            err=True,
        )


def refresh_tables(state: State) -> None:
    """Write them when they are not of the current version: the run that published it was killed, say."""
    version = state.current()
    file = state.folder / FOLDER / OF
    if version is None or (file.is_file() and file.read_text("utf-8", "replace") == f"{version.number}\n"):
        return
    write_tables(state, version, *open_roster(version.folder))
