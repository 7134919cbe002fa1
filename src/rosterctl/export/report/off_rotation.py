"""Who is off the rotation, in words: for the report, the pages and the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import OffCause, OffRotation, Roster
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.export.report import wording
from rosterctl.insight.phrases import enumerated
from rosterctl.wording import numbered, say

TAKEN_BY_RULES = {
    OffCause.ROTATION: wording.OFF_BY_ROTATION,
    OffCause.PERSON: wording.OFF_BY_PERSON,
    OffCause.TRANSFER: wording.OFF_BY_TRANSFER,
    OffCause.DUTIES: wording.OFF_BY_DUTIES,
    OffCause.COMPANY: wording.OFF_BY_COMPANY,
}
"""Why a rule takes a plain duty, for people."""


def why_off(one: OffRotation) -> str:
    """`let off by weekly-rest`."""
    if one.cause is OffCause.POSTS:
        return say(wording.OFF_BY_POSTS)
    return (
        say(wording.OFF_BY_LOAN)
        if one.cause is OffCause.LOAN
        else say(TAKEN_BY_RULES[one.cause], rule=one.rule)
    )


def off_sums(rows: Iterable[OffRotation]) -> str:
    """`60 let off by weekly-rest, 2 lent to another unit`, the most first; empty if there is nothing."""
    sums = Counter(map(why_off, rows))
    return enumerated(say(wording.OFF_SUM, number=number, why=why) for why, number in sums.most_common())


def off_summary(roster: Roster) -> str:
    """What of the rotation is not worked: first what the rotation itself is to blame for, then the rest."""
    rows, lines = roster.off_rotation or (), []
    if roster.let_off:
        duties = numbered(len(roster.let_off), wording.ONE_PLAIN_DUTY, wording.PLAIN_DUTIES)
        sums, first = off_sums(roster.let_off), roster.let_off[0]
        lines.append(say(wording.LET_OFF_IN_ALL, duties=duties, sums=sums, first=first))
    if others := [one for one in rows if one.cause is not OffCause.ROTATION]:
        if lines:
            duties = numbered(len(others), wording.ONE_MORE_DUTY, wording.MORE_DUTIES)
        else:
            duties = numbered(len(others), wording.ONE_DUTY_MADE, wording.DUTIES_MADE)
        lines.append(say(wording.OFF_IN_ALL, duties=duties, sums=off_sums(others)))
    return "\n".join(map(clean, lines))


def off_table(bureau: Bureau, rows: Sequence[OffRotation]) -> str:
    """A row for each duty off the rotation, by date and officer; empty if there is none."""
    told = [(one.day, *_who(bureau, one), one.unit, _shift(bureau, one), why_off(one)) for one in rows]
    return table(told, columns(say(wording.OFF_COLUMNS_SHOWN))) if told else ""


def off_line(bureau: Bureau, rows: Sequence[OffRotation]) -> str:
    """`off the rotation: 张三 (白班, let off by weekly-rest)`; empty if nobody is."""
    told = (
        say(wording.OFF_OFFICER, name=_who(bureau, one)[1], shift=_shift(bureau, one), why=why_off(one))
        for one in rows
    )
    return clean(say(wording.OFF_OFFICERS, officers=enumerated(told))) if rows else ""


def off_fields(bureau: Bureau, one: OffRotation) -> dict[str, Any]:
    """For a program."""
    return {
        "officer": one.officer,
        "date": one.day.isoformat(),
        "shift": own_id(bureau.shifts, one.shift),
        "unit": one.unit,
        "cause": one.cause.value,
        "rule": one.rule,
    }


def _who(bureau: Bureau, one: OffRotation) -> tuple[str, str]:
    officer = bureau.officers.get(one.officer)
    return one.officer, officer.name if officer else one.officer


def _shift(bureau: Bureau, one: OffRotation) -> str:
    shift = bureau.shifts.get(one.shift)
    return shift.name if shift else one.shift
