"""Strict types for the scalars users write: every YAML or CSV value arrives as text and is read here.

pydantic's lax mode takes `'1_000'` for 1000 and `yes` for a boolean, YAML 1.1 takes `7:00` for 420; these
types take the spelling that the manual shows and say so otherwise; dates and times also as a spreadsheet
shows them, where that cannot mean another. Full-width digits are folded (NFKC).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache, wraps
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, WithJsonSchema

from rosterctl.intake.text import value_wording
from rosterctl.intake.text.synonyms import spellings, synonyms
from rosterctl.timeline.clock import WallMinute
from rosterctl.wording import say

V = TypeVar("V")
_COUNT = re.compile(r"\d{1,9}")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")
_DATE = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_HOURS = re.compile(r"(\d{1,4})(?:\.(\d{1,2}))?")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_FLAGS = synonyms(("yes", "no"))
_ID = re.compile(r"[^\s/\\,;\"'`\x00-\x1f]{1,64}")


def _remembered(read: Callable[[Any], V]) -> Callable[[Any], V]:
    """The same reader, which reads a text that comes thousands of times (a date, a unit) only once."""
    known = lru_cache(maxsize=1 << 16)(read)

    @wraps(read)
    def reader(value: Any) -> V:
        return known(value) if isinstance(value, str) else read(value)

    return reader


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(say(value_wording.NOT_ONE_VALUE))
    return (value if value.isascii() else unicodedata.normalize("NFKC", value)).strip()


def read_count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    if not _COUNT.fullmatch(text):
        raise ValueError(say(value_wording.NOT_A_COUNT, text=text))
    return int(text)


@_remembered
def read_minute(value: Any) -> WallMinute:
    """`HH:MM`, 00:00 to 24:00, as minutes since midnight; also `7:00` and `07:00:00`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return WallMinute(value)
    text = _text(value)
    match = _TIME.fullmatch(text)
    if not match or int(match[2]) > 59 or int(match[1]) * 60 + int(match[2]) > 1440:
        raise ValueError(say(value_wording.NOT_A_TIME, text=text))
    return WallMinute(int(match[1]) * 60 + int(match[2]))


def read_hours(value: Any) -> int:
    """Hours such as `11` or `35.5`, as minutes."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    match = _HOURS.fullmatch(text)
    if not match:
        raise ValueError(say(value_wording.NOT_HOURS, text=text))
    return round(float(text) * 60)


def read_signed_hours(value: Any) -> int:
    """Hours such as `4`, `7.5` or `-2`, as minutes."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    match = _HOURS.fullmatch(text.removeprefix("-"))
    if not match:
        raise ValueError(say(value_wording.NOT_SIGNED_HOURS, text=text))
    return round(float(text) * 60)


def read_number(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        raise ValueError(say(value_wording.NOT_A_NUMBER, text=text))
    return float(text)


@_remembered
def read_date(value: Any) -> date:
    """`YYYY-MM-DD`; also `2026/12/1`, `2026.12.1` and `2026年12月1日`: the year comes first."""
    if isinstance(value, date):
        return value
    text = _text(value)
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(say(value_wording.NOT_A_DATE, text=text))
    try:
        day = date(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))
    except ValueError:
        raise ValueError(say(value_wording.NO_SUCH_DATE, text=text)) from None
    if not 1900 <= day.year < 2200:
        raise ValueError(say(value_wording.DATE_OUT_OF_RANGE, text=text))
    return day


def read_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    text = _FLAGS.get(text, text)
    if text not in ("yes", "no"):
        raise ValueError(say(value_wording.NOT_A_FLAG, text=text))
    return text == "yes"


@_remembered
def read_id(value: Any) -> str:
    text = _text(value)
    if not _ID.fullmatch(text):
        raise ValueError(say(value_wording.NOT_AN_ID, text=text))
    return text


@_remembered
def read_label(value: Any) -> str:
    """A name for people; control and direction-changing characters would spoil every screen."""
    if not isinstance(value, str):
        raise ValueError(say(value_wording.NOT_ONE_TEXT))
    text = value.strip()
    if any(unicodedata.category(mark) in ("Cc", "Cf") for mark in text):
        raise ValueError(say(value_wording.CONTROL_CHARACTERS))
    return text


def read_skill(value: Any) -> str:
    text = read_id(value)
    if "+" in text:
        raise ValueError(say(value_wording.NOT_A_SKILL, text=text))
    return text


_WORDS = {"type": ["string", "number"], "pattern": r"^[^\s/\\,;\"'`]{1,64}$"}
_CLOCK = {"type": "string", "pattern": r"^([01]?\d|2[0-3]):[0-5]\d(:00)?$|^24:00(:00)?$"}

Count = Annotated[int, BeforeValidator(read_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Minute = Annotated[WallMinute, BeforeValidator(read_minute), WithJsonSchema(_CLOCK)]
Hours = Annotated[int, BeforeValidator(read_hours), WithJsonSchema({"type": "number", "minimum": 0})]
SignedHours = Annotated[int, BeforeValidator(read_signed_hours), WithJsonSchema({"type": "number"})]
Number = Annotated[float, BeforeValidator(read_number), WithJsonSchema({"type": "number"})]
Date = Annotated[
    date, BeforeValidator(read_date), WithJsonSchema({"type": "string", "pattern": rf"^{_DATE.pattern}$"})
]
Flag = Annotated[bool, BeforeValidator(read_flag), WithJsonSchema({"enum": spellings(("yes", "no"))})]
Id = Annotated[str, BeforeValidator(read_id), WithJsonSchema(_WORDS)]
Skill = Annotated[str, BeforeValidator(read_skill), WithJsonSchema(_WORDS)]
Label = Annotated[str, BeforeValidator(read_label), WithJsonSchema({"type": ["string", "number"]})]
