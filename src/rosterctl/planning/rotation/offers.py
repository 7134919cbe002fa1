"""Stage 1, rotation: what every officer could work on every date, before anything is decided.

The rotation is arithmetic: it gives the letter, the letter the shifts. Rules that look at one duty alone
(absences, protection, daily overtime) take choices away here; all other rules come later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.history import duties_before
from rosterctl.planning.rotation.menus import Days, Menus, choice_of, menus
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class Offers:
    """For every officer id the open choices by date, and by date the duties fixed outside the horizon.

    `before` are the fixed duties before the horizon, from the history file or assumed from the rotation.
    """

    bureau: Bureau
    horizon: Horizon
    open: Mapping[str, Days]
    fixed: Mapping[str, Days]
    before: tuple[Duty, ...]

    @cached_property
    def known_days(self) -> tuple[date, ...]:
        """The dates for which duties are open or fixed, in order."""
        early = min((duty.day for duty in self.before), default=self.horizon.first)
        start = min(early, self.horizon.first - timedelta(days=PARAMS.rotation.days_before))
        count = (self.horizon.end - start).days + PARAMS.rotation.days_after
        return tuple(start + timedelta(days=n) for n in range(count))

    def only(self, units: Iterable[str]) -> Offers:
        """The offers of those who belong to these units on the first date, in the same order."""
        wanted = frozenset(units)
        officers, first = self.bureau.officers, self.horizon.first
        mine = {officer for officer in self.open if officers[officer].on(first).unit in wanted}
        return Offers(
            self.bureau,
            self.horizon,
            {officer: days for officer, days in self.open.items() if officer in mine},
            {officer: days for officer, days in self.fixed.items() if officer in mine},
            tuple(duty for duty in self.before if duty.officer in mine),
        )

    def plain(self, officer: str, day: date) -> Choice | None:
        """What the rotation alone gives the officer on a date of the horizon, if they may work it."""
        for choice in self.open[officer].get(day, ()):
            if choice.plain:
                return choice
        return None


@dataclass(frozen=True)
class OffersOfUnits:
    """The offers of some units at a time, each worked out when it is first asked for, and once only."""

    bureau: Bureau
    horizon: Horizon
    rules: Sequence[Rule]
    _made: dict[tuple[str, ...], Offers] = field(default_factory=dict)

    @cached_property
    def _offered(self) -> Menus:
        return menus(self.bureau, tuple(self.horizon))

    def of(self, units: tuple[str, ...]) -> Offers:
        if units not in self._made:
            self._made[units] = _made_from(self._offered, self.bureau, self.horizon, self.rules, units)
        return self._made[units]


def make_offers(
    bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], units: Iterable[str] | None = None
) -> Offers:
    """Offers for those who belong to the units on the first date (all if None).

    Those of a team share their choices; whoever is transferred later has those of the new team from then on.
    Around the dates on which an officer's duties change hands there is only the plain rotation for them: what
    two people agreed on should not fail for a recall or a longer shift that somebody else could work.
    """
    wanted = bureau.units if units is None else units
    return _made_from(menus(bureau, tuple(horizon)), bureau, horizon, rules, wanted)


def _made_from(
    offered: Menus, bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], units: Iterable[str]
) -> Offers:
    wanted = frozenset(units)
    officers = [one for one in bureau.officers.values() if one.on(horizon.first).unit in wanted]
    days = tuple(horizon)
    judges = [rule.allows for rule in rules if rule.allows]
    agreed = _around_exchanges(bureau)
    open_: dict[str, Days] = {}
    for officer in officers:
        mine: dict[date, tuple[Choice, ...]] = {}
        for day in days:
            assignment = officer.on(day)
            menu = offered.get((assignment.unit, assignment.team), {}).get(day, ())
            if not menu or not bureau.is_present(officer, day):
                continue
            allowed = tuple(
                choice
                for choice in menu
                if all(allows(bureau, officer, choice) for allows in judges)
                and (choice.plain or (officer.id, day) not in agreed)
            )
            if allowed:
                mine[day] = allowed
        open_[officer.id] = mine
    before = duties_before(bureau, horizon, officers)
    return Offers(bureau, horizon, open_, _fixed(bureau, horizon, before, officers), before)


def _around_exchanges(bureau: Bureau) -> frozenset[tuple[str, date]]:
    """Officers and dates on which a duty changes hands, with the dates before and after."""
    return frozenset(
        (officer, leg.day + timedelta(days=days))
        for legs in bureau.handovers
        for leg in legs
        for officer in (leg.giver, leg.taker)
        for days in (-1, 0, 1)
    )


def _fixed(
    bureau: Bureau, horizon: Horizon, before: Sequence[Duty], officers: Sequence[Officer]
) -> Mapping[str, Days]:
    fixed: dict[str, dict[date, tuple[Choice, ...]]] = {officer.id: {} for officer in officers}
    for duty in before:
        shift = bureau.worked_shift(duty)
        choice = choice_of(bureau, duty.day, shift, duty.unit, duty.origin, duty.origin is Origin.ROTATION)
        fixed[duty.officer][duty.day] = (*fixed[duty.officer].get(duty.day, ()), choice)
    for ahead in range(PARAMS.rotation.days_after):
        day = horizon.end + timedelta(days=ahead)
        for officer in officers:
            after = bureau.plain_shift(officer, day) if bureau.is_present(officer, day) else None
            if after is not None:
                choice = choice_of(bureau, day, after, officer.on(day).unit, Origin.ROTATION, True)
                fixed[officer.id][day] = (choice,)
    return fixed
