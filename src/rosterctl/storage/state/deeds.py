"""What is done to a state, by whom and when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rosterctl.storage import wording
from rosterctl.wording import say

ROSTERCTL = "rosterctl"
"""Who did what nobody ordered: recovery and retention."""


@dataclass(frozen=True)
class Deed:
    """`what` is publish, nightly, replan, swap, substitute, rollback, set-aside or prune.

    `when` is an aware instant, `base` the number of the version it started from, `note` a reason.
    """

    what: str
    who: str
    when: datetime
    base: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Version:
    """A published roster: a whole roster folder that never changes.

    `sha256` is the hash of its manifest: a line for every file with its own SHA-256 and name.
    """

    number: int
    folder: Path
    deed: Deed
    sha256: str


def deed_fields(deed: Deed) -> dict[str, Any]:
    """As JSON has it; ValueError when the instant does not say what zone it is in."""
    if deed.when.tzinfo is None:
        raise ValueError(say(wording.NO_TIME_ZONE, when=deed.when))
    when = deed.when.astimezone(UTC).isoformat()
    return {"what": deed.what, "who": deed.who, "when": when, "base": deed.base, "note": deed.note}


def read_deed(fields: Mapping[str, Any]) -> Deed:
    """ValueError when the fields are none of `deed_fields`."""
    what, who, note = (text(fields, key) for key in ("what", "who", "note"))
    when = datetime.fromisoformat(text(fields, "when"))
    if when.tzinfo is None:
        raise ValueError(say(wording.WHEN_WITHOUT_ZONE))
    return Deed(what, who, when, whole_number(fields, "base"), note)


def text(fields: Mapping[str, Any], key: str) -> str:
    """ValueError when the field is no text."""
    value = fields.get(key)
    if not isinstance(value, str):
        raise ValueError(say(wording.NO_TEXT, key=key))
    return value


def whole_number(fields: Mapping[str, Any], key: str) -> int | None:
    """ValueError when the field is neither a number of a version nor null."""
    value = fields.get(key)
    if key not in fields or not (value is None or (type(value) is int and value >= 0)):
        raise ValueError(say(wording.NO_NUMBER, key=key))
    return value


def object_of(data: bytes) -> dict[str, Any]:
    """A JSON object; ValueError when it is none."""
    try:
        fields = json.loads(data)
    except RecursionError:
        raise ValueError(say(wording.NESTED_TOO_DEEPLY)) from None
    if not isinstance(fields, dict):
        raise ValueError(say(wording.NOT_AN_OBJECT))
    return fields


def line(fields: Mapping[str, Any]) -> bytes:
    """JSON on one line with sorted keys, without its line end: the same fields give the same bytes."""
    whole = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return whole.encode("utf-8", "backslashreplace")
