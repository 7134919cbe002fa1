"""Publish a roster as a version, or an old version again: audited from disk first, always."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rosterctl.audit.audit import audit
from rosterctl.audit.kept import unaccounted
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Roster
from rosterctl.operations import wording
from rosterctl.operations.frozen_window import end_of_window, frozen_changes
from rosterctl.operations.refusals import Frozen, Rejected
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.roster.folder import BUREAU, ROSTER, files_on_disk, open_roster
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import bureau_id_of, files_of
from rosterctl.wording import say


@dataclass(frozen=True)
class Publication:
    """Who publishes when and for which reason; how many hours ahead duties are frozen.

    A dry run does everything but publish, and needs no lock.
    """

    who: str
    now: datetime
    because: str = ""
    frozen_hours: float = 72
    dry_run: bool = False


@dataclass(frozen=True)
class Publicised:
    """`version` is the current one afterwards; None in a dry run that would publish the first.

    `published` is False in a dry run and when there was nothing to do, of which `nothing_new` tells.
    `changes` touch the frozen window.
    """

    bureau: Bureau
    roster: Roster
    version: Version | None
    published: bool
    changes: tuple[Change, ...] = ()
    nothing_new: bool = False

    @property
    def new_version(self) -> Version | None:
        return self.version if self.published else None

    @property
    def facts(self) -> Mapping[str, int]:
        """Counts for the history of runs, if there is anything new to tell."""
        counts = {"duties": len(self.roster.duties), "changes": len(self.changes)}
        return counts if self.published else {}

    @property
    def degraded(self) -> bool:
        """Whether it was published though posts are short."""
        return self.published and self.roster.degraded


def publish(state: State, folder: Path, order: Publication) -> Publicised:
    """Make the roster of a folder the current version, unless it is that already.

    The state is locked and settled, unless this is a dry run. Rejected, Frozen, BadInput; OSError when the
    disk refuses.
    """
    files = files_on_disk(folder) if (folder / ROSTER).is_file() else {}
    bureau, roster = _audited(folder)
    if files_on_disk(folder) != files:
        raise BadInput([Problem(Place(str(folder)), *wording.CHANGED_DURING_AUDIT)])
    current = state.current()
    _check_bureau(current, roster)
    if current is not None and _alike(files_of(current), files):
        return Publicised(bureau, roster, current, published=False, nothing_new=True)
    changes = frozen_changes(state.versions(), bureau, roster, end_of_window(order.now, order.frozen_hours))
    if changes and not order.because:
        raise Frozen(bureau, changes, order.frozen_hours)
    if order.dry_run:
        return Publicised(bureau, roster, current, False, changes)
    base = current.number if current is not None else None
    deed = Deed("publish", order.who, order.now, base, order.because)
    return Publicised(bureau, roster, state.publish(deed, files), True, changes)


def roll_back(state: State, number: int, order: Publication) -> Publicised:
    """Publish the roster of an old version again as a new one; going back is the reason for its changes.

    The state is locked and settled, unless this is a dry run. BadInput when there is no such version;
    Rejected when today's rules find something in it; OSError when the disk refuses.
    """
    old = state.version(number)
    bureau, roster = _audited(old.folder)
    files = files_of(old)
    current = state.current()
    if current is not None and _alike(files_of(current), files):
        return Publicised(bureau, roster, current, published=False, nothing_new=True)
    changes = frozen_changes(state.versions(), bureau, roster, end_of_window(order.now, order.frozen_hours))
    if order.dry_run:
        return Publicised(bureau, roster, current, False, changes)
    deed = Deed("rollback", order.who, order.now, old.number, order.because)
    return Publicised(bureau, roster, state.publish(deed, files), True, changes)


def _audited(folder: Path) -> tuple[Bureau, Roster]:
    bureau, roster = open_roster(folder)
    report = audit(bureau, roster)
    if any(unaccounted(bureau, roster, report.findings)):
        raise Rejected(bureau, report)
    return bureau, roster


def _check_bureau(current: Version | None, roster: Roster) -> None:
    if current is None:
        return
    published = bureau_id_of(current)
    if published != roster.bureau:
        refused = say(wording.OTHER_BUREAU, roster=roster.bureau, published=published)
        raise BadInput([Problem(Place(str(current.folder)), *refused)])


def _alike(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> bool:
    """The same roster from the same bureau; what a run says of itself does not matter."""
    return _core(one) == _core(other)


def _core(files: Mapping[str, bytes]) -> dict[str, str]:
    return {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files.items()
        if name == ROSTER or name.startswith(f"{BUREAU}/")
    }
