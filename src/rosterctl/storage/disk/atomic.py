"""Files and folders that appear whole or not at all, whatever is killed or full.

Everything is written beside its target, forced to disk, then renamed over it. Files are private (0600) and
folders too (0700), because there are people in them. What a killed run left behind is swept away by the next
run that writes the same target; a lock on the leftover tells the dead from the living.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import glob
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from rosterctl.storage import wording
from rosterctl.wording import say

FILE_MODE, FOLDER_MODE = 0o600, 0o700
LEFTOVER = ".rosterctl-new"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def write_file(path: Path, data: bytes, mode: int = FILE_MODE) -> None:
    """Replace or create one file; a link stays a link, an existing file keeps its permissions, a new one has
    these.

    OSError when that cannot be done; the file is then as it was.
    """
    target = Path(os.path.realpath(path))
    if target.exists():
        mode = stat.S_IMODE(target.stat().st_mode)
    with _named(target), _locked_sibling(target, _new_file) as fresh:
        _write(fresh, data, mode)
        fresh.replace(target)
        sync(target.parent)
    _sweep(target)


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Replace or create a folder that holds exactly `files` (by relative path with `/`).

    The caller has made sure that an existing folder may be replaced. Where the file system can exchange two
    names the swap is one step; elsewhere the old folder is aside for a moment and `recover` puts it back
    after a crash. OSError when it cannot be done; the folder is then as it was.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    with _named(target), _locked_sibling(target, _new_folder) as fresh:
        _fill(fresh, files)
        _swap(fresh, target)
        sync(target.parent)
    remove(_aside(target))
    _sweep(target)


def recover(path: Path) -> None:
    """Put the old folder back when a run was killed between taking it aside and bringing the new one."""
    target = Path(os.path.realpath(path))
    aside = _aside(target)
    if aside.is_dir() and not target.exists():
        aside.rename(target)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folders = {folder}
    for name, data in files.items():
        inside = PurePosixPath(name)
        if inside.is_absolute() or ".." in inside.parts or not inside.parts:
            raise ValueError(say(wording.OUTSIDE_THE_FOLDER, name=name))
        file = folder / inside
        for parent in reversed(file.relative_to(folder).parents[:-1]):
            (folder / parent).mkdir(mode=FOLDER_MODE, exist_ok=True)
            folders.add(folder / parent)
        _write(file, data, FILE_MODE)
    for written in sorted(folders, reverse=True):
        sync(written)


def _write(file: Path, data: bytes, mode: int) -> None:
    with file.open("wb") as stream:
        os.fchmod(stream.fileno(), mode)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _swap(fresh: Path, target: Path) -> None:
    """Bring `fresh` to `target`; afterwards `fresh` names the old folder, or nothing."""
    if not target.exists() or not any(target.iterdir()):
        fresh.rename(target)
    elif not _exchange(fresh, target):
        aside = _aside(target)
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        try:
            fresh.rename(target)
        except BaseException:
            aside.rename(target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step (Linux renameat2); False where the system or file system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if rename(*names) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def check_writable(path: Path) -> None:
    """OSError when nothing can be written in the place, as far as that can be seen without writing."""
    parent = Path(os.path.realpath(path)).parent
    while not os.path.lexists(parent):
        parent = parent.parent
    if not parent.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(parent))
    if not os.access(parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, say(wording.NOT_WRITABLE), str(parent))


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """What the system refuses is said of the target, not of what is made beside it for a moment."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(target)) from error


@contextmanager
def _locked_sibling(target: Path, make: Callable[[Path], Path]) -> Iterator[Path]:
    """A fresh file or folder beside the target, locked while it is being filled, gone afterwards."""
    while True:
        fresh = make(target)
        with suppress(FileNotFoundError):
            lock = os.open(fresh, os.O_RDONLY)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if fresh.exists():
                break
            os.close(lock)  # Another run took it for a leftover before we had the lock.
    try:
        yield fresh
    finally:
        remove(fresh)
        os.close(lock)


def _new_file(target: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=_prefix(target), suffix=LEFTOVER, dir=target.parent)
    os.close(handle)
    return Path(name)


def _new_folder(target: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix=_prefix(target), suffix=LEFTOVER, dir=target.parent))


def _sweep(target: Path) -> None:
    """Remove what killed runs left beside the target."""
    sweep(target.parent, _prefix(target))


def sweep(folder: Path, prefix: str = ".") -> None:
    """Remove what killed runs left in the folder, of one target or of all."""
    for leftover in folder.glob(f"{glob.escape(prefix)}*{LEFTOVER}"):
        with suppress(OSError):
            lock = os.open(leftover, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove(leftover)
            finally:
                os.close(lock)


def remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it, as far as that can be done."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _prefix(target: Path) -> str:
    return f".{target.name[:100]}."


def _aside(target: Path) -> Path:
    return target.parent / f".{target.name[:100]}.rosterctl-old"


def make_folder(path: Path) -> None:
    """A private folder that outlives a power cut; nothing happens when it is there already."""
    if not path.is_dir():
        if not path.parent.is_dir():
            make_folder(path.parent)
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync(path.parent)


def sync(folder: Path) -> None:
    """Force a folder's entries to disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
