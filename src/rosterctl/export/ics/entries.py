"""What stands in a calendar: each officer's duties by date, as the newest roster has them that speaks of it.

A duty keeps its entry when its times or posts change; a higher number tells calendars to take it anew. One
that was published and is no more stays as cancelled, for a calendar that has it would keep it otherwise. A
night that was broken off after midnight is over for the version that says so; it stands before its dates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from rosterctl.domain.roster import Duty, Roster

EntryKey = tuple[str, date, int]
"""Officer, date, and which of the duties of that date by their starts, from 0."""


@dataclass(frozen=True)
class CalendarEntry:
    """`sequence` is the number of the version in which it last changed."""

    duty: Duty
    sequence: int
    cancelled: bool = False


def entries_of(
    versions: Iterable[tuple[int, Roster]], officers: Collection[str] | None = None
) -> dict[EntryKey, CalendarEntry]:
    """Of these officers, or of all, in the order of dates.

    The versions come oldest first, each with its number.
    """
    found: dict[EntryKey, CalendarEntry] = {}
    for number, roster in versions:
        now = _duties(roster.duties, officers)
        for key, entry in found.items():
            if key not in now and key[1] in roster.horizon and not entry.cancelled:
                found[key] = replace(entry, sequence=number, cancelled=True)
        for key, duty in now.items():
            known = found.get(key)
            if known is None or known.cancelled or known.duty != duty:
                found[key] = CalendarEntry(duty, number)
        for key, duty in _duties(roster.last_night, officers).items():
            known = found.get(key)
            if known is not None and not known.cancelled and _ends_otherwise(known.duty, duty):
                found[key] = CalendarEntry(duty, number)
    return dict(sorted(found.items(), key=lambda one: (one[0][1], one[0])))


def _ends_otherwise(told: Duty, worked: Duty) -> bool:
    """Is it the same duty, and did it end at another time?"""
    return told.slices[0].start == worked.slices[0].start and told.until != worked.until


def _duties(duties: Iterable[Duty], officers: Collection[str] | None) -> dict[EntryKey, Duty]:
    found: dict[EntryKey, Duty] = {}
    for duty in sorted(duties, key=lambda one: (one.day, one.slices[0].start)):
        if officers is None or duty.officer in officers:
            place = 0
            while (duty.officer, duty.day, place) in found:
                place += 1
            found[duty.officer, duty.day, place] = duty
    return found
