"""Ctrl-C and SIGTERM: while a command runs, and while a roster is made; SIGUSR1 while one is made."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING

from rosterctl.operations.refusals import Stopped

if TYPE_CHECKING:
    from rosterctl.planning.budget import Budget

SIGNALS = (signal.SIGINT, signal.SIGTERM)
FINISH = getattr(signal, "SIGUSR1", None)
"""Ends the search and keeps the best so far. Windows has no such signal."""


class Terminated(KeyboardInterrupt):
    """SIGTERM arrived."""


@contextmanager
def sigterm_raises() -> Iterator[None]:
    """SIGTERM raises Terminated, as Ctrl-C raises KeyboardInterrupt, so that locks are left in order."""
    try:
        before = signal.signal(signal.SIGTERM, _terminate)
    except ValueError:  # not in the main thread, where signals do not arrive anyway
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
    raise Terminated


@contextmanager
def signals_stop(budget: Budget) -> Iterator[None]:
    """The first signal tells the run to stop where it is safe to; the second acts as it did before.

    An exception out of a handler may strike while a lock is held and hang the run, so none is raised. The
    Stopped that follows learns here which signal it was. FINISH tells it to make a roster of what is found.
    Outside the main thread, where no signals arrive, nothing is done.
    """
    if current_thread() is not main_thread():
        yield
        return
    heard: list[signal.Signals] = []
    before = {each: signal.getsignal(each) for each in SIGNALS}

    def hear(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        heard.append(signal.Signals(number))
        budget.told_to_stop = True
        for each in SIGNALS:
            signal.signal(each, before[each])

    def finish(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        budget.told_to_finish = True

    for each in SIGNALS:
        signal.signal(each, hear)
    if FINISH is not None:
        before[FINISH] = signal.signal(FINISH, finish)
    try:
        yield
    except Stopped as stop:
        stop.terminated = heard[:1] == [signal.SIGTERM]
        raise
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
