"""Python's collector of cyclic garbage, at rest while much is read and kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Looking for garbage among a million live objects again and again takes a quarter of a short command,
    and half of the time of reading a roster.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
