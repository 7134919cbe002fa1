"""The sheet of statistics: what each bears, and time off in lieu."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.unit import Team
from rosterctl.export.xlsx.duty_sheet import add_duties
from rosterctl.export.xlsx.statistics_sheet import add_statistics
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau, unit
from tests.support.read_back import rows_of, sheet_of


def test_a_row_an_officer() -> None:
    """A recall of twelve hours is overtime and earns as many hours in lieu."""
    bureau = small_bureau([officer("a"), officer("b", "B")])
    duties = [duty(bureau, "b", MONDAY, "day", recall=True)]
    heads, first, second = rows_of(sheet_of(add_statistics, bureau, roster_of(bureau, MONDAY, 2, duties)))
    assert heads == [
        *("unit", "team", "id", "badge", "name", "role", "duties", "hours", "nights", "weekends"),
        *("holidays", "eves", "recalls", "overtime h", "lieu earned h", "lieu spent h", "lieu left h"),
    ]
    assert first == ["U1", "A", "a", "a", "a", "sworn", *[0] * 11]
    assert second == ["U1", "B", "b", "b", "b", "sworn", 1, 12, 0, 0, 0, 0, 1, 12, 12, 0, 12]


def test_a_team_is_called_by_its_name() -> None:
    place = unit("U1", teams="A")
    (model,) = place.models
    named = replace(model, teams=(Team("A", "first team", model.teams[0].rotation, 0),))
    bureau = small_bureau([officer("a")], units=[replace(place, models=(named,))])
    roster = roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day")])
    assert [
        rows_of(sheet_of(add, bureau, roster))[1][column]
        for add, column in ((add_statistics, 1), (add_duties, 4))
    ] == ["first team"] * 2
