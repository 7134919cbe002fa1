"""An auxiliary never works alone and never carries a gun.

Wherever an auxiliary is on duty, a sworn officer is on duty in the same unit at the same time; wherever one
stands at a post or event site, a sworn officer stands there too. No auxiliary holds the skill `armed`.

Source: [L] 国务院办公厅关于规范公安机关警务辅助人员管理工作的意见, 国办发〔2016〕15号: auxiliaries work
under the lead of police officers, and are not armed.

Allowed: two auxiliaries with one sworn officer at a checkpoint, and a third in the reserve of the unit.
Forbidden: the sworn officer's duty ends at 07:00 and the auxiliaries stay until 09:00 by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import ARMED
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.rulekit.audit.manning import MannedPiece, Manning
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.stays import Headcount
from rosterctl.rulekit.audit.wording import officers_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import CoverBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.parts import Company
from rosterctl.rules import wording
from rosterctl.wording import say

ID = "auxiliaries"


class Options(RuleOptions):
    """There is nothing to set: the law has no degrees."""


def is_sworn(officer: Officer) -> bool:
    return officer.role is Role.SWORN


def is_auxiliary(officer: Officer) -> bool:
    return officer.role is Role.AUXILIARY


DECIDES_MANNING = False
COMPANY = Company(who=is_auxiliary, beside=is_sworn)


def cover(options: Options, board: CoverBoard) -> None:  # noqa: ARG001
    possible = _auxiliaries(board.bureau)
    for moment in board.moments:
        most = possible[moment.unit]
        if most and not board.is_decided(moment):
            auxiliaries = board.heads(moment, is_auxiliary)
            board.require(auxiliaries <= most * board.heads(moment, is_sworn))


def _auxiliaries(bureau: Bureau) -> dict[str, int]:
    """By unit, how many auxiliaries could be there at most: all that are ever its own or may be lent."""
    own = Counter(
        unit
        for officer in bureau.officers.values()
        if is_auxiliary(officer)
        for unit in dict.fromkeys(one.unit for one in officer.assignments)
    )
    return {
        unit.id: sum(own[lender] for lender in {unit.id, *unit.lenders}) for unit in bureau.units.values()
    }


def check(options: Options, record: Record) -> Iterator[Finding]:  # noqa: ARG001
    for unit, served in record.served.items():
        yield from _alone_in_unit(unit, served, record)
    for manning in (*record.posts_manned, *(one for _, sites in record.sites_manned for one in sites)):
        yield from _alone_at_post(manning, record)
    for officer in record.bureau.officers.values():
        if officer.role is Role.AUXILIARY and ARMED in officer.skills:
            home = record.facts.place_of(officer, record.horizon.first)
            message = say(wording.ARMED_AUXILIARY, officer=officer.id)
            yield Finding(ID, message, unit=home.unit, officer=officer.id)


def _alone_in_unit(unit: str, served: tuple[WorkedDuty, ...], record: Record) -> Iterator[Finding]:
    sworn = Headcount(worked.span for worked in served if worked.officer.role is Role.SWORN)
    auxiliaries = Headcount(worked.span for worked in served if worked.officer.role is not Role.SWORN)
    for day in record.horizon:
        for span, leading in sworn.between(record.duty_day(day)):
            if leading:
                continue
            for piece, heads in auxiliaries.between(span):
                if heads:
                    when = record.when(piece)
                    message = say(wording.AUXILIARIES_ALONE_IN_UNIT, when=when, heads=heads, unit=unit)
                    yield Finding(ID, message, unit=unit, day=day, excess=piece.minutes)


def _alone_at_post(manning: Manning, record: Record) -> Iterator[Finding]:
    for span, alone, piece in manning.stretches(_is_alone):
        if alone:
            who = officers_text(sorted(stay.officer.id for stay in piece.stays))
            when = record.when(span)
            yield Finding(
                ID,
                say(wording.AUXILIARIES_ALONE_AT_POST, when=when, post=manning.post, who=who),
                unit=piece.stays[0].unit,
                post=manning.post,
                day=manning.day,
                excess=span.minutes,
            )


def _is_alone(piece: MannedPiece) -> bool:
    return bool(piece.stays) and not any(stay.officer.role is Role.SWORN for stay in piece.stays)
