"""The sentences of the command line that stand on no page: wrong usage, and what is said beside the job.

A `hint` is "did you mean …", or empty. This module loads nothing, because the help of a command may need it.
"""

from __future__ import annotations

# What is asked for is not there

NO_COMMAND = "there is no command '{name}'{hint}"
NO_RULE = "no rule '{name}'{hint}; `rosterctl rules` lists them"
NO_POST = "there is no post '{id}'{hint}; of an event name the officer instead"
LACKS_NOBODY = (
    "post '{post}' lacks nobody then; to let somebody be replaced, name the officer with --officer too"
)
NO_DUTY_ON = "officer '{officer}' has no duty on {day}"
DATE_OUTSIDE_ROSTER = "--date: the roster runs from {horizon.first} to {horizon.last}"

# Options that do not go together, or lack one another

OFFICER_ALONE = "--officer stands alone"
SHARED_GOES_WITH_EACH = "--shared goes with --each"
SHARED_NEEDS_STATE = (
    "--shared is for published rosters: the names of the files are made from a secret in the state folder"
)
MONTH_OR_COVERAGE = "ask for --month or for --coverage, not for both"
POSTS_OF_A_UNIT = "--posts is the day sheet of a --unit"
POST_OR_OFFICER = "say --post or --officer, or both"
TIME_OF_A_POST = "--time is a time of --post; a duty is taken over whole"
NOT_BOTH = "ask for --post or for --officer, not for both"
OF_OR_BUREAU = "say what the CSV is a roster of: --of ROSTER or --bureau FOLDER"
CLUSTER_EXTRA = "--cluster needs the extra: pip install 'rosterctl[cluster]'"
UNTIL_BEFORE_FROM = "--until {last} lies before {first}"
SAY_THE_ZONE = "say the zone too, such as 2026-12-01T05:40+08:00"

# Bureaus and rosters that do not belong together

TWO_BUREAUS = "BEFORE is a roster of bureau '{before}', AFTER of '{after}'"
NO_COMMON_DATE = "the rosters share no date: {old.first} to {old.last} and {new.first} to {new.last}"
ROSTER_OF_ANOTHER = "{roster} is a roster of bureau '{of}', this is '{bureau}'"
NO_STATE_WITHOUT_BUREAU = (
    "there is no bureau.yaml in this folder, so it has no state either",
    "name the bureau's folder, or --state DIR",
)

NOT_PUBLISHED_YET = (
    "nothing is published here yet",
    "name a folder that `rosterctl solve --out` wrote; `rosterctl publish ROSTER BUREAU` publishes it",
)
NONE_INTACT = ("no published version is intact", "`rosterctl runs --verify` says what is wrong with each")
NEWEST_DAMAGED = "version {newest} is damaged, so that version {current} is current"
NOTHING_TO_PUBLISH = (
    "this is a bureau's folder or a state: what is in it is no new roster",
    "name a folder that `rosterctl solve --out` wrote; `rosterctl rollback` publishes an old version again",
)

# What an exchange is judged on

JUDGED_ON_VERSION = "judged on version {version}, which is current"
JUDGED_ON_FOLDER = "judged on {roster}; nothing is published yet"
JUDGED_ON_ANOTHER = "judged on {roster}, not on version {version}, which is current"
NOTHING_TO_JUDGE_ON = (
    "nothing is published yet, and there is no roster in ./{roster}",
    "publish a roster, or name one with --roster",
)

# Folders and programs

NOT_EMPTY = "'{folder}' is there already and not empty; name a new folder"
NO_BUREAU_IN = "there is no {file} in '{folder}'; name the folder of a bureau"
FOLDER_MISSING = "there is no folder '{folder}'; make it first"
NO_USER = "{text!r} is not the name of a user"
QUOTATION_MARKS = "{program}: systemd starts no program with quotation marks in its path"
HIDDEN_FROM_SERVICE = "{path}: the service has a /tmp of its own and will not find this; move it"

CANNOT_BE_SCHEDULED = "{path!r}: backslashes and control characters cannot be scheduled; rename it"
NO_PROGRAM = "there is no program `rosterctl` beside this Python; install it with pip"
NO_USER_NAME = "you have no user name here; give one with --user"

# What is said beside the page

