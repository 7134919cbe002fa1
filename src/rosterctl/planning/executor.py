"""Where sub-problems run: here, or in child processes side by side.

A sub-problem is a job name and a plain value that pickles; what it needs to know of the bureau is handed to
every worker once, as bytes.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager
from multiprocessing.connection import wait
from threading import Thread
from types import TracebackType
from typing import Any, Protocol

from rosterctl.planning import jobs

Job = tuple[str, Any]


class Executor(AbstractContextManager["Executor"], Protocol):
    """Runs jobs; `results` yields (place in the list, result) as they come."""

    @property
    def width(self) -> int:
        """How many jobs run side by side."""

    def results(self, tasks: Sequence[Job]) -> Iterator[tuple[int, Any]]: ...


class Inline:
    """Runs jobs one after the other in this process."""

    width = 1

    def __init__(self, payload: bytes) -> None:
        jobs.prepare(payload)

    def __enter__(self) -> Inline:
        return self

    def __exit__(self, *_: object) -> None:
        jobs.forget()

    def results(self, tasks: Sequence[Job]) -> Iterator[tuple[int, Any]]:
        for place, (name, value) in enumerate(tasks):
            yield place, jobs.run(name, value)


class LocalProcesses:
    """Runs jobs in child processes that a fork server starts with the solver already loaded."""

    def __init__(self, payload: bytes, width: int) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["rosterctl.planning.jobs"])
        self.width = width
        self._pool = ProcessPoolExecutor(width, context, _prepare, (payload,))

    def __enter__(self) -> LocalProcesses:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        processes: Mapping[int, Any] = dict(getattr(self._pool, "_processes", None) or {})
        self._pool.shutdown(wait=error is None, cancel_futures=True)
        if error is not None:
            for process in processes.values():
                process.terminate()

    def results(self, tasks: Sequence[Job]) -> Iterator[tuple[int, Any]]:
        places: dict[Future[Any], int] = {
            self._pool.submit(jobs.run, name, value): place for place, (name, value) in enumerate(tasks)
        }
        for future in as_completed(places):
            yield places[future], future.result()


def _prepare(payload: bytes) -> None:
    """Makes a worker ready, and makes it end with its parent, however that ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    jobs.prepare(payload)


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def open_executor(payload: bytes, small: bool) -> Executor:
    """Child processes, one a core; this process alone for a small bureau or on one core."""
    width = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Inline(payload) if small or width < 2 else LocalProcesses(payload, width)


def run_all(executor: Executor, tasks: Sequence[Job], done: Callable[[int], None]) -> list[Any]:
    """The results in the order of the tasks; `done` is told how many have come in."""
    found: dict[int, Any] = {}
    for place, result in executor.results(tasks):
        found[place] = result
        done(len(found))
    return [found[place] for place in range(len(tasks))]
