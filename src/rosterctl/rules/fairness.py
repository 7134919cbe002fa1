"""Burdens are shared out evenly among peers, over periods.

Peers are the officers of one team and role who are not protected. Of every burden (nights, weekends,
statutory holidays, New Year's Eves, recalls, overtime) an officer's fair share is their share of the past and
of this roster, rounded up. What the peers bear in this roster is divided by their dates present in it. What
the ledger carries was shared date by date among those who were there then: whoever has joined, was
transferred or has no row in the ledger begins at the level of the peers, and leave that lies ahead changes
nothing of it.
What passes the share costs `weight` for each duty too many; overtime for each whole two hours. The excess
over the arithmetic share is used, and not the widest difference, because the least that can be reached of it
can be proved.

The rotation itself decides most nights and weekends; what is left to share out are overlaps and recalls. Who
is away on working days and called on the usual weekends passes the share of them, and no dealing avoids that.
Source: [A], the custom that the ledger of nights and festivals is posted on the wall.

- allowed at no cost: ten officers share 16 recalls; six are recalled twice and four once.
- costs one recall: one of them is recalled three times.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import ClassVar

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.scalars import Count
from rosterctl.rulekit.audit.borne import amounts, burdens, peers
from rosterctl.rulekit.audit.levels import levels
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.burdens import BLOCK, burdens_of
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.rulekit.options import RuleOptions

TWO_HOURS = 120


class Options(RuleOptions):
    """Weights of the burdens: what one duty above the share costs."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = (Severity.SOFT, Severity.OFF)

    SOFT_TIER: ClassVar[Tier] = Tier.FAIRNESS

    severity: Severity = Severity.SOFT
    nights: Count = 2
    weekends: Count = 2
    holidays: Count = 4
    eves: Count = 6
    recalls: Count = 3
    overtime: Count = 1


def burden_weights(options: Options) -> Mapping[str, int]:
    """By burden name as in `domain.accounts.ledger.Tally`."""
    return {
        "nights": options.nights,
        "weekends": options.weekends,
        "holidays": options.holidays,
        "eves": options.eves,
        "recalls": options.recalls,
        "overtime_minutes": options.overtime,
    }


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """Points for what the officer bears above the fair share; none for an officer without peers."""
    if shares.fair is None:
        return 0
    borne = sum((burdens_of(bureau, officer, choice) for choice in worked), shares.carried)
    return _points(options, borne, shares.fair)


def check(options: Options, record: Record) -> Iterator[Cost]:
    ledger, worked = record.bureau.ledger, burdens(record)
    for group, present in peers(record):
        here = [amounts(worked[officer.id]) for officer in group]
        together = [sum(burden) for burden in zip(*here, strict=True)]
        before = levels(record, group)
        for officer, own, level, days in zip(group, here, before, present, strict=True):
            carried = amounts(ledger.get(officer.id, Tally()))
            shares = [
                _share(past, all_of_it, days, sum(present))
                for past, all_of_it in zip(level, together, strict=True)
            ]
            beyond = [max(a + b - fair, 0) for a, b, fair in zip(carried, own, shares, strict=True)]
            points = _price(options, beyond)
            if points:
                unit = record.facts.place_of(officer, record.horizon.first).unit
                yield Cost("fairness", options.SOFT_TIER, points, officer.id, unit)


def _share(past: Fraction, together: int, present: int, all_present: int) -> int:
    """By dates present, rounded up: a part of a night is a whole night for whoever works it.

    Files carry shares with so many decimals that a two-hundredth is nothing.
    """
    exact = past + (Fraction(together * present, all_present) if all_present else 0)
    below, beyond = divmod(exact, 1)
    return int(below) + (beyond > Fraction(1, 200))


def _price(options: Options, over: Sequence[int]) -> int:
    """Each duty above the share by the weight of its burden; of overtime each whole two hours."""
    nights, weekends, holidays, eves, recalls, minutes = over
    return (
        options.nights * nights
        + options.weekends * weekends
        + options.holidays * holidays
        + options.eves * eves
        + options.recalls * recalls
        + options.overtime * (minutes // TWO_HOURS)
    )


def _points(options: Options, borne: Tally, fair: Tally) -> int:
    return sum(
        weight * (max(getattr(borne, burden) - getattr(fair, burden), 0) // BLOCK.get(burden, 1))
        for burden, weight in burden_weights(options).items()
    )
