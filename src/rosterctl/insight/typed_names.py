"""Who or what is meant by what somebody typed: an id, a badge, a name, a callsign.

An id always means its own. Anything else must stand for exactly one. Spaces, full-width letters and capitals
make no difference: a list from Excel has `张　三` where the planner types `张三`. What is written to files is
the id.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.people.incident import OF_VEHICLES, Incident
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.unit import Unit
from rosterctl.domain.vehicle import Vehicle
from rosterctl.insight import typed_names_wording as wording
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.problems import NotOne
from rosterctl.wording import say


def officer_meant(bureau: Bureau, text: str, day: date) -> Officer:
    """By id, badge or name. Where several are called so, each is told with the unit and team of the date."""
    names = {one.id: (one.badge, one.name) for one in bureau.officers.values()}
    found = _meant(text, names)
    if not found:
        raise NotOne(say(wording.NOBODY_MEANT, text=text, hint=_hint(text, names)))
    if len(found) > 1:
        rows = _officers(bureau, found, day)
        raise NotOne(say(wording.SEVERAL_OFFICERS, text=text, number=len(found), rows=rows))
    return bureau.officers[found[0]]


def unit_meant(bureau: Bureau, text: str) -> Unit:
    """By id or name."""
    names = {one.id: (one.name,) for one in bureau.units.values()}
    found = _meant(text, names)
    if not found:
        raise NotOne(say(wording.NO_UNIT_MEANT, text=text, hint=_hint(text, names)))
    if len(found) > 1:
        rows = _rows(names, found)
        raise NotOne(say(wording.SEVERAL_UNITS, text=text, number=len(found), rows=rows))
    return bureau.units[found[0]]


def post_meant(bureau: Bureau, text: str) -> str:
    """By id, name or callsign: the id of a post or of an event's site."""
    posts = {one.id: (one.name, one.callsign) for one in bureau.posts.values()}
    names = {**posts, **{site: (name,) for site, name in site_names(bureau).items()}}
    found = _meant(text, names)
    if not found:
        raise NotOne(say(wording.NO_POST_MEANT, text=text, hint=_hint(text, names)))
    if len(found) > 1:
        rows = _rows(names, found)
        raise NotOne(say(wording.SEVERAL_POSTS, text=text, number=len(found), rows=rows))
    return found[0]


def vehicle_meant(bureau: Bureau, text: str) -> Vehicle:
    """By id or callsign."""
    names = {one.id: (one.callsign,) for one in bureau.vehicles.values()}
    found = _meant(text, names)
    if not found:
        raise NotOne(say(wording.NO_VEHICLE_MEANT, text=text, hint=_hint(text, names)))
    if len(found) > 1:
        rows = _rows(names, found)
        raise NotOne(say(wording.SEVERAL_VEHICLES, text=text, number=len(found), rows=rows))
    return bureau.vehicles[found[0]]


def are_ids(bureau: Bureau, incidents: Iterable[Incident]) -> bool:
    """Is every incident told of by an id that this bureau has?"""
    return all(
        one.id in (bureau.vehicles if one.kind in OF_VEHICLES else bureau.officers) for one in incidents
    )


def incidents_meant(bureau: Bureau, incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """The same with the ids of those who are meant."""
    return tuple(
        replace(
            one,
            id=vehicle_meant(bureau, one.id).id
            if one.kind in OF_VEHICLES
            else officer_meant(bureau, one.id, one.first).id,
        )
        for one in incidents
    )


def _meant(text: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The ids of those who are called so, by id what else each is called."""
    if text in names:
        return (text,)
    spelt = _spelt(text)
    return tuple(id for id, more in names.items() if spelt and spelt in map(_spelt, (id, *more)))


def _spelt(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split())).casefold()


def _hint(text: str, names: Mapping[str, Sequence[str]]) -> str:
    """Ids come first: of what is equally close the first is taken."""
    return did_you_mean(text, (*names, *(one for more in names.values() for one in more if one)))


def _officers(bureau: Bureau, found: Iterable[str], day: date) -> str:
    """A line for each, with what tells them apart."""
    lines = []
    for one in (bureau.officers[id] for id in found):
        home = one.on(day)
        unit = bureau.units[home.unit].name if home.unit in bureau.units else home.unit
        told = say(wording.ONE_OFFICER, id=one.id, name=one.name, unit=unit, team=home.team)
        lines.append(say(wording.WITH_BADGE, officer=told, badge=one.badge) if one.badge else told)
    return "\n".join(lines)


def _rows(names: Mapping[str, Sequence[str]], found: Iterable[str]) -> str:
    return "\n".join(f"{id}  {names[id][0]}" for id in found)
