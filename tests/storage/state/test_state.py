"""Versions, the pointer and the journal of a state that nothing bad happens to."""

from __future__ import annotations

import hashlib
import json
import stat
from datetime import datetime
from pathlib import Path

import pytest

from rosterctl.problems import BadInput
from rosterctl.storage.state.state import Deed, Locked, State
from rosterctl.storage.state.versions import files_of
from tests.support.states import NOW, assert_sound, deed, files, numbers, pointed, publish, published


def test_before_the_first_publication_there_is_nothing(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    assert (state.current(), state.versions(), state.entries(), state.verify()) == (None, (), (), ())
    assert not state.folder.exists(), "looking writes nothing"


def test_a_state_has_begun_when_a_run_has_settled_it(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    assert not state.begun
    with state.lock():
        assert not state.begun, "the lock alone is no state"
        state.settle()
    assert state.begun


def test_the_newest_version_is_current(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    current = state.current()
    assert current is not None
    assert (current.number, current.deed, numbers(state)) == (2, deed(), [1, 2])
    assert files_of(current) == files("two")
    assert_sound(state)


def test_another_process_sees_the_same(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    assert State(state.folder).versions() == state.versions()


def test_the_hash_can_be_computed_with_sha256sum(tmp_path: Path) -> None:
    """`find * -type f ! -name version.json | sort | xargs sha256sum | sha256sum`, in a version's folder."""
    (version,) = published(tmp_path, "one").versions()
    lines = "".join(
        f"{hashlib.sha256((version.folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in ("bureau/bureau.yaml", "roster.json")
    )
    assert version.sha256 == hashlib.sha256(lines.encode()).hexdigest()
    assert json.loads((version.folder / "version.json").read_text())["sha256"] == version.sha256
    assert json.loads((tmp_path / "state/current").read_text())["sha256"] == version.sha256


def test_each_line_of_the_journal_has_the_hash_of_the_line_before(tmp_path: Path) -> None:
    published(tmp_path, "one", "two", "three")
    lines = (tmp_path / "state/journal.jsonl").read_bytes().splitlines()
    before = [json.loads(line)["before"] for line in lines]
    assert before == ["0" * 64, *(hashlib.sha256(line).hexdigest() for line in lines[:-1])]


def test_the_journal_keeps_who_when_what_and_from_which_version(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    publish(state, "two", what="replan", base=1, note="患病 \udcff\n\u2028")
    assert [entry.deed for entry in state.entries()] == [
        deed(),
        Deed("replan", "planner", NOW, 1, "患病 \udcff\n\u2028"),
    ]
    assert_sound(state)


def test_an_instant_without_a_zone_is_refused(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    with pytest.raises(ValueError, match="time zone"), state.lock():
        state.settle()
        state.publish(Deed("publish", "planner", datetime(2026, 12, 1), None, ""), files("two"))
    assert numbers(state) == [1]
    assert_sound(state)


def test_everything_is_private(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    state.history.begin("publish", NOW.date(), NOW)
    paths = [state.folder, *state.folder.rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()} == {0o600}


def test_a_version_by_its_number(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    assert files_of(state.version(1)) == files("one")
    with pytest.raises(BadInput) as refused:
        state.version(3)
    (problem,) = refused.value.problems
    assert problem.message == "there is no version 3"
    assert problem.hint.startswith("there are: 1, 2")


def test_writing_needs_the_lock_and_a_settled_state(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    with pytest.raises(RuntimeError, match="not locked"):
        state.settle()
    with pytest.raises(RuntimeError, match="not locked"):
        state.publish(deed(), files("two"))
    with state.lock(), pytest.raises(RuntimeError, match="not been settled"):
        state.publish(deed(), files("two"))


def test_one_run_at_a_time(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    with state.lock(), pytest.raises(Locked), State(state.folder).lock():
        pass
    publish(state, "two")


def test_pruning_keeps_the_newest_the_current_and_its_base(tmp_path: Path) -> None:
    """Version 5 was made from version 2: with `keep` 2, versions 1 and 3 go."""
    state = published(tmp_path, "one", "two", "three", "four")
    publish(state, "two", what="rollback", base=2)
    with state.lock():
        state.settle()
        assert state.prune(2) == (1, 3)
        assert state.prune(2) == ()
    assert numbers(state) == [2, 4, 5]
    assert not (state.folder / "versions/000001").exists()
    assert [(one.version, one.deed.what) for one in state.entries()[5:]] == [(1, "prune"), (3, "prune")]
    assert_sound(state)
    with pytest.raises(BadInput) as refused:
        state.version(1)
    assert refused.value.problems[0].message == "version 1 was pruned"


def test_pruning_never_takes_the_current_version(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    with state.lock():
        state.settle()
        assert state.prune(0) == (1,)
    assert pointed(state) == 2


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    with state.lock():
        state.settle()
        state.prune(1)
    assert publish(state, "three").number == 3


def test_nothing_is_pruned_before_the_first_publication(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    with state.lock():
        state.settle()
        assert state.prune(1) == ()
    assert_files(state, ["lock"])


def assert_files(state: State, names: list[str]) -> None:
    assert sorted(path.name for path in state.folder.rglob("*") if path.is_file()) == names
