"""A rotation has an offset at least; its letters' shifts may be left out."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.rotations import RotationsShape

OFFICE = {"id": "r", "name": "n", "cycle": "O", "offsets": ["0"]}


def test_a_rotation() -> None:
    (shape,) = RotationsShape.model_validate({"rotations": [OFFICE]}).rotations
    assert (shape.offsets, shape.shifts) == ([0], {})


@pytest.mark.parametrize(
    ("written", "cycle"),
    [("白夜休休", "白夜OO"), ("DN休O", "DNOO"), ("休", "O"), ("DNOO", "DNOO"), ("白夜下", "白夜下")],
)
def test_a_cycle_may_name_the_day_off_in_chinese(written: str, cycle: str) -> None:
    (shape,) = RotationsShape.model_validate({"rotations": [{**OFFICE, "cycle": written}]}).rotations
    assert shape.cycle == cycle


@pytest.mark.parametrize("more", [{"offsets": []}, {"offsets": ["-1"]}, {"cycle": "D O"}])
def test_wrong(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RotationsShape.model_validate({"rotations": [{**OFFICE, **more}]})
