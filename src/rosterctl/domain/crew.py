"""Crew make-up: the alternatives by which a post may lawfully be manned."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations

from rosterctl import wording
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.problems import NOWHERE, Place
from rosterctl.wording import say

ANY, LEADER = "any", "leader"
ARMED = "armed"
"""The skill of carrying a gun, which no auxiliary may have."""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One place in a crew. `role` is sworn, auxiliary, leader or any; every skill named is required.

    A sworn officer can do an auxiliary's job, never the reverse; a leader is a sworn officer who leads.
    """

    role: str
    skills: tuple[str, ...] = ()

    def accepts(self, officer: Officer) -> bool:
        if self.role == Role.SWORN and officer.role != Role.SWORN:
            return False
        if self.role == LEADER and not (officer.leader and officer.role == Role.SWORN):
            return False
        return all(skill in officer.skills for skill in self.skills)

    def __str__(self) -> str:
        return "+".join((self.role, *self.skills))


@dataclass(frozen=True, slots=True)
class Crew:
    """Alternatives, each a tuple of slots (one a head). A post is manned when one of them is complete.

    In YAML an alternative is a mapping from slot to number: `{sworn: 1, auxiliary+driver: 2}`.
    """

    id: str
    name: str
    alternatives: tuple[tuple[Slot, ...], ...]
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def heads(self) -> int:
        """Heads of the smallest alternative; the measure of a shortage when the post stands empty."""
        return min(len(alternative) for alternative in self.alternatives)


def licensed(crew: Crew, licence: str, holders: int) -> Crew:
    """The same crew in which `holders` heads must also hold `licence`, placed in every possible way."""
    found: dict[tuple[Slot, ...], None] = {}
    for alternative in crew.alternatives:
        for chosen in combinations(range(len(alternative)), min(holders, len(alternative))):
            slots = (
                Slot(slot.role, tuple(sorted({*slot.skills, licence}))) if place in chosen else slot
                for place, slot in enumerate(alternative)
            )
            found[tuple(sorted(slots))] = None
    return replace(crew, alternatives=tuple(found))


def accompanied(slots: tuple[Slot, ...]) -> tuple[tuple[Slot, ...], ...]:
    """The same slots; where none is sworn by its role one of `any` is made so, in every possible way.

    An auxiliary never works without a sworn officer: `{any: 2}` is one sworn officer and one of any kind.
    """
    found: dict[tuple[Slot, ...], None] = {}
    if not {slot.role for slot in slots} & {Role.SWORN.value, LEADER}:
        for place, slot in enumerate(slots):
            if slot.role == ANY:
                sworn = Slot(Role.SWORN.value, slot.skills)
                found[tuple(sorted((*slots[:place], sworn, *slots[place + 1 :])))] = None
    return tuple(found) or (slots,)


def describe(alternative: tuple[Slot, ...]) -> str:
    """`1 sworn + 2 auxiliary+driver`."""
    kinds = sorted(set(alternative), reverse=True)
    return say(wording.BETWEEN_SLOTS).join(_counted(alternative.count(slot), slot) for slot in kinds)


def _counted(number: int, slot: Slot) -> str:
    role = say(_ROLES[slot.role])
    if not slot.skills:
        return say(wording.SLOTS_OF_A_CREW, number=number, role=role)
    return say(wording.SKILLED_SLOTS, number=number, role=role, skills="+".join(slot.skills))


_ROLES = {
    Role.SWORN: wording.ROLE_SWORN,
    Role.AUXILIARY: wording.ROLE_AUXILIARY,
    LEADER: wording.SLOT_LEADER,
    ANY: wording.SLOT_ANY,
}
