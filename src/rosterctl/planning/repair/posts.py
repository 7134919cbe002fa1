"""Posts after a repair: whoever can stands where it was published, and what has broken is filled again.

At every moment as many posts are manned as can be, legal minima first, and among all ways to do that the one
is taken that keeps most of the published crews. Moments in which nothing has changed are left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import SHORTAGES, Tier
from rosterctl.planning.counts.event_hosts import Sites
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.cover.presences import Presence, presences_of
from rosterctl.planning.posts.assignment import Crewing, Poster
from rosterctl.planning.posts.crewed_posts import Crewed
from rosterctl.planning.posts.places import Timed, timed, with_places
from rosterctl.planning.posts.slices import IN_RESERVE, PostPlace, seats
from rosterctl.planning.posts.unit import counts_of, manning_of
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.model.board import Choice, Moment, Want
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.matching import cheapest_matching
from rosterctl.solver.outcome import Settings
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import ONE_DAY, Horizon


def repost(
    bureau: Bureau,
    rules: Sequence[Rule],
    unit: str,
    days: Sequence[date],
    before: Iterable[Duty],
    after: Iterable[Duty],
    sites: Sites,
    settings: Settings,
    refill: Collection[date] = (),
    now: int = 0,
) -> list[Duty]:
    """The duties in `after`, all served in the unit, with their places on these duty days put right.

    `before` are the duties as published; who is in both stands in `after` where they stood. `sites` are the
    event sites that the unit mans, by event. On the days in `refill` every moment is filled anew, on the
    others only those in which the people are not who they were. What is over by `now` (minutes since
    1970-01-01 UTC) stays as it was, whatever is wanted by now: nobody can be sent there any more.
    """
    then, here = [timed(bureau, one) for one in before], [timed(bureau, one) for one in after]
    return _Reposting(bureau, rules, unit, sites, then, here, now).done(days, frozenset(refill), settings)


def reposted(
    bureau: Bureau,
    rules: Sequence[Rule],
    unit: str,
    days: Collection[date],
    horizon: Horizon,
    published: Iterable[Duty],
    duties: Iterable[Duty],
    past: Iterable[Duty],
    sites: Sites,
    settings: Settings,
    refill: Collection[date] = (),
    now: int = 0,
) -> list[Duty]:
    """The same for the duties of a unit on these duty days of the horizon and the mornings after.

    `past` are the duties before the horizon; the night of its eve is looked at too.
    """
    watched = sorted(day for day in horizon if day in days or day - ONE_DAY in days)
    near = frozenset(watched) | {day - ONE_DAY for day in watched}
    night = [one for one in past if (one.day, one.unit) == (horizon.first - ONE_DAY, unit)]
    then, here = (
        [*night, *(one for one in several if one.unit == unit and one.day in near)]
        for several in (published, duties)
    )
    return repost(bureau, rules, unit, watched, then, here, sites, settings, refill, now)


@dataclass(frozen=True)
class _Reposting:
    bureau: Bureau
    rules: Sequence[Rule]
    unit: str
    sites: Sites
    then: Sequence[Timed]
    now: Sequence[Timed]
    at: int

    def done(self, days: Sequence[date], refill: frozenset[date], settings: Settings) -> list[Duty]:
        cover = manning_of(self.bureau, days, self.rules, self.unit, self._presences(), self.sites)
        changed = [one for one in cover.moments if self._is_looked_at(one, refill)]
        published = {moment: self._published(moment, cover.wants(moment)) for moment in changed}
        _keep_crews(cover, published)
        goals = goals_of(cover.model, (*SHORTAGES[:2], Tier.CHANGES))
        counts = counts_of(cover, minimise(cover.model, goals, settings))
        poster = Poster(self.bureau, self.unit, self.sites)
        places: dict[str, list[tuple[Moment, PostPlace]]] = {}
        for moment in changed:
            here = [one.duty.officer for one in self.now if one.lasts(moment)]
            crews = published[moment]
            poster.stand(crews, self._vehicles(moment, crews))
            poster.name(moment, counts.get(moment, {}), here)
            taken = dict(seats(poster.posting, moment))
            for officer in here:
                places.setdefault(officer, []).append((moment, taken.get(officer, IN_RESERVE)))
        return [with_places(self.bureau, one, self._own(one, places)) for one in self.now]

    def _own(
        self, one: Timed, places: Mapping[str, Sequence[tuple[Moment, PostPlace]]]
    ) -> list[tuple[Moment, PostPlace]]:
        mine = places.get(one.duty.officer, ())
        return [(moment, place) for moment, place in mine if one.lasts(moment)]

    def _presences(self) -> list[Presence]:
        """Everybody now on duty; those of before count nothing, but time is cut where they come, move and go.

        A post that is no longer wanted cuts no time by itself.
        """
        there = [(one.duty.officer, self._choice(one)) for one in self.now]
        found = presences_of(self.bureau, self.rules, there)
        for one in self.then:
            if officer := self.bureau.officers.get(one.duty.officer):
                stood = (replace(self._choice(one), start=at) for at in one.starts)
                found.extend(Presence((), officer, choice, 0, 0) for choice in stood)
        # Time is cut now, too: before it everybody stands where they stood.
        found.extend(
            replace(one, choice=replace(one.choice, start=Instant(self.at)), count=0, most=0)
            for one in found[:1]
            if self.at
        )
        return found

    def _choice(self, one: Timed) -> Choice:
        duty = one.duty
        return choice_of(self.bureau, duty.day, self.bureau.worked_shift(duty), duty.unit, duty.origin, False)

    def _is_looked_at(self, moment: Moment, refill: Collection[date]) -> bool:
        if moment.end <= self.at:
            return self._has_more(moment)
        return moment.day in refill or self._has_changed(moment)

    def _has_more(self, moment: Moment) -> bool:
        """Was anybody there after all, whose absence was taken back? They stood where somebody was wanted."""
        was = {one.duty.officer for one in self.then if one.lasts(moment)}
        return any(one.duty.officer not in was for one in self.now if one.lasts(moment))

    def _has_changed(self, moment: Moment) -> bool:
        """Is anybody there who was not, or the other way round, or is a vehicle not there to be taken?"""
        was = {one.duty.officer: one.at(moment.start) for one in self.then if one.lasts(moment)}
        here = {one.duty.officer: one.at(moment.start) for one in self.now if one.lasts(moment)}
        if here != was:
            return True
        used = {name for _, vehicles in here.values() for name in vehicles}
        fleet = [one for one in self.bureau.vehicles.values() if one.unit == self.unit]
        return not used <= {one.id for one in fleet if self.bureau.runs(one, moment.start, moment.end)}

    def _published(self, moment: Moment, wants: Sequence[Want]) -> dict[str, Crewed]:
        """The crews as published, by post, whoever of them is still there."""
        stood: dict[str, list[str]] = {}
        for one in self.then:
            if one.lasts(moment):
                stood.setdefault(one.at(moment.start)[0], []).append(one.duty.officer)
        found = {}
        for want in wants:
            for post in self.sites.get(want.event, ()) if want.event else want.posts:
                crewed = self._crewed(want, stood.get(post, ()))
                if crewed is not None:
                    found[post] = crewed
        return found

    def _crewed(self, want: Want, officers: Sequence[str]) -> Crewed | None:
        """The officers in the order of the slots of the highest level that all of them complete together."""
        people = [self.bureau.officers[one] for one in officers if one in self.bureau.officers]
        for level, crew in reversed(want.crews):
            for number, slots in enumerate(crew.alternatives):
                if len(slots) == len(people) == len(officers):
                    rows = [
                        {seat: 0 for seat, one in enumerate(people) if slot.accepts(one)} for slot in slots
                    ]
                    order = [seat for seat in cheapest_matching(rows, [1] * len(rows)) if seat is not None]
                    if len(order) == len(slots):
                        return Crewed(want, level, number, tuple(people[seat].id for seat in order))
        return None

    def _vehicles(self, moment: Moment, crews: Mapping[str, Crewed]) -> dict[str, tuple[str, ...]]:
        """By post the vehicles as published, in the order of the crew."""
        had = {one.duty.officer: one.at(moment.start)[1] for one in self.then if one.lasts(moment)}
        return {
            post: tuple(dict.fromkeys(name for officer in crewed.officers for name in had[officer]))
            for post, crewed in crews.items()
            if crewed.want.vehicle
        }


def _keep_crews(cover: Cover, published: Mapping[Moment, Mapping[str, Crewed]]) -> None:
    """A point for every published way to man a post that is given up."""
    for moment, crews in published.items():
        for (want, level, alternative), number in _crewings(crews.values()):
            manned = cover.manned(moment, want, level, alternative)
            lost = cover.slack(number)
            cover.require(lost + manned >= number)
            cover.penalise(Tier.CHANGES, lost, 1, "published", moment.day)


def _crewings(crews: Iterable[Crewed]) -> Iterator[tuple[Crewing, int]]:
    counts: dict[Crewing, int] = {}
    for one in crews:
        key = (one.want, one.level, one.alternative)
        counts[key] = counts.get(key, 0) + 1
    yield from counts.items()
