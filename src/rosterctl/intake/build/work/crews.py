"""Crews: who may man a post together."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.crew import ANY, ARMED, LEADER, Crew, Slot, accompanied
from rosterctl.domain.people.officer import Role
from rosterctl.intake.build.work import wording
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.crews import CrewShape
from rosterctl.intake.text.scalars import read_id
from rosterctl.intake.text.synonyms import synonyms
from rosterctl.intake.text.yaml_items import Item, items
from rosterctl.problems import Place
from rosterctl.wording import say

ROLES = (Role.SWORN.value, Role.AUXILIARY.value, LEADER, ANY)
ROLES_IN_CHINESE = synonyms(ROLES)
MOST_HEADS = 24


def crews_of(contents: BureauContents) -> Mapping[str, Crew]:
    """By id; the bureau's own override those of the rulebook."""
    found = {}
    if contents.rulebook is not None:
        for item in items(contents.rulebook.shape.crews, contents.rulebook.node, "crews"):
            found[item.shape.id] = _crew(contents, item)
    for item in items(contents.head.shape.crews, contents.head.node, "crews"):
        found[item.shape.id] = _crew(contents, item)
    return found


def _crew(contents: BureauContents, item: Item[CrewShape]) -> Crew:
    alternatives: list[tuple[Slot, ...]] = []
    for number, wanted in enumerate(item.shape.alternatives):
        slots: list[Slot] = []
        for text, heads in wanted.items():
            place = item.key("alternatives", number, text)
            if heads == 0:
                contents.mistakes.add(place, *say(wording.NO_HEADS, slot=text))
            slot = _slot(contents, text, place)
            if sum(wanted.values()) > MOST_HEADS:
                contents.mistakes.add(place, *say(wording.TOO_MANY_HEADS, slot=text, most=MOST_HEADS))
            elif slot is not None:
                slots += [slot] * heads
        if len(slots) == sum(wanted.values()):
            _never_alone(contents, slots, item.at("alternatives", number))
        alternatives.extend(accompanied(tuple(sorted(slots))))
    return Crew(item.shape.id, item.shape.name, tuple(alternatives), item.place)


def _slot(contents: BureauContents, text: str, place: Place) -> Slot | None:
    written, *skills = text.split("+")
    role = ROLES_IN_CHINESE.get(written, written)
    if role not in ROLES:
        contents.mistakes.add(
            place,
            *wording.unknown_role(role, ROLES),
        )
        return None
    try:
        slot = Slot(role, tuple(sorted({read_id(skill) for skill in skills})))
    except ValueError as error:
        contents.mistakes.add(place, *say(wording.NOT_A_SLOT, slot=text, error=error))
        return None
    if role == Role.AUXILIARY and ARMED in slot.skills:
        contents.mistakes.add(place, *say(wording.AUXILIARY_ARMED))
    return slot


def _never_alone(contents: BureauContents, slots: list[Slot], place: Place) -> None:
    roles = {slot.role for slot in slots}
    if Role.AUXILIARY in roles and not roles & {Role.SWORN, LEADER}:
        contents.mistakes.add(place, *say(wording.AUXILIARY_ALONE))


def nobody_for(contents: BureauContents, crew: Crew, key: str, place: Place, skills: frozenset[str]) -> None:
    """A mistake when every alternative of the crew asks for a skill that no officer has."""
    lacking = [sorted({s for slot in slots for s in slot.skills} - skills) for slots in crew.alternatives]
    if all(lacking) and lacking and contents.officer_ids.complete:
        contents.mistakes.add(place, *wording.nobody_for_crew(key, crew.id, lacking[0][0], sorted(skills)))
