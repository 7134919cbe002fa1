"""The sub-problems that may run in another process: pure functions of plain bytes.

A job is a pickled task. What all jobs of a run need to know besides, every worker is told once.
"""

from __future__ import annotations

import pickle
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from rosterctl.solver.outcome import Settings

R_co = TypeVar("R_co", covariant=True)


class Task(Protocol[R_co]):
    """A sub-problem: `settings` are for its searches, `accepts` is asked by whoever gets the result."""

    @property
    def settings(self) -> Settings: ...

    def run(self, known: Any) -> R_co:
        """`known` is what `prepare` was told."""

    def accepts(self, result: object) -> bool:
        """Can this be the result of this task, as far as a look at it tells?"""


_known: dict[bytes, Any] = {}
"""By its digest the one thing that this process was told."""


def prepare(payload: bytes) -> None:
    """Runs in every worker before its first job; costs nothing when the worker knows the payload."""
    digest = sha256(payload).digest()
    if digest not in _known:
        _known.clear()
        _known[digest] = pickle.loads(payload)


def forget() -> None:
    _known.clear()


def run_job(job: bytes) -> bytes:
    """The pickled result of a pickled task."""
    (known,) = _known.values()
    task: Task[object] = pickle.loads(job)
    return pickle.dumps(task.run(known))
