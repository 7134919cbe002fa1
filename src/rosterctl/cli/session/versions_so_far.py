"""What was published so far: the current roster and the versions before it that a calendar looks at.

An older version that is damaged, or that this program cannot read, is passed over with a warning: the newest
is what counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TypeVar

from rosterctl.cli import wording
from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.state import current_version, newest_roster, state_in
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.intake.load import read_bureau
from rosterctl.problems import BadInput
from rosterctl.storage.roster.folder import BUREAU, read_roster
from rosterctl.storage.state.state import State, Version
from rosterctl.storage.state.versions import damage, horizon_of
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

_R = TypeVar("_R")

VERSIONS_READ = 60
"""Two months of nights. Who has an older calendar has taken up the later ones since."""


@dataclass(frozen=True)
class VersionsSoFar:
    """`folder` is that of the newest roster; `before` are the intact versions before it, the oldest first.

    `current` and `state` are None of a roster that is not published.
    """

    folder: Path
    before: tuple[Version, ...] = ()
    current: Version | None = None
    state: State | None = None

    def made(self, roster: Roster) -> datetime:
        """When the version was made; of a roster that is not published the first of its dates."""
        if self.current is None:
            return datetime.combine(roster.horizon.first, time(), UTC)
        return self.current.deed.when

    def rosters(self, newest: Roster) -> Iterator[tuple[int, Roster]]:
        """Each with the number of its version, 0 where nothing is published; the newest comes last."""
        for version in self.before:
            roster = _read(version, read_roster)
            if roster is not None:
                yield version.number, roster
        yield self.current.number if self.current else 0, newest

    def bureaus(self, newest: Bureau, roster: Roster) -> Iterator[tuple[Horizon, Bureau]]:
        """The dates of each version and its bureau, the newest first; each is read when it is asked for."""
        yield roster.horizon, newest
        for version in reversed(self.before):
            horizon = horizon_of(version)
            bureau = _read(version, lambda folder: read_bureau(folder / BUREAU))
            if bureau is not None and horizon is not None:
                yield horizon, bureau


def versions_so_far(folder: Path) -> VersionsSoFar:
    """What a roster folder, a bureau's folder or its state means. BadInput when nothing is published."""
    state = state_in(folder)
    current = current_version(state) if state else None
    if state is None or current is None:
        return VersionsSoFar(newest_roster(folder))
    before = [one for one in state.versions() if one.number < current.number][-VERSIONS_READ:]
    return VersionsSoFar(current.folder, tuple(filter(_is_intact, before)), current, state)


def _is_intact(version: Version) -> bool:
    wrong = damage(version)
    if wrong:
        _pass_over(version, wrong)
    return not wrong


def _read(version: Version, read: Callable[[Path], _R]) -> _R | None:
    """What its folder holds; None, with a warning, when that cannot be read: an older format, say."""
    try:
        return read(version.folder)
    except BadInput as mistakes:
        _pass_over(version, mistakes.problems[0].message)
    except OSError as error:
        _pass_over(version, error.strerror or str(error))
    return None


def _pass_over(version: Version, why: str) -> None:
    warn(say(wording.PASSED_OVER, number=version.number, why=why))
