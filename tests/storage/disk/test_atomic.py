"""Whole or not at all: what stands in the place before and after a write that works, fails or is refused."""

from __future__ import annotations

import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rosterctl.storage.disk import atomic


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """A disk that is full after `size` bytes: root is not stopped by permissions, but by this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


def test_a_new_file_is_private(tmp_path: Path) -> None:
    atomic.write_file(tmp_path / "a.csv", b"one")
    assert tree(tmp_path) == {"a.csv": b"one"}
    assert mode(tmp_path / "a.csv") == 0o600


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"old")
    file.chmod(0o640)
    atomic.write_file(file, b"new")
    assert (file.read_bytes(), mode(file)) == (b"new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.csv").write_bytes(b"old")
    (tmp_path / "a.csv").symlink_to("real/a.csv")
    atomic.write_file(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").is_symlink()
    assert tree(tmp_path / "real") == {"a.csv": b"new"}


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    atomic.write_file(tmp_path / "a.csv", b"old")
    with files_no_larger_than(1000), pytest.raises(OSError, match="File too large"):
        atomic.write_file(tmp_path / "a.csv", b"x" * 2000)
    assert tree(tmp_path) == {"a.csv": b"old"}


def test_a_folder_with_folders_in_it(tmp_path: Path) -> None:
    files = {"roster.json": b"{}", "bureau/bureau.yaml": b"b", "bureau/units/S01.yaml": b"u"}
    atomic.write_folder(tmp_path / "out", files)
    assert tree(tmp_path / "out") == files
    assert {mode(tmp_path / "out" / folder) for folder in (".", "bureau", "bureau/units")} == {0o700}
    assert {mode(tmp_path / "out" / name) for name in files} == {0o600}


def test_a_second_folder_replaces_the_first_whole(tmp_path: Path) -> None:
    atomic.write_folder(tmp_path / "out", {"a": b"1", "only-old": b"1"})
    atomic.write_folder(tmp_path / "out", {"a": b"2"})
    assert tree(tmp_path) == {"out/a": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_where_names_cannot_be_exchanged_the_old_folder_steps_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_exchange", lambda *_: False)
    atomic.write_folder(tmp_path / "out", {"a": b"1"})
    atomic.write_folder(tmp_path / "out", {"a": b"2"})
    assert tree(tmp_path) == {"out/a": b"2"}


def test_a_folder_left_aside_comes_back(tmp_path: Path) -> None:
    """The one moment in which neither stands in the place: killed there, the old one is put back."""
    atomic.write_folder(tmp_path / ".out.rosterctl-old", {"a": b"1"})
    atomic.recover(tmp_path / "out")
    assert tree(tmp_path) == {"out/a": b"1"}


def test_an_aside_folder_never_replaces_one_in_place(tmp_path: Path) -> None:
    atomic.write_folder(tmp_path / ".out.rosterctl-old", {"a": b"1"})
    (tmp_path / "out").mkdir()
    atomic.recover(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_full_disk_leaves_the_old_folder_and_nothing_else(tmp_path: Path) -> None:
    atomic.write_folder(tmp_path / "out", {"a": b"old"})
    with files_no_larger_than(1000), pytest.raises(OSError, match="File too large"):
        atomic.write_folder(tmp_path / "out", {"a": b"new", "b": b"x" * 2000})
    assert tree(tmp_path) == {"out/a": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_in_place_of_a_parent_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        atomic.write_folder(tmp_path / "file/out", {"a": b""})


@pytest.mark.parametrize("name", ["../a", "/a", "b/../../a", ""])
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="inside"):
        atomic.write_folder(tmp_path / "out", {name: b""})
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_the_dead_are_swept_those_of_the_living_are_not(tmp_path: Path) -> None:
    """A leftover that nobody holds locked is a dead run's; the sibling's long name is another target's."""
    dead = tmp_path / ".out.abc.rosterctl-new"
    dead.mkdir()
    (dead / "a").write_bytes(b"half")
    with atomic._locked_sibling(tmp_path / "out", atomic._new_folder) as living:
        atomic.write_folder(tmp_path / "out", {"a": b"1"})
        assert living.is_dir()
    assert tree(tmp_path) == {"out/a": b"1"}
    assert not dead.exists()


def test_what_is_refused_is_said_of_the_target(tmp_path: Path) -> None:
    for place, write in (("file", atomic.write_file), ("folder", _one_file)):
        with files_no_larger_than(100), pytest.raises(OSError) as refused:
            write(tmp_path / place, b"x" * 1000)
        assert refused.value.filename == str(tmp_path / place)


def _one_file(folder: Path, data: bytes) -> None:
    atomic.write_folder(folder, {"one": data})


def test_a_place_that_cannot_be_written_is_known_beforehand(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    atomic.check_writable(tmp_path / "new" / "and" / "deep")
    with pytest.raises(NotADirectoryError) as refused:
        atomic.check_writable(tmp_path / "file" / "new")
    assert refused.value.filename == str(tmp_path / "file")
