"""The whole calendar periods that a horizon touches, for the check of overtime."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.plain_times import PlainTimes
from rosterctl.rulekit.period_kinds import PeriodKind
from rosterctl.timeline.horizon import ONE_DAY

WEEKS_IN_A_MONTH = Fraction(36525, 1200) / 7


@dataclass(frozen=True)
class WholePeriod:
    """`decided` are the dates of the horizon in one period, `plain` has the plain times of all its dates."""

    decided: Sequence[date]
    plain: PlainTimes

    @property
    def days(self) -> Sequence[date]:
        """Every date of the period, in order."""
        return self.plain.days

    @property
    def months(self) -> Fraction:
        """The calendar months in it; a week is seven dates of a mean month of 365.25 / 12 dates."""
        touched = {(day.year, day.month) for day in self.days}
        whole = self.days[0].day == 1 and (self.days[-1] + ONE_DAY).day == 1
        return Fraction(len(touched)) if whole and len(self.days) > 7 else 1 / WEEKS_IN_A_MONTH


def whole_periods(facts: Facts, horizon: Iterable[date], over: PeriodKind) -> Iterator[WholePeriod]:
    """Period by period, in order."""
    found: dict[tuple[int, ...], list[date]] = {}
    for day in horizon:
        found.setdefault(_name(over, day), []).append(day)
    for decided in found.values():
        yield WholePeriod(decided, PlainTimes(facts, _around(over, decided[0])))


def _name(over: PeriodKind, day: date) -> tuple[int, ...]:
    """What the dates of one period have in common."""
    match over:
        case PeriodKind.WEEK:
            return day.isocalendar()[:2]
        case PeriodKind.MONTH:
            return day.year, day.month
        case PeriodKind.QUARTER:
            return day.year, -(-day.month // 3)
        case PeriodKind.YEAR:
            return (day.year,)


def _around(over: PeriodKind, day: date) -> list[date]:
    """All dates of the period of one date: as far back and ahead as the name stays."""
    name = _name(over, day)
    days = [day]
    while _name(over, days[0] - ONE_DAY) == name:
        days.insert(0, days[0] - ONE_DAY)
    while _name(over, days[-1] + ONE_DAY) == name:
        days.append(days[-1] + ONE_DAY)
    return days
