"""Least change: the fewest published duties to move so that a unit is lawful and has its legal minima again.

One yes or no for each named officer and open choice, so every limit of every officer is exact and the optimum
is a proof: of all lawful rosters that differ from the published one on the open dates only (see
`repair.open_dates`) none is shorter of the legal minima, and of those as little short of them none changes
less by weight. With `plan_first` they are also as little short of the posts' plan as can be. A change weighs
more the sooner it is, and twice on a day off. Dates that are not open promise nothing: if they were, a roster
might do better. After the changes come the posts' plan, then the hours, and then who has borne least.

With more than a week open the model may be too large for the time there is, and what a search finds first
moves everybody. So it begins from a roster in which only those have moved who must, and in which each week
was then repaired by itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.repair.model.least_change import (
    PLAN_AFTER,
    PLAN_FIRST,
    OfficerDates,
    Repaired,
    least_change,
    least_short,
    less_short,
    shortest,
)
from rosterctl.planning.repair.model.named_lines import least_weight
from rosterctl.planning.repair.open_dates import Damage, lenders_of, near_dates, not_anew, opened
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.outcome import Settings, TierOutcome
from rosterctl.timeline.horizon import Horizon


def repair(
    offers: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    *,
    plan_first: bool = False,
) -> Repaired | None:
    """The lawful lines with the fewest changes; None if there are none or time ran out.

    `offers` are those of the units of `damage`, with all that is open to them before anything is published.
    Legal minima come before changes; the posts' plan too if `plan_first`, otherwise after. Mostly nobody need
    be moved but those who must be by their own limits, which a small model tells: where it is short only for
    want of vehicles and changes no more than that, no roster is better.
    """
    order, end = PLAN_FIRST if plan_first else PLAN_AFTER, time.monotonic() + settings.seconds
    closed = least_change(offers, rules, damage.closed, today, settings, order) if damage.days else None
    if closed is not None and not plan_first and not closed.is_short:
        least = least_weight(opened(offers, damage), rules, damage, today, settings)
        if closed.changes.value <= least:
            return closed
    if closed is None:
        return least_change(offers, rules, damage, today, settings, order)
    start = closed.everybody
    if len(damage.days) > PARAMS.repair.narrow_days:
        start = _week_by_week(offers, rules, damage, today, settings, end, order, start)
    return least_change(offers, rules, damage, today, _share(settings, end, 1), order, start)


@dataclass(frozen=True)
class Repairs:
    """Repairs of units: their offers, what is damaged on some dates (and may the loose be let off there?)."""

    bureau: Bureau
    offers: Callable[[tuple[str, ...]], Offers]
    damage: Callable[[tuple[str, ...], Collection[date], bool], Damage]
    rules: Sequence[Rule]
    horizon: Horizon
    settings: Settings
    plan_first: bool

    def of(
        self,
        units: tuple[str, ...],
        days: Collection[date],
        lending: Collection[date] | None = None,
        *,
        off: bool = False,
    ) -> Repaired | None:
        """The first unit repaired on these dates; its lenders help on all or on those in `lending`."""
        asked = self._asked(self._lending(self.damage(units, days, off), lending))
        return repair(*asked, plan_first=self.plan_first)

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
        if best is not None and best.is_short:
            own, near = days, near_dates(days or best.dates_moved(lines), self.horizon)
            days = not_anew(anew, unit, near)
            short = days & best.short_days
            stages = [short, days & near_dates(short, self.horizon), days]
            wide = self.damage((unit,), days, False)
            least = self._shortest(wide)
            if _gains(0 if least is None else least.bound, self._shortest(wide.only(own))):
                best = self.of((unit,), days) or best
        lenders = [one for one in lenders_of(self.bureau, unit, days) if one not in anew]
        if lenders and (best is None or best.is_short):
            units, joint = (unit, *lenders), None
            wide = self.damage(units, days, False)
            bound, alone = self._least_short(wide), self._shortest(self._lending(wide, ()))
            for lending in stages if best is None or _gains(bound, alone) else ():
                if joint is None or joint.legal.value > bound:
                    joint = less_short(joint, self.of(units, days, lending))
            best = joint or best
        return best, days

    def _shortest(self, damage: Damage) -> TierOutcome | None:
        return shortest(*self._asked(damage))

    def _least_short(self, damage: Damage) -> int:
        return least_short(*self._asked(damage))

    def _asked(self, damage: Damage) -> tuple[Offers, Sequence[Rule], Damage, date, Settings]:
        return self.offers(damage.units), self.rules, damage, self.horizon.today, self.settings

    @staticmethod
    def _lending(damage: Damage, days: Collection[date] | None) -> Damage:
        return damage if days is None else replace(damage, lending=frozenset(days))


def _gains(bound: int, narrower: TierOutcome | None) -> bool:
    """May legal minima be less short where no less than the bound is than with less open? Yes if unknown."""
    return narrower is None or bound < narrower.value


def _week_by_week(
    offers: Offers,
    rules: Sequence[Rule],
    damage: Damage,
    today: date,
    settings: Settings,
    end: float,
    order: Sequence[Tier],
    start: OfficerDates,
) -> OfficerDates:
    """From the start on, each stretch of dates repaired by itself, what is before and after it as it is.

    Each may take an equal share of the time until `end`, as may the search after them, in which hours and
    burdens are dealt with.
    """
    begun = [tier for tier in order if tier <= Tier.CHANGES]
    found, days, most = dict(start), sorted(damage.days), PARAMS.repair.narrow_days
    stretches = [days[first : first + most] for first in range(0, len(days), most)]
    for place, stretch in enumerate(stretches):
        here = replace(damage, days=frozenset(stretch), lines=_lines(offers, damage, found))
        share = _share(settings, end, len(stretches) - place + 1)
        better = least_change(offers, rules, here, today, share, begun)
        if better is not None:
            found |= better.everybody
    return found


def _share(settings: Settings, end: float, parts: int) -> Settings:
    """One of so many equal parts of the time until `end`."""
    return replace(settings, seconds=max(end - time.monotonic(), 0.0) / parts)


def _lines(offers: Offers, damage: Damage, found: OfficerDates) -> Mapping[str, Mapping[date, Duty]]:
    """The lines of the damage with what was found in them."""
    lines = {officer: dict(line) for officer, line in damage.lines.items()}
    for (officer, day), choice in found.items():
        line = lines.setdefault(officer, {})
        line.pop(day, None)
        if choice is not None:
            line[day] = in_reserve(offers.bureau, officer, day, choice.shift, choice.unit, choice.origin)
    return lines
