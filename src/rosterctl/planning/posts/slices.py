"""From who stands where at each moment to duties with their slices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.planning.posts.posting import Posting
from rosterctl.rulekit.model.board import Choice, Moment
from rosterctl.timeline.clock import DAY, EPOCH, Instant, WallMinute

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
    starts = sorted(at for at in cuts if at >= choice.start)
    slices: list[Slice] = []
    shift = bureau.shifts[choice.shift]
    for start, end in pairwise((*starts, choice.end)):
        post, vehicles = cuts[start]
        since = shift.start if start == choice.start else wall_minute(bureau, choice.day, start)
        until = shift.end if end == choice.end else wall_minute(bureau, choice.day, end)
        if slices and (slices[-1].post, slices[-1].vehicles) == (post, vehicles):
            since = slices.pop().start
        slices.append(Slice(since, until, post, vehicles))
    return Duty(officer, choice.day, choice.shift, choice.unit, choice.origin, tuple(slices))


def wall_minute(bureau: Bureau, day: date, instant: Instant) -> WallMinute:
    """An instant (minutes since 1970-01-01 UTC) in minutes by the wall clock since midnight of `day`."""
    local = bureau.clock.local(EPOCH + timedelta(minutes=instant))
    return WallMinute((local.date() - day).days * DAY + local.hour * 60 + local.minute)


def in_reserve(bureau: Bureau, officer: str, day: date, shift: str, unit: str, origin: Origin) -> Duty:
    """A duty without a post yet."""
    whole = bureau.shifts[shift]
    return Duty(officer, day, shift, unit, origin, (Slice(whole.start, whole.end, ""),))
