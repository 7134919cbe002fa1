"""Where those were who could have come: on duty elsewhere, in reserve, away, let off, off duty, not called.

Whoever is off duty or let off is tried on a duty by the rules' own checks: the first rule that it would break
is what keeps them. Only so many are tried in a roster; after that they are counted, without the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.domain.rotation import REST
from rosterctl.domain.shift import Shift, shift_as_of
from rosterctl.insight import wording
from rosterctl.insight.phrases import enumerated
from rosterctl.rulekit.line_trial import Excess, LineTrial, TriedLine, plain_duty
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.clock import DAY
from rosterctl.wording import say

MOST_TRIED = 600
"""Duties that are tried in one roster: half a second for 28 dates."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time in a unit, in minutes since midnight of `day`; `post` is where somebody lacks."""

    unit: str
    day: date
    start: int
    end: int
    post: str = ""

    def overlaps(self, start: int, end: int) -> bool:
        return start < self.end and self.start < end


@dataclass(frozen=True, slots=True)
class _Whereabout:
    """Where an officer is; on duty in the unit at `posts`, with an empty place. `duty` is one to try."""

    place: str
    posts: frozenset[str] = frozenset()
    duty: Duty | None = None

    def seen_from(self, post: str) -> str:
        """In reserve the whole time, at the very post, or on duty elsewhere."""
        if self.place:
            return self.place
        if self.posts == {""}:
            return say(wording.PLACE_RESERVE)
        return say(wording.PLACE_AT_IT) if self.posts <= {"", post} else say(wording.PLACE_ELSEWHERE)


