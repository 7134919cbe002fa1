"""The lines of named officers in a repair: every limit of each, and what it weighs to change them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.names.limits import make_board
from rosterctl.planning.names.model import NamedModel
from rosterctl.planning.repair.model.costs import cost_published, keep_at_work
from rosterctl.planning.repair.open_dates import Damage, published_choice
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise


def lines_of(offers: Offers, rules: Sequence[Rule], damage: Damage, today: date) -> NamedModel:
    """A yes or no for each officer and open choice, within every limit; changes are costs in their tier.

    Whoever has no date open is left out: there is nothing that a limit could forbid them.
    """
    bureau = offers.bureau
    officers = [bureau.officers[name] for name, menus in offers.open.items() if menus]
    named = NamedModel(make_board(offers, officers, rules, shared=False))
    for name in named.works:
        for day, menu in offers.open[name].items():
            named.offer(name, menu)
            if len(menu) > 1:
                named.one_a_date(name, day)
    named.keep_all_limits()
    for officer in officers:
        menus = offers.open[officer.id]
        line = {day: published_choice(bureau, officer.id, menu, damage, day) for day, menu in menus.items()}
        cost_published(named, officer, line, today)
        off = {day for day, published in line.items() if published is None}
        keep_at_work(named, officer, menus, damage.may_be_off(officer.id) | off)
    return named


def least_weight(
    offers: Offers, rules: Sequence[Rule], damage: Damage, today: date, settings: Settings
) -> int:
    """What the changes of those whose absences or place have changed weigh at least, by their own limits."""
    mine = {name: days for name, days in offers.open.items() if name in damage.loose - damage.held}
    model = lines_of(replace(offers, open=mine), rules, damage, today).model
    outcome = minimise(model, goals_of(model, [Tier.CHANGES]), settings)
    return outcome.tiers[0].bound if isinstance(outcome, Solved) else 0


def short_anyway(
    bureau: Bureau, rules: Sequence[Rule], damage: Damage, days: Sequence[date], settings: Settings
) -> int:
    """Person-minutes of legal minima on these duty days that no number of people could man; 0 if unknown."""
    cover = Cover(bureau, days, [], Model(), hosted=damage.sites, units=damage.units)
    for rule in rules:
        if rule.cover and not rule.needs_people:
            rule.cover(cover)
    outcome = minimise(cover.model, goals_of(cover.model, [Tier.LEGAL]), settings)
    return outcome.tiers[0].bound if isinstance(outcome, Solved) else 0
