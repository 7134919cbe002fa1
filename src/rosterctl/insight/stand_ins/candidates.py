"""Who can fill a vacancy, best first, and why the others cannot.

Whoever is on duty in reserve costs nothing and comes first, then those who are called in, then the reserves
of units that lend. Within each, who has borne least comes first (recalls, overtime, nights, weekends and
holidays, of the ledger and this roster together, less the fair share of what the ledger says: a newcomer is
not called in for what was borne before they came), then who is nearest.

Nothing is judged here but by the rules' own checks: those about an officer's line on a record of the
candidates alone, each with the vacancy added to their line; those about people together on the two duty days
around the vacancy in its unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import IntEnum
from fractions import Fraction

from rosterctl.domain.accounts.ledger import Parts, Tally, parts_of
from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.domain.rotation import REST
from rosterctl.domain.shift import own_id, shift_as_of
from rosterctl.insight import wording
from rosterctl.insight.stand_ins.trial import Trial, Why
from rosterctl.insight.stand_ins.vacancy import Vacancy
from rosterctl.rulekit.past_shares import past_shares
from rosterctl.timeline.clock import DAY, WallMinute, clock_text
from rosterctl.wording import say

NO_PARTS = parts_of(Tally())


class Way(IntEnum):
    """How a stand-in comes, the least trouble first."""

    RESERVE = 1
    RECALL = 2
    LOAN = 3

    @property
    def words(self) -> str:
        match self:
            case Way.RESERVE:
                return say(wording.WAY_RESERVE)
            case Way.RECALL:
                return say(wording.WAY_RECALL)
            case Way.LOAN:
                return say(wording.WAY_LOAN)


@dataclass(frozen=True)
class StandIn:
    """A candidate: the duty that they would work, what they have borne, how far it is (None: not known).

    `why` says what is in the way; whoever has nothing in the way can come. `past` is the fair share of what
    was borne before the roster. Whoever is `free` could come by their own line: what is in the way, if
    anything, is who would stand together, and a second stand-in may change that.
    """

    officer: Officer
    way: Way
    duty: Duty
    borne: Tally
    kilometres: float | None
    why: tuple[Why, ...] = ()
    past: Parts = NO_PARTS
    free: bool = False

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the best first."""
        return self.way, *self.burdens, self.officer.id

    @property
    def burdens(self) -> tuple[Fraction | float, ...]:
        """Recalls, overtime, nights, and weekends with holidays, beyond the share; then the distance."""
        beyond = (own - share for own, share in zip(parts_of(self.borne), self.past, strict=True))
        nights, weekends, holidays, eves, recalls, overtime = beyond
        far = float("inf") if self.kilometres is None else self.kilometres
        return recalls, overtime, nights, weekends + holidays + eves, far


def stand_ins(bureau: Bureau, roster: Roster, vacancy: Vacancy, missing: str = "") -> tuple[StandIn, ...]:
    """Everybody of the unit, and of its lenders those in reserve: who can come first, the others by id.

    `missing` is the officer who does not come and whose duty the roster no longer has, if there is one.
    """
    found = _Search(bureau, roster, vacancy, missing).found()
    return tuple(
        sorted(found, key=lambda one: (bool(one.why), one.order if not one.why else (one.officer.id,)))
    )


