"""How officers stand: the fair share is that of the fairness rule, the account from lieu.csv and duties."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Balance, Entry, EntryKind, Expiry
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import Duty
from rosterctl.operations.accounts.balances import OfficerBalance, balances_of
from rosterctl.operations.accounts.periods import Period
from tests.support.bureaus import MONDAY, absence, duty, findings, officer, roster_of, small_bureau

TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)
PEERS = [officer("a1", "A"), officer("a2", "A"), officer("a3", "A")]


def recalls(bureau: Bureau, *who: str) -> list[Duty]:
    """Two hours each; team A is off from Wednesday to Thursday, and again four days later."""
    days = (MONDAY + timedelta(days=2 + 4 * (n // 2) + n % 2) for n in range(99))
    return [duty(bureau, one, day, "peak-evening", recall=True) for one, day in zip(who, days, strict=False)]


def published(bureau: Bureau, duties: list[Duty], days: int = 12) -> list[Period]:
    roster = roster_of(bureau, MONDAY, days, duties)
    return [Period(lambda: (bureau, roster))]


def by_id(found: tuple[OfficerBalance, ...]) -> dict[str, OfficerBalance]:
    return {one.officer.id: one for one in found}


def test_the_order_is_by_unit_team_and_id() -> None:
    bureau = small_bureau([officer("z", "A"), officer("b", "B"), officer("y", "A")])
    assert [one.officer.id for one in balances_of(bureau, [], MONDAY)] == ["y", "z", "b"]


def test_before_anything_is_published_it_is_the_bureaus_own_ledger() -> None:
    bureau = small_bureau(ledger={"a": Tally(nights=3)}, lieu=(Entry("a", MONDAY, EntryKind.INIT, 60),))
    found = by_id(balances_of(bureau, [], MONDAY))
    assert found["a"].borne == Tally(nights=3)
    assert found["a"].lieu.minutes == 60
    assert {one.fair for one in found.values()} == {None}


def test_the_fair_share_is_rounded_up_and_by_dates_present() -> None:
    """Four recalls of three peers: two each; of whom one is away for half the dates, one."""
    bureau = small_bureau(PEERS)
    found = by_id(
        balances_of(
            bureau, published(bureau, recalls(bureau, "a1", "a1", "a1", "a2")), THURSDAY + timedelta(days=8)
        )
    )
    assert [found[one].borne.recalls for one in ("a1", "a2", "a3")] == [3, 1, 0]
    assert [found[one].fair.recalls for one in ("a1", "a2", "a3") if found[one].fair] == [2, 2, 2]


def test_each_date_is_shared_by_those_who_were_there_on_it() -> None:
    """The first two recalls are shared by three, 0.67 each; then a3 is away, and of two more a1 has one."""
    half = small_bureau(
        PEERS, absences=[absence("a3", MONDAY + timedelta(days=5), MONDAY + timedelta(days=9))]
    )
    periods = published(half, recalls(half, "a1", "a1", "a1", "a1"))
    found = by_id(balances_of(half, periods, MONDAY + timedelta(days=9)))
    assert [found[one].fair.recalls for one in ("a1", "a2", "a3") if found[one].fair] == [2, 2, 1]


def test_leave_that_lies_ahead_moves_nobodys_share() -> None:
    """Four recalls of three by the 17th; whether a3 is on leave from the 18th on is nothing to them."""
    for away in ([], [absence("a3", MONDAY + timedelta(days=11), MONDAY + timedelta(days=20))]):
        bureau = small_bureau(PEERS, absences=away)
        periods = published(bureau, recalls(bureau, "a1", "a1", "a2", "a2"), 24)
        found = by_id(balances_of(bureau, periods, MONDAY + timedelta(days=10)))
        assert [found[one].fair.recalls for one in ("a1", "a2", "a3") if found[one].fair] == [2, 2, 2]


def test_who_joins_has_no_share_of_dates_before() -> None:
    """Two recalls before the officer joins, two after: 1 and 0.67 for the others, 0.67 for a3."""
    joined = replace(officer("a3", "A"), joined=MONDAY + timedelta(days=6))
    bureau = small_bureau([*PEERS[:2], joined])
    periods = published(bureau, recalls(bureau, "a1", "a2", "a1", "a2"))
    before = by_id(balances_of(bureau, periods, MONDAY + timedelta(days=5)))
    assert before["a3"].fair is None
    assert before["a1"].fair == Tally(recalls=1, overtime_minutes=120)
    found = by_id(balances_of(bureau, periods, MONDAY + timedelta(days=9)))
    assert [found[one].fair.recalls for one in ("a1", "a2", "a3") if found[one].fair] == [2, 2, 1]


def test_what_passes_the_share_is_what_the_rule_charges() -> None:
    rules = {"fairness": {"recalls": "1", "overtime": "0", "nights": "0", "weekends": "0"}}
    bureau = small_bureau(PEERS, rules=rules)
    duties = recalls(bureau, "a1", "a1", "a1", "a1", "a2")
    found = balances_of(bureau, published(bureau, duties), MONDAY + timedelta(days=11))
    above = sum(max(one.borne.recalls - one.fair.recalls, 0) for one in found if one.fair)
    charged = findings(bureau, roster_of(bureau, MONDAY, 12, duties))
    assert above == sum(cost.amount for cost in charged) == 2


def test_a_protected_officer_has_no_share() -> None:
    bureau = small_bureau([*PEERS, officer("p", "A", protected_from=MONDAY)])
    assert by_id(balances_of(bureau, published(bureau, []), THURSDAY))["p"].fair is None


def test_the_date_asked_for_counts_and_the_next_does_not() -> None:
    bureau = small_bureau()
    periods = published(bureau, [duty(bureau, "c", TUESDAY, "day", recall=True)])
    for day, recalled in ((MONDAY, 0), (TUESDAY, 1)):
        found = by_id(balances_of(bureau, periods, day))["c"]
        assert (found.borne.recalls, found.earned, found.lieu.minutes) == (recalled, *[720 * recalled] * 2)


def test_an_account_is_made_of_what_was_written_worked_and_taken() -> None:
    """c brings 1 h, earns 2 h on Tuesday and takes the 12 h night of Thursday: 9 h are not there."""
    bureau = small_bureau(
        absences=[absence("c", THURSDAY, kind=AbsenceKind.LIEU)],
        lieu=(Entry("c", MONDAY, EntryKind.INIT, 90), Entry("c", MONDAY, EntryKind.ADJUST, -30)),
    )
    periods = published(bureau, [duty(bureau, "c", TUESDAY, "peak-evening", recall=True)])
    found = by_id(balances_of(bureau, periods, THURSDAY))["c"]
    assert (found.brought, found.earned, found.spent) == (60, 120, 720)
    assert found.lieu == Balance(overdrawn=540)
    assert [move.left for move in found.movements] == [90, 60, 180, 0]
    assert by_id(balances_of(bureau, periods, TUESDAY))["c"].lieu == Balance(
        180, Expiry(MONDAY + timedelta(days=365), 60)
    )


def test_corrections_are_those_of_the_bureau_as_it_is_now() -> None:
    was = small_bureau(lieu=(Entry("a", MONDAY, EntryKind.INIT, 60),))
    now = replace(was, lieu=(Entry("a", MONDAY, EntryKind.INIT, 90),), lieu_expires_days=2)
    assert by_id(balances_of(now, published(was, []), TUESDAY))["a"].lieu.minutes == 90
    assert by_id(balances_of(now, published(was, []), MONDAY + timedelta(days=2)))["a"].lieu.expired == 90
