"""A made-up city: four teams of one DNOO rotation over many units, posts wanted to a share of a team.

At cover 0.95 the posts want, round the clock, 95 % of the heads of one team. Somebody is away at all times: a
course takes people from the first units for twelve days, and everywhere else leave comes in weeks, at most
two officers of a team at a time. Weeks of leave are handed out until the plain cycle misses `missed`
person-shifts at cover 0.95, so that the input is as hard as it is said to be. The same people serve at every
cover.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

SEED = 20200107
FIRST, DAYS = date(2026, 12, 1), 28
ANCHOR = date(2020, 1, 1)
TEAMS = "ABCD"
CYCLE, OFFSETS = "DNOO", (0, 1, 2, 3)
COURSE_FIRST, COURSE_DAYS = date(2026, 12, 7), 12
LEADERS = 4
WEEK = 7
HARDEST = 0.95
"""The cover at which the missed person-shifts are counted."""


@dataclass(frozen=True)
class Absence:
    """`number` counts within the team."""

    unit: int
    team: int
    number: int
    first: date
    days: int
    kind: str

    def covers(self, day: date) -> bool:
        return self.first <= day < self.first + timedelta(days=self.days)


@dataclass(frozen=True)
class City:
    """`sizes` are the heads of the units; `course` heads of the first `schools` units go on the course."""

    sizes: tuple[int, ...]
    course: int
    missed: int
    schools: int = 4

    @cached_property
    def teams(self) -> tuple[tuple[int, ...], ...]:
        """By unit the heads of its teams; who gets the odd ones goes round, so the city's teams are equal."""
        found, turn = [], 0
        for size in self.sizes:
            heads, odd = divmod(size, len(TEAMS))
            extra = {(turn + n) % len(TEAMS) for n in range(odd)}
            turn += odd
            found.append(tuple(heads + (team in extra) for team in range(len(TEAMS))))
        return tuple(found)

    def posts(self, cover: float) -> tuple[int, ...]:
        """By unit how many posts it has: the city's number shared out by size, largest remainders first."""
        wanted = [cover * size / len(TEAMS) for size in self.sizes]
        found = [int(number) for number in wanted]
        left = round(sum(wanted)) - sum(found)
        by_remainder = sorted(range(len(wanted)), key=lambda unit: (found[unit] - wanted[unit], unit))
        for unit in by_remainder[:left]:
            found[unit] += 1
        return tuple(found)

    def wanted(self, cover: float) -> int:
        """Person-shifts in the horizon: two shifts a day at every post."""
        return 2 * DAYS * sum(self.posts(cover))

    def missed_by_cycle(self, cover: float) -> int:
        """Person-shifts that the plain cycle cannot man."""
        return _missed(self, self.absences, self.posts(cover))

    @cached_property
    def absences(self) -> tuple[Absence, ...]:
        """The course, then weeks of leave as long as the cycle does not miss more than it should."""
        found = list(self._course())
        posts = self.posts(HARDEST)
        missed = _missed(self, found, posts)
        for week in self._weeks():
            same = [one for one in found if (one.unit, one.team) == (week.unit, week.team)]
            more = _missed(self, [*same, week], posts, week) - _missed(self, same, posts, week)
            if missed + more <= self.missed:
                found.append(week)
                missed += more
        return tuple(found)

    def _course(self) -> Iterator[Absence]:
        """Shared out over the schools' teams; leaders stay."""
        each, odd = divmod(self.course, self.schools * len(TEAMS))
        for place in range(self.schools * len(TEAMS)):
            unit, team = divmod(place, len(TEAMS))
            for number in range(each + (place * odd % (self.schools * len(TEAMS)) < odd)):
                yield Absence(unit, team, LEADERS + number, COURSE_FIRST, COURSE_DAYS, "training")

    def _weeks(self) -> list[Absence]:
        """Every week that could be given as leave, two officers a team at a time, in a mixed order."""
        weeks = [
            Absence(unit, team, LEADERS + 2 * week + lane, FIRST + timedelta(days=WEEK * week), WEEK, "leave")
            for unit in range(self.schools, len(self.sizes))
            for team in range(len(TEAMS))
            for week in range(DAYS // WEEK)
            for lane in range(2)
        ]
        return Random(SEED).sample(weeks, len(weeks))


def _missed(
    city: City, absences: Sequence[Absence], posts: Sequence[int], only: Absence | None = None
) -> int:
    """Posts times shifts that the teams called cannot man; of one unit and team if `only` names it."""
    away: Counter[tuple[int, int, date]] = Counter(
        (one.unit, one.team, one.first + timedelta(days=n)) for one in absences for n in range(one.days)
    )
    total = 0
    for unit, teams in enumerate(city.teams):
        for team, heads in enumerate(teams):
            if only and (unit, team) != (only.unit, only.team):
                continue
            for n in range(DAYS):
                day = FIRST + timedelta(days=n)
                if CYCLE[((day - ANCHOR).days + OFFSETS[team]) % len(CYCLE)] != "O":
                    total += max(posts[unit] - heads + away[unit, team, day], 0)
    return total


WHOLE = City(sizes=(268,) * 4 + (79,) * 6 + (78,) * 16, course=150, missed=1218)
"""2,794 officers in 26 units, 698 or 699 a team."""
SMALL = City(sizes=(70, 70, 70, 70), course=15, missed=122, schools=2)
"""280 officers in four units, 70 a team."""
