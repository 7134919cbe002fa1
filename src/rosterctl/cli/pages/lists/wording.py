"""The sentences of the lists of presets and of hours, and the headings of their tables, bars between them."""

from __future__ import annotations

# Presets

ROTATIONS_TITLE = "Rotations"
SHIFTS_TITLE = "Shifts"
RULEBOOKS_TITLE = "Rulebooks"
CALENDARS_TITLE = "Calendars"
IN_PRESET = "`{key}: [{name}]` in bureau.yaml brings these:"
IN_BUREAU = "in {file}, of this bureau alone:"
SHIPPED_IN = "The shipped files are in {folder}."
ROTATIONS_COLUMNS = "id | name | cycle | h/week | teams"
SHIFTS_COLUMNS = "id | name | sign | time | paid h"
CALENDARS_COLUMNS = "id | name | known | holidays | school to"
CYCLE_LETTERS = (
    "A letter a date: O is off, every other letter a shift (`--json` says which).\n"
    "A unit names one: `rotation: cn4x2`. A cycle of your own goes under\n"
    "`own_rotations:` in bureau.yaml."
)
SHIFT_TIMES = (
    "An end at or before the start is of the next date. 24:00 as a start is the\n"
    "midnight after the date. A shift of your own goes under `own_shifts:` in\n"
    "bureau.yaml."
)
RULEBOOK_CHOICE = (
    "A bureau has one: `rulebook: china-police`. What it asks is told by\n`rosterctl rules --bureau DIR`."
)
CALENDAR_CHOICE = (
    "A bureau has one: `calendar: china`. `known` are the years with days off\n"
    "and make-up days, `holidays` the last year with those that the law names. For\n"
    "the next year copy the file to presets/calendars/ in the bureau's folder and\n"
    "add the dates."
)

# Hours of a month

HOURS_OF = "{bureau}: hours worked from {first} to {last}"
NOT_PUBLISHED = "No hours, because nothing is published:\n{dates}"
SPAN_OF_DATES = "{first} to {last}"
BETWEEN_DATES = ", "
HOURS_COLUMNS = "id | name | duty | night | h | hol h | OT duty | OT rest | OT hol"
HOURS_LEGEND = (
    "duty, night: how many. h: paid hours; hol h: those of them on statutory\n"
    "holidays, plain duty too. Overtime in hours: OT duty: longer shifts on duty\n"
    "days; OT rest: called in on rest days; OT hol: on statutory holidays."
)
HOURS_OF_TEAM = "{unit}, team {team} ({heads})"
HOURS_TOGETHER = "together"
LIEU_TITLE = "Time off in lieu, in hours"
LIEU_HEADINGS = "id | name | earned | spent | left"
LIEU_OF_NOBODY = "Time off in lieu: nobody has any."
HOURS_IN_A_FILE = (
    "month | unit | team | id | badge | name | role | duties | nights | hours | holiday hours | "
    "overtime on duty days | overtime on rest days | overtime on holidays | "
    "lieu earned | lieu spent | lieu left"
)
NO_MONTH = "'{text}' is not a month such as 2026-12"
MONTH_TO_COME = "nothing of {month} is over yet; with --until DATE what is published counts up to a date"
UNTIL_ELSEWHERE = "--until {until} is no date of {month}"
