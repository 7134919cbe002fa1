"""What the officers, shifts, units and posts of duties are called, also of those that are no more.

A duty of an older version may name what the newest bureau has no longer. So the bureaus are asked from the
newest to the oldest, and only as long as something has no name: each of them takes a while to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Duty


@dataclass(frozen=True)
class CalendarNames:
    """By id; of an id that no bureau knows the id itself is told. Event sites are among the posts."""

    officers: Mapping[str, str] = field(default_factory=dict)
    shifts: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)

    def __or__(self, older: CalendarNames) -> CalendarNames:
        """These, and of what has no name here the other's."""
        return CalendarNames(
            {**older.officers, **self.officers},
            {**older.shifts, **self.shifts},
            {**older.units, **self.units},
            {**older.posts, **self.posts},
        )

    def have_all(self, duties: Iterable[Duty]) -> bool:
        """Does everything in the duties have a name?"""
        return all(
            one.officer in self.officers
            and one.shift in self.shifts
            and one.unit in self.units
            and all(piece.post in self.posts for piece in one.slices if piece.post)
            for one in duties
        )


def names_in(bureau: Bureau) -> CalendarNames:
    """As one bureau calls them."""
    officers, shifts, units, posts = (
        {one.id: one.name for one in nouns.values()}
        for nouns in (bureau.officers, bureau.shifts, bureau.units, bureau.posts)
    )
    return CalendarNames(officers, shifts, units, posts | site_names(bureau))


def names_for(duties: Iterable[Duty], bureaus: Iterable[Bureau]) -> CalendarNames:
    """Of all that the duties name; the bureaus come newest first, and the newest that has an id names it."""
    every, found = tuple(duties), CalendarNames()
    for bureau in bureaus:
        found |= names_in(bureau)
        if found.have_all(every):
            break
    return found
