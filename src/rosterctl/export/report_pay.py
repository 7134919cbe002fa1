"""Hours that count for pay, in a table and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.export.plain_text import counted, table
from rosterctl.export.spreadsheet import decimal_hours
from rosterctl.rulekit.parts import PayPeriod

HEADERS = ("officer", "name", "unit", "from", "to", "dates known", "hours", "threshold", "above")


def pay_text(bureau: Bureau, periods: Sequence[PayPeriod]) -> str:
    """A line for each officer and period."""
    return table((tuple(row.values()) for row in pay_rows(bureau, periods)), HEADERS, range(5, 9))


def above_text(bureau: Bureau, periods: Sequence[PayPeriod]) -> str:
    """Those above the threshold, and how many are not; an empty text where nothing counts for pay."""
    if not periods:
        return ""
    above = [one for one in periods if one.above]
    head = f"{len(above)} of {counted(len(periods), 'period')} of officers are above the threshold."
    return f"{head}\n\n{pay_text(bureau, above)}" if above else head


def pay_rows(bureau: Bureau, periods: Sequence[PayPeriod]) -> list[dict[str, Any]]:
    """By the headers; hours with two decimals, dates as text."""
    return [dict(zip(HEADERS, _row(bureau, one), strict=True)) for one in periods]


def _row(bureau: Bureau, one: PayPeriod) -> tuple[Any, ...]:
    officer = bureau.officers[one.officer]
    known = f"{one.known} of {(one.last - one.first).days + 1}"
    times = (one.time, one.threshold, one.above)
    hours = (decimal_hours(time // timedelta(minutes=1)) for time in times)
    place = officer.on(one.last).unit
    return officer.id, officer.name, place, one.first.isoformat(), one.last.isoformat(), known, *hours
