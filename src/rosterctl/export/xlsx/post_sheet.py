"""Every post by date: who stands there from when to when, with which vehicles, and what stays empty."""

from __future__ import annotations

from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book
from rosterctl.export.xlsx.gaps import gaps_of, place_name, place_names
from rosterctl.export.xlsx.terms import time_text, weekday_name
from rosterctl.timeline.clock import happening
from rosterctl.wording import say

_WIDTHS = (11, 6, 18, 24, 7, 10, 40, 14, 7)
_Stay = tuple[date, int, str, str, int, int]
"""Date, place of the unit, its id, the post, start and end: in this order the rows stand."""


def add_posts(book: Book, bureau: Bureau, roster: Roster) -> None:
    """A stretch after midnight stands on the date on which it is. Leaders who are missing come
    after the posts of their unit, reserves last.
    """
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
    names = place_names(bureau)
    for place in sorted(
        {*crews, *short}, key=lambda one: (*one[:3], not one[3], one[3] not in names, *one[3:])
    ):
        day, _, unit, post, start, end = place
        lack = short.get(place, 0)
        sheet.row(
            (
                day,
                weekday_name(day),
                bureau.units[unit].name if unit in bureau.units else unit,
                place_name(names, post),
                time_text(start),
                time_text(end),
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
    for one in gaps_of(roster.shortages):
        place = one.day, units.get(one.unit, len(units)), one.unit, one.what, one.start, one.end
        short[place] = one.heads
    return crews, vehicles, short
