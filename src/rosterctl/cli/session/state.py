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
from rosterctl.cli.session.failures import warn
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.roster.folder import ROSTER
from rosterctl.storage.state.state import State, Version
from rosterctl.wording import say

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
        raise BadInput([Problem(Place(str(bureau)), *say(wording.NO_STATE_WITHOUT_BUREAU))])
    return State(bureau / "state" if state is None else state)


def state_in(folder: Path) -> State | None:
    """The state that is meant by a folder in the place of a roster: itself, or that of the bureau in it.

    None where the folder is a roster's, which always comes first, or neither a state's nor a bureau's.
    """
    if (folder / ROSTER).is_file():
        return None
    own, bureaus = State(folder), State(folder / "state")
    if own.begun:
        return own
    return bureaus if bureaus.begun or (folder / "bureau.yaml").is_file() else None


def newest_roster(folder: Path) -> Path:
    """The roster folder that is meant: the current version's where a state or a bureau is named.

    Every other folder is meant itself, whatever it is. BadInput when nothing is published, or nothing that
    is intact.
    """
    state = state_in(folder)
    if state is None:
        return folder
    version = current_version(state)
    if version is None:
        raise BadInput([Problem(Place(str(folder)), *say(wording.NOT_PUBLISHED_YET))])
    return version.folder


def current_version(state: State) -> Version | None:
    """What is published; None before the first publication. BadInput when no version is intact.

    A warning when the newest is damaged, because an older one is current then.
    """
    version, versions = state.current(), state.versions()
    if version is None and versions:
        raise BadInput([Problem(Place(str(state.folder)), *say(wording.NONE_INTACT))])
    if version is not None and version.number != versions[-1].number:
        warn(say(wording.NEWEST_DAMAGED, newest=versions[-1].number, current=version.number))
    return version


def login_name() -> str:
    """Who runs this, by the system's own account; the number where it has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
