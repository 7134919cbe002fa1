"""Ctrl-C and SIGTERM while a roster is made."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rosterctl.planning.budget import Budget

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def signals_stop(budget: Budget) -> Iterator[list[signal.Signals]]:
    """The first signal tells the run to stop where it is safe to; the second acts as it did before.

    An exception out of a handler may strike while a lock is held and hang the run, so none is raised. Yields
    the signals heard so far. Outside the main thread, where none arrive, nothing is done.
    """
    heard: list[signal.Signals] = []
    if current_thread() is not main_thread():
        yield heard
        return
    before = {each: signal.getsignal(each) for each in SIGNALS}

    def hear(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        heard.append(signal.Signals(number))
        budget.told_to_stop = True
        for each in SIGNALS:
            signal.signal(each, before[each])

    for each in SIGNALS:
        signal.signal(each, hear)
    try:
        yield heard
    finally:
        for each in SIGNALS:
            signal.signal(each, before[each])
