"""What the doctor's checks say, and what to do about it. A remedy may be a command to type."""

from __future__ import annotations

# Bureau


def mistakes(number: int) -> str:
    return f"mistakes in its files: {number}"


def no_mistakes(files: int) -> str:
    return f"no mistakes in its {files} files"


def mistakes_in_notify(number: int) -> str:
    return f"mistakes in notify.yaml: {number}"


# Clock


def nothing_ran_yet(now: str) -> str:
    return f"{now}; nothing has run here yet"


def clock_behind(now: str, last: str) -> str:
    return f"it says {now}, but the last run was at {last}"


SET_THE_CLOCK = "set the clock (timedatectl), or wait until it has caught up"


def clock_ahead(now: str, last: str) -> str:
    return f"{now}, after the last run at {last}"


# File system

CANNOT_SEE_FILE_SYSTEM = "it cannot be seen here what kind of file system the state lies on"
SEE_THAT_IT_IS_LOCAL = "see that it is local"
MOVE_TO_THIS_MACHINE = "move it to a disk of this machine (--state DIR)"
MOVE_TO_A_DISK = "move it to a disk"
UNKNOWN_FILE_SYSTEM = "an unknown file system"


def lies_on(kind: str) -> str:
    return f"the state lies on {kind}"


def lies_on_fleeting(kind: str) -> str:
    return f"the state lies on {kind}, which is gone when the machine is switched off"


# Last success

NOTHING_PUBLISHED = "nothing has been published here yet"
PUBLISH_FIRST = "rosterctl nightly, or: rosterctl publish"
RUN_BY_HAND = "run `rosterctl nightly` by hand and read what it says"


def night_missed(age: str) -> str:
    return f"{age}: a night was missed"


# Lock


def lock_of_the_dead(process: str) -> str:
    return f"free; process {process}, which held it, died, and the next run takes it"


def lock_held(process: str, since: str) -> str:
    return f"held by process {process} since {since}"


def look_at_it(process: str) -> str:
    return f"look at it: ps -fp {process}; a run that hangs can be ended with kill {process}"


def run_at_work(said: str) -> str:
    return f"{said}: a run is at work"


# Parts

INSTALL_AGAIN = "install rosterctl again with pip"


def no_solver(parts: str) -> str:
    return f"{parts}, and no OR-Tools: nothing can be solved"


def other_solver(parts: str, found: str, wanted: str) -> str:
    return f"{parts}, OR-Tools {found}: rosterctl was made for {wanted}"


# Permissions

GIVE_THEM_TO_THE_USER = "run doctor as the user of the nightly run, or give them to that user with chown"


def foreign(number: int, first: object) -> str:
    return f"{number} belong to somebody else ({first})"


def private(state: int, bureau: int) -> str:
    return f"{state} files and folders of the state and {bureau} of the bureau are private"


def exposed(number: int, whose: str, first: object) -> str:
    """`whose` is "of the state" or "of the bureau"."""
    return f"others may get at {number} files or folders {whose} ({first})"


# Scheduler

NOT_SCHEDULED = "no crontab and no timer runs `rosterctl nightly`, as far as you can see"


def schedule_it(bureau: str) -> str:
    return f"rosterctl schedule crontab {bureau}, or: rosterctl schedule systemd {bureau}"


def scheduled_in(where: str) -> str:
    return f"the nightly run stands in {where}"


# Space

FREE_SOME = "free some, keep fewer versions, or move the state (--state DIR)"


def space(free: str, need: str) -> str:
    return f"{free} free, ten versions take {need}"


def few_files(free: int, wanted: int) -> str:
    return f"{free} more files can be made, ten versions take {wanted}"


# State

SET_ASIDE_BY_THE_NEXT = "the next run sets it aside and goes on with the last good version"
INTACT_AND_EMPTY = "intact; nothing is published yet"


def state_to_come(state: object) -> str:
    return f"'{state}' is made by the first run"


def intact(version: int) -> str:
    return f"intact; version {version} is current"


# Zone

CHOOSE_THE_TIME = "choose the time with `rosterctl schedule … --at`"


def zone_of_mistaken_bureau(system: str) -> str:
    return f"the system's is {system}; the bureau's is not known while its files have mistakes"


def same_zone(zone: str) -> str:
    return f"{zone}, like the system's clock"


def other_zone(bureau: str, system: str, night: str, there: str) -> str:
    return (
        f"the bureau's is {bureau}, the system's {system}: {night} in a crontab or timer is "
        f"{there} at the bureau"
    )


# Whatever cannot be looked at

RUN_AS_THE_USER = "run doctor as the user of the nightly run"


def cannot_be_examined(where: str, reason: str) -> str:
    return f"cannot be examined: {where}{reason}"
