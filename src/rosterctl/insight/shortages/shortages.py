"""What a roster leaves short: the rows of its audit that are shortages, each with its cause.

The audit counts what is short and what it costs; it does not know why. Here each row that is short of heads
at a post, an event site, a strength target or a leader gets a sentence that says who was there, what kind was
missing and who was away (see `causes`). What a roster merely costs, such as hours and unequal burdens, is no
shortage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import SHORT_TIERS
from rosterctl.domain.roster import Roster, Shortage
from rosterctl.insight.shortages.causes import Causes
from rosterctl.rulekit.findings import Cost
from rosterctl.timeline.clock import Clock


def shortages_of(bureau: Bureau, roster: Roster, costs: Iterable[Cost]) -> tuple[Shortage, ...]:
    """By tier, date, time and place; `costs` are those of the audit of this very roster."""
    # The gravest first: of a roster with many gaps not every cause is looked into as deeply.
    return _told(sorted(costs, key=lambda one: one.tier), Causes(bureau, roster).of)


def unexplained(costs: Iterable[Cost]) -> tuple[Shortage, ...]:
    """The same without their causes, which take as long as the audit: for rosters that nobody will read."""
    return _told(costs, lambda _cost, _day: "")


def _told(costs: Iterable[Cost], why: Callable[[Cost, date], str]) -> tuple[Shortage, ...]:
    """A cost without a date is left out: it is of the whole roster, and nobody can be sent to mend it."""
    tiers = frozenset(SHORT_TIERS.values())
    found = [
        Shortage(
            tier=int(cost.tier),
            what=cost.what,
            unit=cost.unit,
            day=cost.day,
            start=cost.start,
            end=cost.end,
            heads=cost.heads,
            why=why(cost, cost.day),
        )
        for cost in costs
        if cost.tier in tiers and cost.day is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.tier, one.day, one.start, one.unit, one.what)))


def still_ahead(clock: Clock, shortages: Iterable[Shortage], earliest: int) -> tuple[Shortage, ...]:
    """Those that are not over by an instant (minutes since 1970-01-01 UTC): of others nobody can mend any."""
    return tuple(one for one in shortages if clock.number(one.day, one.end) > earliest)


_Place = tuple[int, str, str, date]


def new_or_worse(told: Iterable[Shortage], now: Iterable[Shortage]) -> tuple[Shortage, ...]:
    """Those of `now` that are news to whoever was told `told`, in their order.

    A gap is no news where it was told already: the same post or target of the same unit, in the same tier, in
    every minute, and never fewer heads short than now. What has got better is no news either.
    """
    before: dict[_Place, list[Shortage]] = {}
    for one in told:
        before.setdefault(_place(one), []).append(one)
    return tuple(one for one in now if not _is_covered(one, before.get(_place(one), ())))


def _place(one: Shortage) -> _Place:
    return one.tier, one.what, one.unit, one.day


def _is_covered(one: Shortage, told: Iterable[Shortage]) -> bool:
    """Is every minute of it within a gap that was told with as many heads or more?"""
    reached: int = one.start
    for other in sorted(told, key=lambda other: other.start):
        if other.heads >= one.heads and other.start <= reached:
            reached = max(reached, other.end)
    return reached >= one.end
