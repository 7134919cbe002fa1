"""What officers asked for is granted where nothing more important stands against it.

A wish `off` costs its weight when the officer works on that date, `no-recall` when recalled, `recall` when
not recalled. Source: [A].

- granted: an officer who asked not to be recalled on the 12th rests on the 12th.
- costs 1: the officer is recalled on the 12th all the same, because nobody else may lawfully come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.rulebook import Severity
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost
from rosterctl.rulekit.model.board import Choice, FairShares
from rosterctl.rulekit.options import RuleOptions


class Options(RuleOptions):
    """`weight` multiplies the weight of every wish."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = (Severity.SOFT, Severity.OFF)

    severity: Severity = Severity.SOFT


def charge(
    options: Options, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
) -> int:
    """The weights of the officer's wishes that the line does not grant."""
    on = {choice.day: choice.origin == "recall" for choice in worked}
    return sum(
        options.weight * wish.weight
        for wish in bureau.wishes_by_officer.get(officer.id, ())
        if wish.day in shares.horizon and not _granted(wish, wish.day in on, on.get(wish.day, False))
    )


def check(options: Options, record: Record) -> Iterator[Cost]:
    wishes: dict[str, list[Wish]] = {}
    for row in record.bureau.wishes:
        wishes.setdefault(row.officer, []).append(row)
    for officer, rows in wishes.items():
        recalled_on = {one.day: one.recalled for one in record.decided(officer)}
        for row in rows:
            if row.day in record.horizon and _refused(row, recalled_on):
                unit = record.facts.place_of(record.bureau.officers[officer], row.day).unit
                yield Cost("wishes", options.SOFT_TIER, options.weight * row.weight, officer, unit, row.day)


def _refused(wish: Wish, recalled_on: Mapping[date, bool]) -> bool:
    """By the dates on which the officer works, and whether the duty of the date is a recall."""
    recalled = recalled_on.get(wish.day, False)
    return {
        WishKind.OFF: wish.day in recalled_on,
        WishKind.NO_RECALL: recalled,
        WishKind.RECALL: not recalled,
    }[wish.kind]


def _granted(wish: Wish, works: bool, recalled: bool) -> bool:
    if wish.kind is WishKind.OFF:
        return not works
    return recalled is (wish.kind is WishKind.RECALL)
