"""Jobs in child processes, side by side; one that crashes, hangs or starves takes no other along.

Each child has a pipe of its own and nothing else in common with the others, no lock and no queue. So it may
be killed at any moment, which also ends whatever this process waits for at its pipe.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType

from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.executor import Answer, Job
from rosterctl.planning.workers.fork_server import start_server
from rosterctl.planning.workers.jobs import Attempt
from rosterctl.planning.workers.seat import Seat


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fair_memory(width: int) -> int:
    """Bytes of address space for each of so many children: an equal part of what the machine has.

    One part is left for the parent. Never less than the solver's libraries and a large model take.
    """
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(whole // (width + 1), PARAMS.workers.least_memory)


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
        start_server(["rosterctl.planning.tasks"])
        self._waiting: SimpleQueue[tuple[int, Job] | None] = SimpleQueue()
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._open: set[int] = set()
        self._tickets = 0
        self._seats: list[Seat] = []
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
                thread.join(PARAMS.workers.look_again_seconds)
            seat.vacate()

    def prepare(self, payload: bytes) -> None:
        self._seats = [Seat(payload, self._memory) for _ in range(self.width)]
        self._threads = [Thread(target=self._work, args=(seat,), daemon=True) for seat in self._seats]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Job) -> int:
        assert self._threads, "prepare comes first"
        self._tickets += 1
        self._open.add(self._tickets)
        self._waiting.put((self._tickets, job))
        return self._tickets

    def completed(self, seconds: float) -> Answer | None:
        while True:
            try:
                answer = self._answers.get(timeout=max(seconds, 0.0))
            except Empty:
                return None
            if answer.ticket in self._open:
                if answer.last:
                    self._open.remove(answer.ticket)
                return answer

    def cancel(self) -> None:
        self._open.clear()
        for seat in self._seats:
            seat.interrupt()

    def _work(self, seat: Seat) -> None:
        """A thread for each seat: it only waits for the child that sits there."""
        while (next_one := self._waiting.get()) is not None:
            ticket, job = next_one
            if ticket in self._open:
                self._answers.put(Answer(ticket, seat.run(job(), self._teller(ticket))))

    def _teller(self, ticket: int) -> Callable[[bytes], None]:
        return lambda so_far: self._answers.put(Answer(ticket, Attempt(so_far), last=False))
