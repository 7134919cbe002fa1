"""Who is off the rotation and why: each cause in its smallest case, found from the duties alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.audit.audit import audit
from rosterctl.audit.off_rotation import misnamed, off_rotation
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import OffCause, OffRotation
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.rulekit.audit.record import Record
from tests.support.bureaus import (
    MONDAY,
    absence,
    changed,
    duty,
    officer,
    plain_roster,
    roster_of,
    rotation,
    small_bureau,
    transfer,
    unit,
)

DAY = timedelta(days=1)
FIVE_NIGHTS = rotation("NNNNNOO", (0,))


def found(bureau, roster):
    return off_rotation(Record(bureau, roster))


def told(bureau, roster):
    return [(one.officer, (one.day - MONDAY).days, one.cause, one.rule) for one in found(bureau, roster)]


def five_nights(rules, people=None):
    return small_bureau(people or [officer("a")], teams="A", rotation=FIVE_NIGHTS, rules=rules)


def test_whoever_works_the_rotation_is_not_off_it() -> None:
    bureau = small_bureau()
    assert found(bureau, plain_roster(bureau, MONDAY, 8)) == ()


def test_a_duty_that_the_plain_ones_leave_no_room_for_is_let_off_by_the_rotation() -> None:
    """Five nights where four in a row are allowed, Friday's is not worked; the plain shift is the night."""
    bureau = five_nights({"nights-in-a-row": {"most": "4"}})
    roster = changed(plain_roster(bureau, MONDAY, 7), without=[("a", MONDAY + 4 * DAY)])
    assert found(bureau, roster) == (
        OffRotation("a", MONDAY + 4 * DAY, "night", "U1", OffCause.ROTATION, "nights-in-a-row"),
    )


def test_a_soft_rule_lets_nobody_off() -> None:
    bureau = five_nights({"nights-in-a-row": {"most": "4", "severity": "soft"}})
    roster = changed(plain_roster(bureau, MONDAY, 7), without=[("a", MONDAY + 4 * DAY)])
    assert told(bureau, roster) == [("a", 4, OffCause.POSTS, "")]


def test_what_the_law_keeps_from_the_officer_is_the_person_s() -> None:
    bureau = small_bureau([officer("b", "B", protected_from=MONDAY)], rules={"protected": {}})
    roster = changed(plain_roster(bureau, MONDAY, 1), without=[("b", MONDAY)])
    assert told(bureau, roster) == [("b", 0, OffCause.PERSON, "protected")]


def test_a_duty_that_a_recall_leaves_no_room_for_is_off_because_of_other_duties() -> None:
    """d works the day of Tuesday from 07:00 and is called in for the night before, which ends at 07:00."""
    bureau = small_bureau(
        [officer("d", "D")], units=[unit(recalls=("night",))], rules={"rest": {"hours": "11"}}
    )
    roster = roster_of(bureau, MONDAY, 2, [duty(bureau, "d", MONDAY, "night", recall=True)])
    assert told(bureau, roster) == [("d", 1, OffCause.DUTIES, "rest")]


def test_a_night_that_ends_when_the_new_team_s_day_begins_is_off_because_of_the_transfer() -> None:
    """b's night of Monday ends at 07:00; with team D it would be Tuesday's day from then on."""
    people = [officer("b", "B", transfers=[transfer(MONDAY + DAY, "D")])]
    bureau = small_bureau(people, rules={"rest": {"hours": "11"}})
    roster = roster_of(bureau, MONDAY, 2, [duty(bureau, "b", MONDAY + DAY, "day")])
    assert told(bureau, roster) == [("b", 0, OffCause.TRANSFER, "rest")]


def test_what_the_new_team_s_own_duties_forbid_is_the_rotation_s_doing_though_there_was_a_transfer() -> None:
    """Team A has a night and then a day, too close; b came to it on Monday and worked nothing before."""
    people = [officer("b", "B", transfers=[transfer(MONDAY, "A")])]
    bureau = small_bureau(
        people, teams="AB", rotation=rotation("ND", (0, 1)), rules={"rest": {"hours": "11"}}
    )
    roster = roster_of(bureau, MONDAY, 2, [duty(bureau, "b", MONDAY + DAY, "day")])
    assert told(bureau, roster) == [("b", 0, OffCause.ROTATION, "rest")]


