"""What a run says of itself while it goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rosterctl.domain.tier import TierResult


@dataclass(frozen=True)
class Step:
    """`done` of `of` parts (`what`: units, blocks) of a stage; `seconds` since the start, `left` to the end.

    `tiers` is what the parts that are done come to so far, if the stage knows.
    """

    stage: str
    done: int
    of: int
    what: str
    seconds: float
    left: float
    tiers: tuple[TierResult, ...] = ()


Hear = Callable[[Step], None]


def nobody(step: Step) -> None:
    """Hears and says nothing."""
