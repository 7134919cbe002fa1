"""A roster as text: JSON with sorted keys and one duty a line, so that `diff` shows what moved.

The same roster gives the same bytes: facts that differ from run to run (seconds) stand in `run.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from rosterctl.domain.roster import SCHEMA, Duty, NoteKind, Roster, Shortage
from rosterctl.domain.tier import TierResult
from rosterctl.storage.roster.json_rows import NOTE_WORDS
from rosterctl.timeline.horizon import Horizon

_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def roster_text(roster: Roster) -> str:
    """`roster.json`."""
    return _text(
        {
            "schema": SCHEMA,
            "bureau": roster.bureau,
            "fingerprint": roster.fingerprint,
            "first": roster.horizon.first.isoformat(),
            "days": roster.horizon.days,
            "since": roster.horizon.since.isoformat(),
            **_today(roster.horizon),
            **({} if roster.known_from is None else {"known_from": roster.known_from.isoformat()}),
            "seed": roster.seed,
            "versions": dict(roster.versions),
            "tiers": JsonLines(_line(_tier(result)) for result in roster.tiers),
            "shortages": JsonLines(_line(_shortage(shortage)) for shortage in roster.shortages),
            "notes": JsonLines(_undealt(roster)),
            **_gaps(roster),
            **_left_out(roster),
            **_kept(roster),
            **_after_absences(roster),
            **_off_rotation(roster),
            "fallbacks": JsonLines(_line({"unit": one.unit, "why": one.why}) for one in roster.fallbacks),
            "before": JsonLines(_duties(roster.before)),
            "duties": JsonLines(_duties(roster.duties)),
        }
    )


def _undealt(roster: Roster) -> Iterator[str]:
    """Each as one sentence, which `read_note` takes apart again."""
    for note in roster.notes_of(NoteKind.UNDEALT):
        yield _line(f"{note.what}{NOTE_WORDS[note.kind]}{note.why}")


def _today(horizon: Horizon) -> dict[str, str]:
    """The date on which the roster was carried on, if duties of dates before it were not over yet."""
    return {} if horizon.today == horizon.first else {"today": horizon.today.isoformat()}


def _left_out(roster: Roster) -> dict[str, JsonLines]:
    """The exchanges that are left out, by a key that stands there only if there are any."""
    rows = [_line({"exchange": one.what, "why": one.why}) for one in roster.notes_of(NoteKind.LEFT_OUT)]
    return {"left_out": JsonLines(rows)} if rows else {}


def _gaps(roster: Roster) -> dict[str, JsonLines]:
    """Whose plan might be less short, by a key that stands there only if there is anybody's."""
    rows = [_line({"plan": one.what, "why": one.why}) for one in roster.notes_of(NoteKind.GAP)]
    return {"gaps": JsonLines(rows)} if rows else {}


def _kept(roster: Roster) -> dict[str, JsonLines]:
    """What stays against a rule, by a key that stands there only if there is anything."""
    rows = [_line({"duty": one.what, "rule": one.why}) for one in roster.notes_of(NoteKind.KEPT)]
    return {"kept": JsonLines(rows)} if rows else {}


def _after_absences(roster: Roster) -> dict[str, JsonLines]:
    """What was lost by being away, what of it does not come back, and who is called in for nothing by now.

    Each by a key that stands there only if there is anything.
    """
    rows = {
        "lost": list(_duties(roster.lost)),
        "not_back": [_line({"duty": one.what, "why": one.why}) for one in roster.notes_of(NoteKind.NOT_BACK)],
        "spare": [_line({"recalls": one.what, "why": one.why}) for one in roster.notes_of(NoteKind.SPARE)],
    }
    return {key: JsonLines(lines) for key, lines in rows.items() if lines}


def _off_rotation(roster: Roster) -> dict[str, JsonLines]:
    """Who is off the rotation, by a key that stands there wherever it was said, for nobody too."""
    if roster.off_rotation is None:
        return {}
    rows = (
        {
            "officer": one.officer,
            "day": one.day.isoformat(),
            "shift": one.shift,
            "unit": one.unit,
            "cause": one.cause.value,
            "rule": one.rule,
        }
        for one in roster.off_rotation
    )
    return {"off_rotation": JsonLines(map(_line, rows))}


def run_text(roster: Roster, facts: Mapping[str, Any]) -> str:
    """`run.json`: seconds by tier number, by unit where bugs struck, and what else the caller knows."""
    bugs = {one.unit: one.trace for one in roster.fallbacks if one.trace}
    seconds = {str(int(one.tier)): one.seconds for one in roster.tiers}
    return _text({**facts, "seconds": seconds, **({"bugs": bugs} if bugs else {})})


class JsonLines(list[str]):
    """The items of a JSON array, each already encoded and to stand on a line of its own."""

    def __str__(self) -> str:
        return "[\n" + ",\n".join(self) + "\n]" if self else "[]"


def _text(fields: Mapping[str, Any]) -> str:
    """A JSON object, one field a line."""
    values = {key: value if isinstance(value, JsonLines) else _line(value) for key, value in fields.items()}
    return "{\n" + ",\n".join(f'"{key}": {values[key]}' for key in sorted(values)) + "\n}\n"


def _duties(duties: Iterable[Duty]) -> Iterator[str]:
    """`[officer, date, shift, unit, origin, [[start, end, post, vehicles], …]]` each.

    The vehicles are one text with a space between two ids.

    The same few ids come over and over, so each is encoded once: four times as fast as the encoder.
    """
    text = cache(_line)
    joined = cache(lambda vehicles: _line(" ".join(vehicles)))
    day_text = cache(date.isoformat)
    for duty in duties:
        pieces = ",".join(
            [f"[{one.start},{one.end},{text(one.post)},{joined(one.vehicles)}]" for one in duty.slices]
        )
        yield (
            f'[{text(duty.officer)},"{day_text(duty.day)}",{text(duty.shift)},{text(duty.unit)},'
            f'"{duty.origin.value}",[{pieces}]]'
        )


def _tier(result: TierResult) -> dict[str, Any]:
    return {"tier": int(result.tier), "value": result.value, "bound": result.bound}


def _shortage(shortage: Shortage) -> dict[str, Any]:
    return {
        "tier": shortage.tier,
        "what": shortage.what,
        "unit": shortage.unit,
        "day": shortage.day.isoformat(),
        "start": shortage.start,
        "end": shortage.end,
        "heads": shortage.heads,
        "why": shortage.why,
    }
