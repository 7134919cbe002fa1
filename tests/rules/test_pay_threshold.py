"""The hours of a fixed period above which overtime is paid."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.problems import BadInput
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import FairShares
from rosterctl.rulekit.parts import PayPeriod
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    IDLE,
    MONDAY,
    absence,
    changed,
    duty,
    findings,
    line_roster,
    plain_roster,
    rotation,
    rulebook,
    shift,
    small_bureau,
    the_rule,
)
from tests.support.enumeration_board import Trial, same_costs

FROM = MONDAY.isoformat()
MIDNIGHTS = rotation("NNNNNOO", (0,), N="midnight")
MIDNIGHT = shift("midnight", 22, 31)
"""Five a week of nine hours: 180 in four weeks."""


def bureau_of(cycle: str = "DNOO", **more: object) -> Bureau:
    options = {"from": FROM, **more.pop("options", {})}  # type: ignore[dict-item]
    pattern = {"midnights": MIDNIGHTS, "O": IDLE}.get(cycle) or rotation(cycle, (0,))
    more.setdefault("shifts", [MIDNIGHT, shift("three", 8, 11), shift("minute", 13, 13 + 1 / 60)])
    return small_bureau(teams="A", rotation=pattern, rules={"pay-threshold": options}, **more)  # type: ignore[arg-type]


def paid(bureau: Bureau, roster: Roster) -> list[PayPeriod]:
    rule = the_rule(bureau, "pay-threshold")
    assert rule.pay_periods is not None
    return list(rule.pay_periods(Record(bureau, roster)))


def hours_of(bureau: Bureau, roster: Roster) -> list[tuple[int, float, float]]:
    """Dates known, hours, hours above, period by period."""
    hour = timedelta(hours=1)
    return [(one.known, one.time / hour, one.above / hour) for one in paid(bureau, roster)]


def points(bureau: Bureau, roster: Roster) -> list[int]:
    return [one.amount for one in findings(bureau, roster) if isinstance(one, Cost)]


def test_five_midnights_a_week_are_nine_hours_above_and_cost_nothing() -> None:
    bureau = bureau_of("midnights")
    roster = replace(plain_roster(bureau, MONDAY, 28), before=())
    assert hours_of(bureau, roster) == [(28, 180, 9)]
    assert points(bureau, roster) == []  # what the rotation brings
    assert paid(bureau, roster)[0].first == MONDAY
    assert paid(bureau, roster)[0].last == MONDAY + timedelta(days=27)


@pytest.mark.parametrize(("extra", "above", "cost"), [((), 0, []), (("minute",), 1 / 60, [1])])
def test_both_sides_of_171_hours(extra: tuple[str, ...], above: float, cost: list[int]) -> None:
    """168 h plain and a recall of three hours; and a minute, which is an hour begun."""
    bureau = bureau_of()
    wednesday = MONDAY + timedelta(days=2)
    recalls = [duty(bureau, "a", wednesday, name, recall=True) for name in ("three", *extra)]
    roster = changed(replace(plain_roster(bureau, MONDAY, 28), before=()), added=recalls)
    [(known, _, found)] = hours_of(bureau, roster)
    assert (known, found) == (28, pytest.approx(above))
    assert points(bureau, roster) == cost


def test_the_period_is_fixed_whatever_dates_a_roster_has() -> None:
    """A roster from the 8th date on, the week before known: three weeks of one period, one of the next."""
    bureau = bureau_of("midnights")
    first = MONDAY + timedelta(days=7)
    week = plain_roster(bureau, MONDAY, 7).duties
    roster = replace(plain_roster(bureau, first, 28), before=week)
    assert hours_of(bureau, roster) == [(28, 180, 9), (7, 45, 0)]
    unknown = replace(roster, before=())
    assert hours_of(bureau, unknown) == [(21, 135, 0), (7, 45, 0)]


@pytest.mark.parametrize("weeks", [-8, -4, 4])
def test_periods_lie_before_and_after_the_date_they_are_counted_from(weeks: int) -> None:
    start = MONDAY + timedelta(weeks=weeks)
    bureau = bureau_of("midnights", options={"from": start.isoformat()})
    assert [one.first for one in paid(bureau, replace(plain_roster(bureau, MONDAY, 28), before=()))] == [
        MONDAY
    ]
    rule = the_rule(bureau, "pay-threshold")
    assert rule.looks_back is not None
    assert rule.looks_back(Horizon(MONDAY + timedelta(days=27), 9)) == MONDAY
    assert rule.looks_back(Horizon(MONDAY + timedelta(days=28), 9)) == MONDAY + timedelta(days=28)


@pytest.mark.parametrize(
    ("kind", "options", "hours"),
    [
        (AbsenceKind.TRAINING, {}, 5 * 8),  # Monday to Friday
        (AbsenceKind.TRAINING, {"absence_hours": "6.5"}, 5 * 6.5),
        (AbsenceKind.TRAINING, {"absence_plain": "yes"}, 4 * 12),  # D N, and D N on Friday and Saturday
        (AbsenceKind.TRAINING, {"absences": ["court"]}, 0),
        (AbsenceKind.COURT, {"absences": ["training", "court"]}, 40),
        (AbsenceKind.LEAVE, {}, 0),
    ],
)
def test_training_counts_as_work(kind: AbsenceKind, options: dict[str, object], hours: float) -> None:
    """A week's course from Monday to Sunday instead of the plain 48 h; the other three weeks have 120 h."""
    week = absence("a", MONDAY, MONDAY + timedelta(days=6), kind)
    bureau = bureau_of(absences=[week], options=options)
    roster = replace(plain_roster(bureau, MONDAY, 28), before=())
    assert hours_of(bureau, roster) == [(28, 120 + hours, 0)]


