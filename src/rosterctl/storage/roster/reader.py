"""Reads `roster.json` back, strictly: whatever is not as the writer would have written it is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Never

from rosterctl.domain.roster import SCHEMA, Duty, OffRotation, Roster
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage import wording
from rosterctl.storage.collector import collector_resting
from rosterctl.storage.roster.json_rows import (
    DutyReader,
    Wrong,
    read_array,
    read_day,
    read_fallback,
    read_gap,
    read_integer,
    read_kept,
    read_left_out,
    read_not_back,
    read_note,
    read_off_rotation,
    read_shortage,
    read_spare,
    read_tier,
    read_versions,
    read_word,
)
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

FIELDS = frozenset(
    {"schema", "bureau", "fingerprint", "first", "days", "since", "seed", "versions", "tiers", "shortages"}
    | {"notes", "fallbacks", "before", "duties"}
)
OPTIONAL = frozenset(
    {"left_out", "gaps", "kept", "not_back", "spare", "lost", "today", "off_rotation", "known_from"}
)
"""What stands there only where there is something of it, or where it was said."""
_MOST_DAYS = 3700


def parse_roster(text: str, file: str, seconds: Mapping[str, Any]) -> Roster:
    """The roster of a `roster.json`; `seconds` by tier number come from `run.json` and may be missing.

    BadInput with the line where the file stops being a roster.
    """
    with collector_resting():
        fields = parse_object(text, file)
        _check_schema(fields, file)
        reader = _Reader(text, file, fields)
        reader.check_names()
        first, days = reader.one("first", read_day), reader.one("days", read_integer)
        if not 1 <= days <= _MOST_DAYS:
            reader.refuse("days", say(wording.NO_NUMBER_OF_DAYS, days=days))
        since = reader.one("since", read_day)
        if since > first:
            reader.refuse("since", say(wording.SINCE_TOO_LATE, since=since))
        horizon = Horizon(first, days, since)
        if "today" in fields:
            horizon = replace(horizon, today=reader.one("today", read_day))
        if not first <= horizon.today <= horizon.end:
            reader.refuse("today", say(wording.TODAY_OUTSIDE, today=horizon.today))
        return Roster(
            bureau=reader.one("bureau", read_word),
            fingerprint=reader.one("fingerprint", read_word),
            horizon=horizon,
            known_from=reader.one("known_from", read_day) if "known_from" in fields else None,
            seed=reader.one("seed", read_integer),
            versions=reader.one("versions", read_versions),
            tiers=tuple(reader.each("tiers", lambda row: read_tier(row, seconds))),
            shortages=tuple(reader.each("shortages", read_shortage)),
            notes=(
                *reader.each("notes", read_note),
                *reader.optional("left_out", read_left_out),
                *reader.optional("kept", read_kept),
                *reader.optional("not_back", read_not_back),
                *reader.optional("spare", read_spare),
                *reader.optional("gaps", read_gap),
            ),
            fallbacks=tuple(reader.each("fallbacks", read_fallback)),
            off_rotation=reader.off_rotation(),
            before=tuple(reader.duties("before")),
            duties=tuple(reader.duties("duties")),
            lost=tuple(reader.duties("lost") if "lost" in fields else ()),
        )


def parse_object(text: str, file: str) -> dict[str, Any]:
    """A JSON object, or BadInput at the place where the text is cut off or damaged."""
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise BadInput([Problem(place, *say(wording.FILE_CUT_OFF, error=error.msg))]) from None
    except (RecursionError, ValueError):
        raise BadInput([Problem(Place(file), *say(wording.FILE_DAMAGED))]) from None
    if not isinstance(fields, dict):
        raise BadInput([Problem(Place(file), *say(wording.NOT_A_ROSTER))])
    return fields


def _check_schema(fields: Mapping[str, Any], file: str) -> None:
    schema = fields.get("schema")
    if type(schema) is not int:
        message, hint = say(wording.NO_SCHEMA_NUMBER)
    elif schema != SCHEMA:
        message = say(wording.OTHER_FORMAT, schema=schema, ours=SCHEMA)
        hint = say(wording.USE_NEWER) if schema > SCHEMA else say(wording.SOLVE_WITH_THIS)
    else:
        return
    raise BadInput([Problem(Place(file), message, hint)])


class _Reader:
    """The fields of one file, asked for by name and type; knows where they stand for the message."""

    def __init__(self, text: str, file: str, fields: Mapping[str, Any]) -> None:
        self.text, self.file, self.fields = text, file, fields

    def check_names(self) -> None:
        missing, extra = FIELDS - self.fields.keys(), self.fields.keys() - FIELDS - OPTIONAL
        problems = [say(wording.FIELD_MISSING, name=name) for name in missing]
        problems += [say(wording.FIELD_UNKNOWN, name=name) for name in extra]
        if problems:
            raise BadInput(Problem(Place(self.file), problem, say(wording.DAMAGED)) for problem in problems)

    def one(self, name: str, read: Any) -> Any:
        try:
            return read(self.fields[name])
        except Wrong as wrong:
            self.refuse(name, str(wrong))

    def each(self, name: str, read: Any) -> list[Any]:
        rows = self.one(name, read_array)
        found = []
        for number, row in enumerate(rows):
            try:
                found.append(read(row))
            except Wrong as wrong:
                self.refuse(name, say(wording.ENTRY_WRONG, number=number + 1, wrong=wrong), number + 1)
        return found

    def optional(self, name: str, read: Any) -> list[Any]:
        return self.each(name, read) if name in self.fields else []

    def off_rotation(self) -> tuple[OffRotation, ...] | None:
        """None in files from before it was said."""
        name = "off_rotation"
        return tuple(self.each(name, read_off_rotation)) if name in self.fields else None

    def duties(self, name: str) -> list[Duty]:
        return self.each(name, DutyReader())

    def refuse(self, name: str, message: str, after: int = 0) -> Never:
        """Say what is wrong with a field, at its line, or `after` lines below it in a list."""
        place = Place(self.file, self._line(name, after))
        raise BadInput([Problem(place, f"{name}: {message}", say(wording.DAMAGED))])

    def _line(self, name: str, after: int) -> int:
        for number, line in enumerate(self.text.split("\n"), 1):
            if line.startswith(f'"{name}":'):
                return number + after if not after or line.rstrip().endswith("[") else number
        return 0
