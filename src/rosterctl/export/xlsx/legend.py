"""What every sign of the month table means: of dates without a duty, of marks, of the shifts worked."""

from __future__ import annotations

from collections.abc import Iterator

from wcwidth import wcswidth

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import Origin, Roster
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.terms import origin_name, time_text
from rosterctl.insight.month_table import AWAY_SIGNS, MARKS, SIGNS, CellKind
from rosterctl.wording import say

_BETWEEN = "   "
_WITHOUT_DUTY = {
    CellKind.POST_NIGHT: wording.AFTER_A_NIGHT,
    CellKind.REST: wording.RESTS,
    CellKind.LET_OFF: wording.IS_LET_OFF,
    CellKind.GONE: wording.NOT_ON_ROLL,
}
_AWAY = {
    AbsenceKind.LEAVE: wording.ON_LEAVE,
    AbsenceKind.TRAINING: wording.IN_TRAINING,
    AbsenceKind.SICKNESS: wording.IS_SICK,
    AbsenceKind.COURT: wording.AT_COURT,
    AbsenceKind.MATERNITY: wording.ON_MATERNITY_LEAVE,
    AbsenceKind.LIEU: wording.ON_TIME_IN_LIEU,
    AbsenceKind.OTHER: wording.AWAY_OTHERWISE,
}


def legend(bureau: Bureau, roster: Roster, width: float) -> list[str]:
    """The shifts that are worked with their times, then marks, then the other signs.

    In lines of so many characters, a Chinese one counting as two: a line that is wider than the table would
    make the whole sheet smaller in print.
    """
    lines: list[str] = []
    for sign, meaning in (*_shifts(bureau, roster), *_marks(), *_signs()):
        entry = say(wording.LEGEND_ENTRY, sign=sign, meaning=meaning)
        longer = f"{lines[-1]}{_BETWEEN}{entry}" if lines else entry
        if lines and wcswidth(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(entry)
    return lines


def _shifts(bureau: Bureau, roster: Roster) -> Iterator[tuple[str, str]]:
    """In the order of the files; a shift that was edited is told with the times of then and of now."""
    worked = {duty.shift for duty in roster.duties}
    for one in bureau.shifts.values():
        if one.id in worked:
            yield one.symbol, f"{one.name} {time_text(one.start)}-{time_text(one.end)}"


def _marks() -> Iterator[tuple[str, str]]:
    return ((MARKS[origin], origin_name(origin)) for origin in Origin if origin in MARKS)


def _signs() -> Iterator[tuple[str, str]]:
    yield from ((sign, say(_WITHOUT_DUTY[kind])) for kind, sign in SIGNS.items())
    yield from ((sign, say(_AWAY[kind])) for kind, sign in AWAY_SIGNS.items())