def test_a_holiday_is_no_day_of_training() -> None:
    """Counted by the calendar: of two dates of a course the second is a Saturday."""
    friday = MONDAY + timedelta(days=4)
    course = absence("a", friday, friday + timedelta(days=1), AbsenceKind.TRAINING)
    bureau = bureau_of("O", absences=[course])
    assert hours_of(bureau, line_roster(bureau, (*5 * ("",), "", "recall three"))) == [(7, 11, 0)]


def test_a_part_of_a_period_has_a_part_of_the_threshold() -> None:
    """One date has 171 / 28 = 6.107 h of it: a recall of eight hours is 1.9 h more, two points."""
    bureau = bureau_of("O")
    assert points(bureau, line_roster(bureau, ("recall office",))) == [2]
    assert findings(bureau, line_roster(bureau, ("recall office",))) == [
        Cost("pay-threshold", Tier.WISHES, 2, "a", unit="U1", day=MONDAY)
    ]
    assert points(bureau, line_roster(bureau, ("recall office", ""))) == []  # of two dates 12.2 h


@pytest.mark.parametrize("kind", [AbsenceKind.TRAINING, AbsenceKind.LEAVE])
@pytest.mark.parametrize("counted", ["no", "yes"])
def test_the_makers_price_and_the_audits_are_the_same(kind: AbsenceKind, counted: str) -> None:
    """Across the edge of two periods, with an absence."""
    course = absence("a", MONDAY + timedelta(days=1), kind=kind)
    options = {"from": (MONDAY + timedelta(days=2)).isoformat(), "absence_plain": counted, "weight": "3"}
    bureau = bureau_of("DNO", absences=[course], options=options)
    costs = same_costs(the_rule(bureau, "pay-threshold"), Trial(bureau, 4, ("day", "night", "recall office")))
    assert max(costs) > min(costs) == 0


def test_the_history_is_not_charged() -> None:
    bureau = bureau_of("O")
    rule = the_rule(bureau, "pay-threshold")
    assert rule.charge is not None
    assert rule.charge(bureau, bureau.officers["a"], [], FairShares(Horizon(MONDAY, 28))) == 0
    before = line_roster(bureau, 5 * ("recall full-24",), first=MONDAY - timedelta(days=5)).duties
    roster = replace(line_roster(bureau, ("recall three",)), before=before)
    assert points(bureau, roster) == []


def test_nobody_is_kept_from_a_duty() -> None:
    rule = the_rule(bureau_of(), "pay-threshold")
    assert (rule.allows, rule.constrain, rule.forbids) == (None, None, False)
    with pytest.raises(BadInput) as wrong:
        rules_in_force(rulebook({"pay-threshold": {"severity": "hard"}}))
    assert "cannot be hard" in wrong.value.problems[0].message


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("form", "2026-01-01", "did you mean 'from'"),
        ("begins", "2026-01-01", "unknown option"),
        ("days", "29", "less than or equal to 28"),
        ("days", "6", "greater than or equal to 7"),
        ("from", "2026-02-30", "2026-02-30"),
    ],
)
def test_options_that_there_are_not(option: str, value: str, said: str) -> None:
    with pytest.raises(BadInput) as wrong:
        rules_in_force(rulebook({"pay-threshold": {option: value}}))
    assert said in wrong.value.problems[0].message


def test_the_date_is_written_as_from() -> None:
    rule = the_rule(bureau_of(options={"from": "2026-10-04"}), "pay-threshold")
    assert getattr(rule.options, "begins") == date(2026, 10, 4)  # noqa: B009 - any rule's options
