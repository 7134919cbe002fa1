"""What stands around a job that may publish: the lock, the record in the history, the bureau's channels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from rosterctl.cli.session.announce import announced
from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.now import later
from rosterctl.cli.session.record import JobOutcome, Recording, recorded
from rosterctl.operations.channels.notice import NoticeFacts
from rosterctl.operations.publish import Publication
from rosterctl.operations.refusals import WrongClock
from rosterctl.operations.versions.tables import refresh_tables, write_tables
from rosterctl.problems import BadInput
from rosterctl.storage.disk.atomic import sweep
from rosterctl.storage.state.state import State


@dataclass(frozen=True)
class Session:
    """`what` is the kind of run as the history has it; `bureau` is the bureau's folder.

    An `unattended` run tells the bureau's channels how it ended, and its stderr is a log: of mistakes in the
    files it shows the places, but not the lines, where people stand. One `at_once` reads the current version
    only, for somebody waits; the older ones are looked at by the night. How an unattended run ended is
    written to the file `metrics` too, if there is one.
    """

    what: str
    bureau: Path
    state: State
    order: Publication
    unattended: bool = False
    at_once: bool = False
    metrics: Path | None = None


@contextmanager
def at_work(session: Session) -> Iterator[Recording]:
    """Lock, settle and record, the job, and the tables of what is current then; a dry run does the job alone.

    What the job raises is recorded and goes on to whoever tells it (`failures`). The one exception is a clock
    that cannot be right: that is wrong usage of the command that runs.
    """
    with ExitStack() as stack:
        stack.enter_context(_told_here(session))
        if session.order.dry_run:
            yield Recording()
            return
        announcement = None
        if session.unattended:
            write = None if session.metrics is None else partial(_write_metrics, session, session.metrics)
            announcement = stack.enter_context(announced(session.bureau, session.what, write))
        stack.enter_context(session.state.lock())
        run = recorded(session.state, session.what, session.order.now, every_version=not session.at_once)
        recording = stack.enter_context(run)
        if announcement is not None:
            announcement.begin(recording)
        sweep(session.bureau)  # what killed runs left in the bureau's folder when they entered a row
        try:
            yield recording
        except Exception:
            warn(refresh_tables(session.state))
            raise
        warn(_tables_after(session.state, recording.outcome))


def _write_metrics(session: Session, path: Path, facts: NoticeFacts) -> str:
    from rosterctl.operations.channels.metrics import MetricsFile  # noqa: PLC0415 (loads prometheus_client)

    return MetricsFile(path, session.state.history, later(session.order.now)).write(facts)


def _tables_after(state: State, done: JobOutcome | None) -> str:
    """The tables of the version that is current now; a warning where the disk refuses them.

    Whatever moves the current version has come by here: a job, or the mending of what a killed run left.
    """
    if done is not None and done.new_version is not None:
        return write_tables(state, done.new_version, done.bureau, done.roster)
    return refresh_tables(state)


@contextmanager
def _told_here(session: Session) -> Iterator[None]:
    try:
        yield
    except WrongClock as wrong:
        raise click.UsageError(str(wrong)) from None
    except BadInput as mistakes:
        if session.unattended and not session.order.dry_run:
            raise BadInput(replace(one, source_line="") for one in mistakes.problems) from None
        raise
