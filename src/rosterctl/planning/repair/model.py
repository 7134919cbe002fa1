"""The lines of named officers in a repair: every limit of each, and what it weighs to change them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group, kind_of, slots_of, told_apart
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.repair.costs import cost_published, keep_at_work
from rosterctl.planning.repair.open_dates import Damage, published_choice
from rosterctl.planning.rotation.offers import Offers
from rosterctl.planning.rotation.transfers import moves_of
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise


def lines_of(offers: Offers, rules: Sequence[Rule], damage: Damage, today: date) -> CountBoard:
    """A board with a yes or no for each officer and open choice; changes are costs in their tier."""
    groups, model = _single(offers, rules), Model()
    board = CountBoard(offers, groups, model, release=frozenset(offers.horizon))
    for rule in rules:
        if rule.constrain and not rule.soft:
            rule.constrain(board)
    for group in groups:
        cost_published(board, model, group, _baseline(offers.bureau, group, damage), today)
        keep_at_work(board, model, group, damage.days | damage.due.get(group.officers[0].id, frozenset()))
    return board


def least_weight(
    offers: Offers, rules: Sequence[Rule], damage: Damage, today: date, settings: Settings
) -> int:
    """What the changes of those whose absences or place have changed weigh at least, by their own limits."""
    mine = {name: days for name, days in offers.open.items() if name in damage.loose}
    model = lines_of(replace(offers, open=mine), rules, damage, today).model
    outcome = minimise(model, goals_of(model, [Tier.CHANGES]), settings)
    return outcome.tiers[0].bound if isinstance(outcome, Solved) else 0


def _single(offers: Offers, rules: Sequence[Rule]) -> tuple[Group, ...]:
    """For every officer a group of one."""
    bureau = offers.bureau
    slots, apart = slots_of(bureau), told_apart(bureau, rules)
    found = []
    for name in offers.open:
        officer = bureau.officers[name]
        protected = any(officer.is_protected(day) for day in offers.horizon)
        masks = [
            {day: dict.fromkeys(choices, 1) for day, choices in days.items()}
            for days in (offers.open[name], offers.fixed[name])
        ]
        kind = kind_of(officer, slots, apart)
        home, moves = officer.on(offers.horizon.first), moves_of(officer, offers.horizon)
        found.append(Group(home.unit, home.team, kind, protected, moves, (officer,), *masks))
    return tuple(found)


def _baseline(bureau: Bureau, group: Group, damage: Damage) -> dict[date, Choice | None]:
    officer = group.officers[0].id
    return {
        day: published_choice(bureau, officer, tuple(menu), damage, day) for day, menu in group.open.items()
    }


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
