"""What was published so far: the current roster and the versions before it that a calendar looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from rosterctl.cli.session.state import current_version, newest_roster, state_in
from rosterctl.domain.roster import Roster
from rosterctl.storage.roster.folder import read_roster
from rosterctl.storage.state.state import Version

VERSIONS_READ = 60
"""Two months of nights. Who has an older calendar has taken up the later ones since."""


@dataclass(frozen=True)
class VersionsSoFar:
    """`folder` is that of the newest roster; `before` are the versions before it, the oldest first."""

    folder: Path
    before: tuple[Version, ...] = ()
    current: Version | None = None

    def made(self, roster: Roster) -> datetime:
        """When the version was made; of a roster that is not published the first of its dates."""
        if self.current is None:
            return datetime.combine(roster.horizon.first, time(), UTC)
        return self.current.deed.when

    def rosters(self, newest: Roster) -> Iterator[tuple[int, Roster]]:
        """Each with the number of its version, 0 where nothing is published; the newest comes last."""
        for version in self.before:
            yield version.number, read_roster(version.folder)
        yield self.current.number if self.current else 0, newest


def versions_so_far(folder: Path) -> VersionsSoFar:
    """What a roster folder, a bureau's folder or its state means. BadInput when nothing is published."""
    state = state_in(folder)
    current = current_version(state) if state else None
    if state is None or current is None:
        return VersionsSoFar(newest_roster(folder))
    before = [one for one in state.versions() if one.number < current.number]
    return VersionsSoFar(current.folder, tuple(before[-VERSIONS_READ:]), current)
