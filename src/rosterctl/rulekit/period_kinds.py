"""Over what hours are averaged: an option that the constraint and the check of a rule both read."""

from __future__ import annotations

from enum import StrEnum


class PeriodKind(StrEnum):
    """A calendar period: a week from Monday, a month, a quarter of the year, a year."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
