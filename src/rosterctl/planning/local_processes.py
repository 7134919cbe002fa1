"""Jobs in child processes, side by side; one that crashes, hangs or starves takes no other along.

Each child has a pipe of its own and nothing else in common with the others, no lock and no queue. So it may
be killed at any moment, which also ends whatever this process waits for at its pipe.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread, Timer
from types import TracebackType

from rosterctl.planning import jobs
from rosterctl.planning.executor import Answer
from rosterctl.planning.fork_server import FORKSERVER, start_server

LEAST_MEMORY = 4 << 30
"""Address space, of which a child really uses a tenth."""

LOOK_AGAIN = 0.05
"""Seconds after which a child is looked for again that was just being started when it was to end."""
STARTING = Lock()
"""Starting and reaping keep a list of children in `multiprocessing`, which is not made for threads."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fair_memory(width: int) -> int:
    """Bytes of address space for each of so many children: an equal part of what the machine has.

    One part is left for the parent. Never less than the solver's libraries and a large model take.
    """
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(whole // (width + 1), LEAST_MEMORY)


def local_processes() -> LocalProcesses:
    """A child for each processor, with a fair part of the memory."""
    width = cores()
    return LocalProcesses(width, fair_memory(width))


class LocalProcesses:
    """Implements `executor.Executor` with processes that a fork server starts with the solver loaded.

    The server starts at once, so that it loads while the bureau is read. `memory` is the address space in
    bytes that each child may take, None for as much as there is.
    """

    def __init__(self, width: int, memory: int | None = None) -> None:
        self.width = width
        self._memory = memory
        start_server(["rosterctl.planning.jobs"])
        self._waiting: SimpleQueue[tuple[int, bytes, float] | None] = SimpleQueue()
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._open: set[int] = set()
        self._tickets = 0
        self._seats: list[_Seat] = []
        self._threads: list[Thread] = []

    def __enter__(self) -> LocalProcesses:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.clear()
        for _ in self._threads:
            self._waiting.put(None)
        for seat, thread in zip(self._seats, self._threads, strict=True):
            while thread.is_alive():
                seat.interrupt()
                thread.join(LOOK_AGAIN)
            seat.vacate()

    def prepare(self, payload: bytes) -> None:
        self._seats = [_Seat(payload, self._memory) for _ in range(self.width)]
        self._threads = [Thread(target=self._work, args=(seat,), daemon=True) for seat in self._seats]
        for thread in self._threads:
            thread.start()

    def submit(self, job: bytes, seconds: float) -> int:
        assert self._threads, "prepare comes first"
        self._tickets += 1
        self._open.add(self._tickets)
        self._waiting.put((self._tickets, job, seconds))
        return self._tickets

    def completed(self, seconds: float) -> Answer | None:
        while True:
            try:
                answer = self._answers.get(timeout=max(seconds, 0.0))
            except Empty:
                return None
            if answer.ticket in self._open:
                self._open.remove(answer.ticket)
                return answer

    def cancel(self) -> None:
        self._open.clear()
        for seat in self._seats:
            seat.interrupt()

    def _work(self, seat: _Seat) -> None:
        """A thread for each seat: it only waits for the child that sits there."""
        while (next_one := self._waiting.get()) is not None:
            ticket, job, seconds = next_one
            if ticket in self._open:
                result, failure = seat.run(job, seconds)
                self._answers.put(Answer(ticket, result, failure))


class _Seat:
    """Where one child at a time sits; another takes the place of one that has ended."""

    def __init__(self, payload: bytes, memory: int | None) -> None:
        self._payload, self._memory = payload, memory
        self._child: ForkServerProcess | None = None
        self._at_work = False

    def run(self, job: bytes, seconds: float) -> tuple[bytes | None, str]:
        """The result of the job, or None and in words why there is none."""
        late = Event()
        alarm = Timer(seconds, self._give_up, [late])
        try:
            fresh = self._seat()
            self._at_work = True
            alarm.start()
            if fresh:
                self._pipe.send_bytes(self._payload)
            self._pipe.send_bytes(job)
            result: tuple[bytes | None, str] = self._pipe.recv()
        except (EOFError, OSError):
            return None, "it gave no answer in time" if late.is_set() else f"its process died{self._how()}"
        finally:
            self._at_work = False
            alarm.cancel()
        return result

    def interrupt(self) -> None:
        """Ends the child if it is at work."""
        if self._at_work and self._child is not None:
            self._child.kill()

    def vacate(self) -> None:
        """Ends the child, and waits until it has ended."""
        with STARTING:
            if self._child is not None:
                self._child.kill()
                self._child.join()
                self._pipe.close()
                self._child = None

    def _seat(self) -> bool:
        """Sees to it that a child sits here; is it a new one? OSError if none can be started."""
        if self._child is not None and self._child.is_alive():
            return False
        self.vacate()
        self._pipe, theirs = FORKSERVER.Pipe()
        child = FORKSERVER.Process(target=_serve, args=(theirs, self._memory), daemon=True)
        with STARTING:
            child.start()
            self._child = child
        theirs.close()
        return True

    def _give_up(self, late: Event) -> None:
        late.set()
        self.interrupt()

    def _how(self) -> str:
        if self._child is None:
            return ""
        with STARTING:
            self._child.join()
        code = self._child.exitcode or 0
        if code >= 0:
            return f" with exit code {code}"
        try:
            return f" of {signal.Signals(-code).name}"
        except ValueError:
            return f" of signal {-code}"


def _serve(pipe: Connection, memory: int | None) -> None:
    """A child's whole life: what every job is to know, then job after job until the pipe closes.

    It ends with its parent, however that ends, and by SIGTERM at once: a handler in Python would wait for the
    solver to come back.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    assert parent is not None, "this runs in a child"
    Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(EOFError, ConnectionError):
        jobs.prepare(pipe.recv_bytes())
        while True:
            pipe.send(_attempt(pipe.recv_bytes()))


def _attempt(job: bytes) -> tuple[bytes | None, str]:
    try:
        return jobs.run(job), ""
    except MemoryError:
        return None, "it ran out of memory"
    except Exception as bug:
        return None, f"of a bug in rosterctl ({type(bug).__name__}: {bug})"


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
