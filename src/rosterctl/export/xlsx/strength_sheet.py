"""Heads on duty hour by hour: of the bureau, each unit and each strength target, date by date."""

from __future__ import annotations

from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book, Content
from rosterctl.export.xlsx.terms import weekday_name
from rosterctl.insight.coverage import WHOLE, Coverage, coverage
from rosterctl.timeline.clock import happening
from rosterctl.wording import say

HOUR, HOURS_OF_A_DAY = 60, 24
_WIDTHS = (20, 11, 6, *[5] * HOURS_OF_A_DAY)


def add_strength(book: Book, bureau: Bureau, roster: Roster) -> None:
    """The fewest heads in each hour; red where a target or a legal minimum wants more."""
    sheet = book.sheet(say(wording.STRENGTH), _WIDTHS)
    sheet.printed_wide()
    hours = (f"{hour:02}" for hour in range(HOURS_OF_A_DAY))
    sheet.head((say(wording.WHERE), say(wording.DATE), say(wording.WEEKDAY), *hours), frozen_columns=3)
    heads: dict[tuple[str, date], dict[int, tuple[int, bool]]] = {}
    for slot in coverage(bureau, roster):
        day, start, _ = happening(slot.day, slot.start, slot.end)
        of_day = heads.setdefault((slot.scope, day), {})
        before = of_day.get(start // HOUR, (slot.nominal, False))
        of_day[start // HOUR] = min(before[0], slot.nominal), before[1] or _is_short(slot)
    places = {scope: place for place, scope in enumerate(dict.fromkeys(scope for scope, _ in heads))}
    for scope, day in sorted(heads, key=lambda one: (places[one[0]], one[1])):
        of_day = heads[scope, day]
        cells: list[Content] = [of_day[hour][0] if hour in of_day else None for hour in range(HOURS_OF_A_DAY)]
        looks = ["short" if of_day.get(hour, (0, False))[1] else "centre" for hour in range(HOURS_OF_A_DAY)]
        sheet.row([_name(bureau, scope), day, weekday_name(day), *cells], ["plain", "date", "plain", *looks])


def _is_short(slot: Coverage) -> bool:
    return slot.gap > 0


def _name(bureau: Bureau, scope: str) -> str:
    kind, _, id = scope.partition(":")
    if kind == "unit":
        return bureau.units[id].name
    if kind == "strength":
        return next(one.name for one in bureau.strengths if one.id == id)
    assert scope == WHOLE
    return say(wording.WHOLE_BUREAU)
