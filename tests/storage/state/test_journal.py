"""The journal's lines hold together by their hashes: any change is seen, at its line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from rosterctl.storage.state.journal import (
    BEGIN,
    JournalChain,
    JournalEntry,
    append,
    cut_off,
    encoded,
    read_chain,
)
from tests.support.states import deed

ENTRIES = (
    JournalEntry(deed(), 1, "a" * 64),
    JournalEntry(deed("nightly", base=1), 2, "b" * 64),
    JournalEntry(deed("prune"), 1),
)
DATA = encoded(ENTRIES)
LINES = DATA.splitlines(keepends=True)


def test_what_was_written_is_read_with_the_hash_of_each_line() -> None:
    hashes = tuple(hashlib.sha256(line.rstrip(b"\n")).hexdigest() for line in LINES)
    assert read_chain(DATA) == JournalChain(ENTRIES, hashes, len(DATA))
    assert read_chain(DATA).last == hashes[-1]


def test_an_empty_journal_ends_where_it_begins() -> None:
    assert read_chain(b"") == JournalChain()
    assert read_chain(b"").last == BEGIN


def test_a_line_without_an_end_is_torn_and_counts_for_nothing() -> None:
    found = read_chain(DATA + LINES[0][:10])
    assert (found.entries, found.length, found.torn, found.damage) == (ENTRIES, len(DATA), True, "")


@pytest.mark.parametrize(
    ("data", "good", "why"),
    [
        (LINES[0] + LINES[2], 1, "line 2 does not hold: it does not follow the line before it"),
        (LINES[1] + LINES[2], 0, "line 1 does not hold: it does not follow the line before it"),
        (
            DATA.replace(b'"who":"planner"', b'"who":"nobody"', 1),
            1,
            "line 2 does not hold",
        ),  # seen at the next
        (DATA.replace(b'"base":1', b'"base": 1', 1), 1, "line 2 does not hold: its spelling"),
        (LINES[0] + b"?\n" + LINES[2], 1, "line 2 does not hold"),
    ],
)
def test_a_change_is_seen_at_the_first_line_that_does_not_hold(data: bytes, good: int, why: str) -> None:
    found = read_chain(data)
    assert len(found.entries) == len(found.hashes) == good
    assert found.damage.startswith(why)
    assert ENTRIES[2] in found.beyond  # what can still be read is kept apart


def test_an_entry_is_added_after_the_chain(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    append(file, JournalChain(), ENTRIES[:1])
    append(file, read_chain(file.read_bytes()), ENTRIES[1:])
    assert file.read_bytes() == DATA


def test_a_torn_end_is_taken_off(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    file.write_bytes(DATA + b"{")
    cut_off(file, len(DATA))
    assert file.read_bytes() == DATA


def test_a_chain_that_begins_anew_says_what_it_replaces() -> None:
    entry = JournalEntry(deed("set-aside"), 1, "", replaces="c" * 64)
    assert read_chain(encoded([entry])).entries == (entry,)
