"""What all shapes have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A mapping with these keys and no others; values arrive as text, see `intake.text.scalars`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
