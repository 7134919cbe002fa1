"""The state folder of a bureau: every roster ever published, which one is current, and who did what.

lock            held by the one run that may write; never deleted
current         which version is current, for programs that look without asking us
versions/       000001, 000002, …: whole roster folders that never change
journal.jsonl   one line a deed, each with the hash of the line before it
history.sqlite  when which run began and ended; nothing depends on it
set-aside/      what was damaged
calendar-secret what the names of shared calendars are made with

A publication writes the version's folder whole, then its line in the journal, then the pointer. From the
moment its line is on disk it is acknowledged and never lost; what was written before that line is swept away
by the next run, and a pointer that is behind the journal is brought forward.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage import wording
from rosterctl.storage.disk import atomic
from rosterctl.storage.disk.lock import Locked, locked
from rosterctl.storage.state import journal
from rosterctl.storage.state.deeds import ROSTERCTL, Deed, Version
from rosterctl.storage.state.journal import JournalEntry
from rosterctl.storage.state.pointer import pointer_text
from rosterctl.storage.state.recovery import Settling, pointer_of, remove_version
from rosterctl.storage.state.run_history import RunHistory
from rosterctl.storage.state.survey import PRUNE, Desk, Survey, gone_from, survey
from rosterctl.storage.state.versions import damage, folder_of, write_version
from rosterctl.wording import LISTED, say

__all__ = ["Deed", "Locked", "State", "Version"]

_LOOKS = 3


class State:
    """Reading needs no lock. Writing needs `lock()`, and `settle()` before anything else."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(os.path.realpath(folder))
        self.behind = ""
        """Why the last publication could not bring the pointer forward; the next run will."""
        self._desk = Desk(self.folder)
        self._since: datetime | None = None
        self._settled = False

    @property
    def history(self) -> RunHistory:
        return RunHistory(self._desk.history)

    @property
    def begun(self) -> bool:
        """Whether a run has ever written here; before that the folder is none, or anything else."""
        return self._desk.journal.is_file() or self._desk.versions.is_dir()

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other runs out. Locked when one is at work; OSError when the folder cannot be written."""
        atomic.make_folder(self.folder)
        with locked(self._desk.lock) as since:
            self._since, self._settled = since, False
            try:
                yield
            finally:
                self._since = None

    def settle(self, every_version: bool = True) -> tuple[str, ...]:
        """Recover from kills and damage; sentences that say what was done, none when nothing was.

        With `every_version` off only the current version is looked at byte by byte.
        """
        when = self._held()
        atomic.make_folder(self._desk.versions)
        told = Settling(self._desk, when, every_version).run()
        self._settled = True
        return told

    def current(self) -> Version | None:
        """The newest published version that is intact; None before the first."""
        return survey(self._desk).newest_intact()

    def versions(self) -> tuple[Version, ...]:
        """Every published version that is still kept, oldest first; whether each is intact `verify` says."""
        return tuple(one for one in survey(self._desk).live if one.folder.is_dir())

    def version(self, number: int) -> Version:
        """BadInput when there is none of this number, or it is damaged."""
        found = survey(self._desk)
        version = next((one for one in found.live if one.number == number), None)
        if version is None:
            raise self._no_version(number, found)
        if wrong := damage(version):
            raise self._refused(
                say(wording.VERSION_IS_DAMAGED, number=number, wrong=wrong), say(wording.NAME_ANOTHER_VERSION)
            )
        return version

    def entries(self) -> tuple[JournalEntry, ...]:
        """Everything that was done, oldest first."""
        return survey(self._desk).entries

    def publish(self, deed: Deed, files: Mapping[str, bytes]) -> Version:
        """Make a roster folder's files (by relative name) the current version.

        OSError when it cannot be written; then it is not published.
        """
        found = self._ready()
        number = max(found.numbers(), default=0) + 1
        folder = folder_of(self._desk.versions, number)
        try:
            version = write_version(self._desk.versions, number, deed, files)
            journal.append(self._desk.journal, found.chain, [JournalEntry(deed, number, version.sha256)])
        except BaseException:
            self._settled = False
            with suppress(OSError):
                if all(one.version != number for one in survey(self._desk).entries):
                    remove_version(folder)
            raise
        self._point()
        return version

    def prune(self, keep: int) -> tuple[int, ...]:
        """Remove the files of all but the newest `keep` versions; never the current's or its base's."""
        found = self._ready()
        if not found.live:
            return ()
        kept = {found.live[-1].deed.base, *(one.number for one in found.live[-max(keep, 1) :])}
        gone = [one.number for one in found.live if one.number not in kept]
        deed = Deed(PRUNE, ROSTERCTL, self._held(), None, say(wording.NEWEST_KEPT, keep=keep))
        if gone:
            journal.append(self._desk.journal, found.chain, [JournalEntry(deed, number) for number in gone])
            self._point()
        for number in gone:
            remove_version(folder_of(self._desk.versions, number))
        return tuple(gone)

    def verify(self) -> tuple[str, ...]:
        """Everything that is wrong, in sentences; empty when all is intact.

        What a killed run leaves half done is not wrong, nor is what another run does meanwhile.
        """
        wrong: tuple[str, ...] = ()
        for _ in range(_LOOKS):
            before = survey(self._desk)
            wrong = tuple(_wrong(before, self.history))
            after = survey(self._desk)
            if not wrong or (before.journal, before.pointer_data) == (after.journal, after.pointer_data):
                break
        return wrong

    def _held(self) -> datetime:
        if self._since is None:
            raise RuntimeError("the state is not locked")
        return self._since

    def _ready(self) -> Survey:
        self._held()
        if not self._settled:
            raise RuntimeError("the state has not been settled under this lock")
        return survey(self._desk)

    def _point(self) -> None:
        self.behind = ""
        try:
            atomic.write_file(self._desk.pointer, pointer_text(pointer_of(survey(self._desk))))
        except OSError as error:
            name, why = self._desk.pointer.name, error.strerror or error
            self.behind = say(wording.POINTER_BEHIND, name=name, error=why)

    def _no_version(self, number: int, found: Survey) -> BadInput:
        gone = gone_from(found.entries).get(number)
        if gone is not None:
            how = say(wording.HOW_PRUNED) if gone.deed.what == PRUNE else say(wording.HOW_DAMAGED)
            message = say(wording.VERSION_GONE, number=number, how=how)
            return self._refused(message, say(wording.NAME_ANOTHER_VERSION))
        numbers = say(LISTED).join(str(one.number) for one in found.live)
        hint = say(wording.THERE_ARE, numbers=numbers) if numbers else say(wording.NONE_PUBLISHED)
        return self._refused(say(wording.NO_VERSION, number=number), hint)

    def _refused(self, message: str, hint: str) -> BadInput:
        hint = say(wording.RUNS_LISTS_THEM, hint=hint)
        return BadInput([Problem(Place(str(self.folder)), message, hint)])


def _wrong(found: Survey, history: RunHistory) -> Iterator[str]:
    if found.damage:
        yield f"{found.desk.journal.name}: {found.damage}"
    if found.pointer_damage:
        yield f"{found.desk.pointer.name}: {found.pointer_damage}"
    elif not found.trusted and not found.damage:
        yield f"{found.desk.pointer.name}: {say(wording.IT_IS_MISSING)}"
    for version in found.live:
        if wrong := damage(version):
            yield say(wording.VERSION_WRONG, number=version.number, wrong=wrong)
    if wrong := history.damage():
        yield f"{history.path.name}: {wrong}"
