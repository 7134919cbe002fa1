"""The state folder a command works on, who works on it, and when."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.state.state import State


def _now(context: click.Context, option: click.Parameter, text: str | None) -> datetime:
    if text is None:
        return datetime.now(UTC)
    try:
        now = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), context, option) from None
    if now.tzinfo is None:
        raise click.BadParameter("say the zone too, such as 2026-12-01T05:40+08:00", context, option)
    return now.astimezone(UTC)


state_option = click.option(
    "--state",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The state folder; BUREAU/state if not given.",
)
now_option = click.option("--now", metavar="INSTANT", hidden=True, callback=_now)


def state_of(bureau: Path, state: Path | None) -> State:
    """BadInput when no state is named and there is no bureau beside which it could be."""
    if state is None and not (bureau / "bureau.yaml").is_file():
        message = "there is no bureau.yaml in this folder, so it has no state either"
        raise BadInput([Problem(Place(str(bureau)), message, "name the bureau's folder, or --state DIR")])
    return State(bureau / "state" if state is None else state)


def login_name() -> str:
    """Who runs this, by the system's own account; the number where it has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def later(now: datetime) -> Callable[[], datetime]:
    """The clock from here on: `now` plus what has passed since."""
    started = datetime.now(UTC)
    return lambda: now + (datetime.now(UTC) - started)