@pytest.mark.parametrize(
    ("cycle", "cause"),
    [("DDDOO", OffCause.DUTIES), ("DDDOD", OffCause.ROTATION), ("DDDDD", OffCause.ROTATION)],
)
def test_a_recall_of_before_the_roster_is_not_the_rotation_s_doing(cycle: str, cause: OffCause) -> None:
    """Three duty days in a row are allowed; a worked on Sunday, and is let off on Wednesday."""
    limit = {"duty-days-in-a-row": {"most": "3"}}
    bureau = small_bureau([officer("a")], teams="A", rotation=rotation(cycle, (0,)), rules=limit)
    sunday = duty(bureau, "a", MONDAY - DAY, "day", recall=cycle[-1] == "O")
    roster = replace(
        roster_of(bureau, MONDAY, 3, [duty(bureau, "a", MONDAY + n * DAY, "day") for n in (0, 1)]),
        before=(sunday,),
    )
    assert told(bureau, roster) == [("a", 2, cause, "duty-days-in-a-row")]


def test_auxiliaries_without_a_sworn_officer_are_off_for_want_of_company() -> None:
    people = [officer("a"), officer("x", role="auxiliary")]
    bureau = small_bureau(people, rules={"auxiliaries": {}}, absences=[absence("a", MONDAY)])
    alone = changed(plain_roster(bureau, MONDAY, 1), without=[("x", MONDAY)])
    assert told(bureau, alone) == [("x", 0, OffCause.COMPANY, "auxiliaries")]
    both = replace(bureau, absences=())
    beside = changed(plain_roster(both, MONDAY, 1), without=[("x", MONDAY)])
    assert told(both, beside) == [("x", 0, OffCause.POSTS, "")]


def test_whoever_is_lent_is_told_with_their_own_unit() -> None:
    bureau = small_bureau([officer("a")], units=[unit("U1"), unit("U2", borrows_from=("U1",))])
    lent = duty(bureau, "a", MONDAY, "day", unit="U2")
    assert found(bureau, roster_of(bureau, MONDAY, 1, [lent])) == (
        OffRotation("a", MONDAY, "day", "U1", OffCause.LOAN),
    )


def test_the_absent_and_those_whose_duty_another_works_are_not_off() -> None:
    bureau = replace(
        small_bureau(absences=[absence("b", MONDAY)]),
        exchanges=(Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION),),
    )
    taken = replace(duty(bureau, "d", MONDAY, "day"), origin="exchange")
    assert found(bureau, roster_of(bureau, MONDAY, 1, [taken])) == ()


def test_a_roster_that_says_another_thing_than_is_so_is_found_out() -> None:
    bureau = five_nights({"nights-in-a-row": {"most": "4"}})
    friday = MONDAY + 4 * DAY
    roster = changed(plain_roster(bureau, MONDAY, 7), without=[("a", friday)])
    right = replace(roster, off_rotation=found(bureau, roster))
    assert list(misnamed(Record(bureau, right))) == []
    wrong = replace(right, off_rotation=(replace(right.off_rotation[0], cause=OffCause.PERSON),))
    messages = [(one.rule, one.officer, one.day) for one in misnamed(Record(bureau, wrong))]
    assert messages == [("off-rotation", "a", friday)] * 2
    claims = (TierResult(Tier.CHANGES, 1, None, 0.0),)
    for said, number in ((right, 0), (wrong, 2), (replace(right, off_rotation=()), 1)):
        breaches = audit(bureau, replace(said, tiers=claims)).findings
        assert [one.rule for one in breaches] == ["off-rotation"] * number


def test_a_roster_from_before_it_was_said_is_not_asked_for_it() -> None:
    bureau = five_nights({"nights-in-a-row": {"most": "4"}})
    roster = changed(plain_roster(bureau, MONDAY, 7), without=[("a", MONDAY + 4 * DAY)])
    claims = (TierResult(Tier.CHANGES, 1, None, 0.0),)
    assert audit(bureau, replace(roster, tiers=claims, off_rotation=None)).clean
