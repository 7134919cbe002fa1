"""Write a roster in the formats of other programs."""

from __future__ import annotations

from pathlib import Path

import click

from rosterctl.cli.options import language_option, roster_argument
from rosterctl.export.formats import tables
from rosterctl.export.plain_text import clean, counted
from rosterctl.storage.collector import keep_for_good
from rosterctl.storage.disk.atomic import write_file
from rosterctl.storage.roster.folder import open_roster


@click.group(help=__doc__)
def command() -> None:
    pass


@command.command("csv")
@roster_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder for the files.")
@click.option("--raw", is_flag=True, help="For programs: no byte order mark, no guard against formulas.")
def csv_files(roster: Path, out: Path, raw: bool) -> None:
    """Write roster, coverage, leaders, ledger and off_rotation as CSV; files of these names are replaced.

    ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then.
    """
    bureau, found = open_roster(roster)
    keep_for_good()
    files = tables(bureau, found, raw)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, data in files.items():
        write_file(out / name, data)
    click.echo(clean(f"{counted(len(files), 'file')} in {out}: {', '.join(files)}"), err=True)


@command.command("xlsx")
@roster_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file, such as 排班.xlsx.")
@language_option
def xlsx_file(roster: Path, out: Path) -> None:
    """Write a workbook for Excel: overview, month table for the wall, duties, posts, strength, statistics.

    ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then. A file of
    this name is replaced.
    """
    from rosterctl.export.xlsx.workbook import workbook  # noqa: PLC0415 (slow to import, for one command)

    bureau, found = open_roster(roster)
    keep_for_good()
    write_file(out, workbook(bureau, found))
    click.echo(clean(f"written to {out}"), err=True)
