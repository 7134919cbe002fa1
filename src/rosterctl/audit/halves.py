"""Half of a long audit in a forked process, on the other processor.

The child only reads what is in memory already, and has nothing open but the pipe: no lock outlives the parent
in it. Where no child can be had, or it dies, its half is done here.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

R = TypeVar("R")
Half = Callable[[], Sequence[R]]
HIGHEST = 4096
"""No file of ours has a higher number."""


def both(here: Half[R], there: Half[R]) -> tuple[Sequence[R], Sequence[R]]:
    """The results of both; `there` runs in a child while `here` runs in this process."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return here(), there()
    if not child:
        _child(there, writing)
    os.close(writing)
    try:
        mine, theirs = here(), _read(reading)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
        os.waitpid(child, 0)
    return mine, there() if theirs is None else theirs


def _child(there: Half[R], writing: int) -> None:
    """Never returns. SIGINT and SIGTERM are the parent's to hear."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        os.closerange(0, writing)
        os.closerange(writing + 1, HIGHEST)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(there(), pipe, protocol=pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _read(reading: int) -> Sequence[Any] | None:
    """What the child has to say; None if it died before it was finished."""
    with suppress(EOFError, pickle.UnpicklingError), os.fdopen(os.dup(reading), "rb") as pipe:
        found: Sequence[Any] = pickle.load(pipe)
        return found
    return None
