"""Phrases that many sentences are made of: lists, choices, the places of a crew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce

from rosterctl.domain.crew import ANY, LEADER, Slot
from rosterctl.domain.people.officer import Role
from rosterctl.insight import wording
from rosterctl.wording import say

ROLES_OF_SLOTS = {
    Role.SWORN.value: wording.SLOT_SWORN,
    Role.AUXILIARY.value: wording.SLOT_AUXILIARY,
    LEADER: wording.SLOT_LEADER,
    ANY: wording.SLOT_ANY,
}


def listed(texts: Iterable[str]) -> str:
    """`U1, U2, U3`; empty if there is none."""
    return _joined(texts, lambda those, this: say(wording.ANOTHER_OF_LIST, those=those, this=this))


def either_of(texts: Iterable[str]) -> str:
    """`1 sworn or 2 auxiliary`; empty if there is none."""
    return _joined(texts, lambda one, other: say(wording.OR_ANOTHER, one=one, other=other))


def crew_text(alternative: tuple[Slot, ...]) -> str:
    """`1 sworn + 2 auxiliary`."""
    kinds = {slot: alternative.count(slot) for slot in sorted(set(alternative), reverse=True)}
    return _together(
        say(wording.SLOTS_ALIKE, number=number, slot=_slot(slot)) for slot, number in kinds.items()
    )


def slots_text(slots: Iterable[Slot]) -> str:
    """`sworn+driver + auxiliary`, one by one."""
    return _together(map(_slot, slots))


def _slot(slot: Slot) -> str:
    role = say(ROLES_OF_SLOTS[slot.role])
    return say(wording.SLOT_WITH_SKILLS, role=role, skills="+".join(slot.skills)) if slot.skills else role


def _together(texts: Iterable[str]) -> str:
    return _joined(texts, lambda slots, more: say(wording.SLOTS_TOGETHER, slots=slots, more=more))


def _joined(texts: Iterable[str], two: Callable[[str, str], str]) -> str:
    found = list(texts)
    return reduce(two, found) if found else ""
