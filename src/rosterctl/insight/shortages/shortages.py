"""What a roster leaves short: the rows of its audit that are shortages, each with its cause.

The audit counts what is short and what it costs; it does not know why. Here each row that is short of heads
at a post, an event site, a strength target or a leader gets a sentence that says who was there, what kind was
missing and who was away (see `causes`). What a roster merely costs, such as hours and unequal burdens, is no
shortage.
"""

from __future__ import annotations

from collections.abc import Iterable

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import SHORT_TIERS
from rosterctl.domain.roster import Roster, Shortage
from rosterctl.insight.shortages.causes import Causes
from rosterctl.rulekit.findings import Cost


def shortages_of(bureau: Bureau, roster: Roster, costs: Iterable[Cost]) -> tuple[Shortage, ...]:
    """By tier, date, time and place; `costs` are those of the audit of this very roster.

    A cost without a date is left out: it is of the whole roster, and nobody can be sent to mend it.
    """
    causes, tiers = Causes(bureau, roster), frozenset(SHORT_TIERS.values())
    found = [
        Shortage(
            tier=int(cost.tier),
            what=cost.what,
            unit=cost.unit,
            day=cost.day,
            start=cost.start,
            end=cost.end,
            heads=cost.heads,
            why=causes.of(cost, cost.day),
        )
        for cost in costs
        if cost.tier in tiers and cost.day is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.tier, one.day, one.start, one.unit, one.what)))
