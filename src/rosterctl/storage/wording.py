"""The sentences about files, rosters on disk and the state folder: what is wrong, what was done."""

from __future__ import annotations

# The disk

OUTSIDE_THE_FOLDER = "{name!r} does not lie inside the folder"
NOT_WRITABLE = "nothing can be written in this folder"
ANOTHER_RUN = "another run"
ANOTHER_PROCESS = "another run (process {pid})"
HELD_BY = "another run holds {folder}"
AT_WORK_SINCE = "{who} has been working in '{folder}' since {since}; try again when it has ended"

# Rows that are added to a file of the bureau

NO_COLUMN = ("there is no column '{column}'", "add {column} to the first line")
CHANGED_MEANWHILE = ("the file has changed in the meantime", "nothing was entered; try again")
NOT_UTF8 = ("this is not UTF-8 text", "save it as UTF-8")

# A roster's folder

MAY_NOT_REPLACE = ("this is not {what}, so it will not be replaced", "name another folder for the roster")
EMPTY_OR_ROSTER_FOLDER = "a roster folder and not empty"
SOME_FOLDER = "a folder"
NO_ROSTER_FOLDER = "this is not a roster folder"
NO_FOLDER = "there is no such folder"
NAME_ROSTER_FOLDER = "name a folder that `solve --out` wrote"
ANOTHER_BUREAU = (
    "this is bureau '{bureau}', but the roster is for bureau '{of}'",
    "name the folder of the roster's own bureau",
)
BUREAU_CHANGED = "the bureau's files have changed since the roster was made"
SOLVE_AGAIN_OR_USE_COPY = "solve again, or leave out --bureau to use the copy in the roster folder"
DAMAGED = "the roster was damaged or edited; use another copy or solve again"
NOT_ITS_TIMES = (
    "duties of shift '{shift}' have other times than its {start}-{end}, or a hole: {duties}, the first "
    "that of officer '{duty.officer}' on {duty.day}, {since}-{until}",
    "the roster was damaged or edited: use another copy or solve again; of a version move the folder out "
    "of versions/, and the next run goes on from the one before",
)
FILE_NOT_UTF8 = ("the file is damaged: not UTF-8", DAMAGED)
FILE_CUT_OFF = ("the file is cut off or damaged ({error})", DAMAGED)
FILE_DAMAGED = ("the file is damaged", DAMAGED)
FILE_EDITED = ("the file is damaged or edited", DAMAGED)
ROW_TOO_SHORT = "a row is too short"
UNKNOWN_OFFICER = "unknown officer '{unknown}'{hint}"
UNKNOWN_SHIFT = "unknown shift '{unknown}'{hint}"
UNKNOWN_UNIT = "unknown unit '{unknown}'{hint}"
UNKNOWN_POST = "unknown post '{unknown}'{hint}"
UNKNOWN_VEHICLE = "unknown vehicle '{unknown}'{hint}"

# A roster.csv

THIS_IS_A_FOLDER = "this is a folder"
NO_FILE = "there is no such file"
NAME_ROSTER_CSV = "name a roster.csv that `export csv` wrote"
NO_DUTY_IN_FILE = ("there is no duty in the file", "name a roster.csv that has rows")
ROWS_DIFFER = (
    "the rows of officer '{officer}' on {day} differ in unit or status",
    "a duty is served in one unit, for one reason",
)
UNKNOWN_IN_COLUMN = "{column}: '{unknown}' is unknown{hint}"

# A roster.json

NOT_A_ROSTER = ("this is not a roster", DAMAGED)
NO_SCHEMA_NUMBER = ("this is not a roster: it has no schema number", DAMAGED)
OTHER_FORMAT = "the roster has format {schema}, this rosterctl reads format {ours}"
USE_NEWER = "use a newer rosterctl"
SOLVE_WITH_THIS = "solve again with this rosterctl"
NO_NUMBER_OF_DAYS = "{days} is not a number of days"
TODAY_OUTSIDE = "{today} is none of the dates"
SINCE_TOO_LATE = "{since} lies after the first date"
FIELD_MISSING = "'{name}' is missing"
FIELD_UNKNOWN = "unknown field '{name}'"
ENTRY_WRONG = "entry {number}: {wrong}"
DUTY_SHAPE = "a duty is [officer, date, shift, unit, origin, slices]"
SLICE_SHAPE = "a slice is [start, end, post, vehicles]"
SLICE_LENGTH = "a slice cannot last from minute {start} to minute {end}"
NO_ORIGIN = "{origin!r} is neither rotation, recall nor exchange"
NO_CAUSE = "{cause!r} is no cause to be off the rotation"
NO_TIER = "there is no tier {number}"
FIELDS_WANTED = "it must have the fields {names}"
WRONG_KIND = "{name}: {value!r} is of the wrong kind"
A_TEXT = "a text"
A_WHOLE_NUMBER = "a whole number"
A_LIST = "a list"
AN_OBJECT = "an object"
A_NOTE = "a note"
IS_NOT = "{value!r:.60} is not {what}"
IS_NO_DATE = "{value!r:.60} is not a date such as 2026-12-01"

