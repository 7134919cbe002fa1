"""Which ids of a noun exist, and where each was declared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from rosterctl.intake.build import wording
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.scalars import read_id
from rosterctl.intake.text.yaml_nodes import ListNode, Mapped, Scalar
from rosterctl.problems import Place
from rosterctl.wording import say

S = TypeVar("S", bound=BaseModel)


@dataclass
class Names:
    """`complete` turns False when a file of these could not be read: then an unknown id is no mistake."""

    noun: str
    mistakes: Mistakes
    places: dict[str, Place] = field(default_factory=dict)
    complete: bool = True

    def declare(self, name: str, place: Place) -> bool:
        """False, and a mistake, when the id is taken."""
        first = self.places.get(name)
        if first is None:
            self.places[name] = place
            return True
        self.mistakes.add(
            place,
            *say(wording.ID_TWICE, noun=self.noun, name=name, first=first),
        )
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
            self.mistakes.add(place, *wording.unknown_id(what, self.noun, name, self.places))
        return False
