"""Hours that count for pay, in a table and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.export.plain_text import columns, table
from rosterctl.export.report import wording
from rosterctl.export.spreadsheet import decimal_hours
from rosterctl.rulekit.parts import PayPeriod
from rosterctl.wording import english, numbered, say


def pay_text(bureau: Bureau, periods: Sequence[PayPeriod]) -> str:
    """A line for each officer and period."""
    rows = [
        _row(bureau, one, say(wording.DATES_KNOWN, known=one.known, dates=_dates(one))) for one in periods
    ]
    return table(rows, columns(say(wording.PAY_COLUMNS)), range(5, 9))


def above_text(bureau: Bureau, periods: Sequence[PayPeriod]) -> str:
    """Those above the threshold, and how many are not; an empty text where nothing counts for pay."""
    if not periods:
        return ""
    above = [one for one in periods if one.above]
    of = numbered(len(periods), wording.ONE_PAY_PERIOD, wording.PAY_PERIODS)
    head = say(wording.ABOVE_THRESHOLD, above=len(above), periods=of)
    return f"{head}\n\n{pay_text(bureau, above)}" if above else head


def pay_rows(bureau: Bureau, periods: Sequence[PayPeriod]) -> list[dict[str, Any]]:
    """For programs, by the English headings; hours with two decimals, dates as text."""
    keys = columns(english(wording.PAY_COLUMNS))
    told = ((one, f"{one.known} of {_dates(one)}") for one in periods)
    return [dict(zip(keys, _row(bureau, one, known), strict=True)) for one, known in told]


def _dates(one: PayPeriod) -> int:
    return (one.last - one.first).days + 1


def _row(bureau: Bureau, one: PayPeriod, known: str) -> tuple[Any, ...]:
    officer = bureau.officers[one.officer]
    times = (one.time, one.threshold, one.above)
    hours = (decimal_hours(time // timedelta(minutes=1)) for time in times)
    place = officer.on(one.last).unit
    return officer.id, officer.name, place, one.first.isoformat(), one.last.isoformat(), known, *hours
