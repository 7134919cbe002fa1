"""rosterctl: finds the command, runs it, and turns whatever happens into an exit code and a plain message."""

from __future__ import annotations

import errno
import logging
import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

from rosterctl import __version__
from rosterctl.cli.command_group import CommandGroup
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.pages.render import clean
from rosterctl.problems import BadInput
from rosterctl.storage.disk.lock import Locked


class Terminated(KeyboardInterrupt):
    """SIGTERM arrived."""


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rosterctl")
@click.option("--debug", is_flag=True, help="Show where in the program a bug struck.")
def cli(debug: bool) -> None:
    """Duty rosters for traffic-patrol police: made, audited, explained.

    BUREAU is a folder with a bureau.yaml in it, ROSTER a folder that `rosterctl solve --out` wrote.
    Data goes to stdout, talk to stderr. Exit codes: 0 fine, 1 a bug, 2 wrong usage, 3 bad input, 4 rules that
    contradict each other, 5 out of time, 6 made but short of people, 7 another run is at work, 8 cannot read
    or write (of `doctor`: something is wrong), 9 rejected by the audit, 130 interrupted, 143 terminated.
    """
    if debug:
        os.environ["ROSTERCTL_DEBUG"] = "1"
        _show_bugs_of_children()


def _show_bugs_of_children() -> None:
    """On stderr, as they strike: the run goes on without what such a child was to find."""
    log = logging.getLogger("rosterctl")
    log.setLevel(logging.DEBUG)
    if not log.handlers:
        log.addHandler(logging.StreamHandler())


def main() -> NoReturn:
    """The entry point."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; never raises for anything the user did, nor for a bug."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    with _sigterm():
        code = _guarded(arguments)
    return _flushed(code)


def _guarded(arguments: Sequence[str]) -> int:
    try:
        color = False if os.environ.get("NO_COLOR") else None
        result = cli.main(list(arguments), prog_name="rosterctl", standalone_mode=False, color=color)
        return int(result) if isinstance(result, int) else ExitCode.FINE
    except click.Abort as abort:
        return _stopped(abort.__cause__)
    except KeyboardInterrupt as stop:
        return _stopped(stop)
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except BadInput as mistakes:
        _report(mistakes, arguments)
        return ExitCode.BAD_INPUT
    except Locked as held:
        _say(str(held))
        return ExitCode.LOCKED
    except OSError as error:
        if error.errno != errno.EPIPE:
            _say(_plain(error))
        return ExitCode.STORAGE
    except Exception as bug:
        return _bug(bug)


def _stopped(by: BaseException | None) -> int:
    terminated = isinstance(by, Terminated)
    click.echo("terminated" if terminated else "interrupted", err=True)
    return ExitCode.TERMINATED if terminated else ExitCode.INTERRUPTED


def _report(mistakes: BadInput, arguments: Sequence[str]) -> None:
    from rosterctl.cli.pages.mistakes import as_json, mistakes_text  # noqa: PLC0415 (slow to import, rarely needed)

    if "--json" in arguments:
        click.echo(as_json(mistakes.problems))
    else:
        click.echo(mistakes_text(mistakes.problems), err=True)


def _plain(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename is not None else reason


def _bug(bug: Exception) -> int:
    if os.environ.get("ROSTERCTL_DEBUG", "") not in ("", "0"):
        traceback.print_exception(bug)
    _say(
        f"this is a bug in rosterctl, not in your files ({type(bug).__name__}: {bug}). "
        "Please report it with the command you ran; `rosterctl --debug …` shows where it struck."
    )
    return ExitCode.BUG


def _say(message: str) -> None:
    with suppress(OSError):
        click.echo(clean(f"rosterctl: {message}"), err=True)


def _flushed(code: int) -> int:
    """Flush now: a full disk or a reader that went away must not surface as a traceback at the exit."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if error.errno != errno.EPIPE:
            _say(_plain(error))
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code or ExitCode.STORAGE
    return code


@contextmanager
def _sigterm() -> Iterator[None]:
    try:
        before = signal.signal(signal.SIGTERM, _terminate)
    except ValueError:  # not in the main thread, where signals do not arrive anyway
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
    raise Terminated
