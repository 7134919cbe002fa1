"""From who stands where at each moment to duties with their slices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.planning.posts.crewed_posts import Posting
from rosterctl.rulekit.model.board import Choice, Moment
from rosterctl.timeline.clock import Instant, WallMinute

PostPlace = tuple[str, tuple[str, ...]]
"""A post (empty for the reserve) and the vehicles taken there."""
IN_RESERVE: PostPlace = ("", ())


def make_duties(bureau: Bureau, posting: Posting, worked: Iterable[tuple[str, Choice]]) -> list[Duty]:
    """The duties served in one unit. Outside the moments of the posting everybody is in reserve."""
    places = {
        (moment, officer): place for moment in posting.crews for officer, place in seats(posting, moment)
    }
    moments = sorted(posting.crews, key=lambda moment: moment.start)
    return [_duty(bureau, officer, choice, moments, places) for officer, choice in worked]


def seats(posting: Posting, moment: Moment) -> Iterator[tuple[str, PostPlace]]:
    """By officer the post and the vehicles at a moment; several riders take one each."""
    for post, crewed in posting.crews[moment].items():
        vehicles = posting.vehicles[moment].get(post, ())
        for seat, officer in enumerate(crewed.officers):
            own = vehicles if len(vehicles) < 2 else vehicles[seat : seat + 1]
            yield officer, (post, own)


def _duty(
    bureau: Bureau,
    officer: str,
    choice: Choice,
    moments: Sequence[Moment],
    places: Mapping[tuple[Moment, str], PostPlace],
) -> Duty:
    inside = [moment for moment in moments if choice.start < moment.end and moment.start < choice.end]
    cuts = {
        choice.start: IN_RESERVE,
        **{moment.start: places.get((moment, officer), IN_RESERVE) for moment in inside},
    }
    if inside and inside[-1].end < choice.end:
        cuts[inside[-1].end] = IN_RESERVE
    shift = bureau.shifts[choice.shift]
    whole = slices_at(bureau, choice.day, (shift.start, shift.end), (choice.start, choice.end), cuts)
    return Duty(officer, choice.day, choice.shift, choice.unit, choice.origin, tuple(whole))


def slices_at(
    bureau: Bureau,
    day: date,
    minutes: tuple[WallMinute, WallMinute],
    instants: tuple[Instant, Instant],
    cuts: Mapping[Instant, PostPlace],
) -> Iterator[Slice]:
    """The slices of a duty of this date that takes each place of `cuts` at its instant, one from the start.

    Start and end of the duty come as `minutes` since midnight by the wall clock and as `instants` in minutes
    since 1970-01-01 UTC: where a clock is set back, the minutes do not follow from the instants. Cuts outside
    are left out. Neighbours at the same place are one slice.
    """
    begin, end = instants
    starts = sorted(at for at in cuts if begin <= at < end)
    kept = [at for n, at in enumerate(starts) if not n or cuts[at] != cuts[starts[n - 1]]]
    for start, stop in pairwise((*kept, end)):
        since = minutes[0] if start == begin else bureau.clock.wall_minute(day, start)
        until = minutes[1] if stop == end else bureau.clock.wall_minute(day, stop)
        yield Slice(since, until, *cuts[start])


def in_reserve(bureau: Bureau, officer: str, day: date, shift: str, unit: str, origin: Origin) -> Duty:
    """A duty without a post yet."""
    whole = bureau.shifts[shift]
    return Duty(officer, day, shift, unit, origin, (Slice(whole.start, whole.end, ""),))
