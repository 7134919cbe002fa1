"""One child process at a time that searches: it is told the bureau once and then does job after job.

A child that hangs is known by its silence: it says nothing, and takes no processor time. One that works on is
left alone, however late it is; whoever waits for it says when that is over.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from threading import Lock, Thread

import psutil

from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers import jobs
from rosterctl.planning.workers.fork_server import FORKSERVER
from rosterctl.planning.workers.jobs import Attempt
from rosterctl.wording import Words, say, speak, spoken

SILENCE = PARAMS.workers.silence_seconds
STARTING = Lock()
"""Starting and reaping keep a list of children in `multiprocessing`, which is not made for threads."""


@dataclass
class _Life:
    """Whether a process takes any processor time."""

    process: int
    since: float = field(default_factory=time.monotonic)
    taken: float = -1.0

    def seconds_of_silence(self) -> float:
        """For how long it has taken none; one that has ended is told of by its pipe."""
        with suppress(psutil.NoSuchProcess):
            times = psutil.Process(self.process).cpu_times()
            taken = times.user + times.system
            if taken > self.taken:
                self.taken, self.since = taken, time.monotonic()
        return time.monotonic() - self.since


class Seat:
    """Where one child at a time sits; another takes the place of one that has ended."""

    def __init__(self, payload: bytes, memory: int | None) -> None:
        self._payload, self._memory = payload, memory
        self._child: ForkServerProcess | None = None
        self._at_work = False

    def run(self, job: bytes, tell: Callable[[bytes], None], silence: float = SILENCE) -> Attempt:
        """What the child makes of the job, or what became of the child; `tell` hears of results on the way.

        It is held to hang when it neither says nor does anything for so many seconds of `silence`.
        """
        try:
            fresh = self._seat()
            self._at_work = True
            if fresh:
                self._pipe.send_bytes(self._payload)
            self._pipe.send_bytes(job)
            while isinstance(told := self._told(silence), bytes):
                tell(told)
        except (EOFError, OSError):
            return Attempt(None, self._how_it_died())
        finally:
            self._at_work = False
        if told is None:
            self.vacate()
            return Attempt(None, say(wording.NO_SIGN_OF_LIFE))
        return told

    def _told(self, silence: float) -> bytes | Attempt | None:
        """The next that the child tells: a result on the way, or what came of the job; None if it hangs."""
        assert self._child is not None, "a child sits here"
        life = _Life(self._child.pid or 0)
        while not self._pipe.poll(min(silence, PARAMS.workers.look_at_child_seconds)):
            if life.seconds_of_silence() >= silence:
                return None
        told: bytes | Attempt = self._pipe.recv()
        return told

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
        child = FORKSERVER.Process(target=_serve, args=(theirs, self._memory, spoken()), daemon=True)
        with STARTING:
            child.start()
            self._child = child
        theirs.close()
        return True

    def _how_it_died(self) -> str:
        """How the child ended, which it is about to do if it has not yet."""
        if self._child is None:
            return say(wording.PROCESS_DIED)
        with STARTING:
            self._child.join()
        code = self._child.exitcode or 0
        if code >= 0:
            return say(wording.PROCESS_EXITED, code=code)
        try:
            return say(wording.PROCESS_KILLED, signal=signal.Signals(-code).name)
        except ValueError:
            return say(wording.PROCESS_KILLED_BY_NUMBER, number=-code)


def _serve(pipe: Connection, memory: int | None, texts: Mapping[Words, Words]) -> None:
    """A child's whole life: what every job is to know, then job after job until the pipe closes.

    It ends with its parent, however that ends, and by SIGTERM at once: a handler in Python would wait for the
    solver to come back.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    assert parent is not None, "this runs in a child"
    Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    speak(texts)
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(EOFError, ConnectionError):
        jobs.prepare(pipe.recv_bytes())
        while True:
            pipe.send(jobs.attempt_job(pipe.recv_bytes(), pipe.send))


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
