"""Units: what a team and a change must say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.units import UnitsShape

TEAM = {"id": "A", "name": "a"}
UNIT = {"id": "X", "name": "x", "kind": "line", "teams": [TEAM]}


def test_the_least_that_a_unit_says() -> None:
    (unit,) = UnitsShape.model_validate({"units": [UNIT]}).units
    assert (unit.rotation, unit.first, unit.last, unit.changes) == (None, None, None, ())


def test_a_change_may_name_a_team_by_its_id_alone() -> None:
    change = {"from": "2026-12-01", "teams": [{"id": "A"}]}
    (unit,) = UnitsShape.model_validate({"units": [{**UNIT, "changes": [change]}]}).units
    assert unit.changes[0].teams is not None
    assert unit.changes[0].teams[0].name is None
    assert unit.changes[0].shifts is None  # nothing said, which is not the same as nothing left


@pytest.mark.parametrize(
    "more",
    [
        {"teams": []},
        {"teams": [{"id": "A"}]},  # a team of the unit itself has a name
        {"shifts": {"D": []}},
        {"changes": [{"recalls": []}]},
        {"changes": [{"from": "2026-12-01", "teams": []}]},
        {"kind": "square"},
    ],
)
def test_wrong(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        UnitsShape.model_validate({"units": [{**UNIT, **more}]})
