"""Go back to an old version: from now on its duties count again, as far as the bureau of today allows.

What has begun stays as it was published, and so do later dates that the old version has not, unless they are
to be dropped. The old duties are carried on as by night: who is away by now stays away.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rosterctl.intake.bureau_yaml import id_of
from rosterctl.operations.next_version import publish_renewed
from rosterctl.operations.publish import (
    Publication,
    Publicised,
    alike,
    audited,
    check_not_past,
    unless_frozen,
)
from rosterctl.operations.versions.joined_roster import joined
from rosterctl.operations.versions.stretches import NewRoster, published_dates
from rosterctl.storage.roster.folder import BUREAU
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import files_of
from rosterctl.timeline.clock import minute_from


def roll_back(
    state: State, number: int, order: Publication, folder: Path, *, drop_later: bool = False
) -> Publicised:
    """Publish the duties of an old version again, in a new one; its `changes` are all that it changes.

    `folder` is the bureau's; where there is no such bureau, the files of the current version are the latest
    ones. The state is locked and settled, unless this is a dry run. BadInput when there is no such version,
    all of it is over or the bureau has mistakes; Rejected when today's rules find something in it; Frozen;
    what `make_roster` may raise; OSError when the disk refuses.
    """
    old = state.version(number)
    bureau, roster = audited(old.folder)
    today = bureau.clock.local(order.now).date()
    check_not_past(old.folder, roster, today)
    current = state.current()
    assert current is not None, "there is at least the old version"
    if alike(files_of(current), files_of(old)):
        return Publicised(bureau, roster, current, False, nothing_new=True, earliest=minute_from(order.now))
    published = published_dates(state, current, today)
    since = published.first_not_begun(today, order.now)
    new = NewRoster(old.folder, bureau, roster, since, number, drop_later)
    files = folder if id_of(folder) == roster.bureau else current.folder / BUREAU
    found = joined(files, state, published, new, order.now)
    renewed = found.renewed
    now = renewed.bureau, renewed.roster
    done = Publicised(*now, current, False, joined=found, earliest=renewed.earliest)
    if found.nothing_new:
        return replace(done, nothing_new=True)
    unless_frozen(renewed.bureau, found.ordered, order)
    done = replace(done, changes=renewed.changes)
    if order.dry_run:
        return done
    version = publish_renewed(state, "rollback", renewed, found.inputs, number, order)
    return replace(done, version=version, published=True)
