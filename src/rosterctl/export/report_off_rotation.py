"""Who is off the rotation, in words: for the report, the pages and the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import OffCause, OffRotation, Roster
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clean, counted, table

CAUSES = {
    OffCause.ROTATION: "let off by {rule}",
    OffCause.PERSON: "let off by {rule}, which looks at the person",
    OffCause.TRANSFER: "let off by {rule}, because of the transfer",
    OffCause.DUTIES: "let off by {rule}, because of other duties",
    OffCause.COMPANY: "let off by {rule}, for want of company",
    OffCause.POSTS: "let off for the sake of posts",
    OffCause.LOAN: "lent to another unit",
}
"""Why somebody does not work a plain duty at home, for people."""


def why_off(one: OffRotation) -> str:
    """`let off by weekly-rest`."""
    return CAUSES[one.cause].format(rule=one.rule)


def off_sums(rows: Iterable[OffRotation]) -> str:
    """`60 let off by weekly-rest, 2 lent to another unit`, the most first; empty if there is nothing."""
    sums = Counter(map(why_off, rows))
    return ", ".join(f"{number} {why}" for why, number in sums.most_common())


def off_summary(roster: Roster) -> str:
    """What of the rotation is not worked: first what the rotation itself is to blame for, then the rest."""
    rows, lines = roster.off_rotation or (), []
    if roster.let_off:
        first, number = roster.let_off[0], counted(len(roster.let_off), "plain duty", "plain duties")
        lines.append(
            f"{number} let off because the rotation breaks a rule by itself: {off_sums(roster.let_off)}; "
            f"first {first.day} {first.officer} ({first.unit}). `rosterctl validate` says what would hold."
        )
    if others := [one for one in rows if one.cause is not OffCause.ROTATION]:
        more = "more " if lines else ""
        lines.append(
            f"{counted(len(others), f'{more}duty', f'{more}duties')} off the rotation: {off_sums(others)}."
        )
    return "\n".join(map(clean, lines))


def off_table(bureau: Bureau, rows: Sequence[OffRotation]) -> str:
    """A row for each duty off the rotation, by date and officer; empty if there is none."""
    told = [(one.day, *_who(bureau, one), one.unit, _shift(bureau, one), why_off(one)) for one in rows]
    return table(told, ("date", "officer", "name", "unit", "shift", "why")) if told else ""


def off_line(bureau: Bureau, rows: Sequence[OffRotation]) -> str:
    """`off the rotation: 张三 (白班, let off by weekly-rest)`; empty if nobody is."""
    told = (f"{_who(bureau, one)[1]} ({_shift(bureau, one)}, {why_off(one)})" for one in rows)
    return clean(f"off the rotation: {', '.join(told)}") if rows else ""


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
