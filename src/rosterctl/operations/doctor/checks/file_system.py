"""The state lies on a disk of this machine: over a network, locks and renames do not keep what they promise.

Two machines can then both believe that they hold the lock, and a rename can be seen half done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning, wrong
from rosterctl.wording import say

NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "coda", "ceph", "glusterfs"),
        *("lustre", "gpfs", "beegfs", "ocfs2", "gfs2", "davfs", "virtiofs"),
    )
)
LOCAL_FUSE = frozenset(("fuseblk",))
FLEETING = frozenset(("tmpfs", "ramfs"))
_ESCAPED = re.compile(r"\\([0-7]{3})")


def check(patient: Patient) -> Iterator[Diagnosis]:
    table = patient.root / "proc/self/mountinfo"
    if not table.is_file():
        yield warning(say(wording.CANNOT_SEE_FILE_SYSTEM), say(wording.SEE_THAT_IT_IS_LOCAL))
        return
    kind = file_system_of(patient.standing.resolve(), table.read_text(errors="surrogateescape").splitlines())
    if kind in NETWORK or (kind.startswith("fuse") and kind not in LOCAL_FUSE):
        yield wrong(say(wording.LIES_ON, kind=kind), say(wording.MOVE_TO_THIS_MACHINE))
    elif kind in FLEETING:
        yield warning(say(wording.LIES_ON_FLEETING, kind=kind), say(wording.MOVE_TO_A_DISK))
    else:
        yield ok(say(wording.LIES_ON, kind=kind))


def file_system_of(path: Path, mounts: Iterable[str]) -> str:
    """The kind of the file system that a path lies on, by the lines of /proc/self/mountinfo.

    It is the one mounted nearest above the path; of several on one point, the last.
    """
    found, depth = say(wording.UNKNOWN_FILE_SYSTEM), -1
    for line in mounts:
        before, _, after = line.partition(" - ")
        words = before.split(" ")
        if len(words) < 5 or not after:
            continue
        point = Path(_ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), words[4]))
        if path.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = after.split(" ")[0], len(point.parts)
    return found
