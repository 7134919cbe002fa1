"""What there is to choose from: rotations, shifts, rulebooks and calendars, shipped and the bureau's own.

Each file is read by itself, so that two of them may have one id as long as no bureau names both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from rosterctl.domain.rotation import REST, Rotation
from rosterctl.domain.shift import Shift
from rosterctl.intake.build.work.calendar import calendar_of
from rosterctl.intake.build.work.rotations import rotations_of, shifts_of
from rosterctl.intake.bureau_yaml import BUREAU_YAML, open_bureau_yaml
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.bureau import BureauShape
from rosterctl.intake.shapes.calendar import CalendarShape
from rosterctl.intake.shapes.rotations import RotationsShape
from rosterctl.intake.shapes.rulebook import RulebookShape
from rosterctl.intake.shapes.shifts import ShiftsShape
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes, quoted
from rosterctl.intake.text.presets import names, read_preset, shipped
from rosterctl.intake.text.yaml_items import Item, check_shape, items
from rosterctl.intake.text.yaml_nodes import Mapped
from rosterctl.problems import BadInput, Place
from rosterctl.timeline.calendar import Calendar


@dataclass(frozen=True)
class RulebookTitle:
    """A rulebook by its id, without its rules."""

    id: str
    name: str
    source: str
    file: str


@dataclass
class PresetShelf:
    """In the order of the files, what stands in bureau.yaml itself last; the place of each names its file."""

    rotations: list[Rotation] = field(default_factory=list)
    shifts: list[Shift] = field(default_factory=list)
    rulebooks: list[RulebookTitle] = field(default_factory=list)
    calendars: list[Calendar] = field(default_factory=list)

    def weekly_minutes(self, rotation: Rotation) -> float | None:
        """The mean of whoever works every duty of the cycle; None where a letter has no shift here."""
        known = {one.id: one for one in self.shifts}
        worked = [known.get(rotation.shifts.get(letter, "")) for letter in rotation.cycle if letter != REST]
        paid = [one.length - one.break_minutes for one in worked if one is not None]
        return sum(paid) * 7 / len(rotation.cycle) if len(paid) == len(worked) else None


def preset_shelf(bureau: Path | None = None) -> PresetShelf:
    """The shipped presets, and those in a bureau's folder. BadInput with the mistakes of the files."""
    mistakes = Mistakes()
    folder = Folder(shipped() if bureau is None else bureau, mistakes)
    head = _no_head(folder) if bureau is None else open_bureau_yaml(folder)
    found = PresetShelf()
    if head is None:
        raise BadInput(quoted(mistakes.problems, folder.line))
    for contents in (*_files(head), _own(head)):
        found.shifts += shifts_of(contents).values()
        found.rotations += rotations_of(contents).values()
        if contents.rulebook is not None:
            one, place = contents.rulebook.shape, contents.rulebook.place
            found.rulebooks.append(RulebookTitle(one.rulebook, one.name, one.source.strip(), place.file))
        if contents.calendar is not None:
            found.calendars.append(calendar_of(contents))
    if mistakes:
        raise BadInput(quoted(mistakes.problems, folder.line))
    return found


def _no_head(folder: Folder) -> BureauContents:
    node = Mapped(Place(BUREAU_YAML))
    return BureauContents(folder, folder.mistakes, Item(BureauShape.model_construct(), node), frozenset())


def _files(head: BureauContents) -> Iterator[BureauContents]:
    """Each preset as if it alone were in the bureau."""
    for kind, shape in SHAPES.items():
        for name in names(head.folder, kind):
            node = read_preset(head.folder, kind, name, head.head.place)
            if node is None:
                continue
            found, _ = check_shape(shape, node, head.mistakes)
            contents = replace(head, shifts=[], rotations=[], calendar=None, rulebook=None)
            contents.shift_ids.complete = False  # a letter may name a shift of any other file
            if isinstance(found, ShiftsShape):
                contents.shifts = list(items(found.shifts, node, "shifts"))
            elif isinstance(found, RotationsShape):
                contents.rotations = list(items(found.rotations, node, "rotations"))
            elif isinstance(found, RulebookShape):
                contents.rulebook = Item(found, node)
            elif isinstance(found, CalendarShape):
                contents.calendar = Item(found, node)
            yield contents


def _own(head: BureauContents) -> BureauContents:
    """What stands in bureau.yaml itself."""
    contents = replace(head, calendar=None, rulebook=None)
    contents.shift_ids.complete = False
    contents.shifts = list(items(head.head.shape.own_shifts, head.head.node, "own_shifts"))
    contents.rotations = list(items(head.head.shape.own_rotations, head.head.node, "own_rotations"))
    return contents


SHAPES: dict[str, type[ShiftsShape | RotationsShape | RulebookShape | CalendarShape]] = {
    "shifts": ShiftsShape,
    "rotations": RotationsShape,
    "rules": RulebookShape,
    "calendars": CalendarShape,
}
"""The kinds as `read_preset` has them."""
