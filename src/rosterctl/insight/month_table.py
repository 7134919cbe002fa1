"""The month table (排班表): people by dates, a sign a cell, team by team, with what each line adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.tally import paid_minutes, tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster

AWAY_SIGNS = {
    AbsenceKind.LEAVE: "假",
    AbsenceKind.TRAINING: "训",
    AbsenceKind.SICKNESS: "病",
    AbsenceKind.COURT: "庭",
    AbsenceKind.MATERNITY: "产",
    AbsenceKind.LIEU: "调",
    AbsenceKind.OTHER: "缺",
}
MARKS = {Origin.RECALL: "*", Origin.EXCHANGE: "换"}
"""What a recall and a duty taken over carry after the sign of the shift."""


class CellKind(StrEnum):
    """What an officer's date is: a duty, by what calls for it, or why there is none."""

    DAY = "day"
    NIGHT = "night"
    RECALL = "recall"
    EXCHANGE = "exchange"
    POST_NIGHT = "post-night"
    REST = "rest"
    AWAY = "away"
    LET_OFF = "let-off"
    GONE = "gone"


SIGNS = {CellKind.POST_NIGHT: "下", CellKind.REST: "休", CellKind.LET_OFF: "免", CellKind.GONE: "-"}
"""Of dates without a duty; that of an absence is its own."""


@dataclass(frozen=True, slots=True)
class MonthCell:
    """`sign` is that of the shift, `marked` with a star for a recall and 换 for a duty taken over.

    Of two duties on one date both signs stand in it.
    """

    sign: str
    kind: CellKind
    marked: str


@dataclass(frozen=True, slots=True)
class MonthLine:
    """An officer's dates, the unit and team of the first of them, and what the duties come to."""

    officer: Officer
    unit: str
    team: str
    cells: tuple[MonthCell, ...]
    duties: int
    minutes: int
    counts: Tally


def month_table(bureau: Bureau, roster: Roster, unit: str = "") -> list[MonthLine]:
    """Everybody of the bureau or of one unit, by unit and team in the order of the files.

    Whoever leaves before the first date, or comes after the last, has no line.
    """
    every = month_lines(bureau, roster, bureau.officers.values())
    units = {name: place for place, name in enumerate(bureau.units)}
    teams = {
        (home.id, team.id): place
        for home in bureau.units.values()
        for place, team in enumerate(team for model in home.models for team in model.teams)
    }
    there = (
        one
        for one in every
        if unit in ("", one.unit) and any(cell.kind is not CellKind.GONE for cell in one.cells)
    )
    return sorted(there, key=lambda one: (units[one.unit], teams.get((one.unit, one.team), 0)))


def month_lines(bureau: Bureau, roster: Roster, officers: Iterable[Officer]) -> Iterator[MonthLine]:
    """Their lines, in this order."""
    known: dict[str, list[Duty]] = {}
    for duty in (*roster.before, *roster.duties):
        known.setdefault(duty.officer, []).append(duty)
    let_off = {(one.officer, one.day) for one in roster.off_rotation or ()}
    counts = tallies(bureau, roster.duties)
    days = tuple(roster.horizon)
    for officer in officers:
        duties = known.get(officer.id, [])
        by_day: dict[date, list[Duty]] = {}
        for duty in duties:
            by_day.setdefault(duty.day, []).append(duty)
        worked = [duty for day in days for duty in by_day.get(day, ())]
        home = officer.on(days[0])
        yield MonthLine(
            officer,
            home.unit,
            home.team,
            tuple(_cell(bureau, officer, day, by_day, (officer.id, day) in let_off) for day in days),
            len(worked),
            sum(paid_minutes(bureau, duty.day, bureau.worked_shift(duty)) for duty in worked),
            counts[officer.id],
        )


def _cell(
    bureau: Bureau,
    officer: Officer,
    day: date,
    duties: dict[date, list[Duty]],
    let_off: bool,
) -> MonthCell:
    if worked := duties.get(day):
        signs = [bureau.shifts[duty.shift].symbol for duty in worked]
        marked = (sign + MARKS.get(duty.origin, "") for sign, duty in zip(signs, worked, strict=True))
        return MonthCell("".join(signs), _kind(bureau, worked[0]), "".join(marked))
    if not officer.serves(day):
        return _without_duty(SIGNS[CellKind.GONE], CellKind.GONE)
    if absence := bureau.absence(officer, day):
        return _without_duty(AWAY_SIGNS[absence.kind], CellKind.AWAY)
    kind = CellKind.REST
    if let_off:
        kind = CellKind.LET_OFF
    elif any(bureau.worked_shift(duty).all_night for duty in duties.get(day - timedelta(days=1), ())):
        kind = CellKind.POST_NIGHT
    return _without_duty(SIGNS[kind], kind)


def _without_duty(sign: str, kind: CellKind) -> MonthCell:
    return MonthCell(sign, kind, sign)


def _kind(bureau: Bureau, duty: Duty) -> CellKind:
    if duty.origin is Origin.RECALL:
        return CellKind.RECALL
    if duty.origin is Origin.EXCHANGE:
        return CellKind.EXCHANGE
    return CellKind.NIGHT if bureau.worked_shift(duty).touches_night else CellKind.DAY
