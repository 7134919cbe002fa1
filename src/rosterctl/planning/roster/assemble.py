"""Putting a roster together from what each unit came to.

A unit's piece is its named officers and the posts in it. The plain rotation gives one at the very start; the
search gives a better one, or none if it failed or time ran out. Old and new pieces do not always fit: an
officer who is lent or transferred is named by one unit and posted by another, and the sites of an event are
divided anew only all at once. Such units change together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.counts.model import Hosted
from rosterctl.planning.names.stage import Named
from rosterctl.planning.posts.stage import Posted
from rosterctl.planning.workers.batch import Lost


@dataclass(frozen=True)
class Pieces:
    """The pieces of all units, the sites that they mean to host, and why some are still the old ones."""

    by_unit: Mapping[str, UnitPiece]
    hosted: Hosted
    old: Mapping[str, str]


def fit_together(
    bureau: Bureau,
    plain: Pieces,
    named: Mapping[str, Named | Lost],
    posted: Mapping[str, Posted | Lost],
    hosted: Hosted,
) -> Pieces:
    """New pieces for all units where both stages succeeded and so did all units that they are tied to."""
    new: dict[str, UnitPiece] = {}
    old: dict[str, str] = {}
    for unit in bureau.units:
        names, posts = named[unit], posted[unit]
        if isinstance(names, Lost):
            old[unit] = names.why
        elif isinstance(posts, Lost):
            old[unit] = posts.why
        else:
            new[unit] = UnitPiece(names, posts)
    first = {unit: piece.named for unit, piece in plain.by_unit.items()}
    ties = [*_shared_people(first), *_shared_people(named), *_divided_anew(bureau, plain.hosted, hosted)]
    while torn := [tie for tie in ties if tie & old.keys() and tie & new.keys()]:
        for unit in sorted(frozenset().union(*torn) & new.keys()):
            del new[unit]
            old[unit] = f"it shares people or an event with {sorted(old)[0]}"
    ours = {unit: new.get(unit, plain.by_unit[unit]) for unit in bureau.units}
    changed = {event.id for event in bureau.events if set(event.units) & new.keys()}
    sites = {key: number for key, number in hosted.items() if key[0] in changed}
    sites |= {key: number for key, number in plain.hosted.items() if key[0] not in changed}
    return Pieces(ours, sites, old)


def _shared_people(named: Mapping[str, Named | Lost]) -> Iterator[frozenset[str]]:
    """A unit that named somebody for a duty in another, be he lent or transferred, and that other unit."""
    for unit, names in named.items():
        if isinstance(names, Named):
            for other in sorted({choice.unit for _, choice in names.worked} - {unit}):
                yield frozenset((unit, other))


def _divided_anew(bureau: Bureau, before: Hosted, after: Hosted) -> Iterable[frozenset[str]]:
    """For every event whose sites are divided in another way than before, its units."""
    return (
        frozenset(event.units)
        for event in bureau.events
        if any(before.get((event.id, unit), 0) != after.get((event.id, unit), 0) for unit in event.units)
    )


@dataclass(frozen=True)
class UnitPiece:
    """What one unit came to in both stages."""

    named: Named
    posted: Posted
