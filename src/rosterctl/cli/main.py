"""rosterctl: finds the command, runs it, and turns whatever happens into an exit code and a plain message."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NoReturn

import click

from rosterctl import __version__
from rosterctl.cli.command_group import CommandGroup
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.failures import say_os_error, tell
from rosterctl.cli.session.language import speak_as_asked
from rosterctl.cli.session.signals import sigterm_raises
from rosterctl.cli.spoken_help import in_language
from rosterctl.words.catalogue import help_texts


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rosterctl")
@click.option("--debug", is_flag=True, help="Show where in the program a bug struck.")
def cli(debug: bool) -> None:
    """Duty rosters for traffic-patrol police: made, audited, explained.

    BUREAU is a folder with a bureau.yaml in it, ROSTER a folder that `rosterctl solve --out` wrote. Where
    rosters are read, ROSTER may be a BUREAU too, or its state: its current version is meant then.
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
    texts = help_texts(speak_as_asked(arguments))
    with sigterm_raises():
        code = _guarded(arguments, texts)
    return _flushed(code)


def _guarded(arguments: Sequence[str], texts: Mapping[str, str]) -> int:
    """The command's exit code, whatever it raises; only what ends Python itself goes on."""
    try:
        color = False if os.environ.get("NO_COLOR") else None
        spoken = in_language(cli, texts)
        spoken.texts = texts
        result = spoken.main(list(arguments), prog_name="rosterctl", standalone_mode=False, color=color)
        return int(result) if isinstance(result, int) else ExitCode.FINE
    except (Exception, KeyboardInterrupt) as error:
        return tell(error, "--json" in arguments)


def _flushed(code: int) -> int:
    """Flush now: a full disk or a reader that went away must not surface as a traceback at the exit."""
    try:
        sys.stdout.flush()
    except OSError as error:
        say_os_error(error)
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code or ExitCode.STORAGE
    return code
