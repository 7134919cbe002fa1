"""Write a roster in the formats of other programs."""

from __future__ import annotations

from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.options import named, roster_argument
from rosterctl.cli.session.versions_so_far import versions_so_far
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.formats import tables
from rosterctl.export.ics import wording as words_of_calendars
from rosterctl.export.ics.entries import CalendarEntry, EntryKey, entries_of
from rosterctl.export.plain_text import clean, counted
from rosterctl.storage.collector import keep_for_good
from rosterctl.storage.disk.atomic import write_file
from rosterctl.storage.roster.folder import open_roster
from rosterctl.wording import say


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


@command.command("html")
@roster_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file, such as 排班.html.")
def html_file(roster: Path, out: Path) -> None:
    """Write one page for a browser: what is short tomorrow, strength, month, day sheets, people, fairness.

    ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then. The page
    stands alone, as a mail attachment or on a server, and asks the network for nothing. A file of this name
    is replaced.
    """
    from rosterctl.export.html.page import page  # noqa: PLC0415 (slow to import, for one command)

    bureau, found = open_roster(roster)
    keep_for_good()
    write_file(out, page(bureau, found))
    click.echo(clean(f"written to {out}"), err=True)


@command.command("ics")
@click.argument("roster", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The file, or with --each the folder."
)
@click.option("--officer", help="The calendar of this officer.")
@click.option("--unit", help="One calendar of all who are in this unit; without either, of the whole bureau.")
@click.option(
    "--each", is_flag=True, help="A file an officer, called by the id, for a web server to hand out."
)
def ics_files(roster: Path, out: Path, officer: str | None, unit: str | None, each: bool) -> None:
    """Write duties as calendars (iCalendar) for telephones; files of these names are replaced.

    ROSTER is a roster folder, or a bureau's folder or its state. Of published rosters a calendar has every
    date that they speak of. A duty keeps its entry from version to version; one that is no more is cancelled.
    """
    from rosterctl.export.ics.calendar import calendar_ics  # noqa: PLC0415 (slow to import, for one command)

    if officer is not None and (unit is not None or each):
        raise click.UsageError(say(wording.OFFICER_ALONE))
    told = versions_so_far(roster)
    bureau, newest = open_roster(told.folder)
    keep_for_good()
    people = _people(bureau, newest, officer, unit)
    entries, made = entries_of(told.rosters(newest), people), told.made(newest)
    if each:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        of_each: dict[str, dict[EntryKey, CalendarEntry]] = {}
        for key, entry in entries.items():
            of_each.setdefault(key[0], {})[key] = entry
        for one in people:
            mine = of_each.get(one, {})
            name = say(words_of_calendars.OF_OFFICER, name=bureau.officers[one].name)
            write_file(out / f"{one}.ics", calendar_ics(bureau, mine, name, made, named=False))
    else:
        name = (
            say(words_of_calendars.OF_OFFICER, name=bureau.officers[officer].name)
            if officer is not None
            else say(words_of_calendars.OF_UNIT, unit=bureau.units[unit].name if unit else bureau.name)
        )
        write_file(out, calendar_ics(bureau, entries, name, made, named=officer is None))
    click.echo(clean(f"{counted(len(people), 'officer')} in {out}"), err=True)


def _people(bureau: Bureau, roster: Roster, officer: str | None, unit: str | None) -> list[str]:
    """Whose duties are asked for; of a unit all who are in it on any date of the roster."""
    if officer is not None:
        return [named("officer", officer, bureau.officers).id]
    if unit is None:
        return list(bureau.officers)
    home = named("unit", unit, bureau.units).id
    return [
        one.id for one in bureau.officers.values() if any(one.on(day).unit == home for day in roster.horizon)
    ]
