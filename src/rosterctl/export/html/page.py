"""The page: data, looks and behaviour in one file, which asks the network for nothing and runs nothing else.

Texts of people are never markup: Jinja2 escapes what stands in the template, and the script writes the rest
as text. A content policy names the two only blocks that the browser may use by their hashes.
"""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import date, timedelta
from hashlib import sha256
from importlib.resources import files
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.export.html import wording
from rosterctl.export.html.labels import labels
from rosterctl.export.html.people import people_fields
from rosterctl.export.html.wants import wanted_fields
from rosterctl.export.html.work import work_fields
from rosterctl.export.html.worth import goals, notices
from rosterctl.export.plain_text import clean
from rosterctl.export.xlsx.terms import weekday_name
from rosterctl.insight.month_table import month_table
from rosterctl.insight.shortages.attained import attained
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

SCRIPTS = ("base", "overview", "month", "day", "person", "sums", "views")
"""The parts of the script in this order: each uses what those before it define."""
IN_SCRIPTS = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""What could end a block of data in a page, or begin another."""


def page(bureau: Bureau, roster: Roster) -> bytes:
    """The same roster gives the same bytes in the same language; which day is today, the browser knows."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 (for one command)

    source = PackageLoader("rosterctl.export.html", "files")
    jinja = Environment(loader=source, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    words, data = labels(), page_data(bureau, roster)
    style, script = _file("page.css"), "\n".join(_file(f"{one}.js") for one in SCRIPTS)
    return (
        jinja.get_template("page.html")
        .render(
            words=words,
            title=clean(bureau.name),
            data=data,
            goals=list(goals(bureau, roster)),
            notices=list(notices(bureau, roster)),
            attained=attained(bureau, roster),
            gaps=[_gap(data, one) for one in data["shortages"] if one["tier"] < Tier.STRENGTH],
            clock=clock_text,
            first=roster.horizon.first,
            last=roster.horizon.last,
            policy=policy(style, script),
            style=style,
            script=script,
            json=in_script(data | {"words": words}),
        )
        .encode()
    )


def page_data(bureau: Bureau, roster: Roster) -> dict[str, Any]:
    """What the script shows. Units, people, shifts, posts and dates are named by their place in the list."""
    lines = month_table(bureau, roster)
    return {
        "timezone": bureau.timezone,
        "dayStarts": bureau.day_starts,
        "first": roster.horizon.first.isoformat(),
        "dates": [
            {
                "off": DayType.WORKDAY not in bureau.calendar.types(day),
                "festival": clean(bureau.calendar.festival(day)),
            }
            for day in roster.horizon
        ],
        "units": [{"id": one.id, "name": clean(one.name)} for one in bureau.units.values()],
        **people_fields(bureau, roster, lines),
        **work_fields(bureau, roster, lines),
        **wanted_fields(bureau, roster),
    }


def _gap(data: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    """A line of the list of gaps."""
    day = date.fromisoformat(data["first"]) + timedelta(days=one["day"])
    named = say(wording.DATE_LABEL, month=day.month, day=day.day, weekday=weekday_name(day))
    unit = data["units"][one["unit"]]["name"] if one["unit"] >= 0 else ""
    lacking = say(
        wording.LEGAL_HEADS if one["tier"] == Tier.LEGAL else wording.PLAN_HEADS, heads=one["heads"]
    )
    return one | {"date": named, "place": unit, "lacking": lacking}


def in_script(data: object) -> str:
    """JSON that no browser takes for anything but the content of its block."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(IN_SCRIPTS)


def policy(style: str, script: str) -> str:
    """Nothing from anywhere but this style, this script and pictures that stand in the page itself."""
    allowed = {
        "default-src": "'none'",
        "style-src": f"'{_hash(style)}'",
        "script-src": f"'{_hash(script)}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{kind} {source}" for kind, source in allowed.items())


def _hash(block: str) -> str:
    return f"sha256-{b64encode(sha256(block.encode()).digest()).decode()}"


def _file(name: str) -> str:
    return (files("rosterctl.export.html") / "files" / name).read_text(encoding="utf-8")
