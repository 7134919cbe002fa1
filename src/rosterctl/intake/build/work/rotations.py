"""Shifts and rotations: every letter has a shift, every shift exists."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.rotation import REST, Rotation
from rosterctl.domain.shift import Shift
from rosterctl.intake.build.times import length
from rosterctl.intake.build.work import wording
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.rotations import RotationShape
from rosterctl.intake.shapes.shifts import RetiredShiftShape
from rosterctl.intake.text.yaml_items import Item
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.wording import say


def shifts_of(contents: BureauContents) -> Mapping[str, Shift]:
    """By id; the bureau's own stand last and override the presets."""
    found = {}
    for item in contents.shifts:
        one = item.shape
        minutes = length(one.start, one.end) if one.start < DAY else length(0, one.end)
        if one.pause >= minutes:
            contents.mistakes.add(item.at("break"), *say(wording.BREAK_TOO_LONG))
        if one.handover >= minutes:
            contents.mistakes.add(item.at("handover"), *say(wording.HANDOVER_TOO_LONG))
        old = one if isinstance(one, RetiredShiftShape) else None
        found[one.id] = Shift(
            one.id,
            one.name,
            one.symbol,
            one.start,
            WallMinute(one.start + minutes),
            one.pause,
            one.handover,
            item.place,
            was="" if old is None else old.was or "",
            until=None if old is None else old.until,
        )
    return found


def rotations_of(contents: BureauContents) -> Mapping[str, Rotation]:
    """By id; the bureau's own stand last and override the presets."""
    found = {}
    for item in contents.rotations:
        one = item.shape
        _letters(contents, item)
        for number, offset in enumerate(one.offsets):
            if offset >= len(one.cycle):
                contents.mistakes.add(
                    item.at("offsets", number),
                    *wording.offset_outside(offset, one.cycle),
                )
        found[one.id] = Rotation(
            one.id, one.name, one.cycle, tuple(one.offsets), dict(one.shifts), item.place
        )
    return found


def _letters(contents: BureauContents, item: Item[RotationShape]) -> None:
    cycle, shifts = item.shape.cycle, item.shape.shifts
    for letter in dict.fromkeys(cycle):
        if letter != REST and letter not in shifts:
            contents.mistakes.add(
                item.at("cycle"),
                *say(wording.LETTER_WITHOUT_A_SHIFT, letter=letter, cycle=cycle, rest=REST),
            )
    for letter, shift in shifts.items():
        if letter == REST:
            contents.mistakes.add(item.key("shifts", letter), *say(wording.SHIFT_OF_THE_DAY_OFF, rest=REST))
        elif letter not in cycle or len(letter) != 1:
            contents.mistakes.add(
                item.key("shifts", letter),
                *say(wording.LETTER_NOT_IN_THE_CYCLE, letter=letter, cycle=cycle),
            )
        contents.shift_ids.known(shift, item.at("shifts", letter), say(wording.LETTER_OF, letter=letter))
