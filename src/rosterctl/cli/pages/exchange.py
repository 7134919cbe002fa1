"""What `swap` and `substitute` say: whether the exchange is lawful, and every rule that it would break."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.difference import officers_page, person
from rosterctl.export.plain_text import clean
from rosterctl.timeline.clock import happening_fields, when_text
from rosterctl.wording import say

if TYPE_CHECKING:
    from rosterctl.operations.swap import Exchanged


def exchange_text(result: Exchanged) -> str:
    """Yes with what changes, or no with what is in the way."""
    return "\n".join(_lines(result))


def _lines(result: Exchanged) -> Iterator[str]:
    bureau = result.bureau
    if result.lawful:
        yield clean(say(wording.BREAKS_NO_RULE, exchange=result.exchange))
        yield ""
        yield officers_page(bureau, result.changes).text
        return
    yield clean(say(wording.WOULD_BREAK, exchange=result.exchange))
    for found in result.harm.breaches:
        who = person(bureau, found.officer) if found.officer else found.post or found.unit
        told = f"{found.day} {who}" if found.day else who
        yield clean(say(wording.BREACH_OF_EXCHANGE, rule=found.rule, who=told, message=found.message))
    for cost in result.harm.shortfalls:
        window = when_text(cost.day, cost.start, cost.end) if cost.day else ""
        told = say(
            wording.SHORT_BY_EXCHANGE,
            rule=cost.rule,
            window=window,
            what=cost.what,
            unit=cost.unit,
            heads=cost.heads,
        )
        yield clean(told)


def exchange_json(result: Exchanged, version: int | None, file: Path | None) -> str:
    """The same for a program; `version` is the current one if it was judged on that, `file` where it was
    entered, if it was."""
    exchange = result.exchange
    fields: dict[str, Any] = {
        "lawful": result.lawful,
        "judged_on_version": version,
        "exchange": {
            "officer_id": exchange.officer,
            "date": exchange.day.isoformat(),
            "with_officer": exchange.with_officer,
            "with_date": exchange.with_day.isoformat() if exchange.with_day else None,
            "kind": exchange.kind.value,
            "note": exchange.note,
        },
        "findings": [
            {
                "rule": found.rule,
                "message": found.message,
                "unit": found.unit,
                "officer": found.officer,
                "post": found.post,
                "date": found.day.isoformat() if found.day else None,
            }
            for found in result.harm.breaches
        ],
        "short": [
            {"rule": cost.rule, "what": cost.what, "unit": cost.unit, "heads": cost.heads}
            | happening_fields(cost.day, cost.start, cost.end)
            for cost in result.harm.shortfalls
        ],
        **officers_page(result.bureau, result.changes).fields,
        "entered": str(file) if file else None,
    }
    return json.dumps(fields, ensure_ascii=False, indent=1)
