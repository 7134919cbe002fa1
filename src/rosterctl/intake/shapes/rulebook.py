"""A rulebook: the rules in force with their options, and the crews they speak of."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from rosterctl.intake.shapes.crews import CrewShape
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Id, Label


class RulebookShape(Shape):
    """Under `rules`, by rule id: the rule's own options, and what may be said of any rule.

    `severity` is hard, soft or off. `basis` is law, assumed or own, `source` the article or the reason; what
    a bureau changes is its own unless it says more.
    """

    rulebook: Id
    name: Label
    source: Label = ""
    rules: dict[Id, dict[str, Any]] = Field(default_factory=dict)
    crews: tuple[CrewShape, ...] = ()
