"""Where a calendar ends: what is not known of later dates, in sentences that say where to enter it.

Holidays and school terms are published for a year or two ahead. Whoever plans is told in good time, because a
date that nobody knows looks like any other in a roster.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.insight import wording
from rosterctl.intake.text.presets import shipped
from rosterctl.timeline.calendar import Calendar, DayType
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

AHEAD = timedelta(days=60)
"""The arrangement of the next year is announced in November: time to enter it before it is planned with."""
WEDNESDAY = date(2020, 1, 1)
"""By night it is told again on this weekday, when the office is manned: no mail that nobody opens."""


@dataclass(frozen=True, slots=True)
class CalendarEnd:
    """The last date of which something is known, None where it never was; what is lacking, and what to do."""

    last: date | None
    lacks: str
    remedy: str

    @property
    def said(self) -> str:
        return say(wording.CALENDAR_ENDS, lacks=self.lacks, remedy=self.remedy)

    def is_near(self, horizon: Horizon) -> bool:
        """Does it end within 60 days of the first date, or among these dates?"""
        return self.last is None or horizon.first >= self.last - AHEAD or horizon.last > self.last

    def is_due(self, before: Horizon | None, horizon: Horizon) -> bool:
        """Is it told by the night of these dates? `before` are those of the night before, if there was one.

        Once when it comes near, and then every Wednesday, or as soon after it as a night runs. What never was
        known is not told by night.
        """
        if self.last is None or not self.is_near(horizon):
            return False
        return before is None or not self.is_near(before) or _week(before.first) < _week(horizon.first)


def calendar_ends(bureau: Bureau) -> Iterator[CalendarEnd]:
    """What the bureau's calendar knows for a time only: the arrangement of days, terms where posts ask."""
    calendar = bureau.calendar
    last = _arranged_until(calendar)
    if last is not None:
        remedy = say(wording.ENTER_ARRANGEMENT, where=_where(calendar))
        yield CalendarEnd(last, _without_arrangement(calendar, last), remedy)
    if not _asks_for_school(bureau):
        return
    remedy = say(wording.ENTER_TERMS, where=_where(calendar))
    if calendar.terms:
        last = max(term.last for term in calendar.terms)
        yield CalendarEnd(last, say(wording.TERMS_END, calendar=calendar.id, last=last), remedy)
    else:
        yield CalendarEnd(None, say(wording.NO_TERMS, calendar=calendar.id), remedy)


def ends_near(bureau: Bureau, horizon: Horizon) -> tuple[str, ...]:
    """What whoever plans these dates is told of the calendar, its first date included."""
    known = bureau.calendar.known
    early: tuple[str, ...] = ()
    if known is not None and horizon.first < known[0]:
        early = (say(wording.CALENDAR_BEGINS, calendar=bureau.calendar.id, first=known[0]),)
    return (*early, *(one.said for one in calendar_ends(bureau) if one.is_near(horizon)))


def ends_to_remind(bureau: Bureau, before: Horizon | None, horizon: Horizon) -> tuple[str, ...]:
    """What the night run tells of them; see `CalendarEnd.is_due`."""
    return tuple(one.said for one in calendar_ends(bureau) if one.is_due(before, horizon))


def _week(day: date) -> int:
    """The number of the week, which begins on a Wednesday."""
    return (day - WEDNESDAY).days // 7


def _arranged_until(calendar: Calendar) -> date | None:
    """As the calendar says; else the end of the last year that it lists a day of. None: it lists none."""
    if calendar.known is not None:
        return calendar.known[1]
    listed = (*calendar.holidays, *calendar.days_off, *calendar.make_up_days)
    return date(max(listed).year, 12, 31) if listed else None


def _without_arrangement(calendar: Calendar, last: date) -> str:
    later = [day for day in calendar.holidays if day > last]
    rest = say(wording.HOLIDAYS_ONLY, until=max(later)) if later else say(wording.NO_HOLIDAYS)
    return say(wording.ARRANGEMENT_ENDS, calendar=calendar.id, last=last, rest=rest)


def _where(calendar: Calendar) -> str:
    """The file to write to: the bureau's own, or a copy of the one that comes with rosterctl."""
    own = f"presets/calendars/{calendar.id}.yaml"
    if calendar.place.file.startswith("presets/"):
        return say(wording.ENTER_IT, file=calendar.place.file)
    theirs = shipped() / "calendars" / f"{calendar.id}.yaml"
    return say(wording.COPY_IT_FIRST, theirs=theirs, own=own)


def _asks_for_school(bureau: Bureau) -> bool:
    used = {bureau.post_types[post.type] for post in bureau.posts.values()}
    windows = (window.days for kind in used for window in kind.windows)
    return any(DayType.SCHOOL in days for days in (*windows, *(one.days for one in bureau.strengths)))
