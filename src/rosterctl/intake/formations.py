"""Units and their teams; each team gets its rotation and its phase."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.rotation import REST, Rotation
from rosterctl.domain.unit import Team, Unit
from rosterctl.intake.mistakes import listed
from rosterctl.intake.names import Names
from rosterctl.intake.papers import Papers
from rosterctl.intake.shapes.units import UnitShape
from rosterctl.intake.shaping import Item


def units_of(papers: Papers, rotations: Mapping[str, Rotation]) -> Mapping[str, Unit]:
    """By id, in the order of the files."""
    found = {}
    for item in papers.units:
        one = item.shape
        teams = _teams(papers, item, rotations)
        _letters(papers, item, teams, rotations)
        for number, shift in enumerate(one.recalls):
            papers.shift_ids.known(shift, item.at("recalls", number), "recalls")
        for number, lender in enumerate(one.borrows_from):
            place = item.at("borrows_from", number)
            if lender == one.id:
                papers.mistakes.add(place, "borrows_from: a unit cannot borrow from itself", "delete it")
            else:
                papers.unit_ids.known(lender, place, "borrows_from")
        found[one.id] = Unit(
            one.id,
            one.name,
            one.kind,
            teams,
            {letter: tuple(shifts) for letter, shifts in one.shifts.items()},
            tuple(one.recalls),
            tuple(one.borrows_from),
            item.place,
        )
    return found


def _teams(papers: Papers, item: Item[UnitShape], rotations: Mapping[str, Rotation]) -> tuple[Team, ...]:
    ids = Names(f"in unit '{item.shape.id}' team", papers.mistakes)
    nth: dict[str, int] = {}
    found = []
    for number, team in enumerate(item.shape.teams):
        place = item.at("teams", number)
        ids.declare(team.id, item.at("teams", number, "id"))
        name = team.rotation or item.shape.rotation
        if name is None:
            papers.mistakes.add(
                place, f"team '{team.id}' has no rotation", "name one for the unit: `rotation: …`"
            )
            continue
        named_at = item.at("teams", number, "rotation") if team.rotation else item.at("rotation")
        if not papers.rotation_ids.known(name, named_at, "rotation") or name not in rotations:
            continue
        rotation = rotations[name]
        order = nth[name] = nth.get(name, -1) + 1
        offset = team.offset
        if offset is None and order >= len(rotation.offsets):
            papers.mistakes.add(
                place,
                f"team '{team.id}' has no offset: rotation '{name}' has only {len(rotation.offsets)}",
                f"give the team its own: `offset:` 0 to {len(rotation.cycle) - 1}",
            )
            continue
        if offset is not None and offset >= len(rotation.cycle):
            papers.mistakes.add(
                item.at("teams", number, "offset"),
                f"offset {offset} lies outside the cycle {rotation.cycle}",
                f"offsets run from 0 to {len(rotation.cycle) - 1}",
            )
            continue
        found.append(
            Team(team.id, team.name, name, rotation.offsets[order] if offset is None else offset, place)
        )
    return tuple(found)


def _letters(
    papers: Papers, item: Item[UnitShape], teams: tuple[Team, ...], rotations: Mapping[str, Rotation]
) -> None:
    """`shifts` speaks of letters that a team of the unit works."""
    worked = {letter for team in teams for letter in rotations[team.rotation].cycle} - {REST}
    for letter, shifts in item.shape.shifts.items():
        if letter not in worked and len(teams) == len(item.shape.teams):
            papers.mistakes.add(
                item.key("shifts", letter),
                f"no team of unit '{item.shape.id}' ever works a letter '{letter}'",
                f"the letters of its rotations: {listed(sorted(worked))}",
            )
        for number, shift in enumerate(shifts):
            papers.shift_ids.known(shift, item.at("shifts", letter, number), f"letter {letter}")
