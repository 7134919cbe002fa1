"""What a state's files say together: the journal is believed unless something speaks against it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from rosterctl.storage.state.deeds import ROSTERCTL, Deed
from rosterctl.storage.state.journal import JournalEntry
from rosterctl.storage.state.state import State
from rosterctl.storage.state.survey import PRUNE, SET_ASIDE, Desk, Survey, gone_from, survey
from rosterctl.storage.state.versions import write_version
from tests.support.states import NOW, deed, files, published


def looked_at(state: State) -> Survey:
    return survey(Desk(state.folder))


def live(state: State) -> list[int]:
    return [version.number for version in looked_at(state).live]


def test_an_empty_state_has_nothing_and_nothing_is_wrong(tmp_path: Path) -> None:
    found = survey(Desk(tmp_path))
    assert (found.entries, found.live, found.damage, found.pointer_damage) == ((), (), "", "")
    assert found.trusted
    assert found.numbers() == set()


def test_published_versions_live_in_their_order(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    found = looked_at(state)
    assert live(state) == [1, 2]
    assert found.newest_intact() == found.live[-1]
    assert (found.trusted, found.numbers()) == (True, {1, 2})


def test_the_newest_intact_is_the_one_before_when_the_last_was_changed(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two")
    (state.folder / "versions/000002/roster.json").write_text("other")
    newest = looked_at(state).newest_intact()
    assert newest is not None
    assert newest.number == 1


def test_what_was_set_aside_or_pruned_is_gone_and_its_number_is_known() -> None:
    entries = [
        JournalEntry(deed(), 1, "a" * 64),
        JournalEntry(deed(), 2, "b" * 64),
        JournalEntry(deed(PRUNE), 1),
        JournalEntry(deed("rollback", base=2), 3, "b" * 64),
        JournalEntry(deed(SET_ASIDE), 2),
        JournalEntry(deed("note")),
    ]
    assert gone_from(entries) == {1: entries[2], 2: entries[4]}


@pytest.mark.parametrize(
    ("keep", "damage"),
    [(None, "it is missing"), (0, "it is empty"), (1, "it was cut short: 1 of 2 lines are left")],
)
def test_a_journal_that_is_behind_its_pointer_was_damaged(
    tmp_path: Path, keep: int | None, damage: str
) -> None:
    state = published(tmp_path, "one", "two")
    journal = state.folder / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    if keep is None:
        journal.unlink()
    else:
        journal.write_bytes(b"".join(lines[:keep]))
    found = looked_at(state)
    assert (found.damage, found.trusted) == (damage, False)
    assert live(state) == [1, 2]  # made anew from the versions, which are intact


def test_a_pointer_behind_the_journal_is_no_damage(tmp_path: Path) -> None:
    """The run that published was killed before it could bring the pointer forward."""
    state = published(tmp_path, "one")
    old = (state.folder / "current").read_bytes()
    state = published(tmp_path, "two")
    (state.folder / "current").write_bytes(old)
    assert (looked_at(state).damage, live(state)) == ("", [1, 2])


def test_a_last_line_that_is_not_the_pointers_was_changed(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    journal = state.folder / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"planner", b"nobody!"))
    assert looked_at(state).damage == "line 1 is not the one that was written"


def test_a_damaged_pointer_is_told_and_the_journal_stands(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    (state.folder / "current").write_text("{}")
    found = looked_at(state)
    assert (found.pointer, found.damage, found.trusted) == (None, "", False)
    assert found.pointer_damage != ""
    assert live(state) == [1]


def test_one_folder_without_any_line_may_be_a_first_publication_that_was_killed(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    write_version(state.folder / "versions", 1, deed(), files("one"))
    assert (looked_at(state).damage, live(state), looked_at(state).numbers()) == ("", [], {1})
    write_version(state.folder / "versions", 2, deed(), files("two"))
    assert looked_at(state).damage == "it is missing"  # two cannot be


def test_anew_there_is_a_line_for_every_version_and_its_fate(tmp_path: Path) -> None:
    state = published(tmp_path, "one", "two", "three")
    (state.folder / "versions/000002/roster.json").write_text("other")
    when = NOW + timedelta(days=1)
    first, second, third = looked_at(state).made_anew(when)
    assert [(one.version, bool(one.sha256)) for one in (first, second, third)] == [
        (1, True),
        (2, False),
        (3, True),
    ]
    note = "version 2 was damaged when the journal was"
    assert second.deed == Deed(SET_ASIDE, ROSTERCTL, when, None, note)
