"""Shifts whose times were edited after they were published: the duties take the new times.

Where a shift begins later or ends earlier, what lies outside is cut off its duties; where it is longer now,
the officer is in reserve in what is new, until the posts are looked at again. What was broken off stays so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Slice
from rosterctl.domain.shift import Shift

Retimed = Mapping[str, tuple[Shift, Shift]]
"""By id the shifts that begin or end at another time than then: as they were, and as they are now."""


def shifts_retimed(now: Bureau, then: Bureau) -> Retimed:
    """Of two readings of a bureau."""
    both = {id: (then.shifts[id], shift) for id, shift in now.shifts.items() if id in then.shifts}
    return {id: (old, new) for id, (old, new) in both.items() if (old.start, old.end) != (new.start, new.end)}


def in_new_times(duties: Iterable[Duty], retimed: Retimed) -> Iterator[Duty]:
    """The duties, those of retimed shifts from their new start to their new end."""
    for duty in duties:
        if duty.shift not in retimed:
            yield duty
            continue
        old, new = retimed[duty.shift]
        stops = min(duty.until, new.end) if new.start < duty.until < old.end else new.end
        yield replace(duty, slices=tuple(_fitted(duty.slices, replace(new, end=stops))))


def _fitted(slices: Iterable[Slice], shift: Shift) -> Iterator[Slice]:
    """The part of the slices that lies in the shift, and the reserve in what they leave of it."""
    at = shift.start
    for piece in slices:
        start, end = max(piece.start, shift.start), min(piece.end, shift.end)
        if start >= end:
            continue
        if start > at:
            yield Slice(at, start, "")
        yield replace(piece, start=start, end=end)
        at = end
    if at < shift.end:
        yield Slice(at, shift.end, "")
