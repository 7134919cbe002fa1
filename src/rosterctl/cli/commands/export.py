"""Write a roster in the formats of other programs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from rosterctl.audit.kept import unaccounted
from rosterctl.cli import wording
from rosterctl.cli.options import roster_argument
from rosterctl.cli.session.calendar_secret import calendar_secret, secret_name
from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.versions_so_far import VersionsSoFar, versions_so_far
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.formats import tables
from rosterctl.export.ics import wording as words_of_calendars
from rosterctl.export.ics.entries import CalendarEntry, EntryKey, entries_of
from rosterctl.export.ics.names import CalendarNames, names_for
from rosterctl.export.plain_text import clean
from rosterctl.insight.typed_names import officer_meant, unit_meant
from rosterctl.problems import NotOne
from rosterctl.storage.collector import keep_for_good
from rosterctl.storage.disk.atomic import FILE_MODE, FOLDER_MODE, write_file
from rosterctl.storage.roster.folder import open_roster
from rosterctl.wording import numbered, say

SHARED_FILE, SHARED_FOLDER = 0o644, 0o711
"""A web server, which is another user, may read the files and go through the folder, but not list it."""

Entries = Mapping[EntryKey, CalendarEntry]


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
    number = numbered(len(files), wording.ONE_FILE, wording.FILES)
    told = say(wording.FILES_WRITTEN, files=number, folder=out, names=", ".join(files))
    click.echo(clean(told), err=True)


@command.command("xlsx")
@roster_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file, such as 排班.xlsx.")
def xlsx_file(roster: Path, out: Path) -> None:
    """Write a workbook for Excel: overview, month table for the wall, duties, posts, strength, statistics.

    ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then. A file of
    this name is replaced. The roster is audited first. If anything is found that it does not tell of itself,
    the overview, the foot of every page and a warning say so.
    """
    from rosterctl.audit.audit import audit  # noqa: PLC0415 (slow to import, for one command)
    from rosterctl.export.xlsx.workbook import workbook  # noqa: PLC0415 (likewise)

    bureau, found = open_roster(roster)
    keep_for_good()
    findings = tuple(unaccounted(bureau, found, audit(bureau, found).findings))
    write_file(out, workbook(bureau, found, findings))
    if findings:
        warn(numbered(len(findings), wording.ONE_FINDING_EXPORTED, wording.FINDINGS_EXPORTED))
    click.echo(clean(say(wording.WRITTEN_TO, file=out)), err=True)


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
@click.option("--each", is_flag=True, help="A file an officer, called by the id; nobody else may read them.")
@click.option(
    "--shared",
    is_flag=True,
    help="With --each: a web server may read the files, and their names cannot be guessed.",
)
def ics_files(
    roster: Path, out: Path, officer: str | None, unit: str | None, each: bool, shared: bool
) -> None:
    """Write duties as calendars (iCalendar) for telephones; files of these names are replaced.

    ROSTER is a roster folder, or a bureau's folder or its state. Of published rosters a calendar has every
    date that they speak of, also of officers who are no longer in the bureau. A duty keeps its entry from
    version to version; one that is no more is cancelled. Who has no entry has no file; one that is there is
    removed.

    Files are private. To hand them out, export with --each --shared into a folder of the web server, by
    HTTPS, and give everybody the address of their own file: whoever knows an address reads that calendar.
    The names stay the same; remove calendar-secret from the state folder to make all of them new.
    """
    if officer is not None and (unit is not None or each):
        raise click.UsageError(say(wording.OFFICER_ALONE))
    if shared and not each:
        raise click.UsageError(say(wording.SHARED_GOES_WITH_EACH))
    told = versions_so_far(roster)
    if shared and told.state is None:
        raise click.UsageError(say(wording.SHARED_NEEDS_STATE))
    bureau, newest = open_roster(told.folder)
    keep_for_good()
    if officer is not None:
        officer = _officer(told, bureau, newest, officer)
    if unit is not None:
        unit = _unit(told, bureau, newest, unit)
    people = {officer} if officer is not None else _in_unit(told, bureau, newest, unit)
    entries = entries_of(told.rosters(newest), people)
    duties = (one.duty for one in entries.values())
    names = names_for(duties, (one for _, one in told.bureaus(bureau, newest)))
    calendars = _Calendars(bureau, names, told.made(newest))
    if each:
        secret = calendar_secret(told.state) if shared and told.state is not None else b""
        _write_each(calendars, entries, bureau.officers.keys() if people is None else people, out, secret)
    elif officer is not None:
        calendars.write(out, entries, calendars.of_officer(officer))
    else:
        called = names.units.get(unit, unit) if unit else bureau.name
        calendars.write(out, entries, say(words_of_calendars.OF_UNIT, unit=called), named=True)
    click.echo(clean(_calendars_written(len({who for who, _, _ in entries}), out)), err=True)


@dataclass(frozen=True)
class _Calendars:
    """What every file of one export has in common."""

    bureau: Bureau
    names: CalendarNames
    made: datetime

    def of_officer(self, officer: str) -> str:
        return say(words_of_calendars.OF_OFFICER, name=self.names.officers.get(officer, officer))

    def write(
        self, file: Path, entries: Entries, name: str, *, named: bool = False, mode: int = FILE_MODE
    ) -> None:
        """Without entries the file is removed: such a calendar is none, and an older one is not true."""
        from rosterctl.export.ics.calendar import calendar_ics  # noqa: PLC0415 (slow to import)

        if entries:
            write_file(
                file, calendar_ics(self.bureau, self.names, entries, name, self.made, named=named), mode
            )
        else:
            file.unlink(missing_ok=True)


def _write_each(
    calendars: _Calendars, entries: Entries, people: Collection[str], folder: Path, secret: bytes
) -> None:
    """A file for everybody who has entries; `people` are those who may have a file that is to be removed.

    With a secret the files are shared: a web server may read them, and the folder can be gone through.
    """
    of_each: dict[str, dict[EntryKey, CalendarEntry]] = {}
    for key, entry in entries.items():
        of_each.setdefault(key[0], {})[key] = entry
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    if secret:
        folder.chmod(folder.stat().st_mode | SHARED_FOLDER)
    for one in sorted({*people, *of_each}):
        file = folder / f"{secret_name(secret, one) if secret else one}.ics"
        mode = SHARED_FILE if secret else FILE_MODE
        calendars.write(file, of_each.get(one, {}), calendars.of_officer(one), mode=mode)


def _officer(told: VersionsSoFar, bureau: Bureau, roster: Roster, text: str) -> str:
    """The id of who is meant, be it somebody of an older version who has left since."""
    try:
        return officer_meant(bureau, text, roster.horizon.first).id
    except NotOne:
        if any(text in then.officers for _, then in told.bureaus(bureau, roster)):
            return text
        raise


def _unit(told: VersionsSoFar, bureau: Bureau, roster: Roster, text: str) -> str:
    """The same of a unit."""
    try:
        return unit_meant(bureau, text).id
    except NotOne:
        if any(text in then.units for _, then in told.bureaus(bureau, roster)):
            return text
        raise


def _in_unit(told: VersionsSoFar, bureau: Bureau, roster: Roster, unit: str | None) -> set[str] | None:
    """All who are in the unit on any date of any version; None, which is everybody, without a unit."""
    if unit is None:
        return None
    return {
        one.id
        for horizon, then in told.bureaus(bureau, roster)
        for one in then.officers.values()
        if any(one.on(day).unit == unit for day in horizon)
    }


def _calendars_written(officers: int, path: Path) -> str:
    if not officers:
        return say(wording.NO_CALENDAR_WRITTEN)
    number = numbered(officers, wording.ONE_OFFICER, wording.OFFICERS)
    return say(wording.CALENDARS_WRITTEN, officers=number, path=path)
