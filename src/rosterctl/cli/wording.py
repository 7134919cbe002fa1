"""The sentences of the command line that stand on no page: wrong usage, and what is said beside the job.

A `hint` is "did you mean …", or empty. This module loads nothing, because the help of a command may need it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rosterctl.timeline.horizon import Horizon

# What is asked for is not there


def no_command(name: str, hint: str) -> str:
    return f"there is no command '{name}'{hint}"


def no_rule(name: str, hint: str) -> str:
    return f"no rule '{name}'{hint}; `rosterctl rules` lists them"


def no_post(id: str, hint: str) -> str:
    return f"there is no post '{id}'{hint}; of an event name the officer instead"


def lacks_nobody(post: str) -> str:
    return f"post '{post}' lacks nobody then; to let somebody be replaced, name him with --officer too"


def no_duty_on(officer: str, day: date) -> str:
    return f"officer '{officer}' has no duty on {day}"


def date_outside_roster(horizon: Horizon) -> str:
    return f"--date: the roster runs from {horizon.first} to {horizon.last}"


# Options that do not go together, or lack one another

POST_OR_OFFICER = "say --post or --officer, or both"
NOT_BOTH = "ask for --post or for --officer, not for both"
OF_OR_BUREAU = "say what the CSV is a roster of: --of ROSTER_FOLDER or --bureau FOLDER"
CLUSTER_EXTRA = "--cluster needs the extra: pip install 'rosterctl[cluster]'"
SAY_THE_ZONE = "say the zone too, such as 2026-12-01T05:40+08:00"


# Bureaus and rosters that do not belong together


def two_bureaus(before: str, after: str) -> str:
    return f"BEFORE is a roster of bureau '{before}', AFTER of '{after}'"


def no_common_date(old: Horizon, new: Horizon) -> str:
    return f"the rosters share no date: {old.first} to {old.last} and {new.first} to {new.last}"


def roster_of_another(roster: Path, of: str, bureau: str) -> str:
    return f"{roster} is a roster of bureau '{of}', this is '{bureau}'"


def no_state_without_bureau() -> tuple[str, str]:
    """Message and hint."""
    return (
        "there is no bureau.yaml in this folder, so it has no state either",
        "name the bureau's folder, or --state DIR",
    )


# Folders and programs


def not_empty(folder: Path) -> str:
    return f"'{folder}' is there already and not empty; name a new folder"


def no_bureau_in(file: str, folder: Path) -> str:
    return f"there is no {file} in '{folder}'; name the folder of a bureau"


def folder_missing(folder: Path) -> str:
    return f"there is no folder '{folder}'; make it first"


def no_user(text: str) -> str:
    return f"{text!r} is not the name of a user"


def quotation_marks(program: Path) -> str:
    return f"{program}: systemd starts no program with quotation marks in its path"


def hidden_from_service(path: Path) -> str:
    return f"{path}: the service has a /tmp of its own and will not find this; move it"


def cannot_be_scheduled(path: Path) -> str:
    return f"{str(path)!r}: backslashes and control characters cannot be scheduled; rename it"


NO_PROGRAM = "there is no program `rosterctl` beside this Python; install it with pip"
NO_USER_NAME = "you have no user name here; give one with --user"


# What is said beside the page

NOTHING_PUBLISHED_YET = "nothing is published yet: this is what the bureau's own ledger brings along"


def unknown_holidays(calendar: str, first: date, last: date) -> str:
    return (
        f"the calendar '{calendar}' knows the holidays from {first} to {last} only; on other dates Monday "
        "to Friday are workdays and there is no holiday. Add the holidays to the calendar once published."
    )


def not_repaired(first: date, today: date, version: int) -> str:
    """What is current begins on `first`, so that what happens today is repaired nowhere."""
    return f"what is current begins on {first}; {today} is in version {version}, which was not repaired"


def all_intact(versions: str) -> str:
    return f"intact: the journal's chain holds and {versions} are as they were published"


def bug(kind: str, text: object) -> str:
    return (
        f"this is a bug in rosterctl, not in your files ({kind}: {text}). "
        "Please report it with the command you ran; `rosterctl --debug …` shows where it struck."
    )


# Heads and help

DEFAULT_OF_OPTION = "unless you say otherwise"
HAPPENED = {
    "sick": "An officer is sick.",
    "leave": "An officer is granted leave.",
    "training": "An officer is in training.",
    "court": "An officer is at court.",
    "other": "An officer is away for another reason.",
    "back": "An officer is there again.",
    "left": "An officer is no longer on the roll.",
    "vehicle-down": "A vehicle is in the workshop.",
    "vehicle-back": "A vehicle runs again.",
}
"""What an incident of a kind is, by its word."""
