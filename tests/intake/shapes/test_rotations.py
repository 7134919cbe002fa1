"""A rotation has an offset at least; its letters' shifts may be left out."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.rotations import RotationsShape

OFFICE = {"id": "r", "name": "n", "cycle": "O", "offsets": ["0"]}


def test_a_rotation() -> None:
    (shape,) = RotationsShape.model_validate({"rotations": [OFFICE]}).rotations
    assert (shape.offsets, shape.shifts) == ([0], {})


@pytest.mark.parametrize("more", [{"offsets": []}, {"offsets": ["-1"]}, {"cycle": "D O"}])
def test_wrong(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RotationsShape.model_validate({"rotations": [{**OFFICE, **more}]})
