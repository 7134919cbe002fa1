"""What is different about one officer's date between two rosters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rosterctl import wording
from rosterctl.domain.roster import Duty
from rosterctl.wording import say


class ChangeKind(StrEnum):
    """The first that fits, from what upsets a plan most to what does not touch it."""

    ADDED = "added"
    DROPPED = "dropped"
    SHIFT = "other shift"
    UNIT = "other unit"
    TIMES = "other times"
    POST = "other post"
    VEHICLE = "other vehicle"
    END = "other end"
    ORIGIN = "other origin"

    @property
    def words(self) -> str:
        return say(_WORDS[self])


_WORDS = {
    ChangeKind.ADDED: wording.CHANGE_ADDED,
    ChangeKind.DROPPED: wording.CHANGE_DROPPED,
    ChangeKind.SHIFT: wording.CHANGE_SHIFT,
    ChangeKind.UNIT: wording.CHANGE_UNIT,
    ChangeKind.TIMES: wording.CHANGE_TIMES,
    ChangeKind.POST: wording.CHANGE_POST,
    ChangeKind.VEHICLE: wording.CHANGE_VEHICLE,
    ChangeKind.END: wording.CHANGE_END,
    ChangeKind.ORIGIN: wording.CHANGE_ORIGIN,
}


@dataclass(frozen=True)
class Change:
    """`before` is what the officer was to work on `day`, `after` what it is now; None is no duty."""

    officer: str
    day: date
    before: Duty | None
    after: Duty | None
    reason: str

    @property
    def kind(self) -> ChangeKind:
        """One of the two duties is there, and they are not equal."""
        if self.before is None:
            return ChangeKind.ADDED
        if self.after is None:
            return ChangeKind.DROPPED
        if self.before.shift != self.after.shift:
            return ChangeKind.SHIFT
        if self.before.unit != self.after.unit:
            return ChangeKind.UNIT
        if self.before.slices[0].start != self.after.slices[0].start:
            return ChangeKind.TIMES
        if self.before.until != self.after.until:
            return ChangeKind.END
        if stood_at(self.before) != stood_at(self.after):
            return ChangeKind.POST
        return ChangeKind.VEHICLE if stays_of(self.before) != stays_of(self.after) else ChangeKind.ORIGIN


def same(before: Duty, after: Duty) -> bool:
    """The officer is told nothing new: a stay at one post may be cut into slices in several ways."""
    if before == after:
        return True
    if before.until != after.until:
        return False
    return replace(before, slices=()) == replace(after, slices=()) and stays_of(before) == stays_of(after)


def stood_at(duty: Duty) -> list[tuple[int, str]]:
    """Since which minute at which post; empty for the reserve."""
    found: list[tuple[int, str]] = []
    for piece in duty.slices:
        if not found or found[-1][1] != piece.post:
            found.append((piece.start, piece.post))
    return found


def stays_of(duty: Duty) -> list[tuple[int, tuple[str, tuple[str, ...]]]]:
    """Since which minute at which post with which vehicles."""
    found: list[tuple[int, tuple[str, tuple[str, ...]]]] = []
    for piece in duty.slices:
        if not found or found[-1][1] != (piece.post, piece.vehicles):
            found.append((piece.start, (piece.post, piece.vehicles)))
    return found
