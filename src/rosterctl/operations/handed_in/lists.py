"""Put a list that was handed in into the bureau's own file, in the place that bureau.yaml names.

What stands there is replaced only when that is asked for, and is then kept in `replaced/`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from rosterctl.export.spreadsheet import Sheet
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.csv_columns import AbsenceRow, HistoryRow, OfficerRow, RequestRow, columns_of
from rosterctl.intake.sheets.headings import REMARKS_COLUMN, ListKind
from rosterctl.intake.sheets.lines import TakenList
from rosterctl.intake.sheets.list_file import ListOrder, read_list
from rosterctl.intake.sheets.register import read_register
from rosterctl.intake.sheets.top_row import Ask
from rosterctl.intake.text.folder import WILD
from rosterctl.operations.handed_in import wording
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.bureau_files.added_rows import held, replace_known
from rosterctl.storage.disk.atomic import make_folder, write_file
from rosterctl.wording import say

ROWS: Mapping[ListKind, type[BaseModel]] = {
    ListKind.OFFICERS: OfficerRow,
    ListKind.ABSENCES: AbsenceRow,
    ListKind.REQUESTS: RequestRow,
    ListKind.HISTORY: HistoryRow,
}
REPLACED = "replaced"
"""The folder in a bureau's folder for files as they were."""


@dataclass(frozen=True)
class Target:
    """The file for the list, by its name in the bureau's folder.

    `entry` is the line that bureau.yaml lacks for the file to belong to the bureau; empty if it lacks none.
    """

    name: str
    entry: str = ""


@dataclass(frozen=True)
class ListOutcome:
    """`others` are sheets that look like lists too and were not read; `backup` is where the old file is."""

    taken: TakenList
    others: tuple[str, ...]
    target: Target
    written: bool
    backup: Path | None = None


def bring_in(
    file: Path, bureau: Path, order: ListOrder, ask: Ask, to: str = "", *, replace: bool, dry_run: bool
) -> ListOutcome:
    """Read the list and write the bureau's file: `to` or what bureau.yaml names.

    BadInput when the list or bureau.yaml cannot be understood, when it names several files, or when one is
    there and is not to be replaced; OSError when the disk refuses.
    """
    register = read_register(bureau)
    target = target_of(register.contents, order.kind, to)
    path = bureau / target.name
    if path.exists() and not (replace or dry_run):
        raise BadInput([Problem(Place(str(path)), *say(wording.THERE_ALREADY))])
    taken, others = read_list(file, order, register, ask)
    if not taken.rows:
        raise BadInput([Problem(Place(str(file)), *say(wording.NO_LINE_TAKEN))])
    outcome = ListOutcome(taken, others, target, written=False)
    if dry_run:
        return outcome
    known, data = held(path), list_bytes(taken)
    make_folder(path.parent)
    backup = None
    if known is not None and known != data:
        backup = _free(bureau / REPLACED / target.name)
        make_folder(backup.parent)
        write_file(backup, known)
    replace_known(path, known, data)
    return ListOutcome(taken, others, target, True, backup)


def target_of(contents: BureauContents, kind: ListKind, to: str = "") -> Target:
    """Where the rows go. BadInput when that is outside the bureau's folder, or several files may be meant."""
    stands = getattr(contents.head.shape, kind.value)
    entries: Sequence[str] = [stands] if isinstance(stands, str) else [*(stands or ())]
    if to:
        name = PurePosixPath(to)
        if name.is_absolute() or ".." in name.parts:
            raise BadInput([Problem(Place(to), *say(wording.OUTSIDE_THE_BUREAU))])
        covered = any(name.match(entry) for entry in entries)
        return Target(str(name), "" if covered else _entry(kind, str(name)))
    folder = contents.folder
    found = {
        path.relative_to(folder.root).as_posix(): None
        for entry in entries
        for path in (folder.fitting(entry) if WILD.search(entry) else [folder.root / entry])
    }
    if len(found) > 1:
        told = say(wording.SEVERAL_FILES, files=", ".join(found), first=next(iter(found)))
        raise BadInput([Problem(Place("bureau.yaml"), *told)])
    if found:
        return Target(next(iter(found)))
    if entries:
        return Target(WILD.sub(kind.value, entries[0].replace("**/", ""), count=1))
    return Target(f"{kind.value}.csv", _entry(kind, f"{kind.value}.csv"))


def list_bytes(taken: TakenList) -> bytes:
    """The file: all columns of its kind, and the remarks if there are any. Excel opens it as it is."""
    columns = list(columns_of(ROWS[taken.kind]))
    if any(REMARKS_COLUMN in cells for cells in taken.rows):
        columns.append(REMARKS_COLUMN)
    sheet = Sheet()
    return sheet.file(columns, (sheet.row([cells.get(one, "") for one in columns]) for cells in taken.rows))


def _entry(kind: ListKind, name: str) -> str:
    return f"{kind}: {name}" if kind is ListKind.HISTORY else f"{kind}: [{name}]"


def _free(path: Path) -> Path:
    """The path, or with the first number behind it that nobody has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free
