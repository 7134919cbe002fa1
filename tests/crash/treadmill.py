"""A process that publishes prepared rosters, goes back and prunes, over and over, until it is killed."""

from __future__ import annotations

import itertools
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rosterctl.storage.roster.folder import files_on_disk
from rosterctl.storage.state.state import Deed, State
from rosterctl.storage.state.versions import files_of

BEGIN = datetime(2026, 12, 1, tzinfo=UTC)
KEPT = 4
MOST = 10_000


def tread(folder: Path, *rosters: Path) -> int:
    """Says the number of every version on stdout once it is acknowledged."""
    prepared = [files_on_disk(roster) for roster in rosters]
    for turn, files in zip(range(MOST), itertools.cycle(prepared), strict=False):
        state, now = State(folder), BEGIN + timedelta(minutes=turn)
        with state.lock():
            for sentence in state.settle():
                os.write(2, f"mended: {sentence}\n".encode())
            run = state.history.begin("publish", now.date(), now)
            published = state.versions()
            if turn % 3 == 2 and published:
                old = published[0]
                version = state.publish(Deed("rollback", "planner", now, old.number, ""), files_of(old))
            else:
                version = state.publish(Deed("publish", "planner", now, None, ""), files)
            os.write(1, f"acknowledged {version.number}\n".encode())
            state.history.end(run, now, 0, version.number, {})
            state.prune(KEPT)
    return 0
