"""Nobody else is at work, or somebody is and not for too long. The lock of a run that died harms nobody.

Where no process id stands in the file the lock is free and left alone. Where one does, a run is at work or
has died; only then is the lock asked for, shared and for a moment, in which a run that begins just then would
be turned away.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning
from rosterctl.wording import say

LONG = timedelta(hours=2)
"""The shipped service ends a run after this time, see configs/schedule."""


def check(patient: Patient) -> Iterator[Diagnosis]:
    file = patient.state / "lock"
    if not file.exists():
        yield ok(say(wording.LOCK_FREE))
        return
    handle = os.open(file, os.O_RDONLY)
    try:
        holder = os.pread(handle, 20, 0).decode(errors="replace").strip()
        since = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
        if not holder:
            yield ok(say(wording.LOCK_FREE))
        elif not _held(handle):
            yield ok(say(wording.LOCK_OF_THE_DEAD, process=holder))
        else:
            yield from _busy(holder, since, patient.now)
    finally:
        os.close(handle)


def _busy(holder: str, since: datetime, now: datetime) -> Iterator[Diagnosis]:
    said = say(wording.LOCK_HELD, process=holder, since=f"{since.astimezone():%Y-%m-%d %H:%M:%S}")
    if now - since > LONG:
        yield warning(said, say(wording.LOOK_AT_IT, process=holder))
    else:
        yield ok(say(wording.RUN_AT_WORK, said=said))


def _held(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    fcntl.flock(handle, fcntl.LOCK_UN)
    return False
