"""A place to be filled: what a stand-in would have to do, where, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import ANY, LEADER, Slot
from rosterctl.domain.demand import PostDemand, post_demands
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.domain.unit import DutyModel
from rosterctl.rulekit.audit.facts.complete import is_complete, left_open
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.timeline.cuts import cut_at


@dataclass(frozen=True)
class Vacancy:
    """Work in `unit` on `day`: `pieces` in minutes since midnight of `day`, all at posts or event sites.

    `duty` is the whole duty to be taken over, None when a post is short and somebody is sent there. Then
    `ways` are the alternatives of the crew that would reach the next level of the post, and `there` the
    officers who stand there.
    """

    unit: str
    day: date
    pieces: tuple[Slice, ...]
    duty: Duty | None = None
    ways: tuple[tuple[Slot, ...], ...] = ()
    there: tuple[Officer, ...] = ()

    @property
    def start(self) -> int:
        """The first minute at a post; of a duty all in reserve its start."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def open(self) -> tuple[Slot, ...]:
        """The places that nobody fills of the alternative that is nearest to being complete."""
        return min((_lacking(way, self.there) for way in self.ways), key=len, default=())

    def is_helped_by(self, officer: Officer) -> bool:
        """The crew is complete with this officer; or it lacks several and this is one of them."""
        if not self.ways:
            return True
        before = [len(_lacking(way, self.there)) for way in self.ways]
        after = [len(_lacking(way, (*self.there, officer))) for way in self.ways]
        if min(before) == 1:
            return min(after) == 0
        return any(less < more for less, more in zip(after, before, strict=True))

    def is_filled_by(self, *officers: Officer) -> bool:
        """The crew is complete with all of these; of a duty that is taken over the rules judge alone."""
        return not self.ways or any(not _lacking(way, (*self.there, *officers)) for way in self.ways)


def _lacking(way: tuple[Slot, ...], officers: tuple[Officer, ...]) -> tuple[Slot, ...]:
    """The open places; the hardest are filled first, so that the easiest are left."""
    return tuple(left_open(sorted(way, key=_ease), officers))


def _ease(slot: Slot) -> tuple[int, int]:
    return (LEADER, Role.SWORN, Role.AUXILIARY, ANY).index(slot.role), -len(slot.skills)


def of_duty(duty: Duty) -> Vacancy:
    """All that an officer was to do in a duty."""
    return Vacancy(duty.unit, duty.day, tuple(one for one in duty.slices if one.post) or duty.slices, duty)


def of_post(bureau: Bureau, roster: Roster, post: str, day: date, at: int | None) -> Vacancy | None:
    """The first stretch of the date in which the post lacks people for its next level.

    `at` is a minute of the date that the stretch must hold; None takes the first of the date. None comes back
    when the post is not wanted then, or has all that is asked for.
    """
    for demand in post_demands(bureau, day, bureau.posts[post].unit):
        if demand.post.id != post or not (at is None or demand.start <= at < demand.end):
            continue
        for start, end, there in _stretches(bureau, roster, demand):
            ways = _next(demand, there)
            if ways and (at is None or start <= at < end):
                piece = Slice(start, end, post)
                return Vacancy(demand.post.unit, day, (piece,), ways=ways, there=there)
    return None


def _next(demand: PostDemand, there: tuple[Officer, ...]) -> tuple[tuple[Slot, ...], ...]:
    """The alternatives of the crew of the lowest level that is not reached."""
    for _, crew in demand.crews:
        if not any(is_complete(way, there) for way in crew.alternatives):
            return crew.alternatives
    return ()


def _stretches(
    bureau: Bureau, roster: Roster, demand: PostDemand
) -> list[tuple[WallMinute, WallMinute, tuple[Officer, ...]]]:
    """The demand cut where somebody comes or goes and where plain shifts hand over, with who is there."""
    stands = [
        (WallMinute(piece.start + ahead), WallMinute(piece.end + ahead), bureau.officers[duty.officer])
        for duty in (*roster.last_night, *roster.duties)
        for piece in duty.slices
        if piece.post == demand.post.id
        for ahead in [(duty.day - demand.day).days * DAY]
        if piece.start + ahead < demand.end and demand.start < piece.end + ahead
    ]
    relieved = _handovers(bureau, bureau.units[demand.post.unit].on(demand.day))
    found: list[tuple[WallMinute, WallMinute, tuple[Officer, ...]]] = []
    for start, end in cut_at(demand.start, demand.end, relieved.union(*(stand[:2] for stand in stands))):
        there = tuple(who for since, until, who in stands if since <= start and end <= until)
        if found and found[-1][2] == there and start not in relieved:
            found[-1] = (found[-1][0], end, there)
        else:
            found.append((start, end, there))
    return found


def _handovers(bureau: Bureau, model: DutyModel) -> frozenset[WallMinute]:
    """Minutes of a date at which plain shifts of the unit begin or end, those of the dates beside it too."""
    shifts = [
        shift
        for team in model.teams
        for letter in sorted(set(bureau.rotations[team.rotation].cycle))
        for shift in bureau.shifts_on(model, team, letter)[:1]
    ]
    return frozenset(
        WallMinute(at + ahead)
        for shift in shifts
        for at in (shift.start, shift.end)
        for ahead in (-DAY, 0, DAY)
    )
