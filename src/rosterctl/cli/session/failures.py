"""What struck a command: its exit code and what is said of it, once for all commands.

What a run may raise is listed here alone. The pages that say it are loaded when something struck, because
most runs need none of them.
"""

from __future__ import annotations

import errno
import os
import traceback
from contextlib import suppress

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.signals import Terminated
from rosterctl.export.plain_text import clean
from rosterctl.operations.refusals import Frozen, Rejected, Stopped, WrongClock
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.problems import BadInput, NotOne
from rosterctl.storage.disk.lock import Locked
from rosterctl.wording import say

CODES: tuple[tuple[type[BaseException], ExitCode], ...] = (
    (BadInput, ExitCode.BAD_INPUT),
    (Contradiction, ExitCode.CONTRADICTION),
    (NoTimeForAny, ExitCode.OUT_OF_TIME),
    (Rejected, ExitCode.AUDIT_REJECTED),
    (Frozen, ExitCode.USAGE),
    (WrongClock, ExitCode.USAGE),
    (NotOne, ExitCode.USAGE),
    (click.ClickException, ExitCode.USAGE),
    (Locked, ExitCode.LOCKED),
    (OSError, ExitCode.STORAGE),
    (Terminated, ExitCode.TERMINATED),
    (KeyboardInterrupt, ExitCode.INTERRUPTED),
)
"""The first that fits counts: Terminated is a KeyboardInterrupt too. What is not here is a bug."""


def code_for(error: BaseException) -> ExitCode:
    """The exit code of a command that is ended by it."""
    if isinstance(error, click.Abort):  # click's own name for a KeyboardInterrupt, which is its cause
        return code_for(error.__cause__ or KeyboardInterrupt())
    if isinstance(error, Stopped):
        return ExitCode.TERMINATED if error.terminated else ExitCode.INTERRUPTED
    return next((code for kind, code in CODES if isinstance(error, kind)), ExitCode.BUG)


def tell(error: BaseException, as_json: bool) -> ExitCode:
    """Say on stderr what struck, or on stdout for a program; the exit code. Its own pipe may be broken."""
    code = code_for(error)
    match error:
        case BadInput():
            _mistakes(error, as_json)
        case Rejected():
            _rejected(error, as_json)
        case Frozen():
            _frozen(error, as_json)
        case click.ClickException():
            error.show()
        case NotOne():
            click.UsageError("\n".join(map(clean, str(error).splitlines()))).show()
        case click.Abort() | KeyboardInterrupt():
            terminated = code is ExitCode.TERMINATED
            click.echo(say(wording.TERMINATED_NOW if terminated else wording.INTERRUPTED_NOW), err=True)
        case OSError():
            say_os_error(error)
        case _ if code is ExitCode.BUG:
            _bug(error)
        case Locked():
            _say(str(error))
        case _:
            _sentence(error)
    return code


def warn(sentence: str) -> None:
    """Say on stderr what the run went on in spite of; nothing where there is no sentence."""
    if sentence:
        click.echo(clean(say(wording.WARNED, sentence=sentence)), err=True)


def say_os_error(error: OSError) -> None:
    """What the system refused, and of which file; of a reader that went away (`| head`) nothing."""
    if error.errno != errno.EPIPE:
        reason = error.strerror or str(error)
        _say(f"{error.filename}: {reason}" if error.filename is not None else reason)


def _mistakes(mistakes: BadInput, as_json: bool) -> None:
    from rosterctl.cli.pages.mistakes import mistakes_json, mistakes_text  # noqa: PLC0415

    if as_json:
        click.echo(mistakes_json(mistakes.problems))
    else:
        click.echo(mistakes_text(mistakes.problems), err=True)


def _rejected(rejected: Rejected, as_json: bool) -> None:
    from rosterctl.cli.pages.refused import rejected_json, rejected_text  # noqa: PLC0415

    if as_json:
        click.echo(rejected_json(rejected))
    click.echo(rejected_text(rejected), err=True)


def _frozen(frozen: Frozen, as_json: bool) -> None:
    from rosterctl.cli.pages.refused import frozen_json, frozen_sentence, frozen_table  # noqa: PLC0415

    if as_json:
        click.echo(frozen_json(frozen))
    else:
        click.echo(frozen_table(frozen), err=True)
    click.echo(frozen_sentence(frozen), err=True)


def _sentence(error: BaseException) -> None:
    """Of those that say everything in one sentence."""
    from rosterctl.cli.pages import refused  # noqa: PLC0415

    match error:
        case Contradiction() | NoTimeForAny():
            click.echo(clean(refused.no_roster(error)), err=True)
        case Stopped():
            click.echo(refused.stopped(), err=True)
        case _:
            _say(str(error))


def _bug(bug: BaseException) -> None:
    if os.environ.get("ROSTERCTL_DEBUG", "") not in ("", "0"):
        traceback.print_exception(bug)
    _say(say(wording.BUG, kind=type(bug).__name__, text=bug))


def _say(message: str) -> None:
    with suppress(OSError):
        click.echo(clean(f"rosterctl: {message}"), err=True)
