"""ledger.csv: the hours in lieu of the roster's dates, and what is left at its end."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import timedelta

from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.people.absence import Absence, AbsenceKind
from rosterctl.export.ledger_csv import ledger_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.intake.shapes.csv_columns import UNREAD, LedgerRow
from tests.support.bureaus import MONDAY, absence, duty, roster_of, small_bureau

TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)
LIEU = ("lieu_earned_hours", "lieu_spent_hours", "lieu_left_hours", "lieu_overdrawn_hours")


def hours(
    lieu: Iterable[Entry] = (), away: Iterable[Absence] = (), recalled: bool = False, days: int = 4
) -> tuple[str, ...]:
    """The four cells of c, who works O O D N from Monday and may be called in for two hours on Tuesday."""
    bureau = small_bureau(lieu=tuple(lieu), absences=away)
    duties = [duty(bureau, "c", TUESDAY, "peak-evening", recall=True)] if recalled else []
    text = ledger_csv(bureau, roster_of(bureau, MONDAY, days, duties), Sheet(raw=True)).decode()
    (row,) = (one for one in csv.DictReader(io.StringIO(text)) if one["officer_id"] == "c")
    return tuple(row[column] for column in LIEU)


def test_what_the_roster_earns_and_spends_with_what_was_there_before() -> None:
    before = Entry("c", MONDAY - timedelta(days=9), EntryKind.INIT, 15 * 60)
    night = absence("c", THURSDAY, kind=AbsenceKind.LIEU)
    assert hours() == ("0", "0", "0", "0")
    assert hours(recalled=True) == ("2", "0", "2", "0")
    assert hours([before], [night], recalled=True) == ("2", "12", "5", "0")
    assert hours([], [night], recalled=True) == ("2", "12", "0", "10")


def test_what_earlier_rosters_earned_is_left_but_not_of_this_month() -> None:
    earlier = Entry("c", MONDAY - timedelta(days=9), EntryKind.EARN, 90)
    assert hours([earlier], recalled=True) == ("2", "0", "3.5", "0")


def test_what_lies_after_the_last_date_does_not_count_yet() -> None:
    """An absence on the fourth date counts in a roster of four dates and not in one of three."""
    before = Entry("c", MONDAY, EntryKind.INIT, 12 * 60)
    night = absence("c", THURSDAY, kind=AbsenceKind.LIEU)
    assert hours([before], [night], days=3) == ("0", "0", "12", "0")
    assert hours([before], [night], days=4) == ("0", "12", "0", "0")


def test_the_columns_are_known_when_the_file_is_read_again() -> None:
    bureau = small_bureau()
    header = ledger_csv(bureau, roster_of(bureau, MONDAY, 1, ()), Sheet(raw=True)).decode().splitlines()[0]
    assert set(header.split(",")) == set(LedgerRow.model_fields) | UNREAD[LedgerRow]
