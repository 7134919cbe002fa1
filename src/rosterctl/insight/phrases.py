"""Phrases that many sentences are made of: lists, choices, places of a crew that are open."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from rosterctl import wording as words
from rosterctl.domain.crew import ANY, LEADER, Slot
from rosterctl.domain.people.officer import Role
from rosterctl.insight import wording
from rosterctl.wording import say

ROLES_OF_SLOTS = {
    Role.SWORN.value: words.ROLE_SWORN,
    Role.AUXILIARY.value: words.ROLE_AUXILIARY,
    LEADER: words.SLOT_LEADER,
    ANY: words.SLOT_ANY,
}


def enumerated(texts: Iterable[str]) -> str:
    """`U1, U2, U3`; empty if there is none."""
    return say(words.LISTED).join(texts)


def either_of(texts: Iterable[str]) -> str:
    """`1 sworn or 2 auxiliary`; empty if there is none."""
    found = list(texts)
    return reduce(lambda one, other: say(wording.OR_ANOTHER, one=one, other=other), found) if found else ""


def slots_text(slots: Iterable[Slot]) -> str:
    """`sworn+driver + auxiliary`, one by one."""
    return say(words.BETWEEN_SLOTS).join(map(_slot, slots))


def _slot(slot: Slot) -> str:
    role = say(ROLES_OF_SLOTS[slot.role])
    return say(wording.SLOT_WITH_SKILLS, role=role, skills="+".join(slot.skills)) if slot.skills else role
