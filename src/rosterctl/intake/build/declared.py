"""Which ids of a noun exist, and where each was declared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from rosterctl.intake.build import wording
from rosterctl.intake.text.mistakes import Mistakes, did_you_mean, listed
from rosterctl.intake.text.scalars import read_id
from rosterctl.intake.text.yaml_nodes import ListNode, Mapped, Scalar
from rosterctl.problems import Place
from rosterctl.wording import say

S = TypeVar("S", bound=BaseModel)


CALLED = {
    "shift": wording.ONE_SHIFT,
    "rotation": wording.ONE_ROTATION,
    "crew": wording.ONE_CREW,
    "post type": wording.ONE_POST_TYPE,
    "unit": wording.ONE_UNIT,
    "zone": wording.ONE_ZONE,
    "post": wording.ONE_POST,
    "event": wording.ONE_EVENT,
    "strength target": wording.ONE_STRENGTH_TARGET,
    "officer": wording.ONE_OFFICER,
    "vehicle": wording.ONE_VEHICLE,
    "team": wording.ONE_TEAM,
}
"""How one of each noun is called in a sentence."""

NONE_AT_ALL = {
    "shift": wording.NO_SHIFT_AT_ALL,
    "rotation": wording.NO_ROTATION_AT_ALL,
    "crew": wording.NO_CREW_AT_ALL,
    "post type": wording.NO_POST_TYPE_AT_ALL,
    "unit": wording.NO_UNIT_AT_ALL,
    "zone": wording.NO_ZONE_AT_ALL,
    "post": wording.NO_POST_AT_ALL,
    "event": wording.NO_EVENT_AT_ALL,
    "strength target": wording.NO_STRENGTH_TARGET_AT_ALL,
    "officer": wording.NO_OFFICER_AT_ALL,
    "vehicle": wording.NO_VEHICLE_AT_ALL,
}
"""What is said where nothing can be named: teams are not among them, which every unit has."""


@dataclass
class Names:
    """The ids of one noun; with `unit` only those in that unit.

    `complete` turns False when a file of these could not be read: then an unknown id is no mistake.
    """

    noun: str
    mistakes: Mistakes
    places: dict[str, Place] = field(default_factory=dict)
    complete: bool = True
    unit: str = ""

    def declare(self, name: str, place: Place) -> bool:
        """False, and a mistake, when the id is taken."""
        first = self.places.get(name)
        if first is None:
            self.places[name] = place
            return True
        one = say(CALLED[self.noun], name=name)
        if self.unit:
            told = say(wording.ID_TWICE_IN_UNIT, unit=self.unit, one=one, first=first)
        else:
            told = say(wording.ID_TWICE, one=one, first=first)
        self.mistakes.add(place, *told)
        return False

    def declare_all(self, node: Mapped | None, key: str) -> None:
        """The ids of a top-level list, also of items that are wrong in another way."""
        if node is None:
            self.complete = False
            return
        listing = node.values.get(key)
        for item in listing.items if isinstance(listing, ListNode) else ():
            name = item.values.get("id") if isinstance(item, Mapped) else None
            if not isinstance(name, Scalar):
                self.complete = False
                continue
            try:
                self.declare(read_id(name.text), name.place)
            except ValueError:
                self.complete = False

    def known(self, name: str, place: Place, what: str) -> bool:
        """True when the id exists; else a mistake that says `what` refers to it."""
        if name in self.places:
            return True
        if self.complete:
            one, hint = say(CALLED[self.noun], name=name), did_you_mean(name, self.places)
            message = say(wording.REFERENCE_TO_NONE, what=what, one=one, hint=hint)
            self.mistakes.add(place, message, self._all())
        return False

    def _all(self) -> str:
        """The ids that there are, or that there are none."""
        return (
            say(wording.KNOWN_IDS, known=listed(self.places)) if self.places else say(NONE_AT_ALL[self.noun])
        )
