"""What officers asked for is granted where nothing more important stands against it.

A wish `off` costs its weight when the officer works on that date, `no-recall` when recalled, `recall` when
not recalled. Source: [A].

- granted: an officer who asked not to be recalled on the 12th rests on the 12th.
- costs 1: the officer is recalled on the 12th all the same, because nobody else may lawfully come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer, Wish, WishKind
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
    on: dict[str, Mapping[object, bool]] = {
        officer: {one.day: one.recalled for one in record.decided(officer)}
        for officer in record.bureau.wishes_by_officer
    }
    for officer, wishes in record.bureau.wishes_by_officer.items():
        for wish in wishes:
            if wish.day not in record.horizon:
                continue
            if not _granted(wish, wish.day in on[officer], on[officer].get(wish.day, False)):
                unit = record.facts.place_of(record.bureau.officers[officer], wish.day).unit
                yield Cost("wishes", options.SOFT_TIER, options.weight * wish.weight, officer, unit, wish.day)


def _granted(wish: Wish, works: bool, recalled: bool) -> bool:
    if wish.kind is WishKind.OFF:
        return not works
    return recalled is (wish.kind is WishKind.RECALL)
