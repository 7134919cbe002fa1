"""The sentences about the bureau as a whole and those that its nouns share: what is wrong, what to do.

A `hint` in a message is "did you mean …", or empty.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import available_timezones

from rosterctl.intake.text.mistakes import Sentence, did_you_mean
from rosterctl.wording import say

IS_A_FILE = ("is a file, not a folder", "name the folder that has {bureau_yaml} in it")
NO_SUCH_FOLDER = ("there is no such folder", "name the folder that has {bureau_yaml} in it")


def no_bureau_folder(bureau_yaml: str, *, is_file: bool) -> Sentence:
    return say(IS_A_FILE if is_file else NO_SUCH_FOLDER, bureau_yaml=bureau_yaml)


NO_BUREAU = (
    "there is no {bureau_yaml} in this folder",
    "name the folder of a bureau, or make one: rosterctl init DIR --template station",
)
NO_FILE_NAMED = ("{key}: no file is named", "name one, or delete the line: {beside} is found by itself")
"""The key of bureau.yaml has an empty list, where `beside` would be found without the key."""

# The nouns that have ids: one of them, and that there is none

ONE_SHIFT = "shift '{name}'"
ONE_ROTATION = "rotation '{name}'"
ONE_CREW = "crew '{name}'"
ONE_POST_TYPE = "post type '{name}'"
ONE_UNIT = "unit '{name}'"
ONE_ZONE = "zone '{name}'"
ONE_POST = "post '{name}'"
ONE_EVENT = "event '{name}'"
ONE_STRENGTH_TARGET = "strength target '{name}'"
ONE_OFFICER = "officer '{name}'"
ONE_VEHICLE = "vehicle '{name}'"
ONE_TEAM = "team '{name}'"

NO_SHIFT_AT_ALL = "no shift is described anywhere"
NO_ROTATION_AT_ALL = "no rotation is described anywhere"
NO_CREW_AT_ALL = "no crew is described anywhere"
NO_POST_TYPE_AT_ALL = "no post type is described anywhere"
NO_UNIT_AT_ALL = "no unit is described anywhere"
NO_ZONE_AT_ALL = "no zone is described anywhere"
NO_POST_AT_ALL = "no post is described anywhere"
NO_EVENT_AT_ALL = "no event is described anywhere"
NO_STRENGTH_TARGET_AT_ALL = "no strength target is described anywhere"
NO_OFFICER_AT_ALL = "no officer is described anywhere"
NO_VEHICLE_AT_ALL = "no vehicle is described anywhere"

ID_TWICE = ("{one} is there twice", "it stands already in {first}; give each its own id")
ID_TWICE_IN_UNIT = (
    "in unit '{unit}' {one} is there twice",
    "it stands already in {first}; give each its own id",
)
REFERENCE_TO_NONE = "{what}: unknown {one}{hint}"
"""`what` is the key or column that names the id of `one`."""
KNOWN_IDS = "known: {known}"

# Dates and times

DATES_IN_DISORDER = ("{key}: {last} lies before {first}", "exchange the two dates")
DATES_OF_TWO_KEYS_IN_DISORDER = ("{key}: {last} lies before {first_key} {first}", "exchange the two dates")


def wrong_order(key: str, last: date, first_key: str, first: date) -> Sentence:
    """`first_key` is the key of the first date, empty when both stand under `key`."""
    if not first_key:
        return say(DATES_IN_DISORDER, key=key, last=last, first=first)
    return say(DATES_OF_TWO_KEYS_IN_DISORDER, key=key, last=last, first_key=first_key, first=first)


UNKNOWN_TIME_ZONE = ("timezone: unknown time zone '{name}'{hint}", "write it as Asia/Shanghai")


def unknown_time_zone(name: str) -> Sentence:
    return say(UNKNOWN_TIME_ZONE, name=name, hint=did_you_mean(name, sorted(available_timezones())))


DAY_STARTS_TOO_LATE = ("day_starts: must lie before 24:00", 'write "00:00"')
FROM_DATE_UNTIL_DATE = "from {first} until {last}"
FROM_DATE = "from {first}"
UNTIL_DATE = "until {last}"


def dates_text(first: date | None, last: date | None) -> str:
    """`from 2026-12-01 until 2026-12-31`, as far as they are bounded."""
    if first is not None and last is not None:
        return say(FROM_DATE_UNTIL_DATE, first=first, last=last)
    if first is not None:
        return say(FROM_DATE, first=first)
    return say(UNTIL_DATE, last=last) if last is not None else ""