WARNED = "warning: {sentence}"
MENDED = "mended: {sentence}"
INTERRUPTED_NOW, TERMINATED_NOW = "interrupted", "terminated"
ENTERED_IN = "entered in {file}"
ROWS_ENTERED_IN = "entered in {file}: {rows}"
ONE_ROW_ENTERED, ROWS_ENTERED = "{number} row", "{number} rows"
BUREAU_BEGUN = "{folder}: {number} files. Next:"
NOTHING_PUBLISHED_YET = "nothing is published yet: this is what the bureau's own ledger brings along"
NOT_REPAIRED = "what is current begins on {first}; {today} is in version {version}, which was not repaired"
"""What is current begins on `first`, so that what happens today is repaired nowhere."""
NO_EVENTS = "--events {file} cannot be written: {why}"
NO_MORE_EVENTS = "{file}: {why}; the run goes on, and no more events are written"
FROM_NOW_ON = "{one.kind.words} {one.id}: from {one.first} {clock} on; --at names another time"
"""Of an incident for which now was taken, because the officer was on duty."""
ONE_VERSION_INTACT, VERSIONS_INTACT = "{number} version", "{number} versions"
ALL_INTACT = "intact: the journal's chain holds and {versions} are as they were published"
BUG = (
    "this is a bug in rosterctl, not in your files ({kind}: {text}). Please report it with the command "
    "you ran; `rosterctl --debug …` shows where it struck."
)

# What was exported

ONE_FILE = "{number} file"
FILES = "{number} files"
FILES_WRITTEN = "{files} in {folder}: {names}"
WRITTEN_TO = "written to {file}"
ONE_OFFICER = "{number} officer"
OFFICERS = "{number} officers"
CALENDARS_WRITTEN = "{officers} in {path}"
NO_CALENDAR_WRITTEN = "there is no duty to tell of, so no calendar is written"
PASSED_OVER = "version {number} is passed over: {why}; what it alone says is in no calendar"
ONE_FINDING_EXPORTED = (
    "the audit has {number} finding: this roster is not fit to be published or put up; the overview says so "
    "too, and `rosterctl audit` tells it"
)
FINDINGS_EXPORTED = (
    "the audit has {number} findings: this roster is not fit to be published or put up; the overview says so "
    "too, and `rosterctl audit` tells them"
)
# The bureau that was read

READ_WITHOUT_MISTAKES = "{name}: {counts}; no mistakes"
READ_WITH_WARNINGS = "{name}: {counts}; no mistakes, {warnings}"
ONE_UNIT_READ, UNITS_READ = "{number} unit", "{number} units"
ONE_TEAM_READ, TEAMS_READ = "{number} team", "{number} teams"
ONE_OFFICER_READ, OFFICERS_READ = "{number} officer", "{number} officers"
ONE_POST_READ, POSTS_READ = "{number} post", "{number} posts"
ONE_VEHICLE_READ, VEHICLES_READ = "{number} vehicle", "{number} vehicles"
ONE_WARNING, SEVERAL_WARNINGS = "{number} warning", "{number} warnings"

# The doctor's page

CHECKS_COLUMNS = "check | health | found"
HEALTH_OK, HEALTH_WARNING, HEALTH_WRONG = "ok", "warning", "wrong"
WHAT_TO_DO = "What to do:"
REMEDY_OF_CHECK = "- {name}: {remedy}"
CHECK_BUREAU, CHECK_CALENDAR, CHECK_CLOCK, CHECK_FILE_SYSTEM = "bureau", "calendar", "clock", "file system"
CHECK_LAST_SUCCESS, CHECK_LOCK, CHECK_PARTS = "last success", "lock", "parts"
CHECK_PERMISSIONS, CHECK_SCHEDULER = "permissions", "scheduler"
CHECK_SPACE, CHECK_STATE, CHECK_ZONE = "space", "state", "zone"

# Heads and help

EACH_RULE_COLUMNS = "rule | what"
RULEBOOK_AND_SOURCE = "{rulebook}: {source}"
OPTION_HEAD = "option"
DEFAULT_OF_OPTION = "unless you say otherwise"
SEVERITIES = "severity may be: {severities}"
RULE_IN_THE_BUREAU = "in this bureau: a breach {does} ({basis}); {options}\nsource: {source}"
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
