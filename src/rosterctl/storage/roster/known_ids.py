"""Are the ids in a roster those of its bureau?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_ids
from rosterctl.domain.roster import Duty, OffRotation, Roster


def unknown_ids(bureau: Bureau, roster: Roster) -> Iterable[tuple[str, str, Iterable[str]]]:
    """Each id that the bureau does not have: what kind of thing it should be, the id, the right ones."""
    duties = (*roster.before, *roster.duties)
    slices = {piece for duty in duties for piece in duty.slices}
    named: tuple[Duty | OffRotation, ...] = (*duties, *(roster.off_rotation or ()))
    asked: list[tuple[str, set[str], Iterable[str]]] = [
        ("officer", {one.officer for one in named}, bureau.officers),
        ("shift", {one.shift for one in named}, bureau.shifts),
        ("unit", {one.unit for one in named}, bureau.units),
        ("post", {piece.post for piece in slices if piece.post}, known_posts(bureau)),
        ("vehicle", {one for piece in slices for one in piece.vehicles}, bureau.vehicles),
    ]
    for kind, used, known in asked:
        for unknown in sorted(used.difference(known)):
            yield kind, unknown, known


def known_posts(bureau: Bureau) -> Mapping[str, None]:
    """The ids of all posts and event sites."""
    sites = (site for event in bureau.events for site in site_ids(event))
    return dict.fromkeys((*bureau.posts, *sites))
