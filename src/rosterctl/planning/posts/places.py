"""Where officers stand by published duties, moment by moment, and duties made anew from such places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.planning.posts.slices import IN_RESERVE, PostPlace, slices_at
from rosterctl.rulekit.model.board import Moment
from rosterctl.timeline.clock import Instant


@dataclass(frozen=True)
class Timed:
    """A duty with the instants of its slices, in minutes since 1970-01-01 UTC."""

    duty: Duty
    starts: tuple[Instant, ...]
    end: Instant

    @property
    def start(self) -> Instant:
        return self.starts[0]

    def lasts(self, moment: Moment) -> bool:
        """Is the officer on duty all that moment?"""
        return self.start <= moment.start and moment.end <= self.end

    def at(self, instant: Instant) -> PostPlace:
        """Where the duty stands at an instant of it."""
        place = next(n for n in range(len(self.starts) - 1, -1, -1) if self.starts[n] <= instant)
        piece = self.duty.slices[place]
        return piece.post, piece.vehicles


def timed(bureau: Bureau, duty: Duty) -> Timed:
    """The duty with the instants at which its slices start, and that of its end."""
    number = bureau.clock.number
    starts = tuple(number(duty.day, piece.start) for piece in duty.slices)
    return Timed(duty, starts, number(duty.day, duty.slices[-1].end))


def with_places(bureau: Bureau, one: Timed, places: Sequence[tuple[Moment, PostPlace]]) -> Duty:
    """The duty with other places in some moments of it; elsewhere it stands where it stood."""
    stood = [(piece.post, piece.vehicles) for piece in one.duty.slices]
    cuts = dict(zip(one.starts, stood, strict=True))
    for moment, place in places:
        cuts.setdefault(moment.end, one.at(moment.end) if moment.end < one.end else IN_RESERVE)
        cuts = {at: old for at, old in cuts.items() if not moment.start < at < moment.end}
        cuts[moment.start] = place
    minutes = one.duty.slices[0].start, one.duty.slices[-1].end
    whole = slices_at(bureau, one.duty.day, minutes, (one.start, one.end), cuts)
    return replace(one.duty, slices=tuple(whole))
