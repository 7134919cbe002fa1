"""Every duty: who, when, on which shift, what calls for it; a row a duty."""

from __future__ import annotations

from rosterctl.domain.accounts.tally import paid_minutes
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.export.roster_csv import in_sheet_order
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.book import Book
from rosterctl.export.xlsx.terms import origin_name, role_name, team_name, time_text, weekday_name
from rosterctl.wording import say

_WIDTHS = (11, 6, 9, 18, 9, 10, 10, 10, 9, 14, 7, 10, 7, 11, 14)
_LOOKS = ("date", *["plain"] * 11, "hours", "plain", "plain")


def add_duties(book: Book, bureau: Bureau, roster: Roster) -> None:
    """By date, unit, start and officer. An end after midnight is marked as one of the next date."""
    sheet = book.sheet(say(wording.DUTIES), _WIDTHS)
    sheet.printed_wide()
    heads = (
        say(wording.DATE),
        say(wording.WEEKDAY),
        say(wording.FESTIVAL),
        say(wording.UNIT),
        say(wording.TEAM),
        say(wording.OFFICER_ID),
        say(wording.BADGE),
        say(wording.NAME),
        say(wording.ROLE),
        say(wording.SHIFT),
        say(wording.FROM),
        say(wording.TO),
        say(wording.HOURS),
        say(wording.CALL),
        say(wording.NOTE),
    )
    sheet.head(heads)
    for duty in in_sheet_order(bureau, roster):
        officer, shift = bureau.officers[duty.officer], bureau.worked_shift(duty)
        home = officer.on(duty.day)
        sheet.row(
            (
                duty.day,
                weekday_name(duty.day),
                bureau.calendar.festival(duty.day) or None,
                bureau.units[duty.unit].name,
                team_name(bureau, home.unit, home.team),
                officer.id,
                officer.badge,
                officer.name,
                role_name(officer.role),
                shift.name,
                time_text(shift.start),
                time_text(duty.until),
                paid_minutes(bureau, duty.day, shift) / 60,
                origin_name(duty.origin),
                " ".join(_notes(bureau, duty)) or None,
            ),
            _LOOKS,
        )


def _notes(bureau: Bureau, duty: Duty) -> list[str]:
    loan = duty.unit != bureau.officers[duty.officer].on(duty.day).unit
    broken = duty.until < bureau.shifts[duty.shift].end
    return [*([say(wording.ON_LOAN)] if loan else []), *([say(wording.LEFT_EARLY)] if broken else [])]