# The state: its lines, as they are read

LINE_DOES_NOT_HOLD = "line {number} does not hold: {wrong}"
NOT_OUR_SPELLING = "its spelling is not the writer's"
DOES_NOT_FOLLOW = "it does not follow the line before it, one of the two was changed"
POINTER_EDITED = "it does not fit its check"
NO_TIME_ZONE = "the instant {when} has no time zone"
WHEN_WITHOUT_ZONE = "'when' has no time zone"
NO_TEXT = "'{key}' is no text"
NO_NUMBER = "'{key}' is no number"
NESTED_TOO_DEEPLY = "nested too deeply"
NOT_AN_OBJECT = "not an object"
IT_IS_MISSING = "it is missing"
IT_IS_EMPTY = "it is empty"
CUT_SHORT = "it was cut short: {left} of {lines} lines are left"
OTHER_LINE = "line {number} is not the one that was written"
FOLDER_GONE = "its folder is missing"
FILE_MISSING = "{name} is missing"
FILE_ADDED = "{name} was added"
FILE_CHANGED = "{name} was changed"
AND_MORE_CHANGES = "{changes} and {number} more"
VERSION_WRONG = "version {number}: {wrong}"
RUN_WRONG = "run {number}: {error}"
ROSTER_WITHOUT = "the roster has no '{name}'"
NO_RUN_HISTORY = "not a run history"

# The state: what a recovery has done, as it stands in the journal and is told

LINE_TAKEN_OFF = "an unfinished line at the end of the journal was taken off"
KEPT_FIRST = "it is kept as {kept}; "
CHAIN_MADE_ANEW = (
    "{name}: {damage}; {kept}lines before that hold: {lines}, the last with the hash {last}; "
    "this chain is made anew from the intact versions: {versions}"
)
NEW_CHAIN = "{name}: {damage}; {kept}a new chain goes on with versions {versions}"
NO_VERSIONS = "none"
DAMAGED_AND_KEPT = "{name}: {damage}; it is kept as {kept}"
NOTE_AND_KEPT = "{note}; it is kept as {kept}"
NEVER_FINISHED = "version {number} was never finished and was swept away"
IN_NO_LINE = "version {number} stands in no line of the journal; it is kept as {kept}"
VERSION_DAMAGED = "version {number} was damaged ({wrong}){kept}{then}"
AND_KEPT = "; it is kept as {kept}"
CURRENT_AGAIN = "; version {number} is current again"
DAMAGED_WITH_JOURNAL = "version {number} was damaged when the journal was"
POINTER_FORWARD = "the pointer was brought forward; it names {names} now"
NAMES_NO_VERSION = "no version"
NAMES_VERSION = "version {number}"
POINTER_BEHIND = "{name} could not be brought forward ({error})"
NEWEST_KEPT = "the newest {keep} are kept"
HISTORY_BEGUN_ANEW = "{name}: {wrong}; it is kept as {kept}, and a fresh one is begun"
RUN_NOT_NOTED = "{name}: this run could not be noted ({error})"
HISTORY_UNREADABLE = "{name}: cannot be read ({error})"

# The state: a version that is asked for and not there

VERSION_GONE = "version {number} was {how}"
VERSION_IS_DAMAGED = "version {number} is damaged: {wrong}"
HOW_PRUNED = "pruned"
HOW_DAMAGED = "damaged and set aside"
NAME_ANOTHER_VERSION = "name another version"
NO_VERSION = "there is no version {number}"
THERE_ARE = "there are: {numbers}"
NONE_PUBLISHED = "nothing has been published yet"
RUNS_LISTS_THEM = "{hint}; `rosterctl runs` lists them"
