"""What a kill leaves is finished or swept away; what is damaged is named, set aside, and the rest goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rosterctl.problems import BadInput
from rosterctl.storage.state.journal import read_chain
from rosterctl.storage.state.recovery import Settling
from rosterctl.storage.state.state import State
from rosterctl.storage.state.survey import Desk
from rosterctl.storage.state.versions import files_of, write_version
from tests.support.states import (
    NOW,
    assert_sound,
    deed,
    files,
    numbers,
    pointed,
    publish,
    published,
    settled,
)


def spoil(file: Path, old: bytes, new: bytes) -> None:
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, 1))


def aside(state: State) -> list[str]:
    folder = state.folder / "set-aside"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_sound_state_has_nothing_to_mend_however_closely_it_is_looked_at(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    with state.lock():
        told = [Settling(Desk(state.folder), NOW, every_version=every).run() for every in (False, True)]
    assert told == [(), ()]


def test_a_version_that_was_never_acknowledged_is_swept_away(tmp_path: Path) -> None:
    """Whole on disk, but killed before its line in the journal; its number is free again."""
    state = published(tmp_path, "one")
    write_version(state.folder / "versions", 2, deed(), files("two"))
    assert state.verify() == ()
    assert numbers(state) == [1]
    assert settled(state) == ("version 2 was never finished and was swept away",)
    assert_sound(state)
    assert publish(state, "three").number == 2


def test_the_very_first_may_be_one_that_was_never_acknowledged(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    write_version(state.folder / "versions", 1, deed(), files("one"))
    assert (state.current(), state.verify()) == (None, ())
    assert settled(state) == ("version 1 was never finished and was swept away",)
    assert publish(state, "two").number == 1


def test_a_pointer_behind_the_journal_is_brought_forward(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    before = (state.folder / "current").read_bytes()
    publish(state, "two")
    (state.folder / "current").write_bytes(before)
    current = state.current()
    assert current is not None
    assert current.number == 2, "who asks the journal need not wait for the pointer"
    assert state.verify() == ()
    assert settled(state) == ("the pointer was brought forward; it names version 2 now",)
    assert_sound(state)


def test_no_pointer_after_the_first_line_is_a_kill_after_more_it_is_damage(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    (state.folder / "current").unlink()
    assert state.verify() == ()
    assert settled(state) == ("the pointer was brought forward; it names version 1 now",)
    publish(state, "two")
    (state.folder / "current").unlink()
    assert state.verify() == ("current: it is missing",)
    assert settled(state) == ("the pointer was brought forward; it names version 2 now",)
    assert_sound(state)


def test_wherever_a_line_is_torn_the_lines_before_it_hold(tmp_path: Path) -> None:
    """A kill or a full disk in the middle of a line, at every byte of it."""
    state = published(tmp_path, "one", "two")
    one, two = (state.folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
    for end in range(1, len(two)):
        chain = read_chain(one + two[:end])
        assert (len(chain.entries), chain.torn, chain.length, chain.damage) == (1, True, len(one), "")


@pytest.mark.parametrize("bytes_written", [1, -1])
def test_a_torn_line_is_taken_off(tmp_path: Path, bytes_written: int) -> None:
    state = published(tmp_path, "one")
    pointer = (state.folder / "current").read_bytes()
    publish(state, "two")
    (state.folder / "current").write_bytes(pointer)
    one, two = (state.folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (state.folder / "journal.jsonl").write_bytes(one + two[:bytes_written])
    assert (numbers(state), state.verify()) == ([1], ())
    assert settled(state) == (
        "an unfinished line at the end of the journal was taken off",
        "version 2 was never finished and was swept away",
    )
    assert_sound(state)


@pytest.mark.parametrize(
    ("harm", "wrong"),
    [
        (lambda folder: spoil(folder / "roster.json", b"three", b"thief"), "roster.json was changed"),
        (lambda folder: (folder / "roster.json").unlink(), "roster.json is missing"),
        (lambda folder: (folder / "extra").write_bytes(b""), "extra was added"),
        (lambda folder: spoil(folder / "version.json", b"planner", b"somebody"), "version.json was changed"),
        (lambda folder: (folder / "version.json").write_bytes(b"\xff{"), "version.json was changed"),
        (lambda folder: (folder / "version.json").unlink(), "version.json is missing"),
        (lambda folder: (folder / "link").symlink_to("roster.json"), "link was added"),
    ],
)
def test_a_damaged_version_is_set_aside_and_the_one_before_is_current(
    tmp_path: Path, harm: Callable[[Path], None], wrong: str
) -> None:
    state = published(tmp_path, "one", "two", "three")
    harm(state.folder / "versions/000003")
    assert state.verify() == (f"version 3: {wrong}",)
    current = state.current()
    assert current is not None
    assert current.number == 2, "a damaged version is never handed out"
    with pytest.raises(BadInput):
        state.version(3)
    told = settled(state)
    assert told[0] == (
        f"version 3 was damaged ({wrong}); it is kept as set-aside/000003.1; version 2 is current again"
    )
    assert (aside(state), numbers(state), pointed(state)) == (["000003.1"], [1, 2], 2)
    assert (state.entries()[-1].deed.what, state.entries()[-1].deed.note) == ("set-aside", told[0])
    assert_sound(state)
    assert publish(state, "four").number == 4


def test_a_version_whose_folder_is_gone(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    shutil.rmtree(state.folder / "versions/000002")
    assert state.verify() == ("version 2: its folder is missing",)
    assert settled(state)[0] == ("version 2 was damaged (its folder is missing); version 1 is current again")
    assert_sound(state)


def test_an_old_version_that_is_damaged_does_not_move_the_pointer(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two", "three")
    spoil(state.folder / "versions/000001/roster.json", b"one", b"eno")
    with state.lock():
        assert state.settle(every_version=False) == ()
        assert state.settle() == (
            "version 1 was damaged (roster.json was changed); it is kept as set-aside/000001.1",
        )
    assert (numbers(state), pointed(state)) == ([2, 3], 3)
    assert_sound(state)


def test_without_any_intact_version_there_is_none(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    for name in ("000001", "000002"):
        spoil(state.folder / "versions" / name / "roster.json", b"o", b"x")
    assert len(settled(state)) == 3
    assert (state.current(), pointed(state), aside(state)) == (None, None, ["000001.1", "000002.1"])
    assert_sound(state)
    assert publish(state, "three").number == 3


@pytest.mark.parametrize("data", [b"", b"{}", b"null\n", b"\xff", b"[" * 100_000, b'{"version":1}\n'])
def test_a_damaged_pointer_is_set_aside(tmp_path: Path, data: bytes) -> None:
    state = published(tmp_path, "one", "two")
    (state.folder / "current").write_bytes(data)
    (wrong,) = state.verify()
    assert wrong.startswith("current: ")
    told = settled(state)
    assert told[0].endswith("it is kept as set-aside/current.1")
    assert ((state.folder / "set-aside/current.1").read_bytes(), pointed(state)) == (data, 2)
    assert state.entries()[-1].deed.what == "set-aside"
    assert_sound(state)


def test_an_edited_pointer_is_no_witness_against_the_journal(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    spoil(state.folder / "current", b'"version":2', b'"version":1')
    assert state.verify() == ("current: it does not fit its check",)
    settled(state)
    assert (numbers(state), pointed(state), aside(state)) == ([1, 2], 2, ["current.1"])
    assert_sound(state)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (b'"note":"second"', b'"note":"edited"', "line 3 does not hold: it does not follow the line before"),
        (b'"who":"planner"', b'"who":"p\xff"', "line 1 does not hold: "),
        (b'"note":"second"', b'"note": "second"', "line 2 does not hold: its spelling is not the writer's"),
        (b'"note":"third"', b'"note":"edited"', "line 3 is not the one that was written"),
        (b"\n", b"\n\n", "line 2 does not hold: "),
    ],
)
def test_an_edited_journal_is_set_aside_and_a_new_chain_begun(
    tmp_path: Path, old: bytes, new: bytes, wrong: str
) -> None:
    state = State(tmp_path / "state")
    for text in ("first", "second", "third"):
        publish(state, text, note=text)
    journal = state.folder / "journal.jsonl"
    spoil(journal, old, new)
    damaged = journal.read_bytes()
    (said,) = state.verify()
    assert said.startswith(f"journal.jsonl: {wrong}")
    told = settled(state)
    assert told[0].endswith(
        "it is kept as set-aside/journal.jsonl.1; a new chain goes on with versions 1, 2, 3"
    )
    assert (state.folder / "set-aside/journal.jsonl.1").read_bytes() == damaged
    first, *rest = state.entries()
    assert (first.deed.what, first.version) == ("set-aside", None)
    assert "set-aside/journal.jsonl.1" in first.deed.note
    assert [(one.version, one.deed.note) for one in rest] == [(1, "first"), (2, "second"), (3, "third")]
    assert_sound(state)
    assert publish(state, "fourth").number == 4


@pytest.mark.parametrize("lines", [0, 1, 2])
@pytest.mark.parametrize("torn", [False, True])
def test_a_journal_that_was_cut_short_is_seen_by_the_pointer(tmp_path: Path, lines: int, torn: bool) -> None:
    state = published(tmp_path, "one", "two", "three")
    journal = state.folder / "journal.jsonl"
    kept = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(kept[:lines]) + (kept[lines][:100] if torn else b""))
    (said,) = state.verify()
    assert said == "journal.jsonl: " + (
        f"it was cut short: {lines} of 3 lines are left" if lines else "it is empty"
    )
    assert settled(state)[0].endswith("a new chain goes on with versions 1, 2, 3")
    assert (numbers(state), pointed(state)) == ([1, 2, 3], 3)
    assert_sound(state)


def test_a_journal_that_is_gone_is_made_anew(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    (state.folder / "journal.jsonl").unlink()
    assert state.verify() == ("journal.jsonl: it is missing",)
    current = state.current()
    assert current is not None
    assert files_of(current) == files("two")
    assert settled(state) == ("journal.jsonl: it is missing; a new chain goes on with versions 1, 2",)
    assert_sound(state)


def test_a_journal_and_a_version_damaged_together(tmp_path: Path) -> None:
    """The chain goes on with what verifies by itself; the number of what does not is never given again."""
    state = published(tmp_path, "one", "two", "three")
    spoil(state.folder / "journal.jsonl", b"planner", b"nobody!")
    spoil(state.folder / "versions/000003/roster.json", b"three", b"thief")
    current = state.current()
    assert current is not None
    assert current.number == 2
    told = settled(state)
    assert told[0].endswith("a new chain goes on with versions 1, 2")
    assert told[1] == "version 3 was damaged when the journal was; it is kept as set-aside/000003.1"
    assert (numbers(state), pointed(state)) == ([1, 2], 2)
    assert_sound(state)
    assert publish(state, "four").number == 4


def test_a_version_forged_whole_is_caught_by_the_lines_that_still_hold(tmp_path: Path) -> None:
    """Its own file fits its content, but line 1 has another hash."""
    state = published(tmp_path, "one", "two", "three")
    forged = published(tmp_path / "elsewhere", "forged").version(1)
    shutil.rmtree(state.folder / "versions/000001")
    shutil.copytree(forged.folder, state.folder / "versions/000001")
    spoil(state.folder / "journal.jsonl", b'"version":3', b'"version":9')
    settled(state)
    assert (numbers(state), aside(state)) == ([2, 3], ["000001.1", "journal.jsonl.1"])
    assert_sound(state)


def test_a_lost_set_aside_line_does_not_free_a_number(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    spoil(state.folder / "versions/000002/roster.json", b"two", b"owt")
    settled(state)
    journal = state.folder / "journal.jsonl"
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:1]))
    settled(state)
    assert publish(state, "three").number == 3


def test_a_folder_without_a_line_is_kept_when_the_pointer_cannot_be_trusted(tmp_path: Path) -> None:
    """Both its line and the pointer may have been lost: nothing is deleted on such a suspicion."""
    state = published(tmp_path, "one")
    write_version(state.folder / "versions", 2, deed(), files("two"))
    (state.folder / "current").write_bytes(b"rubbish")
    assert "version 2 stands in no line of the journal; it is kept as set-aside/000002.1" in settled(state)
    assert_sound(state)


def test_a_pruning_that_was_killed_is_finished(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    kept = shutil.copytree(state.folder / "versions/000001", tmp_path / "kept")
    with state.lock():
        state.settle()
        state.prune(1)
    shutil.copytree(kept, state.folder / "versions/000001")
    assert settled(state) == ()
    assert not (state.folder / "versions/000001").exists()
    assert_sound(state)


def test_a_garbage_history_is_set_aside_and_a_fresh_one_begun(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    assert state.history.begin("publish", NOW.date(), NOW) == 1
    (state.folder / "history.sqlite").write_bytes(b"garbage" * 1000)
    assert state.verify() == ("history.sqlite: file is not a database",)
    assert len(settled(state)) == 1
    assert aside(state) == ["history.sqlite.1"]
    assert state.history.begin("publish", NOW.date(), NOW) == 1
    assert_sound(state)


def test_leftovers_of_killed_writers_are_swept_away(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    (state.folder / "versions/.000002.abc.rosterctl-new").mkdir()
    (state.folder / ".current.abc.rosterctl-new").write_bytes(b"half")
    assert settled(state) == ()
    assert not list(state.folder.rglob("*.rosterctl-new"))
