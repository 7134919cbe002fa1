"""What a state's files say, read without changing any: the journal first, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from rosterctl.storage import wording
from rosterctl.storage.state.deeds import ROSTERCTL, Deed, Version
from rosterctl.storage.state.journal import JournalChain, JournalEntry, read_chain
from rosterctl.storage.state.pointer import Pointer, read_pointer
from rosterctl.storage.state.set_aside import SetAside
from rosterctl.storage.state.versions import alone, damage, folder_of, numbers_on_disk
from rosterctl.wording import say

SET_ASIDE, PRUNE = "set-aside", "prune"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """Where everything of a state lies."""

    folder: Path
    lock: Path = field(init=False)
    journal: Path = field(init=False)
    pointer: Path = field(init=False)
    versions: Path = field(init=False)
    set_aside: Path = field(init=False)
    history: Path = field(init=False)

    def __post_init__(self) -> None:
        names = {"journal": "journal.jsonl", "pointer": "current", "set_aside": "set-aside"}
        names |= {"lock": "lock", "versions": "versions", "history": "history.sqlite"}
        for attribute, name in names.items():
            object.__setattr__(self, attribute, self.folder / name)


@dataclass(frozen=True)
class Survey:
    """`damage` is what is wrong with the journal, `pointer_damage` what with the pointer; empty when nothing.

    A journal that is damaged is judged by the versions: `entries` are then made anew from them.
    """

    desk: Desk
    journal: bytes
    chain: JournalChain
    pointer: Pointer | None
    pointer_data: bytes | None
    damage: str
    pointer_damage: str

    @cached_property
    def entries(self) -> tuple[JournalEntry, ...]:
        return tuple(self.made_anew(LONG_AGO)) if self.damage else self.chain.entries

    @cached_property
    def live(self) -> tuple[Version, ...]:
        """Every version that was published and neither set aside nor pruned since, oldest first."""
        gone = gone_from(self.entries)
        return tuple(
            Version(one.version, folder_of(self.desk.versions, one.version), one.deed, one.sha256)
            for one in self.entries
            if one.sha256 and one.version is not None and one.version not in gone
        )

    @property
    def trusted(self) -> bool:
        """Whether a version folder without a line in the journal can only be one that was never finished."""
        lost = self.pointer_data is None and len(self.chain.entries) > 1
        return not (self.damage or self.pointer_damage or lost)

    def newest_intact(self) -> Version | None:
        return next((version for version in reversed(self.live) if not damage(version)), None)

    def numbers(self) -> set[int]:
        """Every number that was ever given to a version, as far as anything still knows of it."""
        known = {one.version for one in (*self.entries, *self.chain.entries, *self.chain.beyond)}
        found = {number for number in known if number is not None}
        if self.pointer is not None and self.pointer.version is not None:
            found.add(self.pointer.version)
        return found | set(numbers_on_disk(self.desk.versions)) | SetAside(self.desk.set_aside).versions()

    def made_anew(self, when: datetime) -> list[JournalEntry]:
        """A line for every version that is intact, and one for every other that it is not."""
        proven = {one.version: one.sha256 for one in self.chain.entries if one.sha256}
        gone = gone_from((*self.chain.entries, *self.chain.beyond))
        known = {one.version for one in (*self.chain.entries, *self.chain.beyond) if one.sha256}
        if self.pointer is not None:
            known.add(self.pointer.version)
        numbers = known | gone.keys() | set(numbers_on_disk(self.desk.versions))
        made = []
        for number in sorted(number for number in numbers if number is not None):
            version = alone(folder_of(self.desk.versions, number))
            if number in gone:
                made.append(gone[number])
            elif version is not None and proven.get(number, version.sha256) == version.sha256:
                made.append(JournalEntry(version.deed, number, version.sha256))
            else:
                note = say(wording.DAMAGED_WITH_JOURNAL, number=number)
                made.append(JournalEntry(Deed(SET_ASIDE, ROSTERCTL, when, None, note), number))
        return made


def survey(desk: Desk) -> Survey:
    """Read the pointer first: the journal only grows, so it is never behind a pointer read before it."""
    pointer_data = _read(desk.pointer)
    journal = _read(desk.journal)
    chain = read_chain(journal or b"")
    pointer, pointer_damage = None, ""
    if pointer_data is not None:
        try:
            pointer = read_pointer(pointer_data)
        except ValueError as wrong:
            pointer_damage = str(wrong)
    wrong_with = chain.damage or _missing(desk, journal, chain, pointer) or _contradicted(chain, pointer)
    return Survey(desk, journal or b"", chain, pointer, pointer_data, wrong_with, pointer_damage)


def gone_from(entries: Iterable[JournalEntry]) -> dict[int, JournalEntry]:
    """The versions that were set aside or pruned, with the entry that says so."""
    return {
        one.version: one
        for one in entries
        if one.version is not None and not one.sha256 and one.deed.what in (SET_ASIDE, PRUNE)
    }


def _missing(desk: Desk, journal: bytes | None, chain: JournalChain, pointer: Pointer | None) -> str:
    """One version folder without any line may be a first publication that was killed; more cannot be."""
    if chain.entries or not ((pointer and pointer.lines) or len(numbers_on_disk(desk.versions)) > 1):
        return ""
    return say(wording.IT_IS_MISSING) if journal is None else say(wording.IT_IS_EMPTY)


def _contradicted(chain: JournalChain, pointer: Pointer | None) -> str:
    if pointer is None or not pointer.lines:
        return ""
    if chain.entries and chain.entries[0].replaces == pointer.chain:
        return ""
    if pointer.lines > len(chain.entries):
        return say(wording.CUT_SHORT, left=len(chain.entries), lines=pointer.lines)
    if chain.hashes[pointer.lines - 1] != pointer.chain:
        return say(wording.OTHER_LINE, number=pointer.lines)
    return ""


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
