"""Units, posts, vehicles and officers that a published roster has used and the bureau's files no longer have.

Hours that are over stay as they were worked: where, with which vehicle and by whom. So what was taken out of
the files is carried in the bureau's folder (`carried/gone.yaml`) for as long as the roster looks back at it.
A post is wanted no more, a vehicle runs no more from now on, and an officer has left after the last date of
which a duty has begun. What has not begun goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Post, Zone
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.domain.unit import Unit
from rosterctl.domain.vehicle import Vehicle
from rosterctl.timeline.clock import DAY, EPOCH, Instant, WallMinute, clock_text

GONE = "carried/gone.yaml"

Cell = str | None | list["CellsByKey"]
CellsByKey = dict[str, Cell]


def gone_files(
    bureau: Bureau, rosters: Iterable[tuple[Bureau, Roster]], now: Instant | None = None
) -> Mapping[str, bytes]:
    """The file with what the rosters have used by now and the bureau does not have; empty when it has all.

    Each roster comes with the bureau for which it was made; the first one that has something says what it is.
    Without `now` it is what was gone already when they were made.
    """
    found = _Used(bureau, now)
    for then, roster in rosters:
        found.add(then, roster)
    places = {"units": found.units, "zones": found.zones, "posts": found.posts}
    kinds = {**places, "vehicles": found.vehicles}
    rows = {kind: [some[id] for id in sorted(some)] for kind, some in kinds.items()}
    rows["officers"] = [found.officer(id) for id in sorted(found.last)]
    if not any(rows.values()):
        return {}
    # JSON is YAML, and it quotes whatever a name may hold.
    lists = (
        f'"{kind}": [\n' + ",\n".join(json.dumps(_said(row), ensure_ascii=False) for row in some) + "\n]"
        for kind, some in rows.items()
        if some
    )
    return {GONE: ("{" + ",\n".join(lists) + "}\n").encode()}


@dataclass
class _Used:
    """By id what the bureau does not have; of officers the last date of which a duty has begun."""

    bureau: Bureau
    now: Instant | None
    units: dict[str, CellsByKey] = field(default_factory=dict)
    zones: dict[str, CellsByKey] = field(default_factory=dict)
    posts: dict[str, CellsByKey] = field(default_factory=dict)
    vehicles: dict[str, CellsByKey] = field(default_factory=dict)
    last: dict[str, date] = field(default_factory=dict)
    known: dict[str, Bureau] = field(default_factory=dict)

    def __post_init__(self) -> None:
        one = self.bureau
        self.places = {"", *_here(one.posts), *site_names(one)}
        self.homes, self.fleet, self.people = _here(one.units), _here(one.vehicles), _here(one.officers)

    def add(self, then: Bureau, roster: Roster) -> None:
        """What has begun in a roster; what is only assumed of the dates before it has begun nowhere."""
        since = date.min if self.now is None else roster.known_from or date.min
        before = (duty for duty in roster.before if duty.day >= since)
        for duty in (*before, *roster.duties):
            home = duty.unit in self.homes and duty.officer in self.people
            if home and all(map(self._is_known, duty.slices)):
                continue
            pieces = [one for one in duty.slices if self._has_begun(then, duty.day, one.start)]
            if pieces and duty.unit not in self.homes and self._is_gone(then.units[duty.unit]):
                self.units.setdefault(duty.unit, _unit(then.units[duty.unit]))
            if pieces and duty.officer not in self.people and self._is_gone(then.officers[duty.officer]):
                self.known.setdefault(duty.officer, then)
                self.last[duty.officer] = max(duty.day, self.last.get(duty.officer, duty.day))
            for piece in pieces:
                self._add_place(then, duty, piece)

    def officer(self, id: str) -> CellsByKey:
        then, last = self.known[id], self.last[id]
        return {**_person(then.officers[id], last), "absences": list(_absences(then, id, last))}

    def _is_gone(self, noun: Unit | Post | Vehicle | Officer | None) -> bool:
        """Now that the files do not have it? None is the site of an event, which they had until now."""
        return self.now is not None or (noun is not None and noun.place.file == GONE)

    def _is_known(self, piece: Slice) -> bool:
        return piece.post in self.places and self.fleet.issuperset(piece.vehicles)

    def _has_begun(self, then: Bureau, day: date, minute: WallMinute) -> bool:
        return self.now is None or then.clock.number(day, minute) < self.now

    def _add_place(self, then: Bureau, duty: Duty, piece: Slice) -> None:
        post = then.posts.get(piece.post)
        if piece.post not in self.places and piece.post not in self.posts and self._is_gone(post):
            gone = (post and post.gone) or self._moment(then)
            self.posts[piece.post] = _place(then, duty.unit, piece.post) | _since(gone)
            if post is not None and post.zone not in _here(self.bureau.zones) and post.zone in then.zones:
                self.zones.setdefault(post.zone, _zone(then.zones[post.zone]))
        for name in piece.vehicles:
            car = then.vehicles[name]
            if name not in self.fleet and name not in self.vehicles and self._is_gone(car):
                gone = _gone(then, car) if car.place.file == GONE else self._moment(then)
                self.vehicles[name] = _car(car) | _since(gone)

    def _moment(self, then: Bureau) -> tuple[date, WallMinute]:
        """Now, by the wall clock."""
        assert self.now is not None, "without a now only what was gone before is asked for"
        day = then.clock.local(EPOCH + timedelta(minutes=self.now)).date()
        return day, then.clock.wall_minute(day, self.now)


def _here(nouns: Mapping[str, Unit | Zone | Post | Vehicle | Officer]) -> set[str]:
    """The ids of those that stand in the bureau's own files."""
    return {id for id, one in nouns.items() if one.place.file != GONE}


