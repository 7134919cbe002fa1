"""What is examined, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from rosterctl.intake.load import Examination
from rosterctl.storage.state.run_history import RunHistory
from rosterctl.storage.state.state import State


class Health(StrEnum):
    OK = "ok"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a check found, in a sentence, and what to do about it (empty when all is well)."""

    health: Health
    said: str
    remedy: str = ""


@dataclass(frozen=True)
class Patient:
    """A bureau with its state folder, which may be yet to come, at a moment (aware of its zone).

    `root` is where the system's own files such as etc/localtime are looked for.
    """

    bureau: Path
    state: Path
    now: datetime
    examination: Examination
    root: Path = Path("/")

    @property
    def kept(self) -> State | None:
        """The state, if there is one yet."""
        return State(self.state) if self.state.is_dir() else None

    @property
    def history(self) -> RunHistory:
        return RunHistory(self.state / "history.sqlite")

    @property
    def standing(self) -> Path:
        """The state folder, or the nearest folder above it that exists."""
        here = self.state.absolute()
        while not here.exists():
            here = here.parent
        return here


def ok(said: str) -> Diagnosis:
    return Diagnosis(Health.OK, said)


def warning(said: str, remedy: str) -> Diagnosis:
    return Diagnosis(Health.WARNING, said, remedy)


def wrong(said: str, remedy: str) -> Diagnosis:
    return Diagnosis(Health.WRONG, said, remedy)
