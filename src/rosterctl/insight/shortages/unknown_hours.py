"""The hours of a first morning of which nobody knows who is on duty, because there is no history.

Whoever began on the date before and would by the rotation still be there is assumed, not known: such hours
are not short, and are told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.insight import wording
from rosterctl.insight.phrases import enumerated
from rosterctl.timeline.clock import DAY, clock_text
from rosterctl.wording import say


def unknown_hours(bureau: Bureau, roster: Roster) -> dict[str, tuple[date, int]]:
    """By unit with posts, date and minute until which it is not known who is on duty."""
    first, found = roster.horizon.first, dict[str, tuple[date, int]]()
    for duty in roster.before:
        assumed = roster.known_from is not None and duty.day < roster.known_from
        end = duty.day + timedelta(days=duty.until // DAY), duty.until % DAY
        if assumed and end > (first, bureau.day_starts) and duty.unit in bureau.posts_of:
            found[duty.unit] = max(found.get(duty.unit, end), end)
    return found


def told_once(bureau: Bureau, roster: Roster) -> Iterator[str]:
    """A sentence for each time until which it is not known, with the units."""
    by_end: dict[tuple[date, int], list[str]] = {}
    for unit, end in unknown_hours(bureau, roster).items():
        by_end.setdefault(end, []).append(unit)
    for (day, minute), units in sorted(by_end.items()):
        more = len(units) - NAMED
        named = enumerated(units[:NAMED]) + (say(wording.AND_MORE_UNITS, number=more) if more > 0 else "")
        yield say(wording.NOBODY_KNOWS, units=named, day=day, clock=clock_text(minute))


NAMED = 5
"""Units that are named in a sentence."""