def _unit(one: Unit) -> CellsByKey:
    return {"id": one.id, "name": one.name, "kind": one.kind.value}


def _zone(one: Zone) -> CellsByKey:
    bounds = {"from": _date(one.first), "until": _date(one.last)}
    return {"id": one.id, "name": one.name, "unit": one.unit, "x": _km(one.x), "y": _km(one.y), **bounds}


def _place(then: Bureau, unit: str, id: str) -> CellsByKey:
    """A post as it was; the site of an event, which is manned by several units, as a post of one of them."""
    post = then.posts.get(id)
    if post is None:
        return {"id": id, "name": site_names(then)[id], "unit": unit, "callsign": ""}
    kind = then.post_types[post.type]
    row: CellsByKey = {"id": id, "name": post.name, "unit": post.unit, "zone": post.zone or None}
    reach = None if kind.reach_km is None else _km(kind.reach_km)
    return {**row, "callsign": post.callsign, "vehicle": kind.vehicle or None, "reach_km": reach}


def _car(one: Vehicle) -> CellsByKey:
    return {"id": one.id, "kind": one.kind, "unit": one.unit, "callsign": one.callsign}


def _gone(then: Bureau, one: Vehicle) -> tuple[date, WallMinute]:
    """The time from which it was gone already."""
    (away,) = one.outages
    days, minute = divmod(then.day_starts if away.start is None else away.start, DAY)
    return away.first + timedelta(days=days), WallMinute(minute)


def _since(gone: tuple[date, WallMinute]) -> CellsByKey:
    return {"since": gone[0].isoformat(), "at": clock_text(gone[1])}


def _person(one: Officer, last: date) -> CellsByKey:
    first, *later = one.assignments
    return {
        "officer_id": one.id,
        "badge": one.badge,
        "name": one.name,
        "role": one.role.value,
        "rank": one.rank,
        "unit": first.unit,
        "team": first.team,
        "leader": "yes" if one.leader else "no",
        "skills": " ".join(sorted(one.skills)),
        "zone": first.zone or None,
        "phone": one.phone,
        "joined": _date(one.joined),
        "left": last.isoformat(),
        "protected_from": _date(one.protected_from),
        "protected_until": _date(one.protected_until),
        "transfers": [
            {"from": _date(to.first), "unit": to.unit, "team": to.team, "zone": to.zone or None}
            for to in later
        ],
    }


def _absences(then: Bureau, officer: str, last: date) -> Iterator[CellsByKey]:
    for one in then.absences_by_officer.get(officer, ()):
        if one.first <= last:
            start, end = (None if at is None else clock_text(at) for at in (one.start, one.end))
            row: CellsByKey = {"first": one.first.isoformat(), "last": one.last.isoformat()}
            yield {**row, "kind": one.kind.value, "start": start, "end": end}


def _said(row: CellsByKey) -> CellsByKey:
    """Without what is not said, in the lists of it too."""
    return {
        key: [_said(one) for one in cell] if isinstance(cell, list) else cell
        for key, cell in row.items()
        if cell is not None and cell != []
    }


def _date(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _km(number: float) -> str:
    """With as many places as a file may have."""
    return f"{number:.9f}"
