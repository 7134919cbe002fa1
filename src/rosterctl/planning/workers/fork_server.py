"""The server that children are forked from, and what it removes when its parent cannot do so any more."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from multiprocessing import forkserver, util

FORKSERVER = multiprocessing.get_context("forkserver")
FOLDER = "ROSTERCTL_FORK_SERVER"
"""In the server's environment: the temporary folder of the socket at which it listens."""


def start_server(preload: Sequence[str]) -> None:
    """The server loads these modules, if it does not run yet; a parent that is killed leaves no folder."""
    os.environ[FOLDER] = util.get_temp_dir()
    FORKSERVER.set_forkserver_preload(["rosterctl.planning.workers.fork_server_end", *preload])
    forkserver.ensure_running()
