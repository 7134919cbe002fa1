"""What the doctor's checks say, and what to do about it. A remedy may be a command to type."""

from __future__ import annotations

# Bureau

MISTAKES = "mistakes in its files: {number}"
NO_MISTAKES = "no mistakes in its {files} files"
WARNINGS = "its rotations and rulebook do not go together: {number} warnings"
MISTAKES_IN_NOTIFY = "mistakes in notify.yaml: {number}"

# Calendar

CALENDAR_OF_MISTAKEN_BUREAU = "what it knows is not known while the bureau's files have mistakes"
CALENDAR_KNOWS = "'{calendar}' knows what is needed for the next 60 days"

# Clock

NOTHING_RAN_YET = "{now}; nothing has run here yet"
CLOCK_BEHIND = "it says {now}, but the last run was at {last}"
SET_THE_CLOCK = "set the clock (timedatectl), or wait until it has caught up"
CLOCK_AHEAD = "{now}, after the last run at {last}"

# File system

CANNOT_SEE_FILE_SYSTEM = "it cannot be seen here what kind of file system the state lies on"
SEE_THAT_IT_IS_LOCAL = "see that it is local"
MOVE_TO_THIS_MACHINE = "move it to a disk of this machine (--state DIR)"
MOVE_TO_A_DISK = "move it to a disk"
UNKNOWN_FILE_SYSTEM = "an unknown file system"
LIES_ON = "the state lies on {kind}"
LIES_ON_FLEETING = "the state lies on {kind}, which is gone when the machine is switched off"

# Last success

NOTHING_PUBLISHED = "nothing has been published here yet"
PUBLISH_FIRST = "rosterctl nightly, or: rosterctl publish"
RUN_BY_HAND = "run `rosterctl nightly` by hand and read what it says"
HOURS_AGO = "{hours} hours ago"
DAYS_AGO = "{days} days ago"
NIGHT_MISSED = "{age}: a night was missed"

# Lock

LOCK_FREE = "free"
LOCK_OF_THE_DEAD = "free; process {process}, which held it, died, and the next run takes it"
LOCK_HELD = "held by process {process} since {since}"
LOOK_AT_IT = "look at it: ps -fp {process}; a run that hangs can be ended with kill {process}"
RUN_AT_WORK = "{said}: a run is at work"

# Parts

INSTALL_AGAIN = "install rosterctl again with pip"
NO_SOLVER = "{parts}, and no OR-Tools: nothing can be solved"
OTHER_SOLVER = "{parts}, OR-Tools {found}: rosterctl was made for {wanted}"

# Permissions

GIVE_THEM_TO_THE_USER = "run doctor as the user of the nightly run, or give them to that user with chown"
FOREIGN = "{number} belong to somebody else ({first})"
PRIVATE = "{state} files and folders of the state and {bureau} of the bureau are private"
EXPOSED_IN_STATE = "others may get at {number} files or folders of the state ({first})"
EXPOSED_IN_BUREAU = "others may get at {number} files or folders of the bureau ({first})"

# Scheduler

NOT_SCHEDULED = "no crontab and no timer runs `rosterctl nightly`, as far as you can see"
SCHEDULE_IT = "rosterctl schedule crontab {bureau}, or: rosterctl schedule systemd {bureau}"
YOUR_CRONTAB = "your crontab"
SCHEDULED_IN = "the nightly run stands in {where}"

# Space

FREE_SOME = "free some, keep fewer versions, or move the state (--state DIR)"
SPACE_LEFT = "{free} free, ten versions take {need}"
FEW_FILES = "{free} more files can be made, ten versions take {wanted}"

# State

SET_ASIDE_BY_THE_NEXT = "the next run sets it aside and goes on with the last good version"
INTACT_AND_EMPTY = "intact; nothing is published yet"
STATE_TO_COME = "'{state}' is made by the first run"
INTACT = "intact; version {version} is current"

# Zone

CHOOSE_THE_TIME = "choose the time with `rosterctl schedule … --at`"
ZONE_OF_MISTAKEN_BUREAU = "the system's is {system}; the bureau's is not known while its files have mistakes"
ZONE_OF_THE_FILE = "that of /etc/localtime"
SAME_ZONE = "{zone}, like the system's clock"
OTHER_ZONE = (
    "the bureau's is {bureau}, the system's {system}: {night} in a crontab or timer is {there} at the bureau"
)

# Whatever cannot be looked at

RUN_AS_THE_USER = "run doctor as the user of the nightly run"
CANNOT_BE_EXAMINED = "cannot be examined: {reason}"
FILE_CANNOT_BE_EXAMINED = "cannot be examined: {file}: {reason}"
