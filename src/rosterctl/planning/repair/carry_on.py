"""A published roster carried on: what stands stays, what has broken is repaired with the fewest changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair import reasons
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.event_sites import sites_counted, sites_published, with_new_events
from rosterctl.planning.repair.lines.room_left import RoomLeft
from rosterctl.planning.repair.lost import LostDuties, with_lost
from rosterctl.planning.repair.model.least_change import Repaired
from rosterctl.planning.repair.model.spare_recalls import with_spare_recalls
from rosterctl.planning.repair.new_times import in_new_times, shifts_retimed
from rosterctl.planning.repair.open_dates import Damage, lines_of_units, not_anew
from rosterctl.planning.repair.posts import reposted
from rosterctl.planning.repair.returns import without_undone
from rosterctl.planning.repair.stage import Repairs
from rosterctl.planning.repair.what_changed import Breakage, arrivals, from_a_new_day, models_changed
from rosterctl.planning.repair.what_stands import Stands, as_lawful, standing
from rosterctl.planning.rotation.history import at_home, carried_horizon, in_known_places, past_duties
from rosterctl.planning.rotation.offers import OffersOfUnits
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Allowance, Settings
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


def carry_on(
    bureau: Bureau,
    before: Bureau,
    published: Roster,
    today: date,
    *,
    earliest: int = 0,
    plan_first: bool = False,
    seed: int = 0,
    growth: int = 0,
    other_past: bool = False,
    seconds: float = PARAMS.repair.all_seconds,
) -> Carried:
    """The roster from `today` to its last date in the bureau as it is now; `before` is what it was.

    Duties of dates before that are not over by `earliest` (minutes since 1970-01-01 UTC) are in it too, see
    `carried_horizon`; nobody is called in for one that begins before then, or taken off it. Room is left for
    the rotation on `growth` dates after the last. With `other_past` it was made with other duties before.
    What may be better than lawful is searched for in so many seconds.
    """
    left = carried_horizon(before, published, today, earliest)
    how = earliest, plan_first, seed, growth, other_past, seconds
    carrier = _Carrier(bureau, before, published, left, *how)
    found = with_lost(bureau, before, published, carrier.carried(), earliest)
    return with_spare_recalls(carrier.bureau, before, found, carrier.rules, carrier.settings, earliest)


@dataclass
class _Carrier:
    bureau: Bureau
    before: Bureau
    published: Roster
    horizon: Horizon
    earliest: int
    plan_first: bool
    seed: int
    growth: int
    other_past: bool
    seconds: float
    lines: dict[str, dict[date, Duty]] = field(default_factory=dict)
    weight: int = 0
    bound: int = 0
    unmended: list[str] = field(default_factory=list)
    held: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.retimed = shifts_retimed(self.bureau, self.before)
        past = tuple(in_new_times(past_duties(self.bureau, self.published, self.horizon), self.retimed))
        self.past = {(duty.officer, duty.day, duty.shift): duty for duty in past}
        self.bureau = replace(self.bureau, history=past)
        self.rules = rules_in_force(self.bureau.rulebook)
        self.wide = replace(self.horizon, days=self.horizon.days + self.growth)
        self.offers = OffersOfUnits(self.bureau, self.wide, self.rules)
        self.settings = Settings(PARAMS.repair.seconds, self.seed)
        better = Allowance(replace(self.settings, seconds=self.seconds))
        how = self.rules, self.horizon, self.settings, self.plan_first, better
        self.repairs = Repairs(self.bureau, self.offers.of, self._damage, *how)

    def carried(self) -> Carried:
        left = at_home(self.bureau, (one for one in self.published.duties if one.day in self.horizon))
        over = self.horizon.first, self.earliest
        published, self.because = without_undone(self.bureau, self.before, left, *over)
        models = models_changed(self.bureau, self.before, Horizon(self.horizon.today, self.horizon.ahead))
        self.anew = from_a_new_day(self.bureau, models, published, self.earliest)
        duties = list(in_new_times(in_known_places(self.bureau, published, self.earliest), self.retimed))
        those = self.horizon, self.rules, self.anew, self.earliest, self.published.off_rotation or ()
        stand = standing(self.bureau, self.before, duties, *those)
        self.lines = {officer: dict(line) for officer, line in stand.kept.items()}
        self.stand = stand
        sites, known = sites_published(self.bureau, duties), (event.id for event in self.before.events)
        self.sites = with_new_events(self.bureau, sites, known, self.horizon, self.rules)
        moved: dict[str, set[date]] = {}
        past = tuple(self.past.values())
        self.breakage = Breakage(self.bureau, self.before, self.horizon, stand, past)
        self.because.update(self.breakage.explained())
        for duty in arrivals(self.bureau, stand, self.horizon.first):
            self.lines.setdefault(duty.officer, {})[duty.day] = duty
        for unit, day in self.breakage.unsettled():
            moved.setdefault(unit, set()).add(day)
        self._look_at_limits(stand, self.breakage.broken())
        lost = LostDuties(self.bureau, self.before, self.published, self.rules, self.room)
        self.returns = lost.returns(stand, self.lines)
        self.because.update(self.returns.because)
        for duty in self.returns.duties:
            self.lines.setdefault(duty.officer, {})[duty.day] = duty
            moved.setdefault(duty.unit, set()).add(duty.day)
        for officer in self.loosened.broken:
            for unit, day in self._take_off(officer, stand.due):
                moved.setdefault(unit, set()).add(day)
        broken = self.breakage.broken(self.loosened.mended)
        weakened = {unit: not_anew(self.anew, unit, days) for unit, days in self.breakage.weakened.items()}
        for unit, short in self.repairs.short_days(weakened):
            broken.setdefault(unit, set()).update(short)
        for place, (unit, every) in enumerate(broken.items()):
            days = not_anew(self.anew, unit, every)
            moved.setdefault(unit, set()).update(days)
            for other, when in self._mend(unit, days, self.repairs.sharing(len(broken) - place)):
                moved.setdefault(other, set()).add(when)
        for unit, days in moved.items():
            if old := not_anew(self.anew, unit, days):
                self._repost(unit, old, duties)
        return self._result()

    def _mend(self, unit: str, days: set[date], repairs: Repairs) -> Iterator[tuple[str, date]]:
        """Repairs a unit; the unit days that are moved by it.

        If nothing is lawful, dates on which something comes off a line are open, and then the loose may be
        let off.
        """
        best, days = repairs.with_help(unit, days, self.lines, self.anew)
        taken = self.loosened.dates_of(unit)
        for off in (False, True):
            if best is None and (off or not taken <= days):
                best = repairs.of((unit,), days := days | taken, off=off)
        if best is None:
            yield from self._fall_back(unit)
            best = repairs.of((unit,), days)
        if best is None:
            self.unmended.append(unit)
            return
        self.weight += best.changes.value
        self.bound += best.changes.bound
        yield from self._take(best, reasons.of_unit(unit, self.stand.fallen), days)

    def _look_at_limits(self, stand: Stands, broken: Mapping[str, Collection[date]]) -> None:
        """Of whom a rule asks that something comes off; only who may be concerned is looked at."""
        stays = tuple(self.past.values()), stand.beside, self.anew, Instant(self.earliest)
        self.room = RoomLeft(self.bureau, self.horizon, self.wide, *stays)
        people = frozenset(self.lines) | stand.due.keys()
        if not (self.growth or self.other_past) and as_lawful(self.bureau, self.before):
            officers, first = self.bureau.officers, self.horizon.first
            units = frozenset(chain(broken, *(self.bureau.units[one].lenders for one in broken)))
            people = frozenset(one for one in people if officers[one].on(first).unit in units)
        self.loosened = self.room.lawful(self.lines, stand.due, people)
        self.loose = stand.altered | self.loosened.mended

    def _take_off(self, officer: str, due: Mapping[str, Collection[date]]) -> Iterator[tuple[str, date]]:
        """What must come off the officer's line without a search, which is then held; the unit days moved."""
        self.held.add(officer)
        line = self.lines.setdefault(officer, {})
        for day, duty in self.room.plain(officer, due.get(officer, ())).items():
            if line.setdefault(day, duty) is duty:
                yield duty.unit, day
        for one in self.loosened.taken.get(officer, ()):
            line.pop(one.old.day, None)
            if one.new is not None:
                line[one.new.day] = one.new
            self.because[officer, one.old.day] = say(wording.NO_LONGER_ALLOWED, rule=one.rule)
            yield one.old.unit, one.old.day

    def _fall_back(self, unit: str) -> Iterator[tuple[str, date]]:
        """Without a search: from those whose limits asked for one comes off what must; then they are held."""
        for officer in sorted((self.loose & self.bureau.officers.keys()) - self.held):
            if self.bureau.officers[officer].on(self.horizon.first).unit == unit:
                yield from self._take_off(officer, self.stand.due)

    def _damage(self, units: tuple[str, ...], days: Collection[date], off: bool) -> Damage:
        mine = {one.id for one in self.bureau.officers.values() if one.on(self.horizon.first).unit in units}
        lines = lines_of_units(self.lines, units, mine)
        may_go = {one: self.room.near_moves(one) for one in self.loosened.mended & mine}
        return Damage(
            units,
            frozenset(days),
            self.loose & mine,
            self.room.with_growth(lines, mine),
            {officer: due for officer, due in self.stand.due.items() if officer in mine},
            sites_counted(self.sites, units),
            self.earliest,
            held=frozenset(self.held & mine),
            beyond=frozenset(self.wide) - frozenset(self.horizon),
            may_go=may_go | dict.fromkeys(self.loose & mine if off else (), frozenset(days)),
        )

    def _take(self, repaired: Repaired, reason: str, broken: set[date]) -> Iterator[tuple[str, date]]:
        """Puts the repaired dates into the lines; the unit days at which somebody comes or goes."""
        for officer, day, choice, published in tuple(repaired.moved(self.lines)):
            line = self.lines.setdefault(officer, {})
            line.pop(day, None)
            if choice is not None:
                line[day] = in_reserve(self.bureau, officer, day, choice.shift, choice.unit, choice.origin)
            why = reason if day in broken else reasons.of_line(self.loosened.taken.get(officer, ()))
            self.because.setdefault((officer, day), why)
            yield from ((one.unit, day) for one in (choice, published) if one is not None)

    def _repost(self, unit: str, days: set[date], published: Sequence[Duty]) -> None:
        """Puts the posts of the unit right on these duty days and the mornings after."""
        now = tuple(chain.from_iterable(line.values() for line in self.lines.values()))
        anew = {day for other, day in self.breakage.altered_means if other == unit}
        how = self.sites.get(unit, {}), self.settings, anew, self.earliest
        where = self.bureau, self.rules, unit, days, self.horizon
        for duty in reposted(*where, published, now, tuple(self.past.values()), *how):
            if duty.day in self.horizon:
                self.lines[duty.officer][duty.day] = duty
            else:
                self.past[duty.officer, duty.day, duty.shift] = duty

    def _result(self) -> Carried:
        every = chain.from_iterable(line.values() for line in self.lines.values())
        duties = tuple(sorted((*self.stand.beside, *every), key=lambda one: (one.officer, one.day)))
        old = self.published
        roster = Roster(
            *(self.bureau.id, self.bureau.fingerprint, self.horizon, old.seed, old.versions),
            duties=duties,
            before=tuple(self.past.values()),
            notes=tuple(self.returns.notes),
            known_from=old.known_from,
            lost=tuple(self.returns.waiting),
        )
        why = self.breakage.retimed() | self.because
        found = reasons.explained(self.published, roster, self.horizon, why)
        return Carried(roster, found, self.weight, self.bound, tuple(self.unmended), self.anew)
