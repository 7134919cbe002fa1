"""How many work which shift in every unit on a date, and what the roster leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster, Shortage
from rosterctl.domain.shift import own_id
from rosterctl.domain.tier import Tier
from rosterctl.export.plain_text import clean, counted, table
from rosterctl.export.report.off_rotation import off_fields, off_line, off_summary
from rosterctl.insight.shortages.unknown_hours import told_once
from rosterctl.timeline.clock import DAY, happening_fields, when_text

GAPS_SHOWN = 20


def overview(bureau: Bureau, roster: Roster, day: date, *, alone: bool = False) -> Page:
    """Strength by unit and shift on `day`, then the shortages, the gravest first.

    They are those of the whole roster; `alone` leaves those of this date: of its duty day, and what of the
    night before happens on it.
    """
    those = (duty for duty in roster.duties if duty.day == day)
    heads = Counter((duty.unit, own_id(bureau.shifts, duty.shift)) for duty in those)
    used = _used(bureau, {id for _, id in heads})
    units = [unit for unit in bureau.units.values() if any(unit.id == id for id, _ in heads)]
    off = [one for one in roster.off_rotation or () if one.day == day]
    told = [one for one in roster.shortages if not alone or one.day == day or _reaches(one, day)]
    shortages = sorted(told, key=lambda one: (one.tier, one.day, one.start, one.what))
    rows = [
        (unit.id, unit.name, *(heads[unit.id, id] or "" for id in used), _total(heads, unit.id))
        for unit in units
    ]
    whole = [sum(heads[unit.id, id] for unit in units) for id in used]
    rows.append(("", "", *whole, sum(whole)))
    headers = ["unit", "name", *(clean(f"{symbol} {id}") for id, symbol in used.items()), "heads"]
    right = range(2, len(headers))
    text = [
        _head(bureau, roster, day),
        table(rows, headers, right) if used else "nobody is on duty that day",
        _shortages(shortages),
        *filter(None, (off_line(bureau, off), off_summary(roster))),
        *(map(clean, told_once(bureau, roster)) if not alone or day == roster.horizon.first else ()),
    ]
    return Page(
        "\n\n".join(text),
        {
            "bureau": bureau.id,
            "first": roster.horizon.first.isoformat(),
            "days": roster.horizon.days,
            "date": day.isoformat(),
            "duties": len(roster.duties),
            "units": {
                unit.id: {id: heads[unit.id, id] for id in used if heads[unit.id, id]} for unit in units
            },
            "off_rotation": [off_fields(bureau, one) for one in roster.off_rotation or ()],
            "shortages": [_fields(one) for one in shortages],
        },
    )


def _used(bureau: Bureau, ids: Collection[str]) -> Mapping[str, str]:
    """The symbols of these shifts by their own ids, in the bureau's order."""
    symbols: dict[str, str] = {}
    for one in sorted(bureau.shifts.values(), key=lambda one: bool(one.was)):
        symbols.setdefault(own_id(bureau.shifts, one.id), one.symbol)
    return {id: symbol for id, symbol in symbols.items() if id in ids}


def _reaches(one: Shortage, day: date) -> bool:
    """Does any of it happen on the date by the calendar?"""
    midnight = (day - one.day).days * DAY
    return one.start < midnight + DAY and midnight < one.end


def _fields(one: Shortage) -> dict[str, Any]:
    """For programs: `day` is the date on which it happens, and `start` and `end` are minutes of that date."""
    told = happening_fields(one.day, one.start, one.end)
    return (
        {"tier": one.tier, "what": one.what, "unit": one.unit, "day": told.pop("date")}
        | told
        | {
            "heads": one.heads,
            "why": one.why,
        }
    )


def _total(heads: Counter[tuple[str, str]], unit: str) -> int:
    return sum(number for (id, _), number in heads.items() if id == unit)


def _head(bureau: Bureau, roster: Roster, day: date) -> str:
    horizon = roster.horizon
    festival = bureau.calendar.festival(day)
    return clean(
        f"{bureau.name}: {horizon.first} to {horizon.last}, {len(roster.duties):,} duties; "
        f"here {day}{f' {festival}' if festival else ''}"
    )


def _date_and_time(one: Shortage) -> tuple[str, str]:
    date_, _, rest = when_text(one.day, one.start, one.end).partition(" ")
    return date_, rest


def _shortages(shortages: list[Shortage]) -> str:
    if not shortages:
        return "nothing is short"
    rows = [
        (
            Tier(one.tier).title,
            *_date_and_time(one),
            one.unit,
            one.what,
            one.heads,
            one.why,
        )
        for one in shortages[:GAPS_SHOWN]
    ]
    shown = table(rows, ["short", "date", "time", "unit", "post or target", "heads", "why"], (5,))
    total = counted(len(shortages), "shortage")
    if len(shortages) > GAPS_SHOWN:
        total = f"{GAPS_SHOWN} of {total} shown; --json lists all"
    return f"{shown}\n{total}"