class _Search:
    def __init__(self, bureau: Bureau, roster: Roster, vacancy: Vacancy, missing: str) -> None:
        self.missing = vacancy.duty.officer if vacancy.duty else missing
        self.bureau, self.roster, self.vacancy = bureau, roster, vacancy
        self.unit = bureau.units[vacancy.unit]
        self.model = self.unit.on(vacancy.day)
        near = (vacancy.day, vacancy.day - timedelta(days=1))
        self.on_duty: dict[str, list[Duty]] = {}
        for duty in roster.duties:
            if duty.day in near:
                self.on_duty.setdefault(duty.officer, []).append(duty)

    def found(self) -> list[StandIn]:
        ways = list(self._ways())
        people = {officer.id for officer, *_ in ways}
        borne = tallies(self.bureau, (duty for duty in self.roster.duties if duty.officer in people))
        trial = Trial(self.bureau, self.roster, self.vacancy)
        shares = self._past()
        wrong = trial.lines([duty for _, way, duty, why in ways if way is Way.RECALL and not why])
        found = []
        for officer, way, duty, why in ways:
            own = why or tuple(wrong.get(officer.id, ()))
            reasons = own or tuple(trial.together(duty))
            carried = self.bureau.ledger.get(officer.id, Tally()) + borne[officer.id]
            past = shares.get(officer.id, NO_PARTS)
            far = self._distance(officer)
            found.append(StandIn(officer, way, duty, carried, far, reasons, past, free=not own))
        return found

    def _past(self) -> Mapping[str, Parts]:
        """By officer id the fair share of what the ledger says, among those of one team and role."""
        first = self.roster.horizon.first
        teams: dict[tuple[str, str, str], list[Officer]] = {}
        for officer in self.bureau.officers.values() if self.bureau.ledger else ():
            home = officer.on(first)
            if officer.serves(first):
                teams.setdefault((home.unit, home.team, officer.role), []).append(officer)
        return {
            officer.id: share
            for peers in teams.values()
            for officer, share in zip(peers, past_shares(self.bureau, first, peers), strict=True)
        }

    def _ways(self) -> Iterator[tuple[Officer, Way, Duty, tuple[Why, ...]]]:
        lenders = frozenset(self.model.borrows_from)
        for officer in self.bureau.officers.values():
            if officer.id == self.missing or officer in self.vacancy.there:
                continue
            home = officer.on(self.vacancy.day).unit
            covering = next((one for one in self.on_duty.get(officer.id, ()) if self._covers(one)), None)
            if covering is not None and covering.unit == self.unit.id:
                busy = self._busy(covering)
                message = say(wording.BUSY_THEN, officer=officer.id, busy=busy)
                why = (Why("posts", message),) if busy else ()
                yield officer, Way.RESERVE, covering if busy else self._moved(covering), why
            elif home == self.unit.id:
                yield officer, Way.RECALL, *self._called_in(officer)
            elif home in lenders and covering is not None and self._idle(covering):
                yield officer, Way.LOAN, replace(self._moved(covering), unit=self.unit.id), ()

    def _called_in(self, officer: Officer) -> tuple[Duty, tuple[Why, ...]]:
        """The duty to be taken over as it is; or the shortest shift for calling in that is long enough."""
        vacancy, rests = self.vacancy, self.bureau.letter(officer, self.vacancy.day) == REST
        if vacancy.duty is not None:
            taken = replace(vacancy.duty, officer=officer.id, origin=self._origin(officer, rests))
            closed = rests and not self.model.recalls
            nobody = Why("recalls", say(wording.CALLS_NOBODY, unit=self.unit.id))
            return taken, (nobody,) if closed else ()
        home = officer.on(vacancy.day)
        offered = (
            [shift_as_of(self.bureau.shifts, shift, vacancy.day) for shift in self.model.recalls]
            if rests
            else list(self.bureau.offered(home.unit, home.team, vacancy.day))
        )
        origin = Origin.RECALL if rests else Origin.ROTATION
        fitting = [one for one in offered if one.start <= vacancy.start and vacancy.end <= one.end]
        if not fitting:
            nothing = Duty(officer.id, vacancy.day, "", self.unit.id, origin, ())
            return nothing, (self._nothing_fits(officer),)
        shift = min(fitting, key=lambda one: (one.length, one.id))
        whole = (Slice(shift.start, shift.end, ""),)
        return self._moved(Duty(officer.id, vacancy.day, shift.id, self.unit.id, origin, whole)), ()

    def _origin(self, officer: Officer, rests: bool) -> Origin:
        """Taken over; unless it was the officer's own before they gave it away."""
        taken = self.bureau.taken.get((self.missing, self.vacancy.day))
        if taken is None or taken.owner != officer.id:
            return Origin.EXCHANGE
        return Origin.RECALL if rests else Origin.ROTATION

    def _nothing_fits(self, officer: Officer) -> Why:
        when = f"{clock_text(self.vacancy.start)}-{clock_text(self.vacancy.end)}"
        for duty in self.on_duty.get(officer.id, ()):
            if duty.day == self.vacancy.day:
                start, end = (clock_text(at) for at in (duty.slices[0].start, duty.slices[-1].end))
                name = own_id(self.bureau.shifts, duty.shift)
                message = say(wording.WORKS_ELSEWHEN, duty=duty, shift=name, start=start, end=end, when=when)
                return Why("one-place", message)
        return Why("recalls", say(wording.CALLS_NOBODY_FOR, unit=self.unit.id, when=when))

    def _moved(self, duty: Duty) -> Duty:
        """The duty with the vacancy's pieces in the place of reserve."""
        ahead = (self.vacancy.day - duty.day).days * DAY
        at, slices = duty.slices[0].start, []
        for piece in self.vacancy.pieces:
            start, end = WallMinute(piece.start + ahead), WallMinute(piece.end + ahead)
            slices += [*_between(duty, at, start), replace(piece, start=start, end=end)]
            at = end
        return replace(duty, slices=(*slices, *_between(duty, at, duty.slices[-1].end)))

    def _covers(self, duty: Duty) -> bool:
        ahead = (self.vacancy.day - duty.day).days * DAY
        start, end = self.vacancy.start + ahead, self.vacancy.end + ahead
        return duty.slices[0].start <= start and end <= duty.slices[-1].end

    def _busy(self, duty: Duty) -> str:
        """What the officer does at the time instead of standing in reserve, or nothing."""
        ahead = (self.vacancy.day - duty.day).days * DAY
        for piece in self.vacancy.pieces:
            for mine in duty.slices:
                if mine.post and mine.start < piece.end + ahead and piece.start + ahead < mine.end:
                    return say(wording.STANDS_AT, post=mine.post)
        return ""

    def _idle(self, duty: Duty) -> bool:
        """In reserve from start to end, by rotation: a duty is lent whole."""
        return duty.origin is Origin.ROTATION and not any(piece.post for piece in duty.slices)

    def _distance(self, officer: Officer) -> float | None:
        post = self.bureau.posts.get(self.vacancy.pieces[0].post)
        zones, home = self.bureau.zones, self.bureau.home_zone(officer, self.vacancy.day)
        if post is None or home not in zones or post.zone not in zones:
            return None
        return zones[home].distance(zones[post.zone])


def _between(duty: Duty, start: WallMinute, end: WallMinute) -> Sequence[Slice]:
    """The duty's own slices from start to end, cut to fit."""
    return [
        replace(piece, start=max(piece.start, start), end=min(piece.end, end))
        for piece in duty.slices
        if max(piece.start, start) < min(piece.end, end)
    ]
