"""A crew has an alternative, and an alternative a slot."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.crews import CrewShape


def test_a_crew() -> None:
    shape = CrewShape.model_validate({"id": "c", "name": "n", "alternatives": [{"sworn+driver": "2"}]})
    assert shape.alternatives == [{"sworn+driver": 2}]


@pytest.mark.parametrize("alternatives", [[], [{}], [{"sworn": "-1"}]])
def test_wrong(alternatives: object) -> None:
    with pytest.raises(ValidationError):
        CrewShape.model_validate({"id": "c", "name": "n", "alternatives": alternatives})
