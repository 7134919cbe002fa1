"""Only the user of the nightly run may read what holds people or secrets, and that user can write the state.

Folders of the state are 0700 and its files 0600; the bureau's files of officers, and notify.yaml, are 0600.
"""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from rosterctl.intake.text.folder import WITHHELD
from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, wrong
from rosterctl.wording import say

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def check(patient: Patient) -> Iterator[Diagnosis]:
    state, private = list(_everything(patient.state)), list(_private(patient))
    open_state, open_private = _open(state), _open(private)
    foreign = [path for path in (*state, *private) if path.lstat().st_uid != os.geteuid()]
    if open_state:
        said = say(wording.EXPOSED_IN_STATE, number=len(open_state), first=open_state[0])
        yield wrong(said, f"chmod -R go-rwx {_quoted(patient.state)}")
    if open_private:
        said = say(wording.EXPOSED_IN_BUREAU, number=len(open_private), first=open_private[0])
        yield wrong(said, f"chmod go-rwx {' '.join(map(_quoted, open_private))}")
    if foreign:
        first = foreign[0]
        yield wrong(
            say(wording.FOREIGN, number=len(foreign), first=first),
            say(wording.GIVE_THEM_TO_THE_USER),
        )
    if not open_state and not open_private and not foreign:
        yield ok(say(wording.PRIVATE, state=len(state), bureau=len(private)))


def _everything(folder: Path) -> Iterator[Path]:
    """The folder and all that is in it; links are not followed, for what they lead to is not the state's."""
    if not folder.exists():
        return
    yield folder
    for here, folders, files in os.walk(folder, onerror=_raised):
        yield from (Path(here, name) for name in sorted((*folders, *files)))


def _raised(error: OSError) -> None:
    raise error


def _private(patient: Patient) -> Iterator[Path]:
    bureau = patient.examination.bureau
    if bureau is not None:
        names = sorted({officer.place.file for officer in bureau.officers.values()})
    else:
        names = sorted(name for name in patient.examination.folder.files if name.startswith("officers/"))
    yield from (path for name in (*names, WITHHELD) if (path := patient.bureau / name).is_file())


def _open(paths: Iterable[Path]) -> list[Path]:
    """Those that others may read, write or enter; the mode of a link says nothing."""
    found = ((path, path.lstat().st_mode) for path in paths)
    return [path for path, mode in found if not stat.S_ISLNK(mode) and mode & OTHERS]


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
