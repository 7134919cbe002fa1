"""The whole bureau: everything that was read from its folder, cross-checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from rosterctl.domain.accounts.ledger import PastShare, Tally
from rosterctl.domain.accounts.lieu import EXPIRES_DAYS, Entry
from rosterctl.domain.crew import Crew
from rosterctl.domain.event import Event
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.exchange import Exchange, Handover, handovers
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.people.wish import Wish
from rosterctl.domain.post import Post, PostType, Zone
from rosterctl.domain.roster import Duty
from rosterctl.domain.rotation import REST, Rotation
from rosterctl.domain.rulebook import Rulebook
from rosterctl.domain.shift import Shift, shift_as_of
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import DEFAULT_PRICES, Prices
from rosterctl.domain.unit import DutyModel, Team, Unit
from rosterctl.domain.vehicle import Vehicle
from rosterctl.problems import NOWHERE, Place
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.clock import DAY, MIDNIGHT, Clock, Instant, WallMinute


@dataclass(frozen=True)
class Bureau:
    """Mappings are by id and in the order of the files. Every id named anywhere exists.

    `anchor` is day 0 of every rotation. `day_starts` is the minute of the morning handover: the duty day
    of a date runs from there to the same minute of the next date. `ledger` has what officers bore before, by
    officer id; when it was `carried` over from earlier rosters it names those who have left too.
    `past_shares` say beside it what the fair share of that was, and among whom. `lieu` has the entries of
    time off in lieu so far, which expire after `lieu_expires_days`. `exchanges` are in the order in which
    they were entered. `fingerprint` is the SHA-256 over all input files.
    """

    id: str
    name: str
    timezone: str
    anchor: date
    day_starts: WallMinute
    calendar: Calendar
    shifts: Mapping[str, Shift]
    rotations: Mapping[str, Rotation]
    crews: Mapping[str, Crew]
    post_types: Mapping[str, PostType]
    units: Mapping[str, Unit]
    zones: Mapping[str, Zone]
    posts: Mapping[str, Post]
    vehicles: Mapping[str, Vehicle]
    officers: Mapping[str, Officer]
    rulebook: Rulebook
    absences: tuple[Absence, ...] = ()
    wishes: tuple[Wish, ...] = ()
    events: tuple[Event, ...] = ()
    strengths: tuple[StrengthTarget, ...] = ()
    ledger: Mapping[str, Tally] = field(default_factory=dict)
    history: tuple[Duty, ...] = ()
    fingerprint: str = ""
    exchanges: tuple[Exchange, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    carried: bool = False
    lieu: tuple[Entry, ...] = ()
    lieu_expires_days: int = EXPIRES_DAYS
    past_shares: Mapping[str, PastShare] = field(default_factory=dict)
    prices: Prices = DEFAULT_PRICES

    @cached_property
    def clock(self) -> Clock:
        return Clock(self.timezone)

    @cached_property
    def absences_by_officer(self) -> Mapping[str, tuple[Absence, ...]]:
        found: dict[str, list[Absence]] = {}
        for absence in self.absences:
            found.setdefault(absence.officer, []).append(absence)
        return {officer: tuple(sorted(rows, key=lambda row: row.first)) for officer, rows in found.items()}

    @cached_property
    def history_by_officer(self) -> Mapping[str, tuple[Duty, ...]]:
        """In the order of the history; who worked nothing in it is not in it."""
        found: dict[str, list[Duty]] = {}
        for duty in self.history:
            found.setdefault(duty.officer, []).append(duty)
        return {officer: tuple(duties) for officer, duties in found.items()}

    @cached_property
    def history_begins(self) -> date | None:
        """The first date of which anything is known."""
        return min((duty.day for duty in self.history), default=None)

    @cached_property
    def wishes_by_officer(self) -> Mapping[str, tuple[Wish, ...]]:
        found: dict[str, list[Wish]] = {}
        for wish in self.wishes:
            found.setdefault(wish.officer, []).append(wish)
        return {officer: tuple(rows) for officer, rows in found.items()}

    @cached_property
    def handovers(self) -> tuple[tuple[Handover, ...], ...]:
        """For each exchange what changes hands by it."""
        return handovers(self.exchanges)

    @cached_property
    def taken(self) -> Mapping[tuple[str, date], Handover]:
        """By officer and date how a duty of somebody else was taken over, the last time if several."""
        return {
            (one.taker, one.day): one for legs in self.handovers for one in legs if one.owner != one.taker
        }

    @cached_property
    def posts_of(self) -> Mapping[str, tuple[Post, ...]]:
        """By unit id, its posts in file order."""
        found: dict[str, list[Post]] = {}
        for post in self.posts.values():
            found.setdefault(post.unit, []).append(post)
        return {unit: tuple(posts) for unit, posts in found.items()}

    @cached_property
    def workshop(self) -> Mapping[str, tuple[tuple[Instant, Instant], ...]]:
        """By vehicle with outages, from when to when it is in the workshop."""
        number, starts = self.clock.number, self.day_starts
        return {
            vehicle.id: tuple(
                (
                    number(one.first, starts if one.start is None else one.start),
                    number(one.last, WallMinute(starts + DAY) if one.end is None else one.end),
                )
                for one in vehicle.outages
            )
            for vehicle in self.vehicles.values()
            if vehicle.outages
        }

    def of_people(self, people: Collection[str]) -> Bureau:
        """The bureau as if only these officers were in it, by id: with their absences and wishes.

        Units, posts, exchanges and all the rest stay; who is named there and not in `people` is nobody.
        """
        return replace(
            self,
            officers={id: officer for id, officer in self.officers.items() if id in people},
            absences=tuple(one for one in self.absences if one.officer in people),
            wishes=tuple(one for one in self.wishes if one.officer in people),
        )

    def only(self, units: Collection[str], people: Collection[str]) -> Bureau:
        """The part of the bureau that is these units: their posts and vehicles, and `people` by id.

        Which people these are depends on the date, so the caller says. Events, targets, exchanges and
        history are the whole bureau's.
        """
        return replace(
            self.of_people(people),
            units={id: unit for id, unit in self.units.items() if id in units},
            posts={id: post for id, post in self.posts.items() if post.unit in units},
            vehicles={id: vehicle for id, vehicle in self.vehicles.items() if vehicle.unit in units},
        )

    def absence(self, officer: Officer, day: date) -> Absence | None:
        """The absence that covers this date, if any."""
        for absence in self.absences_by_officer.get(officer.id, ()):
            if absence.holds(day):
                return absence
        return None

    def absence_at(self, officer: Officer, start: Instant, end: Instant) -> Absence | None:
        """The absence with times that has a moment between two instants, or begins and ends between them.

        What has no times is asked for by the date.
        """
        for absence in self.absences_by_officer.get(officer.id, ()):
            if absence.start is None and absence.end is None:
                continue
            since = self.clock.number(absence.first, absence.start or MIDNIGHT)
            until = self.clock.number(absence.last, WallMinute(DAY) if absence.end is None else absence.end)
            if since < end and start < until:
                return absence
        return None

    def runs(self, vehicle: Vehicle, start: Instant, end: Instant) -> bool:
        """Is the vehicle in the workshop at no time between two instants?"""
        return all(until <= start or end <= since for since, until in self.workshop.get(vehicle.id, ()))

    def worked_shift(self, duty: Duty) -> Shift:
        """The shift of a duty; where the duty was broken off, as far as it was worked."""
        return self.shifts[duty.shift].broken_off(duty.until)

    def is_present(self, officer: Officer, day: date) -> bool:
        """On the roll and not absent on this date."""
        return officer.serves(day) and self.absence(officer, day) is None

    def team(self, officer: Officer, day: date) -> Team | None:
        """The officer's team as it is on this date; None while the unit has no such team."""
        assignment = officer.on(day)
        return self.units[assignment.unit].on(day).team(assignment.team)

    def home_zone(self, officer: Officer, day: date) -> str:
        """The id of the officer's home zone, empty while there is none."""
        zone = self.zones.get(officer.on(day).zone)
        return zone.id if zone is not None and zone.stands(day) else ""

    def letter(self, officer: Officer, day: date) -> str:
        """The letter that the officer's team works on this date; that of a day off while there is no team."""
        team = self.team(officer, day)
        return REST if team is None else self.letter_of(team, day)

    def letter_of(self, team: Team, day: date) -> str:
        """The letter of a team as it stands in the model of this date."""
        return self.rotations[team.rotation].letter(day, team.offset, self.anchor)

    def shifts_on(self, model: DutyModel, team: Team, letter: str) -> tuple[Shift, ...]:
        """The shifts that may be worked on a letter, the plain one first; none on a rest day."""
        if letter == REST:
            return ()
        ids = model.shifts.get(letter) or (self.rotations[team.rotation].shifts[letter],)
        return tuple(self.shifts[shift] for shift in ids)

    def plain_cycle(self, model: DutyModel, team: Team) -> tuple[Shift | None, ...]:
        """What the rotation alone gives a team of this model on each date of its cycle; None on days off."""
        cycle = self.rotations[team.rotation].cycle
        return tuple(next(iter(self.shifts_on(model, team, letter)), None) for letter in cycle)

    def offered(self, unit: str, team: str, day: date) -> tuple[Shift, ...]:
        """The shifts that a team may work on this date, the plain one first; none on a day off."""
        key = unit, team, day
        found = self._offered.get(key)
        if found is None:
            model = self.units[unit].on(day)
            here = model.team(team)
            now = () if here is None else self.shifts_on(model, here, self.letter_of(here, day))
            found = self._offered[key] = tuple(shift_as_of(self.shifts, one.id, day) for one in now)
        return found

    @cached_property
    def _offered(self) -> dict[tuple[str, str, date], tuple[Shift, ...]]:
        """What `offered` has answered: it is asked a million times."""
        return {}

    def plain_shift(self, officer: Officer, day: date) -> Shift | None:
        """What the rotation alone gives the officer on this date; None on a day off."""
        assignment = officer.on(day)
        return next(iter(self.offered(assignment.unit, assignment.team, day)), None)
