"""The workbook of a roster, sheet by sheet in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book
from rosterctl.export.xlsx.duty_sheet import add_duties
from rosterctl.export.xlsx.month_sheet import add_month_table
from rosterctl.export.xlsx.overview_sheet import add_overview
from rosterctl.export.xlsx.post_sheet import add_posts
from rosterctl.export.xlsx.statistics_sheet import add_statistics
from rosterctl.export.xlsx.strength_sheet import add_strength
from rosterctl.wording import say

Add = Callable[[Book, Bureau, Roster], None]
SHEETS: tuple[Add, ...] = (
    add_overview,
    add_month_table,
    add_duties,
    add_posts,
    add_strength,
    add_statistics,
)
"""A new sheet is one file in this folder and one name here."""


def workbook(bureau: Bureau, roster: Roster) -> bytes:
    """The file's bytes; the same roster gives the same in the same language.

    At the foot of every printed page stand the bureau, the dates and the number of the page.
    """
    horizon = roster.horizon
    title = say(wording.TITLE, bureau=bureau.name, first=horizon.first, last=horizon.last)
    book = Book(horizon.first, title)
    for add in SHEETS:
        add(book, bureau, roster)
    return book.bytes
