"""A roster.csv that was edited by hand becomes a roster folder again, which can be published like any other.

It is audited; its costs, its shortages and who is off the rotation are worked out anew. Of what the exported
roster claimed the bounds stay that it does not pass, and the notes about what is no duty's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rosterctl.domain.roster import NoteKind
from rosterctl.export.formats import reports_of_repair
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.roster.csv_reader import read_roster_csv
from rosterctl.storage.roster.folder import BUREAU, check_times, files_on_disk, open_roster, write_roster

STAYING = (NoteKind.LEFT_OUT, NoteKind.KEPT, NoteKind.NOT_BACK)
"""Notes that tell of the bureau's files and of what was published. The others speak of the search."""


@dataclass(frozen=True)
class EditedRoster:
    """The folder that was made, and how many duties of the exported roster are not in it, and are new."""

    folder: Path
    gone: int
    new: int


@contextmanager
def edited_roster(file: Path, of: Path) -> Iterator[EditedRoster]:
    """The folder of the file, edited from the roster of the folder `of`; it is gone afterwards.

    BadInput with every wrong row, also in what is done with it; OSError when a file cannot be read.
    """
    from rosterctl.planning.roster.made import prove_changed  # noqa: PLC0415 (loads the solver)

    bureau, exported = open_roster(of)
    roster = read_roster_csv(file, bureau, exported)
    check_times(bureau, roster, str(file))
    notes = tuple(note for note in exported.notes if note.kind in STAYING)
    made = prove_changed(bureau, replace(roster, tiers=exported.tiers, notes=notes)).explained(bureau)
    inputs = {
        name.removeprefix(f"{BUREAU}/"): data
        for name, data in files_on_disk(of).items()
        if name.startswith(f"{BUREAU}/")
    }
    before, after = set(exported.duties), set(made.roster.duties)
    with TemporaryDirectory(prefix="rosterctl-") as scratch:
        folder = Path(scratch) / "roster"
        write_roster(folder, made.roster, inputs, reports_of_repair(bureau, made.roster, made.verdict))
        try:
            yield EditedRoster(folder, len(before - after), len(after - before))
        except BadInput as wrong:
            raise BadInput(_of_file(one, folder, file) for one in wrong.problems) from None


def _of_file(problem: Problem, folder: Path, file: Path) -> Problem:
    """Said of the file, where it is said of the folder that was made from it."""
    if not problem.place.file.startswith(str(folder)):
        return problem
    return replace(problem, place=Place(str(file)))
