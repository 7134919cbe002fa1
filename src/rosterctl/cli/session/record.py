"""A run in the history: noted when it begins and when it ends, whatever ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.main import Terminated
from rosterctl.cli.pages.render import clean
from rosterctl.cli.session.state import later
from rosterctl.problems import BadInput
from rosterctl.storage.state.state import State


@dataclass
class Recording:
    """What a command says of its run before it ends. `run` is its number, 0 where it is not noted."""

    run: int = 0
    code: ExitCode = ExitCode.FINE
    version: int | None = None
    facts: Mapping[str, int] = field(default_factory=dict)


@contextmanager
def recorded(state: State, what: str, now: datetime) -> Iterator[Recording]:
    """Under the lock: settle the state, note the run, and say on stderr what was mended."""
    clock = later(now)
    for sentence in state.settle():
        click.echo(clean(f"mended: {sentence}"), err=True)
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
        for sentence in filter(None, (*history.trouble, state.behind)):
            click.echo(clean(f"warning: {sentence}"), err=True)


def code_for(error: BaseException) -> ExitCode:
    """The exit code of a run that is ended by it."""
    if isinstance(error, BadInput):
        return ExitCode.BAD_INPUT
    if isinstance(error, OSError):
        return ExitCode.STORAGE
    if isinstance(error, Terminated):
        return ExitCode.TERMINATED
    if isinstance(error, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    return ExitCode.USAGE if isinstance(error, click.ClickException) else ExitCode.BUG
