"""What the rotation gives a team on a date: read from the cycle, the offset, the anchor and the duty models.

anchor Monday, cycle DNOO, offset 0:   Mo D, Tu N, We O, Th O, Fr D
                           offset 1:   Mo N, Tu O, We O, Th D, Fr N
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rosterctl.domain.rotation import Rotation
from rosterctl.domain.shift import Shift
from rosterctl.domain.unit import DutyModel, Team, Unit

DAY_OFF = "O"
"""The letter of a day off, in every cycle."""


def model_in_force(unit: Unit, day: date) -> DutyModel | None:
    """The last duty model that has begun by this date; None where the unit does not stand."""
    if (unit.first is not None and day < unit.first) or (unit.last is not None and unit.last < day):
        return None
    begun = [model for model in unit.models if model.first is None or not day < model.first]
    return begun[-1] if begun else None


def team_in(model: DutyModel | None, name: str) -> Team | None:
    """The team of that name in a duty model; None where the model has none."""
    teams = () if model is None else model.teams
    return next((team for team in teams if team.id == name), None)


def letter_by_cycle(rotation: Rotation, team: Team, anchor: date, day: date) -> str:
    """The letter after so many steps: dates since the anchor (before it they count down) plus the offset."""
    steps = day.toordinal() - anchor.toordinal() + team.offset
    return rotation.cycle[steps % len(rotation.cycle)]


def shift_ids(model: DutyModel, rotation: Rotation, letter: str) -> tuple[str, ...]:
    """The shifts that may be worked on a letter, the plain one first.

    What the unit says of a letter stands in the place of what the rotation says; on a day off there are none.
    """
    if letter == DAY_OFF:
        return ()
    own = model.shifts.get(letter, ())
    return own if own else (rotation.shifts[letter],)


def shift_then(shifts: Mapping[str, Shift], name: str, day: date) -> Shift:
    """The shift of a name on a date. Of several that it was before, the first that held until then."""
    found = shifts[name]
    for one in shifts.values():
        ends = one.until if one.was == name else None
        if ends is not None and day <= ends and (found.until is None or ends < found.until):
            found = one
    return found


def name_in_files(shifts: Mapping[str, Shift], name: str) -> str:
    """The id by which people know a shift; as it was before an edit it has another one within the program."""
    return shifts[name].was or name


def usual_cycle(model: DutyModel, team: Team, rotations: Mapping[str, Rotation]) -> tuple[str, ...]:
    """The plain shift of each date of the team's cycle by this model, empty on days off."""
    rotation = rotations[team.rotation]
    return tuple(next(iter(shift_ids(model, rotation, letter)), "") for letter in rotation.cycle)
