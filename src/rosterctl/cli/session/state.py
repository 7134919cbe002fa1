"""The state folder a command works on, and who works on it.

The state holds every roster that was published and which run did it (see `storage.state.state`). It lies in
the bureau's folder unless --state names another place: on another disk, say, or where there is no bureau.
"""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.state.state import State

state_option = click.option(
    "--state",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The state folder; BUREAU/state if not given.",
)


def state_of(bureau: Path, state: Path | None) -> State:
    """The state that is named, or the bureau's own; it may be yet to come.

    BadInput when none is named and there is no bureau in whose folder it could be.
    """
    if state is None and not (bureau / "bureau.yaml").is_file():
        raise BadInput([Problem(Place(str(bureau)), *wording.NO_STATE_WITHOUT_BUREAU)])
    return State(bureau / "state" if state is None else state)


def login_name() -> str:
    """Who runs this, by the system's own account; the number where it has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
