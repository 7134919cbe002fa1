"""What everybody bears in the roster's dates: duties, hours, nights, recalls, overtime, time off in lieu."""

from __future__ import annotations

from rosterctl.domain.accounts.earned import lieu_entries
from rosterctl.domain.accounts.lieu import EntryKind, accounts, balance, minutes_of
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book
from rosterctl.export.xlsx.terms import role_name, team_name
from rosterctl.insight.month_table import month_table
from rosterctl.wording import say

_WIDTHS = (18, 9, 10, 10, 10, 9, *[9] * 11)
_LOOKS = (*["plain"] * 6, "count", "hours", *["count"] * 5, *["hours"] * 4)


def add_statistics(book: Book, bureau: Bureau, roster: Roster) -> None:
    """A row for everybody in the order of the month table. Lieu is that left, or overdrawn, at the end."""
    sheet = book.sheet(say(wording.STATISTICS), _WIDTHS)
    sheet.printed_wide()
    sheet.head(
        (
            say(wording.UNIT),
            say(wording.TEAM),
            say(wording.OFFICER_ID),
            say(wording.BADGE),
            say(wording.NAME),
            say(wording.ROLE),
            say(wording.DUTIES_HEAD),
            say(wording.HOURS),
            say(wording.NIGHTS),
            say(wording.WEEKENDS),
            say(wording.HOLIDAYS),
            say(wording.EVES),
            say(wording.RECALLS),
            say(wording.OVERTIME_HOURS),
            say(wording.LIEU_EARNED),
            say(wording.LIEU_SPENT),
            say(wording.LIEU_LEFT),
        )
    )
    last, lasts = roster.horizon.last, bureau.lieu_expires_days
    here = lieu_entries(bureau, roster.duties, tuple(roster.horizon))
    moved, every = accounts(here), accounts((*bureau.lieu, *here))
    for line in month_table(bureau, roster):
        one, counts = line.officer, line.counts
        own, account = moved.get(one.id, ()), balance(every.get(one.id, ()), last, lasts)
        sheet.row(
            (
                bureau.units[line.unit].name,
                team_name(bureau, line.unit, line.team),
                one.id,
                one.badge,
                one.name,
                role_name(one.role),
                line.duties,
                line.minutes / 60,
                counts.nights,
                counts.weekends,
                counts.holidays,
                counts.eves,
                counts.recalls,
                counts.overtime_minutes / 60,
                minutes_of(own, EntryKind.EARN, last) / 60,
                minutes_of(own, EntryKind.SPEND, last) / 60,
                (account.minutes - account.overdrawn) / 60,
            ),
            _LOOKS,
        )
