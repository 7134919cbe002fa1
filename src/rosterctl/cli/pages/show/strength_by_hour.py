"""Strength hour by hour of a duty day, as bars, with the targets beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from rosterctl.cli.pages.show import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.plain_text import clean, clock_span, columns, table
from rosterctl.insight.coverage import WHOLE, Coverage, coverage
from rosterctl.timeline.clock import happening, happening_fields
from rosterctl.wording import LISTED, say

WIDEST = 50
HERE, MISSING = "#", "."


def strength_page(bureau: Bureau, roster: Roster, day: date, unit: str = "") -> Page:
    """The bureau, or one unit, on the duty day of a date; the fewest heads and the greatest want an hour."""
    scope = f"unit:{unit}" if unit else WHOLE
    slots = [one for one in coverage(bureau, roster) if one.day == day]
    ours = [one for one in slots if one.scope == scope]
    targets = {target.id: target for target in bureau.strengths if unit in target.units or not unit}
    wanted = [one for one in slots if one.scope.removeprefix("strength:") in targets and one.scope != scope]
    rows = []
    for number in range(0, len(ours), 2):
        hour = _together(ours[number : number + 2])
        beside = [one for one in wanted if hour.start <= one.start < hour.end]
        rows.append(
            _row(hour, beside, max([1, *(max(one.nominal, one.required) for one in (*ours, *wanted))]))
        )
    headers = [*columns(say(wording.STRENGTH_COLUMNS)), ""]
    name = bureau.units[unit].name if unit else bureau.name
    head = clean(say(wording.STRENGTH_OF, name=name, day=day))
    legend = say(wording.STRENGTH_LEGEND, here=HERE, missing=MISSING)
    text = f"{head}\n\n{table(rows, headers, range(1, 7))}\n\n{legend}"
    fields = [_fields(one) for one in (*ours, *wanted)]
    return Page(text, {"date": day.isoformat(), "scope": scope, "slots": fields})


def _fields(one: Coverage) -> dict[str, Any]:
    """For programs: `day` is the date on which the slot is, `start` and `end` are minutes of that date."""
    told = happening_fields(one.day, one.start, one.end)
    return asdict(one) | {"day": told.pop("date")} | told | {"gap": one.gap}


def _together(slots: Sequence[Coverage]) -> Coverage:
    """The slots of one hour as one: the most that is required, the fewest who are there."""
    return replace(
        slots[0],
        end=slots[-1].end,
        required=max(one.required for one in slots),
        nominal=min(one.nominal for one in slots),
        effective=min(one.effective for one in slots),
        sworn=min(one.sworn for one in slots),
        auxiliary=min(one.auxiliary for one in slots),
    )


def _row(hour: Coverage, targets: Sequence[Coverage], most: int) -> tuple[object, ...]:
    needs = {one.scope.removeprefix("strength:"): one for one in targets}
    short = max([hour.gap, *(one.gap for one in targets)])
    said = say(LISTED).join(
        say(wording.TARGET_AND_HEADS, target=name, heads=one.required) for name, one in needs.items()
    )
    scale = max(most / WIDEST, 1)
    bar = HERE * round(hour.nominal / scale) + MISSING * round(short / scale)
    date_, start, end = happening(hour.day, hour.start, hour.end)
    times = clock_span(start, end) + (f" {date_}" if date_ != hour.day else "")
    counts = hour.required, hour.nominal, hour.effective, hour.sworn, hour.auxiliary
    return (times, *counts, short or "", said, bar)
