"""The frozen window: duties that begin soon, or have begun, change only for a named reason.

What counts as published for a date is the latest version whose dates hold it: a roster for next month does
not take this month's duties away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change, same
from rosterctl.domain.roster import Duty, Roster
from rosterctl.operations.retired_shifts import in_own_shifts, roster_as_told
from rosterctl.storage.state.deeds import Version


def frozen_changes(
    versions: Sequence[Version], bureau: Bureau, roster: Roster, until: datetime, reason: str = ""
) -> tuple[Change, ...]:
    """What the roster changes in published duties that begin before an instant, by date and officer.

    A duty at other posts or in another vehicle is a changed one too. All have the one reason.
    """
    last = bureau.clock.local(until).date()
    days = [day for day in roster.horizon if day <= last]
    covered, before = _published(versions, days)
    old = _by_officer(before, covered)
    new = _by_officer(in_own_shifts(bureau, roster).duties, covered)
    changes = []
    for key in sorted(old.keys() | new.keys()):
        for was, now in _unlike(old.get(key, []), new.get(key, [])):
            changes.append(Change(key[1], key[0], was, now, reason))
    return begun_before(bureau, changes, until)


def begun_before(bureau: Bureau, changes: Iterable[Change], until: datetime) -> tuple[Change, ...]:
    """Of the changes those of duties that begin, or began, before an instant."""
    return tuple(
        one
        for one in changes
        if any(duty is not None and _begins(bureau, duty) < until for duty in (one.before, one.after))
    )


def _published(versions: Sequence[Version], days: Iterable[date]) -> tuple[set[date], list[Duty]]:
    """The dates among `days` that any version holds, and their duties in the latest one that does."""
    open_days, covered, duties = set(days), set[date](), list[Duty]()
    for version in reversed(versions):
        if not open_days:
            break
        roster = roster_as_told(version.folder)
        held = {day for day in open_days if day in roster.horizon}
        duties += [duty for duty in roster.duties if duty.day in held]
        open_days -= held
        covered |= held
    return covered, duties


def _by_officer(duties: Iterable[Duty], days: set[date]) -> dict[tuple[date, str], list[Duty]]:
    found: dict[tuple[date, str], list[Duty]] = {}
    for duty in duties:
        if duty.day in days:
            found.setdefault((duty.day, duty.officer), []).append(duty)
    return found


def _unlike(old: Sequence[Duty], new: Sequence[Duty]) -> Iterator[tuple[Duty | None, Duty | None]]:
    """The duties of one officer and date that are not in both, side by side."""
    gone = [duty for duty in old if not any(same(duty, one) for one in new)]
    come = [duty for duty in new if not any(same(one, duty) for one in old)]
    for n in range(max(len(gone), len(come))):
        yield (gone[n] if n < len(gone) else None), (come[n] if n < len(come) else None)


def _begins(bureau: Bureau, duty: Duty) -> datetime:
    return bureau.clock.instant(duty.day, duty.slices[0].start)


def end_of_window(now: datetime, hours: float) -> datetime:
    """Until when duties that begin are frozen."""
    return now + timedelta(hours=hours)
