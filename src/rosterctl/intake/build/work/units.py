"""Units: the dates on which they stand, and the duty models by which they work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rosterctl.domain.rotation import REST, Rotation
from rosterctl.domain.unit import DutyModel, Unit
from rosterctl.intake.build.times import Bounds, are_in_order
from rosterctl.intake.build.work.duty_models import Wording
from rosterctl.intake.build.work.teams import rotations_worked, teams_of
from rosterctl.intake.papers import BureauPapers
from rosterctl.intake.shapes.units import UnitShape
from rosterctl.intake.text.mistakes import listed
from rosterctl.intake.text.shaping import Item


def units_of(papers: BureauPapers, rotations: Mapping[str, Rotation]) -> Mapping[str, Unit]:
    """By id, in the order of the files."""
    found = {}
    for item in papers.units:
        one = item.shape
        bounds: Bounds = one.first, one.last
        if not are_in_order(papers.mistakes, item.at("until"), ("from", "until"), bounds):
            bounds = None, None
        models = tuple(_models(papers, item, rotations))
        found[one.id] = Unit(one.id, one.name, one.kind, models, *bounds, item.place)
    return found


def _models(
    papers: BureauPapers, item: Item[UnitShape], rotations: Mapping[str, Rotation]
) -> Iterator[DutyModel]:
    """The unit as it is described, then as each of its changes leaves it."""
    wording = Wording(item)
    names: dict[str, str] = {}
    before = _model(papers, wording, rotations, names)
    yield before
    for number in range(len(item.shape.changes)):
        _in_turn(papers, item, number)
        wording = wording.changed(number)
        model = _model(papers, wording, rotations, names)
        if rotations_worked(model, rotations) is not None:
            _shifts_said_anew(papers, wording, before, model)
        yield model
        before = model


def _model(
    papers: BureauPapers, wording: Wording, rotations: Mapping[str, Rotation], names: dict[str, str]
) -> DutyModel:
    teams = teams_of(papers, wording, rotations, names)
    model = DutyModel(
        teams,
        {letter: tuple(shifts) for letter, shifts in wording.shifts.items()},
        wording.recalls,
        wording.borrows_from,
        wording.first,
        wording.place,
    )
    _letters(papers, wording, model, rotations)
    for number, shift in enumerate(model.recalls):
        papers.shift_ids.known(shift, wording.at("recalls", number), "recalls")
    for number, lender in enumerate(model.borrows_from):
        place = wording.at("borrows_from", number)
        if lender == wording.unit:
            papers.mistakes.add(place, "borrows_from: a unit cannot borrow from itself", "delete it")
        else:
            papers.unit_ids.known(lender, place, "borrows_from")
    return model


def _in_turn(papers: BureauPapers, item: Item[UnitShape], number: int) -> None:
    """Changes come one after the other, on dates on which the unit stands, and change something."""
    one, change = item.shape, item.shape.changes[number]
    place = item.at("changes", number, "from")
    earlier = one.changes[number - 1].first if number else one.first
    if earlier is not None and change.first <= earlier:
        what = "the change before it" if number else "the unit's own"
        hint = "write the changes in the order of their dates"
        papers.mistakes.add(place, f"from: {change.first} does not lie after {what}, {earlier}", hint)
    if one.last is not None and change.first > one.last:
        message = f"from: {change.first} lies after the unit's last date, {one.last}"
        papers.mistakes.add(place, message, "mend one of the two dates, or delete the change")
    if len(change.model_fields_set) == 1:
        papers.mistakes.add(
            item.at("changes", number),
            "the change changes nothing",
            "name what is new from that date: rotation, teams, shifts, recalls or borrows_from",
        )


def _letters(
    papers: BureauPapers, wording: Wording, model: DutyModel, rotations: Mapping[str, Rotation]
) -> None:
    """`shifts` speaks of letters that a team of the unit works."""
    worked = rotations_worked(model, rotations)
    letters = {letter for rotation in worked or () for letter in rotations[rotation].cycle} - {REST}
    for letter, shifts in model.shifts.items():
        if letter not in letters and worked is not None:
            papers.mistakes.add(
                wording.key("shifts", letter),
                f"no team of unit '{wording.unit}' ever works a letter '{letter}'",
                f"the letters of its rotations: {listed(sorted(letters))}",
            )
        for number, shift in enumerate(shifts):
            papers.shift_ids.known(shift, wording.at("shifts", letter, number), f"letter {letter}")


def _shifts_said_anew(papers: BureauPapers, wording: Wording, before: DutyModel, model: DutyModel) -> None:
    """The letters of one rotation mean nothing in another."""
    same = {team.rotation for team in before.teams} == {team.rotation for team in model.teams}
    if model.shifts and not same and not wording.is_new("shifts"):
        papers.mistakes.add(
            wording.place,
            f"unit '{wording.unit}' works another rotation from {wording.first}, "
            "but `shifts` speaks of the letters of the one before",
            "write `shifts` anew in the change; `{}` for the plain shift of every letter",
        )
