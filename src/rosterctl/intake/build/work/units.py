"""Units: the dates on which they stand, and the duty models by which they work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rosterctl.domain.rotation import REST, Rotation
from rosterctl.domain.unit import DutyModel, Unit
from rosterctl.intake.build.times import Bounds, are_in_order
from rosterctl.intake.build.work import wording
from rosterctl.intake.build.work.duty_models import WrittenModel
from rosterctl.intake.build.work.teams import rotations_worked, teams_of
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.units import UnitShape
from rosterctl.intake.text.yaml_items import Item
from rosterctl.wording import say


def units_of(contents: BureauContents, rotations: Mapping[str, Rotation]) -> Mapping[str, Unit]:
    """By id, in the order of the files."""
    found = {}
    for item in contents.units:
        one = item.shape
        bounds: Bounds = one.first, one.last
        if not are_in_order(contents.mistakes, item.at("until"), ("from", "until"), bounds):
            bounds = None, None
        models = tuple(_models(contents, item, rotations))
        found[one.id] = Unit(one.id, one.name, one.kind, models, *bounds, item.place)
    return found


def _models(
    contents: BureauContents, item: Item[UnitShape], rotations: Mapping[str, Rotation]
) -> Iterator[DutyModel]:
    """The unit as it is described, then as each of its changes leaves it."""
    written = WrittenModel(item)
    names: dict[str, str] = {}
    before = _model(contents, written, rotations, names)
    yield before
    for number in range(len(item.shape.changes)):
        _in_turn(contents, item, number)
        written = written.changed(number)
        model = _model(contents, written, rotations, names)
        if rotations_worked(model, rotations) is not None:
            _shifts_said_anew(contents, written, before, model)
        yield model
        before = model


def _model(
    contents: BureauContents, written: WrittenModel, rotations: Mapping[str, Rotation], names: dict[str, str]
) -> DutyModel:
    teams = teams_of(contents, written, rotations, names)
    model = DutyModel(
        teams,
        {letter: tuple(shifts) for letter, shifts in written.shifts.items()},
        written.recalls,
        written.borrows_from,
        written.first,
        written.place,
        {letter: written.key("shifts", letter) for letter in written.shifts},
    )
    _letters(contents, written, model, rotations)
    for number, shift in enumerate(model.recalls):
        contents.shift_ids.known(shift, written.at("recalls", number), "recalls")
    for number, lender in enumerate(model.borrows_from):
        place = written.at("borrows_from", number)
        if lender == written.unit:
            contents.mistakes.add(place, *say(wording.BORROWS_FROM_ITSELF))
        else:
            contents.unit_ids.known(lender, place, "borrows_from")
    return model


def _in_turn(contents: BureauContents, item: Item[UnitShape], number: int) -> None:
    """Changes come one after the other, on dates on which the unit stands, and change something."""
    one, change = item.shape, item.shape.changes[number]
    place = item.at("changes", number, "from")
    earlier = one.changes[number - 1].first if number else one.first
    if earlier is not None and change.first <= earlier:
        contents.mistakes.add(place, *wording.change_out_of_turn(change.first, earlier, number))
    if one.last is not None and change.first > one.last:
        contents.mistakes.add(place, *say(wording.CHANGE_AFTER_THE_END, first=change.first, last=one.last))
    if len(change.model_fields_set) == 1:
        contents.mistakes.add(
            item.at("changes", number),
            *say(wording.CHANGE_OF_NOTHING),
        )


def _letters(
    contents: BureauContents, written: WrittenModel, model: DutyModel, rotations: Mapping[str, Rotation]
) -> None:
    """`shifts` speaks of letters that a team of the unit works."""
    worked = rotations_worked(model, rotations)
    letters = {letter for rotation in worked or () for letter in rotations[rotation].cycle} - {REST}
    for letter, shifts in model.shifts.items():
        if letter not in letters and worked is not None:
            contents.mistakes.add(
                written.key("shifts", letter),
                *wording.letter_nobody_works(written.unit, letter, sorted(letters)),
            )
        for number, shift in enumerate(shifts):
            contents.shift_ids.known(
                shift, written.at("shifts", letter, number), say(wording.LETTER_OF, letter=letter)
            )


def _shifts_said_anew(
    contents: BureauContents, written: WrittenModel, before: DutyModel, model: DutyModel
) -> None:
    """The letters of one rotation mean nothing in another."""
    same = {team.rotation for team in before.teams} == {team.rotation for team in model.teams}
    if model.shifts and not same and not written.is_new("shifts"):
        contents.mistakes.add(
            written.place,
            *say(wording.SHIFTS_OF_ANOTHER_ROTATION, unit=written.unit, first=written.first),
        )
