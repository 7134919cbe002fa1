"""What a check yields: a breach of a hard rule, or a cost of a soft one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rosterctl.domain.tier import Tier
from rosterctl.timeline.clock import MIDNIGHT, WallMinute


@dataclass(frozen=True, slots=True)
class Finding:
    """A limit is passed. Whatever of unit, officer, post and day fits is filled in.

    `excess` says by how much, in the rule's own measure (minutes, duties, heads); a soft rule costs
    `weight * excess`, which must equal what its constraint would have paid.
    """

    rule: str
    message: str
    unit: str = ""
    officer: str = ""
    post: str = ""
    day: date | None = None
    excess: int = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """A soft rule costs `amount` (in the measure of its tier); `what` is the post, target or person.

    `start` and `end` are minutes since midnight of `day` where the cost lies in a stretch of a duty day,
    `heads` the heads short there.
    """

    rule: str
    tier: Tier
    amount: int
    what: str
    unit: str = ""
    day: date | None = None
    start: WallMinute = MIDNIGHT
    end: WallMinute = MIDNIGHT
    heads: int = 0
