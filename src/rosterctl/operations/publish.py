"""Publish a roster as a version: audited from disk first, always."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rosterctl.audit.audit import audit
from rosterctl.audit.kept import unaccounted
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Roster, Shortage
from rosterctl.domain.tier import Tier
from rosterctl.export.changes_csv import changes_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.difference import changes as differences
from rosterctl.insight.shortages.shortages import still_ahead
from rosterctl.operations import wording
from rosterctl.operations.refusals import Frozen, Rejected
from rosterctl.operations.retired_shifts import in_own_shifts, roster_as_told
from rosterctl.operations.versions.frozen_window import begun_before, end_of_window, frozen_changes
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.roster.folder import BUREAU, ROSTER, files_on_disk, open_roster
from rosterctl.storage.roster.reasons import CHANGES
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import bureau_id_of, files_of, horizon_of
from rosterctl.timeline.clock import minute_from
from rosterctl.wording import say

if TYPE_CHECKING:
    from rosterctl.operations.versions.joined_roster import JoinedRoster


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
    `changes` touch the frozen window; of an old version that counts again they are all. Where the roster was
    joined to the current one, `roster` is the whole and `joined` says what that took. What was over by
    `earliest` (minutes since 1970-01-01 UTC) nobody can mend any more.
    """

    bureau: Bureau
    roster: Roster
    version: Version | None
    published: bool
    changes: tuple[Change, ...] = ()
    nothing_new: bool = False
    joined: JoinedRoster | None = None
    earliest: int = 0

    @property
    def ahead(self) -> tuple[Shortage, ...]:
        """The shortages that are not over."""
        return still_ahead(self.bureau.clock, self.roster.shortages, self.earliest)

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
        """Whether it was published though posts will be short, or units could not be repaired lawfully."""
        short = any(one.tier < Tier.STRENGTH for one in self.ahead)
        unmended = self.joined is not None and bool(self.joined.renewed.unmended)
        return self.published and (short or unmended or self.roster.reduced)


def publish(state: State, folder: Path, order: Publication, bureau_folder: Path | None = None) -> Publicised:
    """Make the roster of a folder the current version, unless it is that already.

    Dates of the current roster from today on that it has not stay beside it, carried on in the bureau of
    `bureau_folder` (see `versions.joined_roster`, also for what may be raised then). The state is locked
    and settled, unless this is a dry run. Rejected, Frozen, BadInput; OSError when the disk refuses.
    """
    files = files_on_disk(folder) if (folder / ROSTER).is_file() else {}
    bureau, roster = audited(folder)
    if files_on_disk(folder) != files:
        raise BadInput([Problem(Place(str(folder)), *say(wording.CHANGED_DURING_AUDIT))])
    current = state.current()
    _check_bureau(current, roster)
    at = minute_from(order.now)
    if current is not None and alike(files_of(current), files):
        return Publicised(bureau, roster, current, published=False, nothing_new=True, earliest=at)
    today = bureau.clock.local(order.now).date()
    if current is not None and (standing := horizon_of(current)) is not None and standing.end > today:
        check_not_past(folder, roster, today)
        if (outcome := _beside(state, current, today, folder, order, bureau_folder or folder)) is not None:
            return outcome
    changes = _frozen(state, bureau, roster, order)
    if order.dry_run:
        return Publicised(bureau, roster, current, False, changes, earliest=at)
    base = current.number if current is not None else None
    deed = Deed("publish", order.who, order.now, base, order.because)
    told = _with_changes(files, current, bureau, roster, say(wording.BY_NEW_ROSTER))
    return Publicised(bureau, roster, state.publish(deed, told), True, changes, earliest=at)


def _beside(
    state: State, current: Version, today: date, folder: Path, order: Publication, bureau_folder: Path
) -> Publicised | None:
    """The roster joined to the current one, and published; None where there is nothing of that to keep.

    What the roster says of dates that are over, or of which a duty has begun, is not published. Where the
    current roster begins later than today, the versions before it say what is published until then.
    """
    from rosterctl.operations.next_version import publish_renewed  # noqa: PLC0415 (loads the solver)
    from rosterctl.operations.versions.joined_roster import joined, leaves_dates  # noqa: PLC0415
    from rosterctl.operations.versions.stretches import NewRoster, published_dates  # noqa: PLC0415

    dates = published_dates(state, current, today)
    new = NewRoster(folder, *open_roster(folder), since=dates.first_not_begun(today, order.now))
    is_alone = new.roster.horizon.first >= new.since and len(dates.layers) == 1
    if is_alone and not leaves_dates(dates.base, new.roster.horizon, order.now):
        return None
    found = joined(bureau_folder, state, dates, new, order.now)
    bureau, roster = found.renewed.bureau, found.renewed.roster
    done = Publicised(bureau, roster, current, False, joined=found, earliest=found.renewed.earliest)
    if found.nothing_new:
        return replace(done, nothing_new=True)
    changes = unless_frozen(bureau, found.ordered, order)
    if order.dry_run:
        return replace(done, changes=changes)
    version = publish_renewed(state, "publish", found.renewed, found.inputs, current.number, order)
    return replace(done, version=version, published=True, changes=changes)


def _frozen(state: State, bureau: Bureau, roster: Roster, order: Publication) -> tuple[Change, ...]:
    """What changes within the frozen window; Frozen if no reason was named."""
    until = end_of_window(order.now, order.frozen_hours)
    reason = say(wording.BY_NEW_ROSTER)
    return unless_frozen(bureau, frozen_changes(state.versions(), bureau, roster, until, reason), order)


def unless_frozen(bureau: Bureau, changes: tuple[Change, ...], order: Publication) -> tuple[Change, ...]:
    """Which changes lie in the frozen window; Frozen when there are any and no reason is named."""
    until = end_of_window(order.now, order.frozen_hours)
    found = begun_before(bureau, changes, until)
    if found and not order.because:
        raise Frozen(bureau, found, order.frozen_hours)
    return found


def check_not_past(folder: Path, roster: Roster, today: date) -> None:
    """BadInput when the roster is over: it must not take the place of one that is not."""
    last = roster.horizon.last
    if last < today:
        why = say(wording.ROSTER_IS_PAST, last=last, today=today)
        raise BadInput([Problem(Place(str(folder)), *why)])


def _with_changes(
    files: Mapping[str, bytes], current: Version | None, bureau: Bureau, roster: Roster, reason: str
) -> Mapping[str, bytes]:
    """The files with a row for every duty that is not as in the current version, and no other rows."""
    others = {name: data for name, data in files.items() if name != CHANGES}
    if current is None:
        return others
    before, after = roster_as_told(current.folder), in_own_shifts(bureau, roster)
    rows = (replace(one, reason=reason) for one in differences(before, after, roster.horizon.first))
    return {**others, CHANGES: changes_csv(bureau, tuple(rows), Sheet())}


def audited(folder: Path) -> tuple[Bureau, Roster]:
    """The roster of a folder and its bureau; Rejected when the audit finds what the roster does not tell."""
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


def alike(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> bool:
    """The same roster from the same bureau; what a run says of itself does not matter."""
    return _core(one) == _core(other)


def _core(files: Mapping[str, bytes]) -> dict[str, str]:
    return {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files.items()
        if name == ROSTER or name.startswith(f"{BUREAU}/")
    }
