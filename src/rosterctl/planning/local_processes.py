"""Jobs in child processes, side by side; one that crashes, hangs or starves takes no other along."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import forkserver
from multiprocessing.connection import wait
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any

from pebble import ProcessExpired, ProcessPool

from rosterctl.planning import jobs
from rosterctl.planning.executor import Answer

LEAST_MEMORY = 4 << 30
"""Address space, of which a child really uses a tenth."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fair_memory(width: int) -> int:
    """Bytes of address space for each of so many children: an equal part of what the machine has.

    One part is left for the parent. Never less than the solver's libraries and a large model take.
    """
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(whole // (width + 1), LEAST_MEMORY)


class LocalProcesses:
    """Implements `executor.Executor` with processes that a fork server starts with the solver loaded.

    The server starts at once, so that it loads while the bureau is read. `memory` is the address space in
    bytes that each child may take, None for as much as there is.
    """

    def __init__(self, width: int, memory: int | None = None) -> None:
        self.width = width
        self._memory = memory
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["rosterctl.planning.jobs"])
        forkserver.ensure_running()
        self._payload = b""
        self._pool: ProcessPool | None = None
        self._answers: SimpleQueue[tuple[int, Future[bytes]]] = SimpleQueue()
        self._open: dict[int, Future[bytes]] = {}
        self._tickets = 0

    def __enter__(self) -> LocalProcesses:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()

    def prepare(self, payload: bytes) -> None:
        self._payload = payload
        self._pool = self._new_pool()

    def submit(self, job: bytes, seconds: float) -> int:
        self._tickets += 1
        ticket = self._tickets
        future = self._schedule(job, seconds)
        self._open[ticket] = future
        future.add_done_callback(lambda done: self._answers.put((ticket, done)))
        return ticket

    def _schedule(self, job: bytes, seconds: float) -> Future[bytes]:
        """The future of a job; one that has failed already when no child could be started for it."""
        assert self._pool is not None, "prepare comes first"
        try:
            if not self._pool.active:
                self._pool = self._new_pool()
            future: Any = self._pool.schedule(jobs.run, args=(job,), timeout=seconds)
        except (BrokenProcessPool, RuntimeError) as error:
            future = Future()
            future.set_exception(error if isinstance(error, BrokenProcessPool) else BrokenProcessPool())
        return future  # type: ignore[no-any-return]

    def _new_pool(self) -> ProcessPool:
        """A pool breaks for good when a child dies that has nothing to do."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
        arguments = (self._payload, self._memory)
        return ProcessPool(self.width, initializer=_prepare, initargs=arguments, context=self._context)

    def completed(self, seconds: float) -> Answer | None:
        while True:
            try:
                ticket, future = self._answers.get(timeout=max(seconds, 0.0))
            except Empty:
                return None
            if self._open.pop(ticket, None) is not None:
                return _answer(ticket, future)

    def cancel(self) -> None:
        still, self._open = self._open, {}
        for future in still.values():
            future.cancel()


def _answer(ticket: int, future: Future[bytes]) -> Answer:
    try:
        return Answer(ticket, future.result())
    except ProcessExpired as end:
        return Answer(ticket, None, f"its process died{_how(end.exitcode)}")
    except BrokenProcessPool:
        return Answer(ticket, None, "its process died")
    except (TimeoutError, CancelledError):
        return Answer(ticket, None, "it gave no answer in time")
    except MemoryError:
        return Answer(ticket, None, "it ran out of memory")
    except Exception as bug:
        return Answer(ticket, None, f"of a bug in rosterctl ({type(bug).__name__}: {bug})")


def _how(exitcode: int) -> str:
    if exitcode >= 0:
        return f" with exit code {exitcode}"
    try:
        return f" of {signal.Signals(-exitcode).name}"
    except ValueError:
        return f" of signal {-exitcode}"


def _prepare(payload: bytes, memory: int | None) -> None:
    """Makes a child ready, and makes it end with its parent, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    jobs.prepare(payload)


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
