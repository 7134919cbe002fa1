"""What it counts to change a published duty: more the sooner it is, and twice on a day off."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.planning.names.model import NamedModel
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.menus import Days
from rosterctl.rulekit.model.board import Choice


def weight(bureau: Bureau, officer: Officer, day: date, today: date) -> int:
    """What it counts to change what the officer has published on a date."""
    ahead, weights = (day - today).days, PARAMS.repair
    soon = 1
    if ahead <= weights.week_days:
        soon = weights.soon_weight if ahead <= weights.soon_days else weights.week_weight
    return soon * (1 if bureau.plain_shift(officer, day) else weights.day_off)


def cost_published(
    named: NamedModel, officer: Officer, line: Mapping[date, Choice | None], today: date
) -> None:
    """A cost on each open date for working anything else than `line` says."""
    for day, published in line.items():
        points = weight(named.bureau, officer, day, today)
        # Nothing published: whatever is worked is a change. Otherwise all but the published choice is one.
        changed = named.on(officer.id, day) if published is None else 1 - named.count(officer.id, published)
        named.model.penalise(Tier.CHANGES, changed, points)


def keep_at_work(named: NamedModel, officer: Officer, menus: Days, days: Collection[date]) -> None:
    """Whoever may only fall back to the plain rotation on a date does that; a recall may be dropped.

    On the dates in `days` the officer may be moved or let off, and is moved where both are as few changes.
    """
    for day, menu in menus.items():
        plain = next((choice for choice in menu if choice.origin is Origin.ROTATION), None)
        if plain is None:
            continue
        if day in days:
            named.model.penalise(Tier.HOURS, 1 - named.on(officer.id, day), plain.paid)
        else:
            named.model.require(named.on(officer.id, day) >= 1)
