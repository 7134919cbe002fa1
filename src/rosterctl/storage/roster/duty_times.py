"""Do the duties of a roster have the times of their shifts?

The duty of an officer who fell away ends early; none begins at another time than its shift, lasts
longer, or has a hole. Whatever makes a roster keeps to that. A roster that does not was damaged or edited:
who is on duty when would be answered in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.domain.shift import Shift


@dataclass(frozen=True, slots=True)
class Misfits:
    """How many duties of a shift have times that are not the shift's, and the first of them."""

    shift: Shift
    first: Duty
    duties: int


def misfits(bureau: Bureau, roster: Roster) -> Iterator[Misfits]:
    """By shift, in the order in which they are met; all ids must be known."""
    found: dict[str, list[Duty]] = {}
    for duty in (*roster.before, *roster.duties):
        if not _fits(bureau.shifts[duty.shift], duty.slices):
            found.setdefault(duty.shift, []).append(duty)
    for id, duties in found.items():
        yield Misfits(bureau.shifts[id], duties[0], len(duties))


def _fits(shift: Shift, slices: tuple[Slice, ...]) -> bool:
    at = shift.start
    for one in slices:
        if one.start != at:
            return False
        at = one.end
    return at <= shift.end
