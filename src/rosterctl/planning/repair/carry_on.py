"""A published roster carried on: what stands stays, what has broken is repaired with the fewest changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.insight.difference import changes
from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.event_sites import sites_published, with_new_events
from rosterctl.planning.repair.fallback import plain_instead
from rosterctl.planning.repair.open_dates import Damage
from rosterctl.planning.repair.posts import repost
from rosterctl.planning.repair.stage import Repaired, repair
from rosterctl.planning.repair.what_changed import Breakage, models_changed
from rosterctl.planning.repair.what_stands import Fallen, Stands, arrivals, is_anew, standing
from rosterctl.planning.rotation.history import carried_horizon, past_duties
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import ONE_DAY, Horizon
from rosterctl.wording import say

PublishedLines = dict[str, dict[date, Duty]]


def carry_on(
    bureau: Bureau,
    before: Bureau,
    published: Roster,
    today: date,
    *,
    earliest: int = 0,
    plan_first: bool = False,
    seed: int = 0,
) -> Carried:
    """The roster from `today` to its last date in the bureau as it is now; `before` is what it was.

    Duties of dates before that are not over by `earliest` (minutes since 1970-01-01 UTC) are in it too, see
    `carried_horizon`. Nobody is called in for a duty that begins before then, or taken off one.
    """
    horizon = carried_horizon(before, published, today, earliest)
    return _Carrier(bureau, before, published, horizon, earliest, plan_first, seed).carried()


@dataclass
class _Carrier:
    bureau: Bureau
    before: Bureau
    published: Roster
    horizon: Horizon
    earliest: int
    plan_first: bool
    seed: int
    lines: PublishedLines = field(default_factory=dict)
    beside: tuple[Duty, ...] = ()
    because: dict[tuple[str, date], str] = field(default_factory=dict)
    weight: int = 0
    bound: int = 0
    unmended: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        past = past_duties(self.bureau, self.published, self.horizon)
        self.past = {(duty.officer, duty.day, duty.shift): duty for duty in past}
        self.bureau = replace(self.bureau, history=past)
        self.rules = rules_in_force(self.bureau.rulebook)

    def carried(self) -> Carried:
        today = self.horizon.today
        ahead = Horizon(today, self.horizon.ahead)
        self.anew = models_changed(self.bureau, self.before, ahead)
        duties = [duty for duty in self.published.duties if duty.day in self.horizon]
        stand = standing(self.bureau, self.before, duties, self.horizon, self.rules, self.anew, self.earliest)
        self.lines = {officer: dict(line) for officer, line in stand.kept.items()}
        self.beside = stand.beside
        sites = sites_published(self.bureau, duties)
        known = (event.id for event in self.before.events)
        self.sites = with_new_events(self.bureau, sites, known, self.horizon, self.rules)
        moved: dict[str, set[date]] = {}
        self.breakage = Breakage(self.bureau, self.before, self.horizon, stand)
        self.because.update(self.breakage.explained())
        for duty in arrivals(self.bureau, stand, self.horizon.first):
            self.lines.setdefault(duty.officer, {})[duty.day] = duty
        for unit, day in self.breakage.unsettled():
            moved.setdefault(unit, set()).add(day)
        for unit, every in self.breakage.broken().items():
            days = {day for day in every if not is_anew(self.anew, unit, day)}
            moved.setdefault(unit, set()).update(days)
            for other, when in self._mend(unit, days, stand):
                moved.setdefault(other, set()).add(when)
        for unit, days in moved.items():
            old = {day for day in days if not is_anew(self.anew, unit, day)}
            if old:
                self._repost(unit, old, duties)
        return self._result()

    def _mend(self, unit: str, days: set[date], stand: Stands) -> Iterator[tuple[str, date]]:
        """Repairs a unit; the unit days that are moved by it.

        If it stays short on its own dates, those near them are open too, and then its lenders are asked.
        """
        best = self._repaired((unit,), days, stand)
        if days and best is not None and best.is_short:
            days = self._with_neighbours(unit, days)
            best = self._repaired((unit,), days, stand) or best
        borrowing = [self.bureau.units[unit].on(day).borrows_from for day in sorted(days)]
        lenders = [one for one in dict.fromkeys(chain.from_iterable(borrowing)) if one not in self.anew]
        if lenders and (best is None or best.is_short):
            best = self._repaired((unit, *lenders), days, stand) or best
        if best is None:
            self.unmended.append(unit)
            yield from self._fall_back(unit, stand)
            return
        self.weight += best.changes.value
        self.bound += best.changes.bound
        yield from self._take(best, self._reason(unit, stand.fallen), days)

    def _with_neighbours(self, unit: str, days: set[date]) -> set[date]:
        reach = PARAMS.repair.near_days
        around = {day + step * ONE_DAY for day in days for step in range(-reach, reach + 1)}
        return {day for day in around if day in self.horizon and not is_anew(self.anew, unit, day)}

    def _fall_back(self, unit: str, stand: Stands) -> Iterator[tuple[str, date]]:
        for old, new in plain_instead(self.bureau, unit, stand.altered, self.lines):
            del self.lines[old.officer][old.day]
            if new is not None:
                self.lines[new.officer][new.day] = new
            self.because.setdefault((old.officer, old.day), wording.FEWER_HOURS)
            yield from ((one.unit, one.day) for one in (old, new) if one is not None)

    def _repaired(self, units: tuple[str, ...], days: set[date], stand: Stands) -> Repaired | None:
        first = self.horizon.first
        mine = {one.id for one in self.bureau.officers.values() if one.on(first).unit in units}
        lines = {
            officer: line
            for officer, line in self.lines.items()
            if officer in mine or any(duty.unit in units for duty in line.values())
        }
        damage = Damage(
            units,
            frozenset(days),
            stand.altered & mine,
            lines,
            {officer: due for officer, due in stand.due.items() if officer in mine},
            {
                (event, unit): len(posts)
                for unit in units
                for event, posts in self.sites.get(unit, {}).items()
            },
            self.earliest,
        )
        today, settings = self.horizon.today, self._settings()
        return repair(
            self.bureau, self.horizon, self.rules, damage, today, settings, plan_first=self.plan_first
        )

    def _settings(self) -> Settings:
        return Settings(PARAMS.repair.seconds, self.seed)

    def _reason(self, unit: str, fallen: Sequence[Fallen]) -> str:
        away = sorted({one.duty.officer for one in fallen if one.duty.unit == unit})
        if not away:
            return say(wording.OTHER_WANTS, unit=unit)
        return say(
            wording.FOR_THOSE_AWAY if len(away) <= 3 else wording.FOR_MORE_AWAY,
            officers=", ".join(away[:3]),
            unit=unit,
        )

    def _take(self, repaired: Repaired, reason: str, broken: set[date]) -> Iterator[tuple[str, date]]:
        """Puts the repaired dates into the lines; the unit days at which somebody comes or goes."""
        for officer, day, choice, published in tuple(repaired.moved(self.lines)):
            line = self.lines.setdefault(officer, {})
            line.pop(day, None)
            if choice is not None:
                line[day] = in_reserve(self.bureau, officer, day, choice.shift, choice.unit, choice.origin)
            self.because.setdefault((officer, day), reason if day in broken else wording.FEWER_HOURS)
            yield from ((one.unit, day) for one in (choice, published) if one is not None)

    def _repost(self, unit: str, days: set[date], published: Sequence[Duty]) -> None:
        """Puts the posts of the unit right on these duty days and the mornings after."""
        watched = sorted(day for day in self.horizon if day in days or day - ONE_DAY in days)
        near = frozenset(watched) | {day - ONE_DAY for day in watched}
        night = [
            one for one in self.past.values() if one.day + ONE_DAY == self.horizon.first and one.unit == unit
        ]
        then = [*night, *(duty for duty in published if duty.unit == unit and duty.day in near)]
        now = night + [
            duty
            for line in self.lines.values()
            for day, duty in line.items()
            if day in near and duty.unit == unit
        ]
        sites = self.sites.get(unit, {})
        anew = {day for other, day in self.breakage.altered_means if other == unit}
        filled = repost(
            self.bureau, self.rules, unit, watched, then, now, sites, self._settings(), anew, self.earliest
        )
        for duty in filled:
            if duty.day in self.horizon:
                self.lines[duty.officer][duty.day] = duty
            else:
                self.past[duty.officer, duty.day, duty.shift] = duty

    def _result(self) -> Carried:
        every = chain.from_iterable(line.values() for line in self.lines.values())
        duties = tuple(sorted((*self.beside, *every), key=lambda one: (one.officer, one.day)))
        roster = Roster(
            bureau=self.bureau.id,
            fingerprint=self.bureau.fingerprint,
            horizon=self.horizon,
            seed=self.published.seed,
            versions=self.published.versions,
            duties=duties,
            before=tuple(self.past.values()),
        )
        told = changes(self.published, roster, self.horizon.first, self.because)
        found = tuple(one if one.reason else replace(one, reason=wording.REFILLED) for one in told)
        return Carried(roster, found, self.weight, self.bound, tuple(self.unmended), self.anew)
