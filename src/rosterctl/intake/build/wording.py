"""The sentences about the bureau as a whole and those that its nouns share: what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from zoneinfo import available_timezones

from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed


def no_bureau_folder(bureau_yaml: str, *, is_file: bool) -> Sentence:
    message = "is a file, not a folder" if is_file else "there is no such folder"
    return message, f"name the folder that has {bureau_yaml} in it"


NO_BUREAU = (
    "there is no {bureau_yaml} in this folder",
    "name the folder of a bureau, or make one: rosterctl init DIR --template station",
)
NO_FILE_NAMED = ("{key}: no file is named", "name one, or delete the line: {beside} is found by itself")
"""The key of bureau.yaml has an empty list, where `beside` would be found without the key."""
ID_TWICE = ("{noun} '{name}' is there twice", "it stands already in {first}; give each its own id")


def unknown_id(what: str, noun: str, name: str, known: Collection[str]) -> Sentence:
    """`what` is the key or column that names the id, `noun` what it should be the id of."""
    hint = f"known: {listed(known)}" if known else f"no {noun} is described anywhere"
    return f"{what}: unknown {noun} '{name}'{did_you_mean(name, known)}", hint


def wrong_order(key: str, last: date, first_key: str, first: date) -> Sentence:
    """`first_key` is the key of the first date, empty when both stand under `key`."""
    before = f"{first_key} {first}".strip()
    return f"{key}: {last} lies before {before}", "exchange the two dates"


def unknown_time_zone(name: str) -> Sentence:
    meant = did_you_mean(name, sorted(available_timezones()))
    return f"timezone: unknown time zone '{name}'{meant}", "write it as Asia/Shanghai"


DAY_STARTS_TOO_LATE = ("day_starts: must lie before 24:00", 'write "00:00"')


def dates_text(first: date | None, last: date | None) -> str:
    """`from 2026-12-01 until 2026-12-31`, as far as they are bounded."""
    words = (f"{word} {day}" for word, day in (("from", first), ("until", last)) if day is not None)
    return " ".join(words)