class Whereabouts:
    """Asks one roster where people were; `most` duties are tried."""

    def __init__(self, bureau: Bureau, roster: Roster, most: int = MOST_TRIED) -> None:
        self._bureau, self._roster = bureau, roster
        self._lines: dict[str, list[Duty]] = {}
        self._worked: dict[tuple[str, date], list[tuple[Duty, int, int]]] = {}
        for duty in (*roster.before, *roster.duties):
            shift = bureau.worked_shift(duty)
            self._lines.setdefault(duty.officer, []).append(duty)
            self._worked.setdefault((duty.officer, duty.day), []).append((duty, shift.start, shift.end))
        self._members: dict[str, list[Officer]] = {unit: [] for unit in bureau.units}
        for officer in bureau.officers.values():
            for unit in dict.fromkeys(one.unit for one in officer.assignments):
                self._members[unit].append(officer)
        self._given = {(one.officer, one.day) for one in bureau.exchanges}
        self._trial = LineTrial(bureau, roster.horizon, rules_in_force(bureau.rulebook))
        self._left = most
        self._placed: dict[tuple[str, date, int, int], dict[str, _Whereabout]] = {}
        self._on_roll: dict[tuple[str, date], Sequence[Officer]] = {}
        self._known: dict[str, Excess] = {}
        self._kept: dict[Duty, str] = {}

    def members(self, unit: str, day: date) -> Sequence[Officer]:
        """Who belongs to the unit on a date and is on the roll."""
        found = self._on_roll.get((unit, day))
        if found is None:
            found = [one for one in self._members[unit] if one.on(day).unit == unit and one.serves(day)]
            self._on_roll[unit, day] = found
        return found

    def works(self, officer: Officer, day: date) -> bool:
        return (officer.id, day) in self._worked

    def told(self, at: Spell, who: Callable[[Officer], bool], called: str) -> str:
        """`leaders: 4 on the roll, of them 1 away, 3 off duty (rest 2, could be called in 1)`."""
        people = [one for one in self.members(at.unit, at.day) if who(one)]
        if not people:
            return say(wording.NOBODY_ON_THE_ROLL, called=called)
        found: dict[str, int] = {}
        tried: list[tuple[str, Duty]] = []
        # Where one is then, whatever the post; looked up once for all posts that lack somebody then.
        placed = self._placed.setdefault((at.unit, at.day, at.start, at.end), {})
        for officer in people:
            one = placed.get(officer.id)
            if one is None:
                one = placed[officer.id] = self._place(officer, at)
            place = one.seen_from(at.post)
            found[place] = found.get(place, 0) + 1
            if one.duty is not None:
                tried.append((place, one.duty))
        barred = self._barred(tried)
        parts = [_part(place, found[place], barred.get(place, {})) for place in _places() if place in found]
        return say(wording.ON_THE_ROLL, number=len(people), called=called, parts=enumerated(parts))

    def _place(self, officer: Officer, at: Spell) -> _Whereabout:
        working = [
            duty
            for ahead in range(-1, at.end // DAY + 1)
            for duty, start, end in self._worked.get((officer.id, at.day + timedelta(days=ahead)), ())
            if at.overlaps(start + ahead * DAY, end + ahead * DAY)
        ]
        if working:
            elsewhere = any(duty.unit != at.unit for duty in working)
            return _Whereabout(say(wording.PLACE_ELSEWHERE) if elsewhere else "", _posts(working, at))
        dates = {at.day, at.day + timedelta(days=at.start // DAY)}
        if any(self._bureau.absence(officer, day) for day in sorted(dates)):
            return _Whereabout(say(wording.PLACE_AWAY))
        for day in (at.day, at.day - timedelta(days=1)):
            plain = self._bureau.plain_shift(officer, day)
            ahead = (day - at.day).days * DAY
            if not plain or not at.overlaps(plain.start + ahead, plain.end + ahead):
                continue
            free = not self.works(officer, day) and (officer.id, day) not in self._given
            if free and self._bureau.is_present(officer, day) and day in self._roster.horizon:
                duty = plain_duty(officer, day, plain, officer.on(day).unit)
                return _Whereabout(say(wording.PLACE_LET_OFF), duty=duty)
        shift = self._call_in(officer, at)
        if shift is None:
            return _Whereabout(say(wording.PLACE_NO_CALL_IN))
        whole = (Slice(shift.start, shift.end, ""),)
        recall = Duty(officer.id, at.day, shift.id, at.unit, Origin.RECALL, whole)
        return _Whereabout(say(wording.PLACE_OFF), duty=recall)

    def _call_in(self, officer: Officer, at: Spell) -> Shift | None:
        """The shift of the unit's call-ins that has most of the stretch; none on a working day."""
        if self._bureau.letter(officer, at.day) != REST:
            return None
        recalls = self._bureau.units[at.unit].on(at.day).recalls
        offered = (shift_as_of(self._bureau.shifts, name, at.day) for name in recalls)
        fitting = [one for one in offered if at.overlaps(one.start, one.end)]
        return min(fitting, key=lambda one: (-_common(one, at), one.length, one.id), default=None)

    def _barred(self, tried: Sequence[tuple[str, Duty]]) -> Mapping[str, Counter[str]]:
        """By place how many are kept by which rule, and how many by none; nothing after too many."""
        fresh = [duty for _, duty in tried if duty not in self._kept]
        if len(fresh) > self._left:
            return {}
        self._left -= len(fresh)
        people = list(dict.fromkeys(duty.officer for duty in fresh if duty.officer not in self._known))
        lines = [self._line(name) for name in people]
        broken = self._trial.broken([*lines, *(self._line(duty.officer, duty) for duty in fresh)])
        self._known |= dict(zip(people, broken, strict=False))
        for duty, excess in zip(fresh, broken[len(lines) :], strict=True):
            before = self._known[duty.officer]
            self._kept[duty] = next((rule for rule, much in excess.items() if much > before.get(rule, 0)), "")
        found: dict[str, Counter[str]] = {}
        for place, duty in tried:
            found.setdefault(place, Counter())[self._kept[duty]] += 1
        return found

    def _line(self, name: str, more: Duty | None = None) -> TriedLine:
        mine, horizon = self._lines.get(name, []), self._roster.horizon
        before = tuple(duty for duty in mine if duty.day < horizon.first)
        inside = [duty for duty in mine if duty.day >= horizon.first]
        if more is not None:
            inside.append(more)
        officer = self._bureau.officers[name]
        return TriedLine(officer, before, tuple(sorted(inside, key=lambda one: one.day)))


def _posts(working: Iterable[Duty], at: Spell) -> frozenset[str]:
    """Where these duties stand then; reserve is the empty post."""
    return frozenset(
        piece.post
        for duty in working
        for piece in duty.slices
        if at.overlaps(
            piece.start + (duty.day - at.day).days * DAY, piece.end + (duty.day - at.day).days * DAY
        )
    )


def _common(shift: Shift, at: Spell) -> int:
    return min(shift.end, at.end) - max(shift.start, at.start)


def _places() -> Sequence[str]:
    """In the order in which they are told."""
    here = say(wording.PLACE_AT_IT), say(wording.PLACE_ELSEWHERE), say(wording.PLACE_RESERVE)
    off = say(wording.PLACE_LET_OFF), say(wording.PLACE_OFF), say(wording.PLACE_NO_CALL_IN)
    return *here, say(wording.PLACE_AWAY), *off


def _part(place: str, heads: int, barred: Mapping[str, int]) -> str:
    """`3 off duty (rest 2, could be called in 1)`."""
    rules = [
        say(wording.KEPT_BY_RULE, rule=rule, heads=number) for rule, number in sorted(barred.items()) if rule
    ]
    if place == say(wording.PLACE_OFF) and barred.get(""):
        rules.append(say(wording.COULD_BE_CALLED, heads=barred[""]))
    if not rules:
        return say(wording.HEADS_THERE, heads=heads, place=place)
    return say(wording.HEADS_THERE_KEPT, heads=heads, place=place, rules=enumerated(rules))
