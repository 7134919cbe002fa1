"""What the roster is worth: its goals, the strength targets, and every gap at a post with its reason."""

from __future__ import annotations

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Roster
from rosterctl.domain.tier import Tier
from rosterctl.export.plain_text import clock_span
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book, PrintedSheet
from rosterctl.export.xlsx.terms import tier_measure, tier_name, value_in_hours, weekday_name
from rosterctl.insight.shortages.attained import attained
from rosterctl.timeline.clock import clock_text, happening
from rosterctl.wording import say

_WIDTHS = (24, 12, 12, 24, 9, 9, 9, 60)


def add_overview(book: Book, bureau: Bureau, roster: Roster) -> None:
    """Hours and heads, as a planner speaks of them."""
    sheet = book.sheet(say(wording.OVERVIEW), _WIDTHS)
    sheet.printed_wide()
    horizon = roster.horizon
    sheet.row([say(wording.TITLE, bureau=bureau.name, first=horizon.first, last=horizon.last)], "title")
    kept = len(roster.notes_of(NoteKind.KEPT))
    sheet.row([say(wording.AUDITED_BUT, number=kept) if kept else say(wording.AUDITED)])
    sheet.row([])
    _goals(sheet, roster)
    sheet.row([])
    _targets(sheet, bureau, roster)
    sheet.row([])
    _gaps(sheet, bureau, roster)


def _goals(sheet: PrintedSheet, roster: Roster) -> None:
    heads = say(wording.GOAL), say(wording.VALUE), say(wording.BOUND), ""
    sheet.row(heads, "head")
    for one in roster.tiers:
        bound = None if one.bound is None else value_in_hours(one.tier, one.bound)
        cells = tier_name(one.tier), value_in_hours(one.tier, one.value), bound, tier_measure(one.tier)
        sheet.row(cells, ("plain", "hours", "hours", "plain"))


def _targets(sheet: PrintedSheet, bureau: Bureau, roster: Roster) -> None:
    rows = attained(bureau, roster)
    if not rows:
        return
    heads = (
        say(wording.TARGET),
        say(wording.WINDOW),
        say(wording.HEADS_WANTED),
        say(wording.FEWEST),
        say(wording.MEAN),
        say(wording.MOST),
    )
    sheet.row(heads, "head")
    for one in rows:
        window = clock_span(one.target.start, one.target.end)
        cells = one.target.name, window, one.target.heads, one.fewest, round(one.mean), one.most
        looks = ["plain"] * len(cells)
        if one.fewest < one.target.heads:
            looks[3] = "short"
        sheet.row(cells, looks)


def _gaps(sheet: PrintedSheet, bureau: Bureau, roster: Roster) -> None:
    gaps = [one for one in roster.shortages if one.tier < Tier.STRENGTH]
    if not gaps:
        sheet.row([say(wording.NO_SHORTAGE)])
        return
    heads = (
        say(wording.POST),
        say(wording.DATE),
        say(wording.WEEKDAY),
        say(wording.UNIT),
        say(wording.FROM),
        say(wording.TO),
        say(wording.SHORT),
        say(wording.WHY),
    )
    sheet.row(heads, "head")
    for one in gaps:
        day, start, end = happening(one.day, one.start, one.end)
        post = bureau.posts[one.what].name if one.what in bureau.posts else one.what
        unit = bureau.units[one.unit].name if one.unit in bureau.units else one.unit
        legal = "short" if one.tier == Tier.LEGAL else "plain"
        sheet.row(
            (
                *(post, day, weekday_name(day), unit, clock_text(start), clock_text(end)),
                *(one.heads, one.why),
            ),
            ("plain", "date", "plain", "plain", "plain", "plain", legal, "wrapped"),
        )
