"""What a unit says of its work from a date on, and where each key of that is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rosterctl.intake.shapes.units import ChangedTeamShape, ChangeShape, UnitShape
from rosterctl.intake.text.yaml_items import Item
from rosterctl.problems import Place

CHANGEABLE = tuple(name for name in ChangeShape.model_fields if name != "first")


@dataclass(frozen=True)
class WrittenModel:
    """`changed_in` gives for each key the number of the last change that names it; others are the unit's own.

    `number` is that of the change in question, None for the unit as it is described at first.
    """

    item: Item[UnitShape]
    number: int | None = None
    changed_in: Mapping[str, int] = field(default_factory=dict)

    def changed(self, number: int) -> WrittenModel:
        """The same from the date of the next change on."""
        change = self.item.shape.changes[number]
        named = {key: number for key in CHANGEABLE if getattr(change, key) is not None}
        return replace(self, number=number, changed_in={**self.changed_in, **named})

    @property
    def unit(self) -> str:
        return self.item.shape.id

    @property
    def first(self) -> date | None:
        return None if self.number is None else self.item.shape.changes[self.number].first

    @property
    def place(self) -> Place:
        return self.item.place if self.number is None else self.item.at("changes", self.number)

    def is_new(self, key: str) -> bool:
        """Does the change itself name this key?"""
        return self.changed_in.get(key) == self.number

    @property
    def rotation(self) -> str | None:
        change = self._change("rotation")
        return self.item.shape.rotation if change is None else change.rotation

    @property
    def teams(self) -> Sequence[ChangedTeamShape]:
        change = self._change("teams")
        return self.item.shape.teams if change is None else change.teams or ()

    @property
    def shifts(self) -> Mapping[str, Sequence[str]]:
        change = self._change("shifts")
        return self.item.shape.shifts if change is None else change.shifts or {}

    @property
    def recalls(self) -> tuple[str, ...]:
        change = self._change("recalls")
        return self.item.shape.recalls if change is None else change.recalls or ()

    @property
    def borrows_from(self) -> tuple[str, ...]:
        change = self._change("borrows_from")
        return self.item.shape.borrows_from if change is None else change.borrows_from or ()

    def at(self, key: str, *path: str | int) -> Place:
        return self.item.at(*self._around(key), key, *path)

    def key(self, key: str, *path: str | int) -> Place:
        return self.item.key(*self._around(key), key, *path)

    def _change(self, key: str) -> ChangeShape | None:
        number = self.changed_in.get(key)
        return None if number is None else self.item.shape.changes[number]

    def _around(self, key: str) -> tuple[str | int, ...]:
        number = self.changed_in.get(key)
        return () if number is None else ("changes", number)
