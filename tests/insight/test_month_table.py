"""The month table: a sign a cell, what kind it is, whose line stands where, what it comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import OffCause, OffRotation
from rosterctl.insight.month_table import CellKind, month_lines, month_table
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    officer,
    plain_duties,
    plain_roster,
    roster_of,
    rotation,
    small_bureau,
    unit,
)

DNOO = rotation("DNOO", (0,))


def on(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_a_line_has_a_sign_for_every_date() -> None:
    """D N O O, on leave on the second Monday: day, night, after it, rest, leave, night, after it, rest."""
    bureau = small_bureau(
        [officer("a")], units=[unit(teams="A", rotation=DNOO)], rotation=DNOO, absences=[absence("a", on(4))]
    )
    (line,) = month_table(bureau, plain_roster(bureau, MONDAY, 8))
    assert [cell.marked for cell in line.cells] == ["d", "n", "下", "休", "假", "n", "下", "休"]
    assert [cell.kind for cell in line.cells[:5]] == [
        CellKind.DAY,
        CellKind.NIGHT,
        CellKind.POST_NIGHT,
        CellKind.REST,
        CellKind.AWAY,
    ]
    assert (line.duties, line.minutes, line.counts.nights) == (3, 36 * 60, 2)


def test_the_first_date_after_a_night_from_before_is_one_after_a_night() -> None:
    bureau = small_bureau([officer("a")], units=[unit(teams="A", rotation=DNOO)], rotation=DNOO)
    (line,) = month_table(bureau, plain_roster(bureau, on(2), 1))
    assert [cell.marked for cell in line.cells] == ["下"]


def test_recalls_and_duties_let_off_are_told_apart() -> None:
    bureau = small_bureau([officer("a")], units=[unit(teams="A", rotation=DNOO)], rotation=DNOO)
    off = (OffRotation("a", on(1), "night", "U1", OffCause.DUTIES, "hours"),)
    duties = [*plain_duties(bureau, MONDAY, 1), duty(bureau, "a", on(2), "day", recall=True)]
    roster = replace(roster_of(bureau, MONDAY, 3, duties), off_rotation=off)
    (line,) = month_lines(bureau, roster, [bureau.officers["a"]])
    assert [(cell.sign, cell.marked, cell.kind) for cell in line.cells] == [
        ("d", "d", CellKind.DAY),
        ("免", "免", CellKind.LET_OFF),
        ("d", "d*", CellKind.RECALL),
    ]


def test_lines_stand_by_unit_and_team_in_the_order_of_the_files() -> None:
    people = [officer("x", unit="U2"), officer("b", "B"), officer("a"), officer("c", "B")]
    bureau = small_bureau(people, units=[unit("U1"), unit("U2")])
    lines = month_table(bureau, plain_roster(bureau, MONDAY, 1))
    assert [one.officer.id for one in lines] == ["a", "b", "c", "x"]
    assert [one.officer.id for one in month_table(bureau, plain_roster(bureau, MONDAY, 1), "U2")] == ["x"]


def test_who_has_left_before_has_no_line() -> None:
    bureau = small_bureau([officer("a"), officer("b", left=on(-1))])
    assert [one.officer.id for one in month_table(bureau, plain_roster(bureau, MONDAY, 2))] == ["a"]


def test_each_kind_of_absence_has_its_own_sign() -> None:
    away = [absence("a", on(n), kind=kind) for n, kind in enumerate(AbsenceKind)]
    bureau = small_bureau([officer("a")], absences=away)
    (line,) = month_table(bureau, roster_of(bureau, MONDAY, len(away), ()))
    assert len({cell.sign for cell in line.cells}) == len(away)
    assert {cell.kind for cell in line.cells} == {CellKind.AWAY}
