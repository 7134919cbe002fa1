"""The hours of officers as they are paid: how many, and what of them is overtime, and on which days.

Hours are paid hours, and overtime what is paid beyond the plain shift, as everywhere (`tally`). It is told
apart as it is paid: on a statutory holiday (split at midnight, as in `earned`), on a rest day of the officer
(all of a recall, or of what counts like one), or, what is left, as a longer shift on a duty day. A plain duty
on a statutory holiday is no overtime here. Where it is paid as such, its hours stand beside.

Source: 劳动法 art. 44: 150 % for longer days, 200 % for rest days, 300 % for holidays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date

from rosterctl.domain.accounts.earned import paid_by_date
from rosterctl.domain.accounts.tally import is_recall, overtime_minutes, paid_minutes, plain_shift
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.timeline.calendar import DayType


@dataclass(frozen=True, slots=True)
class HoursWorked:
    """Numbers of duties and of nights; the rest are minutes. The last three add up to all overtime."""

    duties: int = 0
    nights: int = 0
    minutes: int = 0
    on_holidays: int = 0
    overtime_on_duty_days: int = 0
    overtime_on_rest_days: int = 0
    overtime_on_holidays: int = 0

    def __add__(self, other: HoursWorked) -> HoursWorked:
        return HoursWorked(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


def worked_by(bureau: Bureau, duties: Iterable[Duty]) -> dict[str, HoursWorked]:
    """By officer id what these duties come to; who has none is not in it.

    Within a team equal duties of one date come to the same, so each kind is looked at once; whatever was
    taken over is looked at by itself.
    """
    together: dict[str, HoursWorked] = {}
    known: dict[tuple[str, str, date, str, int, Origin], HoursWorked] = {}
    for duty in duties:
        home = bureau.officers[duty.officer].on(duty.day)
        key = home.unit, home.team, duty.day, duty.shift, duty.until, duty.origin
        one = known.get(key) if duty.origin is not Origin.EXCHANGE else None
        if one is None:
            one = known[key] = worked_in(bureau, duty)
        together[duty.officer] = together.get(duty.officer, HoursWorked()) + one
    return together


def worked_in(bureau: Bureau, duty: Duty) -> HoursWorked:
    """What one duty comes to."""
    officer, shift = bureau.officers[duty.officer], bureau.worked_shift(duty)
    overtime = overtime_minutes(bureau, officer, duty.day, shift, duty.origin)
    plain = plain_shift(bureau, officer, duty.day, duty.origin)
    paid = paid_by_date(bureau, duty.day, shift)
    usual = {} if plain is None else paid_by_date(bureau, duty.day, plain)
    beyond = {day: max(minutes - usual.get(day, 0), 0) for day, minutes in paid.items()}
    # A shift that was moved has more on one date and less on another: no more is overtime than there is.
    on_holidays = min(overtime, _on_holidays(bureau, beyond))
    rest_day = is_recall(bureau, officer, duty.day, duty.origin)
    return HoursWorked(
        duties=1,
        nights=int(shift.all_night),
        minutes=paid_minutes(bureau, duty.day, shift),
        on_holidays=_on_holidays(bureau, paid),
        overtime_on_duty_days=0 if rest_day else overtime - on_holidays,
        overtime_on_rest_days=overtime - on_holidays if rest_day else 0,
        overtime_on_holidays=on_holidays,
    )


def _on_holidays(bureau: Bureau, minutes: dict[date, int]) -> int:
    return sum(part for day, part in minutes.items() if DayType.HOLIDAY in bureau.calendar.types(day))
