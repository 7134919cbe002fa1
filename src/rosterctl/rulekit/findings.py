"""What a check yields: a breach of a hard rule, or a cost of a soft one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rosterctl.domain.tier import Tier
from rosterctl.timeline.clock import MIDNIGHT, WallMinute

RowT = TypeVar("RowT", bound=Hashable)


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


def rows_beyond(old: Iterable[RowT], new: Iterable[RowT]) -> Iterator[RowT]:
    """What a change breaks: the rows of `new`, in order, that go beyond those of `old`.

    Of rows that are equal only as many count as `new` has more of them: what was wrong before the change is
    not its doing.
    """
    known = Counter(old)
    for row in new:
        if known[row]:
            known[row] -= 1
        else:
            yield row
