"""The sentences of the lists of presets, and the headings of their tables, bars between them."""

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
