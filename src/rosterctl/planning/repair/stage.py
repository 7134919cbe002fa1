"""Least change: the fewest published duties to move so that a unit is lawful and has its legal minima again.

One yes or no for each named officer and open choice, so every limit of every officer is exact and the optimum
is a proof: of all lawful rosters that differ from the published one on the open dates only (see
`repair.open_dates`) none is shorter of the legal minima, and of those as little short of them none changes
less by weight. With `plan_first` they are also as little short of the posts' plan as can be. A change weighs
more the sooner it is, and twice on a day off. Dates that are not open promise nothing: if they were, a roster
might do better. After the changes come the posts' plan, then the hours, and then who has borne least.

What a search finds first moves everybody. So one that ends early falls back on a roster in which only those
have moved who must.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.model.least_change import (
    PLAN_AFTER,
    PLAN_FIRST,
    OfficerDates,
    Repaired,
    least_change,
    least_short,
    shortest,
)
from rosterctl.planning.repair.model.named_lines import least_weight
from rosterctl.planning.repair.open_dates import Damage, lenders_of, near_dates, not_anew, opened
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.outcome import Allowance, Settings, TierOutcome
from rosterctl.timeline.horizon import Horizon


def repair(
    offers: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    rest: Settings,
    start: OfficerDates | None = None,
    *,
    plan_first: bool = False,
) -> Repaired | None:
    """The lawful lines with the fewest changes; None if there are none or time ran out.

    What is lawful is found within `settings`, or there is nothing; what is better within `rest`, from `start`
    if that is lawful.

    `offers` are those of the units of `damage`, with all that is open to them before anything is published.
    Legal minima come before changes; the posts' plan too if `plan_first`, otherwise after. Mostly nobody need
    be moved but those who must be by their own limits, which a small model tells: where it is short only for
    want of vehicles and changes no more than that, no roster is better.
    """
    order = PLAN_FIRST if plan_first else PLAN_AFTER
    closed = least_change(offers, rules, damage.closed, today, settings, order) if damage.days else None
    if closed is not None and not plan_first and not closed.is_short:
        least = least_weight(opened(offers, damage), rules, damage, today, settings)
        if closed.changes.value <= least:
            return closed
    if closed is None:
        return least_change(offers, rules, damage, today, settings, order)
    begun = {**closed.everybody, **(start or {})}
    return least_change(offers, rules, damage, today, rest, order, begun) or closed


@dataclass(frozen=True)
class Repairs:
    """Repairs of units: their offers, what is damaged on some dates (and may the loose be let off there?).

    `settings` are for one search without which nothing is lawful, `allowance` is for all that may be better.
    """

    bureau: Bureau
    offers: Callable[[tuple[str, ...]], Offers]
    damage: Callable[[tuple[str, ...], Collection[date], bool], Damage]
    rules: Sequence[Rule]
    horizon: Horizon
    settings: Settings
    plan_first: bool
    allowance: Allowance

    def sharing(self, units: int) -> Repairs:
        """The same for one of so many units, with its part of what is left for all."""
        return replace(self, allowance=Allowance(self._part(1 / units)))

    def _part(self, share: float) -> Settings:
        """Enough for a small repair at least, whatever the large ones have taken."""
        part = self.allowance.part(share, self.settings.seconds)
        return replace(part, seconds=max(part.seconds, PARAMS.repair.least_seconds))

    @property
    def _own(self) -> Settings:
        return self._part(PARAMS.repair.own_share)

    def of(
        self,
        units: tuple[str, ...],
        days: Collection[date],
        lending: Collection[date] | None = None,
        start: Repaired | None = None,
        *,
        off: bool = False,
    ) -> Repaired | None:
        """The first unit repaired on these dates; its lenders help on all or on those in `lending`."""
        damage = self._lending(self.damage(units, days, off), lending)
        asked = self.offers(units), self.rules, damage, self.horizon.today
        begun = None if start is None else start.everybody
        return repair(
            *asked, self.settings, self._part(PARAMS.repair.own_share), begun, plan_first=self.plan_first
        )

    def short_days(self, weakened: Mapping[str, Collection[date]]) -> Iterator[tuple[str, set[date]]]:
        """By unit the dates of these on which legal minima lack people while nobody is moved.

        All of them where the unit is not lawful then.
        """
        for unit, days in weakened.items():
            if not days:
                continue
            damage = self.damage((unit,), days, False).closed
            asked = self.offers((unit,)), self.rules, damage, self.horizon.today, self.settings, PLAN_AFTER
            found = least_change(*asked)
            if found is None:
                yield unit, set(days)
            elif found.is_short and (short := found.short_days.intersection(days)):
                yield unit, set(short)

    def with_help(
        self,
        unit: str,
        days: set[date],
        lines: Mapping[str, Mapping[date, Duty]],
        anew: Mapping[str, date],
    ) -> tuple[Repaired | None, set[date]]:
        """A unit repaired on these dates, and those that came to be open.

        If it stays short on its own dates and need not with those near them, these are open too. Then its
        lenders are asked if that helps: for what is short, on dates near that, on all.
        """
        best, stages = self.of((unit,), days), [days]
        if best is not None and self.is_over:
            return best, days
        if best is not None and best.is_short:
            own, near = days, near_dates(days or best.dates_moved(lines), self.horizon)
            days = not_anew(anew, unit, near)
            short = days & best.short_days
            stages = [short, days & near_dates(short, self.horizon), days]
            wide = self.damage((unit,), days, False)
            best = self._less_short(best, (unit,), days, None, self._shortest(wide.only(own)))
        lenders = [one for one in lenders_of(self.bureau, unit, days) if one not in anew]
        if lenders and (best is None or best.is_short):
            units = (unit, *lenders)
            alone = self._shortest(self._lending(self.damage(units, days, False), ()))
            for lending in stages:
                joint = self._less_short(best, units, days, lending, alone)
                if joint is not None and joint is not best:
                    best, alone = joint, joint.legal
        return best, days

    def _less_short(
        self,
        best: Repaired | None,
        units: tuple[str, ...],
        days: set[date],
        lending: set[date] | None,
        known: TierOutcome | None,
    ) -> Repaired | None:
        """What is less short of legal minima than is known with less open, if there is that; or the best.

        A linear relaxation often tells that there is not: a large model has it in a tenth of the time.
        """
        wide, short = self._lending(self.damage(units, days, False), lending), _value(known)
        if best is not None and (self.is_over or self._least_short(wide) >= short):
            return best
        found = self.of(units, days, lending, best)
        return found if found is not None and (best is None or found.legal.value < short) else best

    def _shortest(self, damage: Damage) -> TierOutcome | None:
        return shortest(*self._asked(damage))

    def _least_short(self, damage: Damage) -> int:
        return least_short(*self._asked(damage))

    @property
    def is_over(self) -> bool:
        """Has all been taken that there was for what may be better?"""
        return not self.allowance.part(1.0).seconds

    def _asked(self, damage: Damage) -> tuple[Offers, Sequence[Rule], Damage, date, Settings]:
        return (
            self.offers(damage.units),
            self.rules,
            damage,
            self.horizon.today,
            self._part(PARAMS.repair.own_share),
        )

    @staticmethod
    def _lending(damage: Damage, days: Collection[date] | None) -> Damage:
        return damage if days is None else replace(damage, lending=frozenset(days))


def _value(known: TierOutcome | None) -> float:
    return math.inf if known is None else known.value
