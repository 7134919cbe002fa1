"""What the page knows of what is wanted: strength targets, legal minima, and what is short with its cause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Roster, Shortage
from rosterctl.export.plain_text import clean
from rosterctl.insight.coverage import SLOT, WHOLE, coverage
from rosterctl.timeline.clock import happening


def wanted_fields(bureau: Bureau, roster: Roster) -> dict[str, Any]:
    """`targets` with the dates and units they are of; `minima` by half hours; `shortages`, the gravest first.

    `minima` are, of the whole bureau and then of each unit, the heads that bring every post to its legal
    minimum, from the morning handover of the first date on.
    """
    horizon, calendar = roster.horizon, bureau.calendar
    minima: dict[str, list[int]] = {scope: [] for scope in (WHOLE, *(f"unit:{one}" for one in bureau.units))}
    for slot in coverage(bureau, roster):
        if slot.scope in minima:
            minima[slot.scope].append(slot.required)
    targets = [
        {
            "name": clean(one.name),
            "heads": one.heads,
            "start": one.start,
            "end": one.end,
            "units": [number for number, unit in enumerate(bureau.units) if one.covers(unit)],
            "dates": [n for n, day in enumerate(horizon) if one.applies(day, calendar.types(day))],
        }
        for one in bureau.strengths
    ]
    shortages = list(shortage_rows(bureau, roster))
    return {"targets": targets, "slot": SLOT, "minima": list(minima.values()), "shortages": shortages}


def shortage_rows(bureau: Bureau, roster: Roster) -> Iterator[dict[str, Any]]:
    """Each with the date and the minutes on which it happens; `duty` is the date of the duty day.

    `unit` and `post` are their places; -1 is the whole bureau, and where no post but heads or a leader lack.
    """
    units = {id: number for number, id in enumerate(bureau.units)}
    names = {id: one.name for id, one in bureau.posts.items()} | site_names(bureau)
    names |= {one.id: one.name for one in bureau.strengths}
    posts = {id: number for number, id in enumerate((*bureau.posts, *site_names(bureau)))}
    first = roster.horizon.first

    def order(one: Shortage) -> tuple[object, ...]:
        day, start, _ = happening(one.day, one.start, one.end)
        return day, one.tier, start, units.get(one.unit, -1), one.what

    for one in sorted(roster.shortages, key=order):
        day, start, end = happening(one.day, one.start, one.end)
        yield {
            "tier": one.tier,
            "post": posts.get(one.what, -1),
            "name": clean(names.get(one.what, one.what)),
            "unit": units.get(one.unit, -1),
            "day": (day - first).days,
            "duty": (one.day - first).days,
            "start": start,
            "end": end,
            "heads": one.heads,
            "why": clean(one.why),
        }
