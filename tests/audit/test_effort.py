"""Changes and hours, counted from the record: what the rotation does not give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.audit.audit import audit
from rosterctl.audit.effort import RELEASED, efforts
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    officer,
    plain_roster,
    roster_of,
    small_bureau,
    transfer,
    unit,
)
from tests.support.overlapping import BUREAU, PLAIN, changed


def costs(roster: Roster, bureau: Bureau = BUREAU) -> list[Cost]:
    """Of a lawful roster, whose bureau has no rule that would cost anything besides."""
    found = list(efforts(Record(bureau, roster)))
    report = audit(bureau, roster)
    assert report.clean
    assert list(report.costs) == found
    return found


def test_the_rotation_itself_costs_nothing() -> None:
    assert costs(PLAIN) == []


def test_overlap_costs_its_extra_hours() -> None:
    """17-09 instead of 19-07: four hours."""
    cost = Cost("overtime", Tier.HOURS, 240, "b", "U1", MONDAY)
    assert costs(changed(duty(BUREAU, "b", MONDAY, "overlap-both"))) == [cost]


def test_a_shorter_shift_earns_nothing_back() -> None:
    assert costs(changed(duty(BUREAU, "a", MONDAY, "office"))) == []


def test_a_recall_costs_every_minute_and_changes_nothing() -> None:
    cost = Cost("overtime", Tier.HOURS, 120, "c", "U1", MONDAY)
    assert costs(changed(duty(BUREAU, "c", MONDAY, "peak-evening", recall=True))) == [cost]


def test_a_released_duty_is_a_change() -> None:
    assert costs(changed(without=("a",))) == [Cost("released", Tier.CHANGES, 1, "a", "U1", MONDAY)]


def test_an_absent_officer_is_not_released() -> None:
    away = replace(BUREAU, absences=(absence("a", MONDAY),))
    assert costs(changed(without=("a",), bureau=away), away) == []


def test_a_loan_is_a_change() -> None:
    lent = duty(BUREAU, "lent", MONDAY, "day", unit="U1")
    assert costs(changed(lent)) == [Cost("loan", Tier.CHANGES, 1, "lent", "U1", MONDAY)]


def test_overtime_is_measured_in_paid_minutes() -> None:
    """13 hours in the place of 12, by day: one hour."""
    cost = Cost("overtime", Tier.HOURS, 60, "a", "U1", MONDAY)
    assert costs(changed(duty(BUREAU, "a", MONDAY, "long-day"))) == [cost]


def test_whoever_is_transferred_is_at_home_from_that_date_on() -> None:
    """The day of Monday in U1 and the night of Tuesday in U2 are both the officer's own, and no loan."""
    bureau = small_bureau(
        [officer("a", transfers=[transfer(MONDAY + timedelta(days=1), "A", "U2")])],
        units=[unit(), unit("U2")],
    )
    assert costs(plain_roster(bureau, MONDAY, 2), bureau) == []


def test_a_duty_of_the_date_of_a_transfer_that_is_not_worked_is_released_in_the_new_unit() -> None:
    tuesday = MONDAY + timedelta(days=1)
    bureau = small_bureau(
        [officer("a", transfers=[transfer(tuesday, "A", "U2")])], units=[unit(), unit("U2")]
    )
    plain = plain_roster(bureau, MONDAY, 2)
    roster = replace(plain, duties=tuple(one for one in plain.duties if one.day == MONDAY))
    assert costs(roster, bureau) == [Cost("released", Tier.CHANGES, 1, "a", "U2", tuesday)]


def given(giver: str, taker: str) -> Bureau:
    """The giver's duty of Monday is worked by the taker, who gets nothing back."""
    return small_bureau(exchanges=[Exchange(giver, MONDAY, taker, None, ExchangeKind.SUBSTITUTION)])


def released(bureau: Bureau, *worked: Duty, days: int = 1) -> list[tuple[str, date]]:
    """Officer and date of what is not worked, where the duties are those of a roster of so many dates."""
    record = Record(bureau, roster_of(bureau, MONDAY, days, worked))
    return [(one.what, one.day) for one in efforts(record) if one.rule == RELEASED and one.day]


def test_what_another_has_taken_over_is_not_released_but_what_nobody_works_is() -> None:
    """A's day of Monday is D's by agreement; A's night of Tuesday is nobody's, and so is B's of Monday."""
    bureau = given("a", "d")
    taken = replace(duty(bureau, "d", MONDAY, "day"), origin=Origin.EXCHANGE)
    tuesday = MONDAY + timedelta(days=1)
    assert released(bureau, taken, days=2) == [("a", tuesday), ("b", MONDAY), ("d", tuesday)]


def test_whoever_works_for_another_has_not_worked_their_own_duty_by_that() -> None:
    """B has the night of Monday and works A's day instead: A is not released, B is."""
    bureau = given("a", "b")
    taken = replace(duty(bureau, "b", MONDAY, "day"), origin=Origin.EXCHANGE)
    assert released(bureau, taken) == [("b", MONDAY)]


def test_a_recall_is_no_work_on_the_rotation() -> None:
    """No lawful roster has one on a working date; the duty of the rotation is missing all the same."""
    bureau = small_bureau()
    assert released(bureau, duty(bureau, "a", MONDAY, "day", recall=True)) == [("a", MONDAY), ("b", MONDAY)]
