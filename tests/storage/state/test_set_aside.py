"""What is set aside stays, under a name that nothing else has."""

from __future__ import annotations

from pathlib import Path

from rosterctl.storage.state.set_aside import SetAside


def aside(tmp_path: Path) -> SetAside:
    return SetAside(tmp_path / "set-aside")


def contents(tmp_path: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted((tmp_path / "set-aside").iterdir())}


def test_things_of_one_name_are_numbered(tmp_path: Path) -> None:
    for text in ("one", "two"):
        (tmp_path / "journal.jsonl").write_text(text)
        told = aside(tmp_path).move(tmp_path / "journal.jsonl")
        assert not (tmp_path / "journal.jsonl").exists()
    assert told == "set-aside/journal.jsonl.2"
    assert contents(tmp_path) == {"journal.jsonl.1": "one", "journal.jsonl.2": "two"}


def test_a_folder_is_moved_whole(tmp_path: Path) -> None:
    (tmp_path / "000003").mkdir()
    (tmp_path / "000003" / "roster.json").write_text("{}")
    assert aside(tmp_path).move(tmp_path / "000003") == "set-aside/000003.1"
    assert (tmp_path / "set-aside/000003.1/roster.json").read_text() == "{}"


def test_a_copy_that_is_kept_already_is_not_made_twice(tmp_path: Path) -> None:
    names = [aside(tmp_path).keep("current", data) for data in (b"one", b"one", b"two", b"two")]
    assert names == [
        "set-aside/current.1",
        "set-aside/current.1",
        "set-aside/current.2",
        "set-aside/current.2",
    ]
    assert contents(tmp_path) == {"current.1": "one", "current.2": "two"}


def test_only_the_last_copy_is_looked_at(tmp_path: Path) -> None:
    """What was damaged, mended and damaged again in the same way has happened twice."""
    names = [aside(tmp_path).keep("current", data) for data in (b"one", b"two", b"one")]
    assert names[-1] == "set-aside/current.3"


def test_the_numbers_of_versions_that_lie_here(tmp_path: Path) -> None:
    assert aside(tmp_path).versions() == set()  # there is no folder yet
    for name in ("000003.1", "000003.2", "1000000.1", "journal.jsonl.1", "00007.1", "000008"):
        (tmp_path / "set-aside" / name).mkdir(parents=True)
    assert aside(tmp_path).versions() == {3, 1_000_000}
