"""What all shapes have in common: no key more, nothing changed afterwards."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.shape import Shape


class Named(Shape):
    name: str


def test_another_key_is_a_mistake() -> None:
    with pytest.raises(ValidationError):
        Named.model_validate({"name": "a", "nmae": "b"})


def test_it_is_frozen() -> None:
    one = Named(name="a")
    with pytest.raises(ValidationError):
        one.name = "b"  # type: ignore[misc]
