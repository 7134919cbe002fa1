"""A roster as text: JSON with sorted keys and one duty a line, so that `diff` shows what moved.

The same roster gives the same bytes: facts that differ from run to run (seconds) stand in `run.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rosterctl.domain.roster import SCHEMA, Duty, Roster, Shortage
from rosterctl.domain.tier import TierResult

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
            "seed": roster.seed,
            "versions": dict(roster.versions),
            "tiers": [_tier(result) for result in roster.tiers],
            "shortages": [_shortage(shortage) for shortage in roster.shortages],
            "notes": list(roster.notes),
            "before": _duties(roster.before),
            "duties": _duties(roster.duties),
        }
    )


def run_text(roster: Roster, facts: Mapping[str, Any]) -> str:
    """`run.json`: seconds by tier number, and what else the caller knows about the run."""
    return _text({**facts, "seconds": {str(int(one.tier)): one.seconds for one in roster.tiers}})


def _text(fields: Mapping[str, Any]) -> str:
    """A JSON object, one field a line, lists one item a line."""
    return "{\n" + ",\n".join(f'"{key}": {_value(fields[key])}' for key in sorted(fields)) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_line, value)) + "\n]"
    return _line(value)


def _duties(duties: Iterable[Duty]) -> list[Any]:
    """`[officer, date, shift, unit, origin, [[start, end, post, vehicle], …]]` each."""
    dates: dict[Any, str] = {}
    rows: list[Any] = []
    for duty in duties:
        day = dates.get(duty.day)
        if day is None:
            day = dates[duty.day] = duty.day.isoformat()
        pieces = [[piece.start, piece.end, piece.post, piece.vehicle] for piece in duty.slices]
        rows.append([duty.officer, day, duty.shift, duty.unit, duty.origin.value, pieces])
    return rows


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
