"""Waiting for a long call in such a way that Ctrl-C and SIGTERM are heard.

A search may last minutes, HiGHS cannot be told to stop, and Python answers signals only between its own
steps.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from threading import enumerate as threads
from typing import TypeVar

_T = TypeVar("_T")

NAME = "rosterctl-search"


def beside(call: Callable[[], _T]) -> _T:
    """What the call returns or raises. It runs in a thread that is left to itself if a signal comes first."""
    future: Future[_T] = Future()

    def work() -> None:
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=work, name=NAME, daemon=True).start()
    return future.result()


def still_running() -> bool:
    """Is there a call that a signal has cut off? Python cannot end in good order before it is done."""
    return any(thread.name == NAME for thread in threads())
