"""Free space for ten more versions where the state lies: a full disk ends a night with exit 8.

Source of the ten: a version, its exports and what a run writes beside it, for some nights until retention
takes the old ones away.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, wrong
from rosterctl.wording import say

TIMES = 10
FIRST = 20
"""How many times larger than the bureau's files a version is at most; used before there is one."""


def check(patient: Patient) -> Iterator[Diagnosis]:
    size, files = _version(patient)
    need, wanted = TIMES * size, TIMES * files
    free = shutil.disk_usage(patient.standing).free
    about = os.statvfs(patient.standing)
    remedy = say(wording.FREE_SOME)
    if free < need:
        yield wrong(say(wording.SPACE_LEFT, free=_megabytes(free), need=_megabytes(need)), remedy)
    elif about.f_files and about.f_favail < wanted:
        yield wrong(say(wording.FEW_FILES, free=about.f_favail, wanted=wanted), remedy)
    else:
        yield ok(say(wording.SPACE_LEFT, free=_megabytes(free), need=_megabytes(need)))


def _version(patient: Patient) -> tuple[int, int]:
    """Bytes and files of the current version, or an estimate from the bureau's files."""
    current = patient.kept.current() if patient.kept else None
    if current is not None:
        sizes = [path.stat().st_size for path in current.folder.rglob("*") if path.is_file()]
        return sum(sizes), len(sizes)
    files = patient.examination.folder.files
    return FIRST * sum(map(len, files.values())), len(files) + 10


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size < 100_000_000 else f"{size // 1_000_000:,} MB"
