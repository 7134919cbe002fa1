"""Burdens are shared out evenly among peers, over periods.

Peers are the officers of one team and role who are not protected. Of every burden (nights, weekends,
statutory holidays, New Year's Eves, recalls, overtime) an officer's fair share is what the peers bear
together, in the ledger and in this roster, divided by their dates present and rounded up. What passes the
share costs `weight` for each duty too many; overtime for each whole two hours. The excess over the
arithmetic share is used, and not the widest difference, because zero is then reachable and so worth proving.

The rotation itself decides most nights and weekends; what is left to share out are overlaps and recalls.
Source: [A], the custom that the ledger of nights and festivals is posted on the wall.

- allowed at no cost: ten officers share 16 recalls; six are recalled twice and four once.
- costs one recall: one of them is recalled three times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tally import Tally, counts_as, tally
from rosterctl.domain.tier import Tier
from rosterctl.intake.scalars import Count
from rosterctl.rules.board import Choice, Shares
from rosterctl.rules.finding import Cost
from rosterctl.rules.options import RuleOptions
from rosterctl.rules.record import Record
from rosterctl.timeline.horizon import Horizon

BLOCK = {"overtime_minutes": 120}


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
        """By burden name as in `domain.tally.Tally`."""
        return {
            "nights": self.nights,
            "weekends": self.weekends,
            "holidays": self.holidays,
            "eves": self.eves,
            "recalls": self.recalls,
            "overtime_minutes": self.overtime,
        }


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: Shares
) -> int:
    """Points for what the officer bears above the fair share; none for an officer without peers' shares."""
    if not shares.fair:
        return 0
    borne = dict(shares.carried)
    for choice in worked:
        for burden, amount in burdens(bureau, officer, choice).items():
            borne[burden] += amount
    return _points(options, borne, shares.fair)


def burdens(bureau: Bureau, officer: Officer, choice: Choice) -> Mapping[str, int]:
    """What one choice counts as, in the solver's minutes."""
    recalled = choice.origin == "recall"
    overtime = choice.paid
    if not recalled:
        plain = bureau.plain_shift(officer, choice.day)
        assert plain is not None, "a duty of the rotation has a plain shift"
        start, end = (bureau.clock.number(choice.day, minute) for minute in (plain.start, plain.end))
        overtime = max(choice.paid - (end - start - plain.break_minutes), 0)
    types = bureau.calendar.types(choice.day)
    return asdict(counts_as(types, all_night=choice.all_night, recalled=recalled, overtime_minutes=overtime))


def peer_groups(
    bureau: Bureau, horizon: Horizon, officers: Iterable[Officer]
) -> Iterator[tuple[tuple[Officer, ...], tuple[int, ...]]]:
    """Peers among the officers, with the dates each is present in the horizon."""
    found: dict[tuple[str, str, str], list[Officer]] = {}
    for officer in officers:
        if not any(officer.is_protected(day) for day in horizon):
            found.setdefault((officer.unit, officer.team, officer.role), []).append(officer)
    for peers in found.values():
        present = tuple(sum(bureau.is_present(officer, day) for day in horizon) for officer in peers)
        yield tuple(peers), present


def carried(bureau: Bureau, officer: Officer) -> Mapping[str, int]:
    """What the ledger carries in for an officer, by burden name."""
    line = bureau.ledger.get(officer.id)
    empty = asdict(Tally())
    return {burden: getattr(line, burden) if line else 0 for burden in empty}


def fair_shares(totals: Mapping[str, int], present: int, all_present: int) -> Mapping[str, int]:
    """An officer's part of the totals by dates present, rounded up."""
    return {burden: -(-total * present // max(all_present, 1)) for burden, total in totals.items()}


def sum_of(rows: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    whole = asdict(Tally())
    for row in rows:
        for burden, amount in row.items():
            whole[burden] += amount
    return whole


def check(options: Options, record: Record) -> Iterator[Cost]:
    borne: dict[str, list[Mapping[str, int]]] = {
        officer: [carried(record.bureau, record.bureau.officers[officer])]
        for officer in record.bureau.officers
    }
    for duty in record.roster.duties:
        borne[duty.officer].append(asdict(tally(record.bureau, duty)))
    for peers, present in peer_groups(record.bureau, record.horizon, record.bureau.officers.values()):
        mine = {officer.id: sum_of(borne[officer.id]) for officer in peers}
        totals = sum_of(mine.values())
        for officer, days in zip(peers, present, strict=True):
            points = _points(options, mine[officer.id], fair_shares(totals, days, sum(present)))
            if points:
                yield Cost("fairness", options.SOFT_TIER, points, officer.id, officer.unit)


def _points(options: Options, borne: Mapping[str, int], fair: Mapping[str, int]) -> int:
    return sum(
        weight * (max(borne[burden] - fair[burden], 0) // BLOCK.get(burden, 1))
        for burden, weight in options.weights().items()
    )
