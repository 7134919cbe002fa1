"""A run in the history: noted when it begins and when it ends, whatever ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.failures import code_for, warn
from rosterctl.cli.session.now import later
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.plain_text import clean
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import State
from rosterctl.wording import say


class JobOutcome(Protocol):
    """What came of a job that publishes."""

    @property
    def new_version(self) -> Version | None:
        """The version that it published, None if it published none."""

    @property
    def facts(self) -> Mapping[str, int]:
        """Counts for the history of runs and for notices; nobody's name."""

    @property
    def degraded(self) -> bool:
        """Whether it was published though posts are short."""

    @property
    def bureau(self) -> Bureau:
        """The bureau that the roster is for, as it was when the job was done."""

    @property
    def roster(self) -> Roster:
        """The roster that the job published, or would have."""


@dataclass
class Recording:
    """What is known of a run before it ends. `run` is its number, 0 where it is not noted."""

    run: int = 0
    code: ExitCode = ExitCode.FINE
    version: int | None = None
    facts: Mapping[str, int] = field(default_factory=dict)
    outcome: JobOutcome | None = None

    def note(self, outcome: JobOutcome) -> None:
        """What came of the job, and so the exit code."""
        self.outcome = outcome
        self.version = None if outcome.new_version is None else outcome.new_version.number
        self.facts = outcome.facts
        self.code = ExitCode.DEGRADED if outcome.degraded else ExitCode.FINE


@contextmanager
def recorded(state: State, what: str, now: datetime, every_version: bool = True) -> Iterator[Recording]:
    """Under the lock: settle the state (see `State.settle`), note the run, say on stderr what was mended."""
    clock = later(now)
    for sentence in state.settle(every_version):
        click.echo(clean(say(wording.MENDED, sentence=sentence)), err=True)
    history = state.history
    run = history.begin(what, now.astimezone().date(), now)
    recording = Recording(run)
    try:
        yield recording
    except BaseException as error:
        recording.code = code_for(error)
        raise
    finally:
        history.end(run, clock(), recording.code, recording.version, recording.facts)
        for sentence in (*history.trouble, state.behind):
            warn(sentence)
