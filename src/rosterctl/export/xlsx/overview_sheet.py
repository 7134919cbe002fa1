"""What the roster is worth: the audit's verdict, goals, strength targets, every gap with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book, PrintedSheet
from rosterctl.export.xlsx.gaps import gaps_of, place_name, place_names
from rosterctl.export.xlsx.terms import tier_measure, tier_name, time_text, value_in_hours, weekday_name
from rosterctl.insight.shortages.attained import attained, weighed
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import numbered, say

_WIDTHS = (24, 13, 12, 24, 9, 11, 9, 26, 60)


def add_overview(book: Book, bureau: Bureau, roster: Roster, findings: Iterable[Finding]) -> None:
    """Hours and heads, as a planner speaks of them. `findings` are those that the roster does not tell of."""
    sheet = book.sheet(say(wording.OVERVIEW), _WIDTHS)
    sheet.printed_wide()
    horizon = roster.horizon
    sheet.row([say(wording.TITLE, bureau=bureau.name, first=horizon.first, last=horizon.last)], "title")
    _verdict(sheet, roster, Counter(one.rule for one in findings))
    sheet.row([])
    _goals(sheet, roster)
    sheet.row([])
    _targets(sheet, bureau, roster)
    sheet.row([])
    _gaps(sheet, bureau, roster)


def verdict_text(findings: int, kept: int) -> str:
    """One sentence; of findings it tells before all else, for such a roster must not be put up."""
    if findings:
        return numbered(findings, wording.ONE_FINDING, wording.FINDINGS)
    return say(wording.AUDITED_BUT, number=kept) if kept else say(wording.AUDITED)


def _verdict(sheet: PrintedSheet, roster: Roster, found: Counter[str]) -> None:
    """The sentence, then how often each rule is broken."""
    kept = len(roster.notes_of(NoteKind.KEPT))
    sheet.row([verdict_text(found.total(), kept)], "alarm" if found else "plain")
    if found:
        sheet.row((say(wording.BROKEN_RULE), say(wording.TIMES_BROKEN)), "head")
        for rule, times in found.items():
            sheet.row((rule, times), ("plain", "count"))


def _goals(sheet: PrintedSheet, roster: Roster) -> None:
    heads = say(wording.GOAL), say(wording.VALUE), say(wording.BOUND), ""
    sheet.row(heads, "head")
    for one in roster.tiers:
        bound = None if one.bound is None else value_in_hours(one.tier, one.bound)
        value = value_in_hours(one.tier, one.value)
        look = "hours" if isinstance(value, float) else "count"
        sheet.row((tier_name(one.tier), value, bound, tier_measure(one.tier)), ("plain", look, look, "plain"))


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
        window = f"{time_text(one.target.start)}-{time_text(one.target.end)}"
        cells = one.target.name, window, one.target.heads, one.fewest, round(one.mean, 1), one.most
        looks = ["plain", "plain", "count", "count", "mean", "count"]
        if one.fewest < one.target.heads:
            looks[3] = "short"
        sheet.row(cells, looks)
    if told := weighed(bureau):
        sheet.row([told])


def _gaps(sheet: PrintedSheet, bureau: Bureau, roster: Roster) -> None:
    """Each once, with the heads short of the legal minimum, or else of the plan."""
    gaps, names = list(gaps_of(roster.shortages)), place_names(bureau)
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
        say(wording.MEASURED_BY),
        say(wording.WHY),
    )
    sheet.row(heads, "head")
    for one in gaps:
        unit = bureau.units[one.unit].name if one.unit in bureau.units else one.unit
        sheet.row(
            (
                *(place_name(names, one.what), one.day, weekday_name(one.day), unit),
                *(time_text(one.start), time_text(one.end), one.heads, one.measured_by, one.why),
            ),
            (
                *("plain", "date", "plain", "plain", "plain", "plain"),
                *("short" if one.legal else "count", "plain", "wrapped"),
            ),
        )
