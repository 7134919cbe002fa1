"""Burdens are shared out evenly among peers, over periods.

Peers are the officers of one team and role who are not protected. Of every burden (nights, weekends,
statutory holidays, New Year's Eves, recalls, overtime) an officer's fair share is what the peers bear
together, in the ledger and in this roster, divided by their dates present and rounded up. What passes the
share costs `weight` for each duty too many; overtime for each whole two hours. The excess over the
arithmetic share is used, and not the widest difference, because the least that can be reached of it can be
proved.

The rotation itself decides most nights and weekends; what is left to share out are overlaps and recalls. Who
is away on working days and called on the usual weekends passes the share of them, and no dealing avoids that.
Source: [A], the custom that the ledger of nights and festivals is posted on the wall.

- allowed at no cost: ten officers share 16 recalls; six are recalled twice and four once.
- costs one recall: one of them is recalled three times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import ClassVar

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.tally import counts_as, is_recall, tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.scalars import Count
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.plain_hours import minutes_beyond
from rosterctl.timeline.horizon import Horizon

BURDENS = tuple(field.name for field in fields(Tally))
BLOCK = {"overtime_minutes": 120}
"""What counts as one of a burden, where it is not a duty."""


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

    def weights(self) -> Mapping[str, int]:
        """By burden name as in `domain.accounts.ledger.Tally`."""
        return {
            "nights": self.nights,
            "weekends": self.weekends,
            "holidays": self.holidays,
            "eves": self.eves,
            "recalls": self.recalls,
            "overtime_minutes": self.overtime,
        }


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """Points for what the officer bears above the fair share; none for an officer without peers."""
    if shares.fair is None:
        return 0
    borne = sum((burdens_of(bureau, officer, choice) for choice in worked), shares.carried)
    return _points(options, borne, shares.fair)


def burdens_of(bureau: Bureau, officer: Officer, choice: Choice) -> Tally:
    """What one choice counts as, in the solver's minutes."""
    return counts_as(
        bureau.calendar.types(choice.day),
        all_night=choice.all_night,
        recalled=is_recall(bureau, officer, choice.day, choice.origin),
        overtime_minutes=minutes_beyond(bureau, officer, choice),
    )


def peer_groups(
    bureau: Bureau, horizon: Horizon, officers: Iterable[Officer]
) -> Iterator[tuple[tuple[Officer, ...], tuple[int, ...]]]:
    """Peers among the officers, with the dates each is present in the horizon.

    Whoever is transferred within it has no peers.
    """
    found: dict[tuple[str, str, str], list[Officer]] = {}
    for officer in officers:
        moved = officer.moves(horizon.first, horizon.last)
        if not moved and not any(officer.is_protected(day) for day in horizon):
            home = officer.on(horizon.first)
            found.setdefault((home.unit, home.team, officer.role), []).append(officer)
    for peers in found.values():
        present = tuple(sum(bureau.is_present(officer, day) for day in horizon) for officer in peers)
        yield tuple(peers), present


def fair_share(together: Tally, present: int, all_present: int) -> Tally:
    """An officer's part of what the peers bear together, by dates present, rounded up."""
    days = max(all_present, 1)
    return Tally(*(-(-getattr(together, burden) * present // days) for burden in BURDENS))


def check(options: Options, record: Record) -> Iterator[Cost]:
    bureau = record.bureau
    worked = tallies(bureau, record.roster.duties)
    for peers, present in peer_groups(bureau, record.horizon, bureau.officers.values()):
        borne = [bureau.ledger.get(officer.id, Tally()) + worked[officer.id] for officer in peers]
        together = sum(borne, Tally())
        for officer, own, days in zip(peers, borne, present, strict=True):
            points = _points(options, own, fair_share(together, days, sum(present)))
            if points:
                yield Cost(
                    "fairness", options.SOFT_TIER, points, officer.id, officer.on(record.horizon.first).unit
                )


def _points(options: Options, borne: Tally, fair: Tally) -> int:
    return sum(
        weight * (max(getattr(borne, burden) - getattr(fair, burden), 0) // BLOCK.get(burden, 1))
        for burden, weight in options.weights().items()
    )
