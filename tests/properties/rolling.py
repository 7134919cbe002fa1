"""A random bureau whose roster is carried on day by day for ten days, things happening all the while."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.planning.no_roster import Contradiction
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.extend import dates_to_add, join
from rosterctl.planning.repair.what_changed import demands_changed, vehicles_changed
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import Verdict, breaches, make
from tests.properties.happenings import happen
from tests.properties.random_bureaus import draw

ONE = timedelta(days=1)
NIGHTS, DAYS, STEP = 10, 8, 4


def judge_rolling(seed: int) -> Verdict:
    """Ten mornings of a bureau; it ends early where no lawful repair is found or the audit rejects one."""
    drawn = draw(seed, plant=True)
    try:
        published = make(drawn.bureau, Horizon(drawn.horizon.first, DAYS)).roster
    except Contradiction:
        return Verdict("no roster to publish")
    walk = _Walk(Random(f"rolling {seed}"), drawn.bureau, published)
    for _ in range(NIGHTS):
        if not walk.moves_on():
            break
    return Verdict(walk.fate, walk.wrong)


@dataclass
class _Walk:
    dice: Random
    bureau: Bureau
    roster: Roster
    wrong: list[str] = field(default_factory=list)
    fate: str = "ten days"

    def moves_on(self) -> bool:
        """The next morning; False if that is the end."""
        first = self.roster.horizon.first + ONE
        now = self.bureau
        for _ in range(self.dice.choice([0, 1, 1, 2])):
            now = happen(self.dice, now, Horizon(first, self.roster.horizon.days - 1))
        carried = carry_on(now, self.bureau, self.roster, first)
        if carried.unmended:
            self.fate = "no lawful repair"
            return False
        self.wrong.extend(f"{first}: {one}" for one in _against(now, carried.roster))
        self.wrong.extend(
            f"{first}: {one}" for one in _needless(self.bureau, now, self.roster, carried.roster)
        )
        self.bureau, self.roster = now, carried.roster
        return not self.wrong and self._longer()

    def _longer(self) -> bool:
        more = dates_to_add(self.roster.horizon, DAYS - STEP + 1, STEP)
        if more is None:
            return True
        known = replace(self.bureau, history=(*self.roster.before, *self.roster.duties))
        try:
            made = make(known, more)
        except Contradiction:
            self.fate = "no lawful roster of the new dates"
            return False
        self.wrong.extend(f"new dates from {more.first}: {one}" for one in breaches(made))
        self.roster = join(self.bureau, self.roster, made.roster)
        self.wrong.extend(f"joined at {more.first}: {one}" for one in _against(self.bureau, self.roster))
        return not self.wrong


def _against(bureau: Bureau, roster: Roster) -> Iterator[str]:
    for one in audit(bureau, replace(roster, tiers=())).findings:
        yield f"{one.rule}: {one.day} {one.officer} {one.message}"


def _needless(before: Bureau, now: Bureau, was: Roster, roster: Roster) -> Iterator[str]:
    """Changes in units that nothing touched, by themselves or by their people."""
    touched = _touched(before, now, roster.horizon)
    old, new = _by_unit(before, was.duties, roster.horizon), _by_unit(now, roster.duties, roster.horizon)
    for unit in now.units:
        if unit not in touched and old.get(unit) != new.get(unit):
            yield f"{unit} is changed, and nothing has happened there"


def _touched(before: Bureau, now: Bureau, horizon: Horizon) -> set[str]:
    """Units of people who differ, units that want something else, and all linked to these by loans."""
    found = {
        unit for unit, _ in (*demands_changed(now, before, horizon), *vehicles_changed(now, before, horizon))
    }
    for officer in now.officers.values():
        same = before.officers.get(officer.id) == officer
        if not same or now.absences_by_officer.get(officer.id) != before.absences_by_officer.get(officer.id):
            found |= {one.unit for one in officer.assignments}
    links = [(unit.id, lender) for unit in now.units.values() for lender in unit.lenders]
    for _ in now.units:
        found |= {one for link in links for one in link if found.intersection(link)}
    return found


def _by_unit(bureau: Bureau, duties: Iterable[Duty], horizon: Horizon) -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.day in horizon:
            found.setdefault(bureau.officers[duty.officer].on(duty.day).unit, []).append(duty)
    return found
