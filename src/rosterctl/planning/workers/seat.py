"""One child process at a time that searches: it is told the bureau once and then does job after job."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from threading import Event, Lock, Thread, Timer

from rosterctl.planning import wording
from rosterctl.planning.workers import jobs
from rosterctl.planning.workers.fork_server import FORKSERVER
from rosterctl.planning.workers.jobs import Attempt
from rosterctl.wording import say

STARTING = Lock()
"""Starting and reaping keep a list of children in `multiprocessing`, which is not made for threads."""


class Seat:
    """Where one child at a time sits; another takes the place of one that has ended."""

    def __init__(self, payload: bytes, memory: int | None) -> None:
        self._payload, self._memory = payload, memory
        self._child: ForkServerProcess | None = None
        self._at_work = False

    def run(self, job: bytes, seconds: float) -> Attempt:
        """What the child makes of the job, or what became of the child."""
        late = Event()
        alarm = Timer(seconds, self._give_up, [late])
        try:
            fresh = self._seat()
            self._at_work = True
            alarm.start()
            if fresh:
                self._pipe.send_bytes(self._payload)
            self._pipe.send_bytes(job)
            attempt: Attempt = self._pipe.recv()
        except (EOFError, OSError):
            # A child that was ended for being late is waited for too: else it would be given the next job.
            how = self._how()
            if late.is_set():
                return Attempt(None, wording.NO_ANSWER_IN_TIME)
            return Attempt(None, say(wording.PROCESS_DIED, how=how))
        finally:
            self._at_work = False
            alarm.cancel()
        return attempt

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
        """How the child ended, which it is about to do if it has not yet."""
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
            pipe.send(jobs.attempt_job(pipe.recv_bytes()))


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
