"""The ledger's page: a row an officer, and who took more time in lieu than there was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.cli.pages.accounts.ledger import (
    LEDGER_ROWS_SHOWN,
    balance_fields,
    ledger,
    overdrafts,
    with_pay,
)
from rosterctl.cli.pages.accounts.lieu_account import lieu_account
from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind, balance, statement
from rosterctl.operations.accounts.balances import OfficerBalance
from rosterctl.rulekit.parts import PayPeriod
from tests.support.bureaus import MONDAY, small_bureau

BUREAU = small_bureau()
TUESDAY = MONDAY + timedelta(days=1)
ENTRIES = (
    Entry("a", MONDAY, EntryKind.EARN, 120, "recall"),
    Entry("a", TUESDAY, EntryKind.SPEND, 180, "lieu"),
)
"""Two hours are earned and three are spent: one of them was not there."""


def standing(*entries: Entry, fair: Tally | None = None) -> OfficerBalance:
    one = BUREAU.officers["a"]
    return OfficerBalance(
        one,
        one.on(MONDAY),
        Tally(nights=3, overtime_minutes=90),
        fair,
        0,
        120,
        180,
        balance(entries, TUESDAY),
        statement(entries, TUESDAY),
    )


def test_what_was_borne_stands_beside_the_fair_share() -> None:
    """The time in lieu is in hours: brought 0, earned 2, spent 3, expired 0, left 0, overdrawn 1."""
    row = ledger(BUREAU, [standing(*ENTRIES, fair=Tally(nights=2))], TUESDAY).text.splitlines()[4]
    assert row.split()[:4] == ["U1", "A", "a", "a"]
    assert row.split()[4:7] == ["3", "/", "2"]
    assert row.split()[-6:] == ["0", "2", "3", "0", "0", "1"]


def test_without_peers_there_is_no_fair_share() -> None:
    assert "3 / -" in ledger(BUREAU, [standing()], TUESDAY).text
    assert balance_fields(standing())["fair"] is None


@pytest.mark.parametrize("more", [0, 1])
def test_overdrafts_are_listed_and_counted(more: int) -> None:
    lines = overdrafts([standing(*ENTRIES)] * (LEDGER_ROWS_SHOWN + more))
    assert lines[0] == (
        "overdrawn: a (a), 2026-12-08: 1 of 3 hours were not there. Mend the absence, or add an init or "
        "adjust of that date or an earlier one."
    )
    assert len(lines) == LEDGER_ROWS_SHOWN + more
    assert lines[-1].startswith("20 of 21 overdrafts shown") is bool(more)


def test_one_officers_account_has_every_movement_with_the_balance_after_it() -> None:
    page = lieu_account(standing(*ENTRIES), TUESDAY)
    assert page.text.splitlines()[0] == "a (a), sworn, U1 team A: by 2026-12-08"
    assert page.fields["entries"] == [
        {
            "date": "2026-12-07",
            "entry": "earn",
            "minutes": 120,
            "balance": 120,
            "overdrawn": 0,
            "from": "recall",
        },
        {
            "date": "2026-12-08",
            "entry": "spend",
            "minutes": -180,
            "balance": 0,
            "overdrawn": 60,
            "from": "lieu",
        },
    ]
    assert "time off in lieu left: 0 hours" in page.text


def test_an_account_without_entries_says_so() -> None:
    assert "no time off in lieu" in lieu_account(standing(), TUESDAY).text


def test_what_expires_next_is_told() -> None:
    """What was earned on the 7th can be spent on 365 dates, that one included."""
    page = lieu_account(standing(ENTRIES[0]), TUESDAY)
    assert "time off in lieu left: 2 hours, of which 2 expire on 2027-12-07" in page.text


def test_hours_for_pay_come_below_where_any_count() -> None:
    page = ledger(BUREAU, [standing()], TUESDAY)
    assert with_pay(page, BUREAU, []) == page
    hour = timedelta(hours=1)
    paid = with_pay(page, BUREAU, [PayPeriod("a", TUESDAY, TUESDAY + timedelta(days=27), 1, 9 * hour, hour)])
    assert paid.text.startswith(f"{page.text}\n\nHours that count for pay\n")
    assert paid.text.splitlines()[-1].split()[-3:] == ["9", "1", "8"]
    assert paid.fields["pay_periods"][0]["above"] == "8"
