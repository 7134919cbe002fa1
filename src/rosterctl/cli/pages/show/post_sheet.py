"""The day sheet by posts (岗位): each post with everybody who stands there in turn, and when it is empty.

It goes by the clock of the date: the people of the night before stand in it from midnight on, and a duty that
lasts longer ends in it at midnight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from rosterctl.cli.pages.show import wording
from rosterctl.cli.pages.show.day_sheet import (
    day_text,
    gap_fields,
    gaps_on,
    person_text,
    reached_at,
    short_lines,
)
from rosterctl.cli.pages.show.page import Page
from rosterctl.cli.pages.show.people_table import people_listed, people_table
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.unit import Unit
from rosterctl.export.plain_text import bulleted, clean, clock_span, columns
from rosterctl.export.xlsx.gaps import place_name, place_names
from rosterctl.timeline.clock import DAY
from rosterctl.wording import say


@dataclass(frozen=True, slots=True)
class _Stay:
    """One officer at one post (empty: in reserve), from `start` to `end` in minutes of the date."""

    post: str
    start: int
    end: int
    vehicles: tuple[str, ...]
    duty: Duty


def post_sheet(bureau: Bureau, roster: Roster, unit: Unit, day: date) -> Page:
    """Every post of the unit in the order of the files, then event sites, then the reserve."""
    names = place_names(bureau)
    order = {post: place for place, post in enumerate([*bureau.posts, *names])}
    stays = sorted(_stays(roster, unit, day), key=lambda one: (not one.post, order.get(one.post, -1)))
    head = say(wording.POSTS_OF_UNIT, name=unit.name, id=unit.id, day=day_text(bureau, day))
    cells, people, fields = [], [], []
    for post, group in groupby(stays, key=lambda one: one.post):
        name = place_name(names, post)
        for start, end, crew in _crews([*group]):
            vehicles = [*dict.fromkeys(vehicle for one in crew for vehicle in one.vehicles)]
            cells.append((name, clock_span(start, end), " ".join(vehicles)))
            people.append([person_text(bureau, unit, one.duty) for one in crew])
            officers = [one.duty.officer for one in crew]
            fields.append(
                {"post": post, "start": start, "end": end, "vehicles": vehicles, "officers": officers}
            )
            name = ""
    short = gaps_on(roster, unit, day)
    parts = [clean(head), people_table(cells, people, columns(say(wording.POSTS_COLUMNS)))]
    parts += [bulleted(short_lines(bureau, short)), people_listed("", _telephones(bureau, stays))]
    told = {"unit": unit.id, "date": day.isoformat(), "posts": fields, "short": gap_fields(short)}
    return Page("\n\n".join(filter(None, parts)), told)


def _crews(stays: Sequence[_Stay]) -> Iterator[tuple[int, int, list[_Stay]]]:
    """Who stands together at one post, from one change of people or vehicles to the next; not where nobody
    does.
    """
    cuts = sorted({at for one in stays for at in (one.start, one.end)})
    for start, end in pairwise(cuts):
        if crew := [one for one in stays if one.start <= start and end <= one.end]:
            yield start, end, crew


def _stays(roster: Roster, unit: Unit, day: date) -> Iterator[_Stay]:
    """What lies on the date of the duties that begin on it and on the date before."""
    for duty in (*roster.before, *roster.duties):
        ahead = (duty.day - day).days * DAY
        if duty.unit != unit.id or duty.day not in (day, day - timedelta(days=1)):
            continue
        for piece in duty.slices:
            start, end = max(piece.start + ahead, 0), min(piece.end + ahead, DAY)
            if start < end:
                yield _Stay(piece.post, start, end, piece.vehicles, duty)


def _telephones(bureau: Bureau, stays: Sequence[_Stay]) -> Iterator[str]:
    """Of everybody in the sheet who has one, leaders first."""
    officers = {one.duty.officer: bureau.officers[one.duty.officer] for one in stays}
    for officer in sorted(officers.values(), key=lambda one: (not one.leader, one.id)):
        if officer.phone:
            yield reached_at(officer)
