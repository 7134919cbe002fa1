"""Stage 4, posts: who stands where in each moment of the duty.

First the posts to be manned are counted, moment by moment, with the same rules as in stage 2 but with the
heads that are really there. Then names: a crew stays together as long as its post is manned; the rest are
matched to the open slots at least cost in strangeness. Nobody is posted out of reach, so a post may be lost
that the counts could man.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Slot
from rosterctl.domain.post import Level, Post
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.crewed_posts import Crewed, Posting
from rosterctl.planning.posts.vehicles import MotorPool
from rosterctl.rulekit.home_zones import stay_cost, within_reach
from rosterctl.rulekit.model.board import Moment, Want
from rosterctl.solver.matching import cheapest_matching

Homes = tuple[str, ...]
"""Home zones, the newest first; an officer has two on the date on which one becomes another."""


Crewing = tuple[Want, Level, int]
"""Posts of a want, manned by an alternative of the crew of a level."""


class Poster:
    """Names the crews of one unit, moment after moment."""

    def __init__(self, bureau: Bureau, unit: str, sites: Mapping[str, Sequence[str]]) -> None:
        self.bureau = bureau
        self.posting = Posting(bureau, unit)
        self._sites = sites
        self._pool = MotorPool(bureau, unit)
        self._before: dict[str, Crewed] = {}
        self._stood: Mapping[str, Crewed] = {}
        self._prices: dict[tuple[Homes, str], int | None] = {}
        self._homes: dict[tuple[str, date], Homes] = {}

    def name(self, moment: Moment, counts: Mapping[Crewing, int], on_duty: Sequence[str]) -> None:
        """Mans the posts of one moment with officers on duty; moments come in order of time."""
        wanted = {key: count for key, count in counts.items() if count}
        here = {officer: self._home(officer, moment.day) for officer in on_duty}
        kept = self._kept(wanted, here)
        crews = self._fill(wanted, here, kept)
        if crews is None:
            crews = self._fill(wanted, here, {}, give_up=True) or {}
        self.posting.crews[moment] = crews
        self.posting.vehicles[moment] = self._pool.allot(moment, crews_vehicles(crews))
        self._before = crews

    def stand(self, crews: Mapping[str, Crewed], vehicles: Mapping[str, tuple[str, ...]]) -> None:
        """The next moment begins from these crews and vehicles by post, as they were published."""
        self._stood = crews
        self._pool.park(vehicles)

    def _kept(self, wanted: Mapping[Crewing, int], here: Mapping[str, Homes]) -> dict[str, Crewed]:
        """Crews as published, or of the moment before, all on duty, whose post is still manned like that.

        Nobody is kept out of reach: zones may have been edited since.
        """
        left, free = dict(wanted), set(here)
        kept: dict[str, Crewed] = {}
        for post, crewed in (*self._stood.items(), *self._before.items()):
            near = post not in kept and free.issuperset(crewed.officers)
            if near and all(self._price(here[one], post) is not None for one in crewed.officers):
                same = next((one for one in left if left[one] and self._same(post, crewed, one)), None)
                if same:
                    left[same] -= 1
                    free.difference_update(crewed.officers)
                    kept[post] = Crewed(*same, crewed.officers)
        return kept

    def _same(self, post: str, crewed: Crewed, wanted: Crewing) -> bool:
        slots = _slots(crewed.want, crewed.level, crewed.alternative)
        return post in self._posts(wanted[0]) and _slots(*wanted) == slots

    def _fill(
        self,
        wanted: Mapping[Crewing, int],
        here: Mapping[str, Homes],
        kept: Mapping[str, Crewed],
        give_up: bool = False,
    ) -> dict[str, Crewed] | None:
        """Kept crews and new ones for the other posts; None if somebody is missing.

        With `give_up` posts are given up instead, one by one, those of the highest level first.
        """
        crews = dict(kept)
        busy = {officer for crewed in kept.values() for officer in crewed.officers}
        free = sorted((officer, home) for officer, home in here.items() if officer not in busy)
        openings = self._openings(wanted, kept)
        while openings:
            matched = self._match(openings, free)
            short = [opening for opening, officers in zip(openings, matched, strict=True) if None in officers]
            if not short:
                for opening, officers in zip(openings, matched, strict=True):
                    names = tuple(officer for officer in officers if officer is not None)
                    crews[opening.post] = Crewed(opening.want, opening.level, opening.alternative, names)
                return crews
            if not give_up:
                return None
            lost = max(short, key=lambda opening: opening.level)
            openings = [opening for opening in openings if opening is not lost]
        return crews

    def _openings(self, wanted: Mapping[Crewing, int], kept: Mapping[str, Crewed]) -> list[Opening]:
        left = dict(wanted)
        for crewed in kept.values():
            left[crewed.want, crewed.level, crewed.alternative] -= 1
        taken = set(kept)
        openings = []
        for want, level, alternative in sorted(left, key=lambda state: (state[1], state[2])):
            number = left[want, level, alternative]
            posts = [post for post in self._posts(want) if post not in taken]
            posts.sort(key=lambda post: (post not in self._stood, post not in self._before))
            for post in posts[:number]:
                taken.add(post)
                slots = _slots(want, level, alternative)
                openings.append(Opening(post, want, level, alternative, slots))
        return openings

    def _posts(self, want: Want) -> Sequence[str]:
        return self._sites.get(want.event, ()) if want.event else want.posts

    def _match(
        self, openings: Sequence[Opening], free: Sequence[tuple[str, Homes]]
    ) -> list[list[str | None]]:
        rows: list[dict[int, int]] = []
        people = [self.bureau.officers[officer] for officer, _ in free]
        slots = {slot for opening in openings for slot in opening.slots}
        able = {slot: [place for place, one in enumerate(people) if slot.accepts(one)] for slot in slots}
        for opening in openings:
            stayed = self._who_stood(opening.post)
            prices = {
                place: price + (0 if officer in stayed else PARAMS.posts.newcomer)
                for place, (officer, home) in enumerate(free)
                if (price := self._price(home, opening.post)) is not None
            }
            for slot in opening.slots:
                rows.append({place: prices[place] for place in able[slot] if place in prices})
        weights = [
            PARAMS.posts.level_worth ** (Level.TARGET - opening.level)
            for opening in openings
            for _ in opening.slots
        ]
        found = iter(cheapest_matching(rows, weights))
        return [
            [free[place][0] if (place := next(found)) is not None else None for _ in opening.slots]
            for opening in openings
        ]

    def _who_stood(self, post: str) -> frozenset[str]:
        crews = (crews[post].officers for crews in (self._before, self._stood) if post in crews)
        return frozenset(chain.from_iterable(crews))

    def _home(self, officer: str, day: date) -> Homes:
        """The home zones on a duty day and the date before it, on which the duty may have begun."""
        key = officer, day
        if key not in self._homes:
            person = self.bureau.officers[officer]
            dates = day - timedelta(days=1), day
            self._homes[key] = tuple(
                dict.fromkeys(self.bureau.home_zone(person, one) for one in reversed(dates))
            )
        return self._homes[key]

    def _price(self, homes: Homes, post: str) -> int | None:
        """What posting somebody of these homes there costs; None if it is out of reach of any of them."""
        key = (homes, post)
        if key not in self._prices:
            self._prices[key] = self._worth(homes, self.bureau.posts.get(post))
        return self._prices[key]

    def _worth(self, homes: Homes, post: Post | None) -> int | None:
        if post is None:
            return 0
        if not all(within_reach(self.bureau, home, post) for home in homes):
            return None
        return PARAMS.posts.stranger * stay_cost(homes[0], post)


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """A post to be manned by an alternative, whose slots are still to be filled."""

    post: str
    want: Want
    level: Level
    alternative: int
    slots: tuple[Slot, ...]


def _slots(want: Want, level: Level, alternative: int) -> tuple[Slot, ...]:
    return dict(want.crews)[level].alternatives[alternative]


def crews_vehicles(crews: Mapping[str, Crewed]) -> dict[str, tuple[str, int]]:
    """By manned post, the kind and number of vehicles its crew takes."""
    return {
        post: (crewed.want.vehicle, crewed.want.vehicles)
        for post, crewed in crews.items()
        if crewed.want.vehicle
    }
