"""Python's collector of cyclic garbage, at rest while much is read and kept.

A roster of a large bureau is a million small objects that live until the command ends. The collector would
look at all of them again and again and find nothing. That was a quarter of the time of a short command, and
half of the time of reading a roster.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """The collector does nothing inside, and afterwards works as it did before.

    For a stretch that makes many objects. What is garbage without cycles, which is nearly all of it, Python
    frees at once in any case.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_for_good() -> None:
    """Tell the collector that all there is by now stays until the end, so that it need not look at it again.

    For a command that has read what it works on and goes on to make as much again from it: an audit, say, or
    the tables of a roster. Nothing of that is garbage before the command ends.
    """
    gc.freeze()
