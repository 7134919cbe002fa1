"""Recovery: what a kill left half done is finished or swept away, what was damaged is set aside and named.

Every step may itself be killed: the next run finds the rest to do and does it.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rosterctl.storage import wording
from rosterctl.storage.disk import atomic
from rosterctl.storage.state import journal
from rosterctl.storage.state.deeds import ROSTERCTL, Deed, Version
from rosterctl.storage.state.journal import JournalEntry
from rosterctl.storage.state.pointer import Pointer, pointer_text
from rosterctl.storage.state.run_history import RunHistory
from rosterctl.storage.state.set_aside import SetAside
from rosterctl.storage.state.survey import PRUNE, SET_ASIDE, Desk, Survey, gone_from, survey
from rosterctl.storage.state.versions import damage, folder_of, numbers_on_disk
from rosterctl.wording import LISTED, say


class Settling:
    """One recovery, under the lock; `when` is its moment, `told` collects what it did, in sentences."""

    def __init__(self, desk: Desk, when: datetime, every_version: bool) -> None:
        self.desk, self.when, self.every_version = desk, when, every_version
        self.aside = SetAside(desk.set_aside)
        self.told: list[str] = []

    def run(self) -> tuple[str, ...]:
        for folder in (self.desk.folder, self.desk.versions, self.desk.set_aside):
            atomic.sweep(folder)
        found = survey(self.desk)
        self._set_history_aside()
        self._mend_journal(found)
        self._keep_pointer(found)
        self._finish_goings()
        self._sweep_unfinished(found)
        self._set_damaged_aside()
        self._point(found)
        return tuple(self.told)

    def _set_history_aside(self) -> None:
        self.told += RunHistory(self.desk.history).mend()

    def _mend_journal(self, found: Survey) -> None:
        if found.damage:
            self._begin_anew(found)
        elif found.chain.torn:
            journal.cut_off(self.desk.journal, found.chain.length)
            self.told.append(say(wording.LINE_TAKEN_OFF))

    def _begin_anew(self, found: Survey) -> None:
        """Keep the damaged journal and begin a chain that says from where it goes on."""
        name = self.desk.journal.name
        kept = ""
        if found.journal:
            kept = say(wording.KEPT_FIRST, kept=self.aside.keep(name, found.journal))
        made = found.made_anew(self.when)
        numbers = [str(one.version) for one in made if one.sha256]
        versions = say(LISTED).join(numbers) or say(wording.NO_VERSIONS)
        note = say(
            wording.CHAIN_MADE_ANEW,
            name=name,
            damage=found.damage,
            kept=kept,
            lines=len(found.chain.entries),
            last=found.chain.last,
            versions=versions,
        )
        replaces = found.pointer.chain if found.pointer is not None else ""
        first = JournalEntry(Deed(SET_ASIDE, ROSTERCTL, self.when, None, note), replaces=replaces)
        atomic.write_file(self.desk.journal, journal.encoded([first, *made]))
        self.told.append(say(wording.NEW_CHAIN, name=name, damage=found.damage, kept=kept, versions=versions))

    def _keep_pointer(self, found: Survey) -> None:
        if found.pointer_damage and found.pointer_data is not None:
            kept = self.aside.keep(self.desk.pointer.name, found.pointer_data)
            name = self.desk.pointer.name
            note = say(wording.DAMAGED_AND_KEPT, name=name, damage=found.pointer_damage, kept=kept)
            if not any(one.deed.note == note for one in survey(self.desk).entries):
                self._append(JournalEntry(Deed(SET_ASIDE, ROSTERCTL, self.when, None, note)))
            self.told.append(note)

    def _finish_goings(self) -> None:
        """Version folders that the journal says are gone, and that a kill left in their place."""
        for number, entry in gone_from(survey(self.desk).entries).items():
            folder = folder_of(self.desk.versions, number)
            if entry.deed.what == PRUNE:
                remove_version(folder)
            elif _is_there(folder):
                kept, note = self.aside.move(folder), entry.deed.note
                self.told.append(note if kept in note else say(wording.NOTE_AND_KEPT, note=note, kept=kept))

    def _sweep_unfinished(self, found: Survey) -> None:
        """Folders that no line of the journal names were never acknowledged."""
        acknowledged = {one.version for one in survey(self.desk).entries}
        for number in numbers_on_disk(self.desk.versions):
            folder = folder_of(self.desk.versions, number)
            if number in acknowledged:
                continue
            if found.trusted:
                remove_version(folder)
                self.told.append(say(wording.NEVER_FINISHED, number=number))
            else:
                kept = self.aside.move(folder)
                self.told.append(say(wording.IN_NO_LINE, number=number, kept=kept))

    def _set_damaged_aside(self) -> None:
        live = survey(self.desk).live
        for version in reversed(live):
            wrong = damage(version)
            if wrong:
                self._one_aside(version, wrong, live)
            elif not self.every_version:
                return

    def _one_aside(self, version: Version, wrong: str, live: Sequence[Version]) -> None:
        there = _is_there(version.folder)
        kept = say(wording.AND_KEPT, kept=self.aside.name_for(version.folder.name)) if there else ""
        good = [one.number for one in live if not damage(one)]
        newest = max(good, default=0) < version.number
        then = say(wording.CURRENT_AGAIN, number=good[-1]) if newest and good else ""
        note = say(wording.VERSION_DAMAGED, number=version.number, wrong=wrong, kept=kept, then=then)
        self._append(JournalEntry(Deed(SET_ASIDE, ROSTERCTL, self.when, None, note), version.number))
        if there:
            self.aside.move(version.folder)
        self.told.append(note)

    def _append(self, entry: JournalEntry) -> None:
        journal.append(self.desk.journal, survey(self.desk).chain, [entry])

    def _point(self, found: Survey) -> None:
        now = survey(self.desk)
        if not now.chain.entries and now.pointer_data is None:
            return
        wanted = pointer_of(now)
        if now.pointer == wanted:
            return
        atomic.write_file(self.desk.pointer, pointer_text(wanted))
        if found.pointer is None or found.pointer.version != wanted.version:
            number = wanted.version
            names = (
                say(wording.NAMES_NO_VERSION) if number is None else say(wording.NAMES_VERSION, number=number)
            )
            self.told.append(say(wording.POINTER_FORWARD, names=names))


def pointer_of(found: Survey) -> Pointer:
    """The pointer that fits the journal; versions that are not intact have been set aside before."""
    current = found.live[-1] if found.live else None
    number, sha = (current.number, current.sha256) if current else (None, "")
    return Pointer(number, sha, len(found.chain.entries), found.chain.last)


def remove_version(folder: Path) -> None:
    """OSError when it cannot be removed."""
    if _is_there(folder):
        if folder.is_symlink() or not folder.is_dir():
            folder.unlink()
        else:
            shutil.rmtree(folder)


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()
