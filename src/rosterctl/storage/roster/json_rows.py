"""Single values and rows of `roster.json`, from JSON's types to ours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from rosterctl.domain.roster import (
    Duty,
    Fallback,
    Note,
    NoteKind,
    OffCause,
    OffRotation,
    Origin,
    Shortage,
    Slice,
)
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.storage import wording
from rosterctl.wording import LISTED, say

_T = TypeVar("_T")

NOTE_WORDS = {NoteKind.UNDEALT: "; in the way: ", NoteKind.LEFT_OUT: ": left out, because "}
"""What stands between the two halves of a note that is one sentence in the file, in any language spoken."""

_TYPES = {
    str: wording.A_TEXT,
    int: wording.A_WHOLE_NUMBER,
    list: wording.A_LIST,
    dict: wording.AN_OBJECT,
    Note: wording.A_NOTE,
}
"""What a value should have been."""


class Wrong(Exception):
    """A value is not what it should be; the message says what, whoever catches it adds where."""


class DutyReader:
    """Reads duties; equal dates and slices, of which there are many, become one object."""

    def __init__(self) -> None:
        self.dates: dict[str, date] = {}
        self.slices: dict[tuple[Any, ...], Slice] = {}

    def __call__(self, row: Any) -> Duty:
        if type(row) is not list or len(row) != 6:
            raise Wrong(say(wording.DUTY_SHAPE))
        officer, day, shift, unit, origin, pieces = row
        if not (type(officer) is type(shift) is type(unit) is str) or type(pieces) is not list or not pieces:
            raise Wrong(say(wording.DUTY_SHAPE))
        known = self.dates.get(day) if type(day) is str else None
        if known is None:
            known = self.dates[day] = read_day(day)
        if origin == "rotation":
            kind = Origin.ROTATION
        elif origin == "recall":
            kind = Origin.RECALL
        elif origin == "exchange":
            kind = Origin.EXCHANGE
        else:
            raise Wrong(say(wording.NO_ORIGIN, origin=origin))
        return Duty(officer, known, shift, unit, kind, tuple([self._slice(piece) for piece in pieces]))

    def _slice(self, piece: Any) -> Slice:
        try:
            key = tuple(piece)
            found = self.slices.get(key)
        except TypeError:
            raise Wrong(say(wording.SLICE_SHAPE)) from None
        if found is None:
            found = self.slices[key] = _slice(piece)
        return found


def _slice(piece: Any) -> Slice:
    if type(piece) is not list or [type(part) for part in piece] != [int, int, str, str]:
        raise Wrong(say(wording.SLICE_SHAPE))
    start, end, post, vehicles = piece
    if not 0 <= start < end <= 4 * 1440:
        raise Wrong(say(wording.SLICE_LENGTH, start=start, end=end))
    return Slice(start, end, post, tuple(vehicles.split()))


def read_tier(row: Any, seconds: Mapping[str, Any]) -> TierResult:
    number, value, bound = _named(row, tier=int, value=int, bound=(int, type(None)))
    if number not in list(Tier):
        raise Wrong(say(wording.NO_TIER, number=number))
    spent = seconds.get(str(number), 0)
    return TierResult(Tier(number), value, bound, float(spent) if type(spent) in (int, float) else 0.0)


def read_shortage(row: Any) -> Shortage:
    tier, what, unit, day, start, end, heads, why = _named(
        row, tier=int, what=str, unit=str, day=str, start=int, end=int, heads=int, why=str
    )
    return Shortage(tier, what, unit, read_day(day), start, end, heads, why)


def read_fallback(row: Any) -> Fallback:
    unit, why = _named(row, unit=str, why=str)
    return Fallback(unit, why)


def read_note(value: Any) -> Note:
    """A note as a sentence.

    Exchanges that were left out once stood among these sentences too; those of older files still do.
    """
    sentence = read_word(value)
    for kind, between in NOTE_WORDS.items():
        what, words, why = sentence.partition(between)
        if words:
            return Note(kind, what, why)
    return _typed(Note, sentence)


def read_left_out(row: Any) -> Note:
    exchange, why = _named(row, exchange=str, why=str)
    return Note(NoteKind.LEFT_OUT, exchange, why)


def read_gap(row: Any) -> Note:
    plan, why = _named(row, plan=str, why=str)
    return Note(NoteKind.GAP, plan, why)


def read_kept(row: Any) -> Note:
    duty, rule = _named(row, duty=str, rule=str)
    return Note(NoteKind.KEPT, duty, rule)


def read_not_back(row: Any) -> Note:
    duty, why = _named(row, duty=str, why=str)
    return Note(NoteKind.NOT_BACK, duty, why)


def read_spare(row: Any) -> Note:
    recalls, why = _named(row, recalls=str, why=str)
    return Note(NoteKind.SPARE, recalls, why)


def read_off_rotation(row: Any) -> OffRotation:
    officer, day, shift, unit, cause, rule = _named(
        row, officer=str, day=str, shift=str, unit=str, cause=str, rule=str
    )
    if cause not in list(OffCause):
        raise Wrong(say(wording.NO_CAUSE, cause=cause))
    return OffRotation(officer, read_day(day), shift, unit, OffCause(cause), rule)


def _named(row: Any, **types: Any) -> list[Any]:
    """The values of a mapping that has exactly these fields of exactly these types."""
    if not isinstance(row, dict) or row.keys() != types.keys():
        raise Wrong(say(wording.FIELDS_WANTED, names=say(LISTED).join(types)))
    for name, kind in types.items():
        if type(row[name]) not in (kind if isinstance(kind, tuple) else (kind,)):
            raise Wrong(say(wording.WRONG_KIND, name=name, value=row[name]))
    return [row[name] for name in types]


def read_word(value: Any) -> str:
    return _typed(str, value)


def read_integer(value: Any) -> int:
    return _typed(int, value)


def read_array(value: Any) -> list[Any]:
    return _typed(list, value)


def read_versions(value: Any) -> dict[str, str]:
    return {name: read_word(version) for name, version in _typed(dict, value).items()}


def _typed(kind: type[_T], value: Any) -> _T:
    if type(value) is not kind:
        raise Wrong(say(wording.IS_NOT, value=value, what=say(_TYPES[kind])))
    return value


def read_day(value: Any) -> date:
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise Wrong(say(wording.IS_NO_DATE, value=value))
