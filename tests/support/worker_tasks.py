"""Tasks that know nothing of rosters, for the workers' tests; a child imports them from here."""
# ruff: noqa: ARG002 (every task has the same methods, whatever it does with them)

from __future__ import annotations

import os
import pickle
import signal
from dataclasses import dataclass
from time import process_time, sleep
from typing import Any

from rosterctl.planning.workers.executor import Job
from rosterctl.planning.workers.jobs import OrderedTask, Tell
from rosterctl.solver.outcome import Settings

LONG = 60.0
"""Seconds after which a test gives up waiting."""


@dataclass(frozen=True)
class AnyTask:
    """Takes every answer for one of its own."""

    def accepts(self, result: object) -> bool:
        return True


@dataclass(frozen=True)
class Sum(AnyTask):
    """Adds a number to what is known; takes only an int for an answer."""

    number: int = 0

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        return int(known) + self.number

    def accepts(self, result: object) -> bool:
        return isinstance(result, int)


def sums(*numbers: int) -> list[Sum]:
    return [Sum(number) for number in numbers]


def pickled(task: Any) -> bytes:
    """As an executor sends it."""
    return pickle.dumps(OrderedTask(task, Settings(LONG)))


def job(task: Any) -> Job:
    """As an executor is given it."""
    return lambda: pickled(task)


@dataclass(frozen=True)
class Bug(AnyTask):
    """Is struck by a mistake of the program."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        return _struck(known)


def _struck(known: Any) -> int:
    raise ZeroDivisionError(f"nothing divides {known}")


@dataclass(frozen=True)
class Greedy(AnyTask):
    """Asks for more memory than there is."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        return len(bytearray(1 << 60))


@dataclass(frozen=True)
class Dies(AnyTask):
    """Ends its own process."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0


@dataclass(frozen=True)
class Process(AnyTask):
    """Tells the process in which it runs."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        return os.getpid()


@dataclass(frozen=True)
class Exits(AnyTask):
    """Ends its own process with an exit code, as a library may that sees no other way."""

    code: int = 3

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        os._exit(self.code)


@dataclass(frozen=True)
class Seconds(AnyTask):
    """Tells how many whole seconds it may take."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        return round(settings.seconds)


@dataclass(frozen=True)
class Works(AnyTask):
    """Says nothing for a while, but works."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        until = process_time() + 1.0
        while process_time() < until:
            pass
        return int(known)


@dataclass(frozen=True)
class TellsTwice(AnyTask):
    """Finds 1, then 2, and comes to 3."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        tell(1)
        tell(2)
        return 3


@dataclass(frozen=True)
class TellsAndDies(AnyTask):
    """Has told of 1 and 2 when its process ends."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        tell(1)
        tell(2)
        os.kill(os.getpid(), signal.SIGKILL)
        return 3


@dataclass(frozen=True)
class TellsAndHangs(AnyTask):
    """Has told of 1 and never comes back."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        tell(1)
        sleep(LONG)
        return 2


@dataclass(frozen=True)
class Hangs(AnyTask):
    """Neither says nor does anything."""

    def run(self, known: Any, settings: Settings, tell: Tell) -> int:
        sleep(LONG)
        return 0
