"""Every post by date: who stands there from when to when, with which vehicles, and what stays empty."""

from __future__ import annotations

from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book
from rosterctl.export.xlsx.terms import weekday_name
from rosterctl.timeline.clock import clock_text, happening
from rosterctl.wording import say

_WIDTHS = (11, 6, 18, 24, 7, 7, 40, 14, 7)
_Stay = tuple[date, int, str, str, int, int]
"""Date, place of the unit, its id, the post, start and end: in this order the rows stand."""


def add_posts(book: Book, bureau: Bureau, roster: Roster) -> None:
    """A stretch after midnight stands on the date on which it is. Reserves come last in their unit."""
    sheet = book.sheet(say(wording.POSTS), _WIDTHS)
    sheet.printed_wide()
    sheet.head(
        (
            say(wording.DATE),
            say(wording.WEEKDAY),
            say(wording.UNIT),
            say(wording.POST),
            say(wording.FROM),
            say(wording.TO),
            say(wording.CREW),
            say(wording.VEHICLES),
            say(wording.SHORT),
        )
    )
    crews, vehicles, short = _crews(bureau, roster)
    names = site_names(bureau)
    for place in sorted({*crews, *short}, key=lambda one: (*one[:3], not one[3], *one[3:])):
        day, _, unit, post, start, end = place
        lack = short.get(place, 0)
        called = bureau.posts[post].name if post in bureau.posts else names.get(post, say(wording.RESERVE))
        sheet.row(
            (
                day,
                weekday_name(day),
                bureau.units[unit].name if unit in bureau.units else unit,
                called,
                clock_text(start),
                clock_text(end),
                "、".join(crews.get(place, ())),
                " ".join(vehicles.get(place, ())) or None,
                lack or None,
            ),
            ["plain"] * 8 + ["short" if lack else "plain"],
        )


def _crews(
    bureau: Bureau, roster: Roster
) -> tuple[dict[_Stay, list[str]], dict[_Stay, tuple[str, ...]], dict[_Stay, int]]:
    """Names, vehicles and heads that lack, by place."""
    units = {unit: place for place, unit in enumerate(bureau.units)}
    crews: dict[_Stay, list[str]] = {}
    vehicles: dict[_Stay, tuple[str, ...]] = {}
    for duty in roster.duties:
        for piece in duty.slices:
            day, start, end = happening(duty.day, piece.start, piece.end)
            place = day, units[duty.unit], duty.unit, piece.post, start, end
            crews.setdefault(place, []).append(bureau.officers[duty.officer].name)
            vehicles[place] = tuple(dict.fromkeys((*vehicles.get(place, ()), *piece.vehicles)))
    short: dict[_Stay, int] = {}
    for one in roster.shortages:
        if one.tier < Tier.STRENGTH:
            day, start, end = happening(one.day, one.start, one.end)
            place = day, units.get(one.unit, len(units)), one.unit, one.what, start, end
            short[place] = short.get(place, 0) + one.heads
    return crews, vehicles, short
