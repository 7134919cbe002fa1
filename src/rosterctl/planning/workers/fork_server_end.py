"""Loaded in the fork server alone: at its end it removes the folder of its socket.

The server ends when its parent does, however that ends. A parent that ends by itself has removed the folder
already; one that was killed has not. The children leave without this, by `os._exit`.
"""

from __future__ import annotations

import atexit
import os
import shutil

from rosterctl.planning.workers.fork_server import FOLDER


def _remove(folder: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)


if folder := os.environ.get(FOLDER, ""):
    atexit.register(_remove, folder)
