"""Longer shifts, recalls and duties of others that officers lost by being away, and what comes back of them.

A plain duty is due by itself once its officer is back. All else was chosen once, and the roster remembers it
until its date. It comes back when its officer is, or to its owner when the exchange is taken out, if it is
lawful, nothing else is worked on its date by then, and something is short in its hours. Else somebody has
filled its place, and the roster says so. Each is asked once: when absences or exchanges of it have changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Note, NoteKind, OfficerDate, Origin, Roster, Shortage
from rosterctl.planning import wording
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.lines.room_left import RoomLeft
from rosterctl.planning.repair.returns import given_away, half_worked
from rosterctl.planning.repair.what_stands import Stands, reason_against
from rosterctl.planning.roster.swaps import taken_over
from rosterctl.planning.rotation.menus import menus
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.clock import Instant
from rosterctl.wording import say

LinesByOfficer = Mapping[str, Mapping[date, Duty]]
"""Duties by officer id and date."""


@dataclass
class Returns:
    """`duties` come back, `because` says why; `waiting` are not asked yet, `notes` tell of the rest."""

    duties: list[Duty] = field(default_factory=list)
    because: dict[OfficerDate, str] = field(default_factory=dict)
    waiting: list[Duty] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True)
class LostDuties:
    """`before` is the bureau for which `published` was made, `room` tells what a line has room for."""

    bureau: Bureau
    before: Bureau
    published: Roster
    rules: Sequence[Rule]
    room: RoomLeft

    def returns(self, stand: Stands, lines: LinesByOfficer) -> Returns:
        """What comes back into the lines. What has begun by now, or is over, is forgotten."""
        found, gaps = Returns(), _Gaps(self.bureau, self.published.shortages)
        number, earliest = self.bureau.clock.number, self.room.earliest
        for lost in sorted(self.published.lost, key=lambda one: (one.day, one.officer)):
            over = lost.day not in self.room.horizon or number(lost.day, lost.slices[0].start) < earliest
            if over or lost.officer not in self.bureau.officers:
                continue
            duty = self._as_owned(lost)
            if not (self._is_there(duty) and self._is_asked(lost, duty)):
                found.waiting.append(duty)
                continue
            mine = {**lines.get(duty.officer, {}), **_on_their_dates(duty.officer, found.duties)}
            why = self._against(duty, mine, stand.due.get(duty.officer, ()), gaps)
            if why is None:
                continue
            if not why:
                unit, origin = duty.unit, duty.origin
                found.duties.append(in_reserve(self.bureau, duty.officer, duty.day, duty.shift, unit, origin))
                gaps.fill(duty)
                back = say(wording.BACK_ON_DUTY) if duty.officer == lost.officer else say(wording.TAKEN_BACK)
                found.because[duty.officer, duty.day] = back
            else:
                what = say(wording.LOST_DUTY, officer=duty.officer, shift=duty.shift, day=duty.day)
                found.notes.append(Note(NoteKind.NOT_BACK, what, why))
                if self._is_away_still(duty.officer):
                    found.waiting.append(duty)
        return found

    @cached_property
    def _given(self) -> frozenset[OfficerDate]:
        """Whose duty of which date is another's."""
        first, earliest = self.room.horizon.first, self.room.earliest
        half = half_worked(self.bureau, self.before, self.published.duties, first, earliest)
        return given_away((*self.bureau.handovers, *half))

    def _as_owned(self, lost: Duty) -> Duty:
        """Its owner's again, where the exchange is taken out by which it was lost by somebody else."""
        key = lost.officer, lost.day
        leg = self.before.taken.get(key) if key not in self.bureau.taken else None
        if lost.origin is not Origin.EXCHANGE or leg is None or leg.owner not in self.bureau.officers:
            return lost
        if (leg.owner, leg.day) in self._given:
            return lost
        return taken_over(self.bureau, lost, replace(leg, giver=leg.taker, taker=leg.owner))

    def _is_there(self, duty: Duty) -> bool:
        """Is whoever is to work it not away, and is it nobody else's?"""
        there = self.bureau.is_present(self.bureau.officers[duty.officer], duty.day)
        return there and (duty.officer, duty.day) not in self._given

    def _is_asked(self, lost: Duty, duty: Duty) -> bool:
        """Have the absences changed by which it was lost, or is it its owner's again?"""
        return lost.officer != duty.officer or _has_other_absences(self.bureau, self.before, duty.officer)

    def _is_away_still(self, officer: str) -> bool:
        """On a later date, so that a change of it may make room."""
        rows = self.bureau.absences_by_officer.get(officer, ())
        return any(one.last >= self.room.horizon.today for one in rows)

    def _against(
        self, duty: Duty, mine: Mapping[date, Duty], due: Collection[date], gaps: _Gaps
    ) -> str | None:
        """Why it does not come back; empty if it does, None if it is there, or its like, without that."""
        person = self.bureau.officers[duty.officer]
        plain = self.bureau.plain_shift(person, duty.day)
        other = mine.get(duty.day)
        planned = plain.id if plain is not None and duty.day in due else ""
        works = planned if other is None else other.shift
        if duty.shift == works:
            return None
        if works and (duty.origin is not Origin.ROTATION or plain is None or works != plain.id):
            return say(wording.WORKS_OTHERWISE, shift=works)
        offered = menus(self.bureau, (duty.day,))
        judges = [(rule.id, rule.allows) for rule in self.rules if rule.allows]
        against = reason_against(self.bureau, duty, offered, judges, (), self.room.anew, False)
        if against:
            return against
        here = in_reserve(self.bureau, duty.officer, duty.day, duty.shift, duty.unit, duty.origin)
        tried = self.room.lawful(
            {duty.officer: {**mine, duty.day: here}}, {duty.officer: due}, {duty.officer}
        )
        in_the_way = [one.rule for one in tried.taken.get(duty.officer, ())]
        in_the_way += [one.rule for one in tried.broken.get(duty.officer, ())]
        if in_the_way:
            return say(wording.NO_ROOM_LEFT, rule=in_the_way[0])
        return "" if gaps.has(duty) else say(wording.PLACE_FILLED)


