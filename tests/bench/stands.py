"""Crews at posts, and the greedy's bookkeeping from one change to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rosterctl.domain.post import Ladder, Level, PostType
from rosterctl.domain.vehicle import Vehicle


@dataclass(frozen=True, slots=True)
class Want:
    """A post or event site is wanted between two moments, in minutes since midnight of the first date."""

    post: str
    zone: str
    start: int
    end: int
    crews: Ladder
    type: PostType | None

    @property
    def scarce(self) -> bool:
        """Asks for people of whom there are few: leaders, or holders of a licence."""
        slots = [slot for _, crew in self.crews for slot in crew.alternatives[0]]
        return any(slot.role == "leader" or slot.skills for slot in slots)


@dataclass(frozen=True, slots=True)
class Stand:
    """A crew at a post: the level it reaches, who they are, and the vehicles they have."""

    want: Want
    level: Level
    members: tuple[str, ...]
    vehicles: tuple[str, ...]


class Step:
    """One change: `before` are the stands until now, `free` those on duty who have no post yet."""

    def __init__(self, before: Mapping[str, Stand], free: set[str]) -> None:
        self.before, self.free = before, free
        self.now: dict[str, Stand] = {}
        self.taken: set[str] = set()
        self.standing = {one: post for post, stand in before.items() for one in stand.members}
        self.had = {car: post for post, stand in before.items() for car in stand.vehicles}

    def keep(self, want: Want, level: Level, running: Sequence[Vehicle]) -> bool:
        """Leave a crew where it is if it reached this level and everybody and everything is still there."""
        last = self.before.get(want.post)
        if want.post in self.now or last is None or (last.level, last.want.crews) != (level, want.crews):
            return False
        usable = {one.id for one in running} - self.taken if last.vehicles else set()
        if not (self.free.issuperset(last.members) and usable.issuperset(last.vehicles)):
            return False
        self.man(Stand(want, level, last.members, last.vehicles))
        return True

    def cars(self, want: Want, running: Sequence[Vehicle]) -> tuple[str, ...] | None:
        """The vehicles for a post: those it has or had, else those that nobody had; None if too few."""
        if want.post in self.now:
            return self.now[want.post].vehicles
        if want.type is None or not want.type.vehicle:
            return ()
        free = [one.id for one in running if one.kind == want.type.vehicle and one.id not in self.taken]
        free.sort(key=lambda car: 0 if self.had.get(car) == want.post else 2 if car in self.had else 1)
        return tuple(free[: want.type.vehicles]) if len(free) >= want.type.vehicles else None

    def open_to(self, want: Want) -> tuple[set[str], tuple[str, ...]]:
        """Who may be sent there, and who of them is there already."""
        stand = self.now.get(want.post)
        if stand:
            return self.free | set(stand.members), stand.members
        last = self.before.get(want.post)
        return self.free, last.members if last else ()

    def man(self, stand: Stand) -> None:
        replaced = self.now.get(stand.want.post)
        if replaced:
            self.free |= set(replaced.members)
        self.free -= set(stand.members)
        self.taken |= set(stand.vehicles)
        self.now[stand.want.post] = stand
