"""Tasks that know nothing of rosters, for the workers' tests; a child imports them from here."""
# ruff: noqa: ARG002 (every task has the same methods, whatever it does with them)

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from time import sleep
from typing import Any

from rosterctl.solver.outcome import Settings

LONG = 60.0
"""Seconds after which a test gives up waiting."""


SOON = Settings(5.0)


@dataclass(frozen=True)
class AnyTask:
    """Takes every answer for one of its own."""

    settings: Settings = SOON

    def accepts(self, result: object) -> bool:
        return True


@dataclass(frozen=True)
class Sum(AnyTask):
    """Adds a number to what is known; takes only an int for an answer."""

    number: int = 0

    def run(self, known: Any) -> int:
        return int(known) + self.number

    def accepts(self, result: object) -> bool:
        return isinstance(result, int)


def sums(*numbers: int) -> list[Sum]:
    return [Sum(number=number) for number in numbers]


@dataclass(frozen=True)
class Bug(AnyTask):
    """Is struck by a mistake of the program."""

    def run(self, known: Any) -> int:
        return _struck(known)


def _struck(known: Any) -> int:
    raise ZeroDivisionError(f"nothing divides {known}")


@dataclass(frozen=True)
class Greedy(AnyTask):
    """Asks for more memory than there is."""

    def run(self, known: Any) -> int:
        return len(bytearray(1 << 60))


@dataclass(frozen=True)
class Dies(AnyTask):
    """Ends its own process."""

    def run(self, known: Any) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0


@dataclass(frozen=True)
class Process(AnyTask):
    """Tells the process in which it runs."""

    def run(self, known: Any) -> int:
        return os.getpid()


@dataclass(frozen=True)
class Exits(AnyTask):
    """Ends its own process with an exit code, as a library may that sees no other way."""

    code: int = 3

    def run(self, known: Any) -> int:
        os._exit(self.code)


@dataclass(frozen=True)
class Hangs(AnyTask):
    """Takes far longer than it may."""

    def run(self, known: Any) -> int:
        sleep(LONG)
        return 0
