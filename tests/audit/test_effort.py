"""Changes and hours, counted from the record: what the rotation does not give."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost
from tests.support.bureaus import MONDAY, absence, duty
from tests.support.overlapping import BUREAU, PLAIN, changed


def efforts(roster: Roster, bureau: Bureau = BUREAU) -> list[Cost]:
    report = audit(bureau, roster)
    assert report.clean
    return list(report.costs)


def test_the_rotation_itself_costs_nothing() -> None:
    assert efforts(PLAIN) == []


def test_overlap_costs_its_extra_hours() -> None:
    """17-09 instead of 19-07: four hours."""
    cost = Cost("overtime", Tier.HOURS, 240, "b", "U1", MONDAY)
    assert efforts(changed(duty(BUREAU, "b", MONDAY, "overlap-both"))) == [cost]


def test_a_shorter_shift_earns_nothing_back() -> None:
    assert efforts(changed(duty(BUREAU, "a", MONDAY, "office"))) == []


def test_a_recall_costs_every_minute_and_changes_nothing() -> None:
    cost = Cost("overtime", Tier.HOURS, 120, "c", "U1", MONDAY)
    assert efforts(changed(duty(BUREAU, "c", MONDAY, "peak-evening", recall=True))) == [cost]


def test_a_released_duty_is_a_change() -> None:
    assert efforts(changed(without=("a",))) == [Cost("released", Tier.CHANGES, 1, "a", "U1", MONDAY)]


def test_an_absent_officer_is_not_released() -> None:
    away = replace(BUREAU, absences=(absence("a", MONDAY),))
    assert efforts(changed(without=("a",), bureau=away), away) == []


def test_a_loan_is_a_change() -> None:
    lent = duty(BUREAU, "lent", MONDAY, "day", unit="U1")
    assert efforts(changed(lent)) == [Cost("loan", Tier.CHANGES, 1, "lent", "U1", MONDAY)]
