"""Who is there on a date, where they belong, and whom the law protects: read from the rows of the officers.

Every date that a row names is included: the last day of leave is still leave, whoever left on the 10th works
on the 10th. All functions take a date and look at the row's own fields; nothing here asks the officer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Assignment, Officer
from rosterctl.timeline.clock import DAY, MIDNIGHT, Clock, WallMinute
from rosterctl.timeline.span import Span


def absences_by_name(absences: Iterable[Absence]) -> Mapping[str, tuple[Absence, ...]]:
    """By officer id, the rows in order of their first dates; who is never away is not in it."""
    found: dict[str, list[Absence]] = {}
    for row in sorted(absences, key=lambda row: row.first):
        found.setdefault(row.officer, []).append(row)
    return {officer: tuple(rows) for officer, rows in found.items()}


def row_that_covers(rows: Iterable[Absence], day: date) -> Absence | None:
    """The first of these absences that has the date in it; whoever is back on a date is there on it."""
    for row in rows:
        comes_back = row.end is not None and day == row.last
        if not (day < row.first or row.last < day or comes_back):
            return row
    return None


def span_away(row: Absence, clock: Clock) -> Span | None:
    """When an absence with times begins and ends; None where it says whole dates.

    One without a start begins with its first date, one without an end ends with its last.
    """
    if row.start is None and row.end is None:
        return None
    start = MIDNIGHT if row.start is None else row.start
    end = WallMinute(DAY) if row.end is None else row.end
    return Span(clock.instant(row.first, start), clock.instant(row.last, end))


def is_on_roll(officer: Officer, day: date) -> bool:
    """From the day they joined to the day they left, both included; a date not written bounds nothing."""
    too_early = officer.joined is not None and day < officer.joined
    too_late = officer.left is not None and officer.left < day
    return not (too_early or too_late)


def belongs_to(officer: Officer, day: date) -> Assignment:
    """The unit, team and zone of the officer on a date: a transfer holds from its own date on.

    Before the first of them the first one holds.
    """
    here = officer.assignments[0]
    for later in officer.assignments[1:]:
        if later.first is None or not day < later.first:
            here = later
    return here


def is_shielded(officer: Officer, day: date) -> bool:
    """Does the law keep nights and overtime from the officer on this date? One bound alone is enough."""
    first, last = officer.protected_from, officer.protected_until
    if first is None and last is None:
        return False
    return not ((first is not None and day < first) or (last is not None and last < day))
