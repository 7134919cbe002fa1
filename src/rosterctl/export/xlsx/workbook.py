"""The workbook of a roster, sheet by sheet in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book
from rosterctl.export.xlsx.duty_sheet import add_duties
from rosterctl.export.xlsx.month_sheet import add_month_table
from rosterctl.export.xlsx.overview_sheet import add_overview, verdict_text
from rosterctl.export.xlsx.post_sheet import add_posts
from rosterctl.export.xlsx.statistics_sheet import add_statistics
from rosterctl.export.xlsx.strength_sheet import add_strength
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import say

Add = Callable[[Book, Bureau, Roster], None]
SHEETS: tuple[Add, ...] = (
    add_month_table,
    add_duties,
    add_posts,
    add_strength,
    add_statistics,
)
"""After the overview. A new sheet is one file in this folder and one name here."""


def workbook(bureau: Bureau, roster: Roster, findings: Sequence[Finding]) -> bytes:
    """The file's bytes; the same roster gives the same in the same language.

    `findings` are those of its audit that the roster does not tell of. At the foot of every printed page
    stand the bureau, the dates and the number of the page; where there are findings that stands there too,
    because the month table is put up without the overview.
    """
    horizon = roster.horizon
    title = say(wording.TITLE, bureau=bureau.name, first=horizon.first, last=horizon.last)
    foot = f"{verdict_text(len(findings), 0)}   {title}" if findings else title
    book = Book(horizon.first, foot)
    add_overview(book, bureau, roster, findings)
    for add in SHEETS:
        add(book, bureau, roster)
    return book.bytes
