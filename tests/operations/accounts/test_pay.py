"""Hours for pay from the published rosters: a date counts by the latest roster that has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.roster import Roster
from rosterctl.operations.accounts.pay import pay_account
from rosterctl.operations.accounts.periods import Period
from tests.support.bureaus import MONDAY, duty, plain_roster, rotation, small_bureau

BUREAU = small_bureau(
    teams="A", rotation=rotation("DO", (0,)), rules={"pay-threshold": {"from": MONDAY.isoformat()}}
)
HOUR = timedelta(hours=1)


def period(roster: Roster) -> Period:
    return Period(lambda: (BUREAU, roster))


def found(on: date, *rosters: Roster) -> list[tuple[int, int, float]]:
    """Start of the period in dates from MONDAY, dates known, hours."""
    account = pay_account(BUREAU, [period(one) for one in rosters], on)
    return [((one.first - MONDAY).days, one.known, one.time / HOUR) for one in account]


def test_the_current_period_and_the_one_before() -> None:
    """84 dates are published; of the third period three dates have two duties. The first is not shown."""
    roster = plain_roster(BUREAU, MONDAY, 84)
    assert found(MONDAY + timedelta(days=58), roster) == [(28, 28, 168), (56, 3, 24)]
    assert found(MONDAY + timedelta(days=55), roster) == [(0, 28, 168), (28, 28, 168)]
    assert found(MONDAY, roster) == [(0, 1, 12)]


def test_the_latest_roster_counts() -> None:
    old = plain_roster(BUREAU, MONDAY, 28)
    second = MONDAY + timedelta(days=1)
    new = replace(plain_roster(BUREAU, second, 28), duties=(duty(BUREAU, "a", second, "office"),))
    assert found(second, new, old) == [(0, 2, 20)]
    assert found(second, old) == [(0, 2, 12)]


def test_nothing_is_read_where_no_rule_counts_for_pay() -> None:
    other = small_bureau(rules={"rest": {}})
    assert pay_account(other, [], MONDAY) == ()
    assert pay_account(BUREAU, [], MONDAY) == ()
