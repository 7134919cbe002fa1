"""What is different between two rosters: officer by officer, and post by post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest

from rosterctl.domain.change import Change, same
from rosterctl.domain.roster import Duty, OfficerDate, Roster

Stand = tuple[int, int, str]
"""From which minute to which, and who."""


@dataclass(frozen=True, slots=True)
class PostChange:
    """A stretch of a date (minutes since its midnight) in which other people stand at a post than before.

    `post` is as in a slice; the reserve is no post. `was` and `now` are officers in order of their ids.
    """

    post: str
    unit: str
    day: date
    start: int
    end: int
    was: tuple[str, ...]
    now: tuple[str, ...]


def changes(
    before: Roster, after: Roster, since: date, reasons: Mapping[OfficerDate, str] | None = None
) -> tuple[Change, ...]:
    """By date, then officer, over the dates from `since` that both rosters cover.

    `reasons` says by officer and date why, as far as anybody knows; elsewhere the reason is empty.
    """
    why = reasons or {}
    old, new = _by_officer(before, after, since), _by_officer(after, before, since)
    return tuple(
        Change(officer, day, was, now, why.get((officer, day), ""))
        for day, officer in sorted(
            (key[1], key[0]) for key in old.keys() | new.keys() if old.get(key) != new.get(key)
        )
        for was, now in _pairs(old.get((officer, day), []), new.get((officer, day), []))
    )


def post_changes(before: Roster, after: Roster, since: date) -> tuple[PostChange, ...]:
    """By date, post and time, over the dates from `since` that both rosters cover."""
    old, new = _by_post(before, after, since), _by_post(after, before, since)
    return tuple(
        PostChange(post, unit, day, start, end, was, now)
        for day, post, unit in sorted(old.keys() | new.keys())
        for start, end, was, now in _stretches(old.get((day, post, unit), []), new.get((day, post, unit), []))
    )


def _shared(roster: Roster, other: Roster, since: date) -> Iterator[Duty]:
    return (duty for duty in roster.duties if duty.day >= since and duty.day in other.horizon)


def _by_officer(roster: Roster, other: Roster, since: date) -> dict[OfficerDate, list[Duty]]:
    found: dict[OfficerDate, list[Duty]] = {}
    for duty in _shared(roster, other, since):
        found.setdefault((duty.officer, duty.day), []).append(duty)
    return found


def _pairs(was: list[Duty], now: list[Duty]) -> Iterator[tuple[Duty | None, Duty | None]]:
    """Each duty with what became of it: the same shift if it is still there, else whatever is left."""
    was, now = (
        [one for one in mine if not any(same(one, each) for each in other)]
        for mine, other in ((was, now), (now, was))
    )
    for shift in sorted({one.shift for one in was} & {one.shift for one in now}):
        old = next(one for one in was if one.shift == shift)
        new = next(one for one in now if one.shift == shift)
        was.remove(old)
        now.remove(new)
        yield old, new
    yield from zip_longest(was, now)


def _by_post(roster: Roster, other: Roster, since: date) -> dict[tuple[date, str, str], list[Stand]]:
    found: dict[tuple[date, str, str], list[Stand]] = {}
    for duty in _shared(roster, other, since):
        for piece in duty.slices:
            if piece.post:
                key = duty.day, piece.post, duty.unit
                found.setdefault(key, []).append((piece.start, piece.end, duty.officer))
    return found


def _stretches(
    was: Iterable[Stand], now: Iterable[Stand]
) -> Iterator[tuple[int, int, tuple[str, ...], tuple[str, ...]]]:
    """Stretches with the same two crews, where these differ."""
    was, now = list(was), list(now)
    cuts = sorted({at for stand in (*was, *now) for at in stand[:2]})
    open_: tuple[int, int, tuple[str, ...], tuple[str, ...]] | None = None
    for start, end in pairwise(cuts):
        crews = _there(was, start, end), _there(now, start, end)
        if open_ and open_[1:] == (start, *crews):
            open_ = (open_[0], end, *crews)
            continue
        if open_ and open_[2] != open_[3]:
            yield open_
        open_ = (start, end, *crews)
    if open_ and open_[2] != open_[3]:
        yield open_


def _there(stands: Iterable[Stand], start: int, end: int) -> tuple[str, ...]:
    return tuple(sorted({who for since, until, who in stands if since <= start and end <= until}))
