"""Are the ids in a roster those of its bureau?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_id
from rosterctl.domain.roster import Roster
from rosterctl.problems import BadInput, Place, Problem


def unknown_ids(bureau: Bureau, roster: Roster) -> Iterable[tuple[str, str, Iterable[str]]]:
    """Each id that the bureau does not have: what kind of thing it should be, the id, the right ones."""
    duties = (*roster.before, *roster.duties)
    slices = {piece for duty in duties for piece in duty.slices}
    asked: list[tuple[str, set[str], Iterable[str]]] = [
        ("officer", {duty.officer for duty in duties}, bureau.officers),
        ("shift", {duty.shift for duty in duties}, bureau.shifts),
        ("unit", {duty.unit for duty in duties}, bureau.units),
        ("post", {piece.post for piece in slices if piece.post}, known_posts(bureau)),
        ("vehicle", {one for piece in slices for one in piece.vehicle.split()}, bureau.vehicles),
    ]
    for kind, used, known in asked:
        for unknown in sorted(used.difference(known)):
            yield kind, unknown, known


def known_posts(bureau: Bureau) -> Mapping[str, None]:
    """The ids of all posts and event sites."""
    sites = (site_id(event, number + 1) for event in bureau.events for number in range(event.sites))
    return dict.fromkeys((*bureau.posts, *sites))


def check_ids(bureau: Bureau, roster: Roster, file: str) -> None:
    """BadInput that names every unknown id once."""
    problems = []
    for kind, unknown, known in unknown_ids(bureau, roster):
        close = get_close_matches(unknown, list(known), 1)
        meant = f" (did you mean '{close[0]}'?)" if close else ""
        problems.append(Problem(Place(file), f"unknown {kind} '{unknown}'{meant}"))
    if problems:
        raise BadInput(problems)
