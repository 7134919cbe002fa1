"""One line stands for all officers of a role in a team, with nobody absent."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.insight.plain_rotation.team_lines import DAYS_BEFORE, team_lines, without_people
from rosterctl.planning.params import PARAMS
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import IDLE, MONDAY, absence, model, officer, small_bureau, transfer, unit

HORIZON = Horizon(MONDAY, 4)


def told(bureau):
    return [
        (one.unit, one.team, str(one.line.officer.role), one.heads, len(one.line.duties))
        for one in team_lines(bureau, HORIZON)
    ]


def test_heads_are_counted_by_role_and_absences_are_not_looked_at() -> None:
    people = [officer("a"), officer("a2"), officer("x", role="auxiliary")]
    assert told(small_bureau(people, absences=[absence("a", MONDAY)])) == [
        ("U1", "A", "auxiliary", 1, 2),
        ("U1", "A", "sworn", 2, 2),
    ]


def test_whoever_is_protected_transferred_or_not_there_throughout_is_left_out() -> None:
    friday = MONDAY + timedelta(days=4)
    people = [
        officer("moves", transfers=[transfer(MONDAY + timedelta(days=1), "B")]),
        officer("later", "B", transfers=[transfer(friday, "C")]),
        officer("protected", protected_from=HORIZON.last),
        officer("once-protected", protected_until=MONDAY - timedelta(days=1)),
        officer("joins", joined=MONDAY + timedelta(days=1)),
        officer("leaves", left=HORIZON.last - timedelta(days=1)),
    ]
    # Left are "later", who moves after the horizon, and "once-protected", who is so no more.
    assert told(small_bureau(people)) == [("U1", "A", "sworn", 1, 2), ("U1", "B", "sworn", 1, 2)]


def test_the_rotation_is_assumed_for_as_many_dates_before_as_a_first_roster_assumes() -> None:
    assert PARAMS.rotation.days_before == DAYS_BEFORE
    (line,) = team_lines(small_bureau([officer("a")]), HORIZON)
    # Seven dates back: the day of the Monday before, then day and night of Thursday and Friday.
    assert [(one.day - MONDAY).days for one in line.line.before] == [-7, -4, -3]


def test_teams_with_the_same_work_are_alike_and_a_change_of_model_tells_them_apart() -> None:
    idle = model(MONDAY + timedelta(days=2), teams="A", rotation=IDLE)
    units = [unit("U1", teams="AB"), unit("U2", teams="A"), unit("U3", teams="A", later=[idle])]
    people = [officer("1"), officer("2", "B"), officer("3", unit="U2"), officer("4", unit="U3")]
    a, b, same, changed = team_lines(small_bureau(people, units=units, rotations=[IDLE]), HORIZON)
    assert a.alike == same.alike
    assert len({a.alike, b.alike, changed.alike}) == 3


def test_without_people_nobody_is_absent_and_nothing_is_agreed_on() -> None:
    bureau = small_bureau(absences=[absence("a", MONDAY)])
    assert without_people(bureau).absences == ()