@dataclass
class _Gaps:
    """What is short as published, and how many heads of each have come back by now."""

    bureau: Bureau
    shortages: Iterable[Shortage]
    filled: dict[Shortage, int] = field(default_factory=dict)

    def has(self, duty: Duty) -> bool:
        """Is anything short for it to fill? A plain duty that is another's asks nothing."""
        return not any(self._beyond_plain(duty)) or any(
            self.filled.get(one, 0) < one.heads for one in self._of(duty)
        )

    def fill(self, duty: Duty) -> None:
        for one in self._of(duty):
            self.filled[one] = self.filled.get(one, 0) + 1

    def _of(self, duty: Duty) -> Iterator[Shortage]:
        """Those of its unit, or of all, in the hours that it has beyond the plain duty of whose it is."""
        spans = tuple(self._beyond_plain(duty))
        targets = {one.id: one for one in self.bureau.strengths}
        for one in self.shortages:
            start, end = (self.bureau.clock.number(one.day, at) for at in (one.start, one.end))
            mine = one.unit == duty.unit or (one.what in targets and targets[one.what].covers(duty.unit))
            if mine and any(start < until and since < end for since, until in spans):
                yield one

    def _beyond_plain(self, duty: Duty) -> Iterator[tuple[Instant, Instant]]:
        number, shift = self.bureau.clock.number, self.bureau.shifts[duty.shift]
        start, end = (number(duty.day, at) for at in (shift.start, shift.end))
        leg = self.bureau.taken.get((duty.officer, duty.day)) if duty.origin is Origin.EXCHANGE else None
        person = self.bureau.officers[duty.officer if leg is None else leg.owner]
        plain = self.bureau.plain_shift(person, duty.day)
        if plain is None or person.on(duty.day).unit != duty.unit:
            yield start, end
            return
        since, until = (number(duty.day, at) for at in (plain.start, plain.end))
        yield from ((a, b) for a, b in ((start, min(since, end)), (max(until, start), end)) if a < b)


def _on_their_dates(officer: str, duties: Iterable[Duty]) -> Mapping[date, Duty]:
    return {one.day: one for one in duties if one.officer == officer}


def _has_other_absences(bureau: Bureau, before: Bureau, officer: str) -> bool:
    return bureau.absences_by_officer.get(officer) != before.absences_by_officer.get(officer)


def with_lost(bureau: Bureau, before: Bureau, published: Roster, found: Carried, earliest: int) -> Carried:
    """The roster carried on that remembers, besides what waits, what was lost just now by being away.

    That is what officers do not work on dates of their absence, and where their absences have changed also
    what they have no room for on others. Whatever begins before `earliest` is over.
    """
    roster = found.roster
    held = {(one.officer, one.day, one.shift, one.unit, one.origin) for one in roster.duties}
    half = half_worked(bureau, before, published.duties, roster.horizon.first, earliest)
    taken = bureau.taken.keys() | {(leg.taker, leg.day) for legs in half for leg in legs}
    known = {(one.officer, one.day) for one in roster.lost}
    lost = []
    for one in published.duties:
        officer, key = bureau.officers.get(one.officer), (one.officer, one.day)
        if officer is None or one.day not in roster.horizon or key in known:
            continue
        if (*key, one.shift, one.unit, one.origin) in held or _is_plain(bureau, one):
            continue
        if one.origin is Origin.EXCHANGE and key not in taken:
            continue
        for_it = bureau.absence(officer, one.day) or _has_other_absences(bureau, before, officer.id)
        if for_it and bureau.clock.number(one.day, one.slices[0].start) >= earliest:
            lost.append(one)
    return replace(found, roster=replace(roster, lost=(*roster.lost, *lost)))


def _is_plain(bureau: Bureau, duty: Duty) -> bool:
    officer = bureau.officers[duty.officer]
    plain = bureau.plain_shift(officer, duty.day)
    own = duty.origin is Origin.ROTATION and duty.unit == officer.on(duty.day).unit
    return own and (plain is None or plain.id == duty.shift)
