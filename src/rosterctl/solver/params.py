"""Numbers that can be tuned: how one is written down, and those of the solver.

A tuning number changes how long something takes, how far the planner looks, or which of several good rosters
comes out; never what is lawful. Each stands in a frozen dataclass with its allowed range and its unit. The
text below it says what the number means, and why it is what it is: how it was measured, or that it was chosen
and not measured.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class Range:
    """The values that a number may have, and the unit that all three are in."""

    least: float
    most: float
    unit: str


def number(value: Any, least: float, most: float, unit: str) -> Any:
    """A field of a `TuningNumbers`: its value, and what it may be set to instead."""
    return field(default=value, metadata={"range": Range(least, most, unit)})


@dataclass(frozen=True)
class TuningNumbers:
    """Base of a set of numbers; ValueError when one is outside its range."""

    def __post_init__(self) -> None:
        for name, allowed in self.ranges().items():
            value = getattr(self, name)
            if not allowed.least <= value <= allowed.most:
                span = f"{allowed.least:g} to {allowed.most:g} {allowed.unit}"
                raise ValueError(f"{type(self).__name__}.{name} is {value:g}; allowed is {span}")

    @classmethod
    def ranges(cls) -> dict[str, Range]:
        """By field what it may be set to."""
        return {one.name: one.metadata["range"] for one in fields(cls)}


@dataclass(frozen=True)
class SolverParams(TuningNumbers):
    """The search for whole numbers, and matching people to slots."""

    ease: float = number(0.5, 0.1, 0.9, "of the step from one whole value to the next")
    """So far above its value a cost may lie that is held. Values are whole, so the limit may lie anywhere up
    to the next one; the middle is safest from rounding. By reasoning.
    """
    bound_error: float = number(1e-6, 1e-9, 1e-3, "part of the bound")
    """By so much a proven bound may be wrong for want of digits; it is lowered by that and then rounded up.
    HiGHS takes a value for whole when it is that near to one. Chosen, not measured.
    """
    least_seconds: float = number(0.5, 0.05, 10.0, "seconds")
    """A search is given that much though the budget is over: given nothing it would find nothing. Chosen, not
    measured.
    """
    start_share: float = number(0.25, 0.01, 0.9, "of the budget")
    """So much may be taken to complete a solution that is known in part. Mostly a second does. Chosen, not
    measured.
    """
    unfilled: int = number(1_000_000, 10_000, 1_000_000_000, "times the weight of the slot")
    """What a slot left empty costs. Somebody in a slot costs 9,999 at most, so a hundred slots filled at the
    worst price are still cheaper than one left empty. By reasoning.
    """


SOLVER = SolverParams()
