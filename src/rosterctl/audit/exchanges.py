"""The law of exchanges: a duty taken over stands in the bureau's files, and changes hands once and wholly.

Whoever works in place of somebody else does so by a row of the exchanges; the one whose duty it was works it
no more; nobody else takes it too; and of a swap both sides are kept, as far as they lie on the dates of the
roster. An exchange that is not made at all breaks no law: whoever made the roster says so in its notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rosterctl.audit import wording
from rosterctl.domain.roster import Duty, OfficerDate, Origin
from rosterctl.rulekit.audit.facts.handed_over import Handed
from rosterctl.rulekit.audit.facts.rotas import name_in_files
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import say

LAW = "exchange"


def exchange_findings(record: Record) -> Iterator[Finding]:
    """Breaches of the law above; all ids must be known."""
    duties = record.roster.duties
    own = {(duty.officer, duty.day) for duty in duties if duty.origin is not Origin.EXCHANGE}
    taken: dict[OfficerDate, str] = {}
    for duty in duties:
        if duty.origin is not Origin.EXCHANGE:
            continue
        entry = record.facts.stepped_in.get((duty.officer, duty.day))
        if entry is None:
            yield _finding(record, duty, say(wording.BY_NO_EXCHANGE))
            continue
        key = entry.owner, duty.day
        if key in own:
            yield _finding(record, duty, say(wording.OWNER_WORKS_TOO, owner=entry.owner))
        if key in taken:
            yield _finding(record, duty, say(wording.TAKEN_TWICE, owner=entry.owner, other=taken[key]))
        taken.setdefault(key, duty.officer)
    yield from _halves(record, taken)


def _halves(record: Record, taken: Mapping[OfficerDate, str]) -> Iterator[Finding]:
    """Swaps of which one side is made and the other is not; what was given back later is neither."""
    bureau, facts = record.bureau, record.facts
    back = {(leg.owner, leg.day) for legs in facts.handed for leg in legs if leg.owner == leg.taker}
    for exchange, legs in zip(bureau.exchanges, facts.handed, strict=True):
        inside = [
            leg
            for leg in legs
            if leg.day in record.horizon
            and (leg.owner, leg.day) not in back
            and facts.is_there(bureau.officers[leg.taker], leg.day)
        ]
        made = [leg for leg in inside if (leg.owner, leg.day) in taken]
        if made and len(made) < len(inside):
            missing = next(leg for leg in inside if leg not in made)
            yield _half(exchange.place.file, missing)


def _half(file: str, missing: Handed) -> Finding:
    if file:
        message = say(wording.HALF_A_SWAP_IN_FILE, missing=missing, file=file)
    else:
        message = say(wording.HALF_A_SWAP, missing=missing)
    return Finding(LAW, message, officer=missing.taker, day=missing.day)


def _finding(record: Record, duty: Duty, message: str) -> Finding:
    message = say(wording.OF_SHIFT, shift=name_in_files(record.bureau.shifts, duty.shift), what=message)
    return Finding(LAW, message, duty.unit, duty.officer, day=duty.day)
