"""One run at a time: a lock that ends with its holder, so that nobody ever has to delete it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from rosterctl.storage import wording
from rosterctl.storage.disk.atomic import FILE_MODE
from rosterctl.wording import say


class Locked(Exception):
    """Another run holds the lock: its process id (0 if it has not said so yet) and since when."""

    def __init__(self, folder: Path, pid: int, since: datetime) -> None:
        super().__init__(say(wording.HELD_BY, folder=folder))
        self.folder, self.pid, self.since = folder, pid, since

    def __str__(self) -> str:
        who = say(wording.ANOTHER_PROCESS, pid=self.pid) if self.pid else say(wording.ANOTHER_RUN)
        since = self.since.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        return say(wording.AT_WORK_SINCE, who=who, folder=self.folder, since=since)


@contextmanager
def locked(file: Path) -> Iterator[datetime]:
    """Hold the lock on this file; yields the moment it was taken, by the clock of the file system.

    The file names the holder while there is one and stays when it is gone. Locked when another run holds
    it; OSError when the file cannot be written.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, FILE_MODE)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked(file.parent, _holder(handle), _changed(handle)) from None
        _name_holder(handle, f"{os.getpid()}\n".encode())
        try:
            yield _changed(handle)
        finally:
            with suppress(OSError):
                os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def _name_holder(handle: int, text: bytes) -> None:
    os.ftruncate(handle, 0)
    os.pwrite(handle, text, 0)


def _holder(handle: int) -> int:
    text = os.pread(handle, 20, 0).strip()
    return int(text) if text.isdigit() else 0


def _changed(handle: int) -> datetime:
    return datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
