"""Published rosters with the bureaus they were made from, read from the disk only when they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.state import State


class Period:
    """A roster and its bureau; both stay as they were read first."""

    def __init__(self, read: Callable[[], tuple[Bureau, Roster]]) -> None:
        self._read = read

    @cached_property
    def _both(self) -> tuple[Bureau, Roster]:
        return self._read()

    @property
    def bureau(self) -> Bureau:
        return self._both[0]

    @property
    def roster(self) -> Roster:
        return self._both[1]


def period_in(folder: Path) -> Period:
    """The period of a roster folder. BadInput and OSError as in `open_roster`, once it is looked at."""
    return Period(lambda: open_roster(folder))


def periods_of(state: State) -> list[Period]:
    """Of every version that is kept, the newest first."""
    return [period_in(version.folder) for version in reversed(state.versions())]
