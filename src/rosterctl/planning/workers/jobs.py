"""The sub-problems that may run in another process: pure functions of plain bytes.

A job is a pickled task with the limits of its searches. What all jobs of a run need to know besides, every
worker is told once.
"""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from rosterctl.planning import wording
from rosterctl.solver.outcome import Settings
from rosterctl.wording import say

R_co = TypeVar("R_co", covariant=True)


Tell = Callable[[Any], None]
"""Takes what a task would come to if it ended now."""


class Task(Protocol[R_co]):
    """A sub-problem: `accepts` is asked by whoever gets the result."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> R_co:
        """`known` is what `prepare` was told, `settings` are for all searches of the task together.

        `tell` hears of every result on the way, each a whole one.
        """

    def accepts(self, result: object) -> bool:
        """Can this be the result of this task, as far as a look at it tells?"""


@dataclass(frozen=True)
class OrderedTask:
    """A task with what it may take: a job, once it is pickled."""

    task: Task[object]
    settings: Settings


@dataclass(frozen=True)
class Attempt:
    """What came of running a job: its pickled result, or in words why there is none.

    `trace` is Python's account of where in the program a bug struck; empty when none did.
    """

    result: bytes | None
    failure: str = ""
    trace: str = ""


_known: dict[bytes, Any] = {}
"""By its digest the one thing that this process was told."""


def prepare(payload: bytes) -> None:
    """Runs in every worker before its first job; costs nothing when the worker knows the payload."""
    digest = sha256(payload).digest()
    if digest not in _known:
        _known.clear()
        _known[digest] = pickle.loads(payload)


def forget() -> None:
    """Let go of what `prepare` was told."""
    _known.clear()


def unheard(so_far: object) -> None:
    """Tells nobody."""


def run_job(job: bytes, tell: Callable[[bytes], None] = unheard) -> bytes:
    """The pickled result of a job; `tell` hears of those on the way, pickled as well."""
    (known,) = _known.values()
    ordered: OrderedTask = pickle.loads(job)
    result = ordered.task.run(known, ordered.settings, lambda so_far: tell(pickle.dumps(so_far)))
    return pickle.dumps(result)


def attempt_job(job: bytes, tell: Callable[[bytes], None] = unheard) -> Attempt:
    """The same in a process of its own, which goes on whatever the task raises."""
    try:
        return Attempt(run_job(job, tell))
    except Exception as error:
        return failed_attempt(error)


def failed_attempt(error: BaseException) -> Attempt:
    """What is told of an exception that ended a job: a sentence, and of a bug where it struck.

    Want of memory is no bug; nothing more is formatted then, for that would take memory too.
    """
    if isinstance(error, MemoryError):
        return Attempt(None, say(wording.OUT_OF_MEMORY))
    trace = "".join(traceback.format_exception(error))
    return Attempt(None, say(wording.BUG_IN_TASK, kind=type(error).__name__, error=error), trace)
