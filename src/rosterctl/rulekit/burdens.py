"""What officers bear, who are peers in bearing it, and what the fair share of each is.

What everybody needs who deals duties out or tells how they were dealt: the rule of fairness, the names stage
and its bounds, the balances of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from fractions import Fraction

from rosterctl.domain.accounts.ledger import Parts, Tally, parts_of, whole
from rosterctl.domain.accounts.tally import counts_as, is_recall
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.plain_hours import minutes_beyond
from rosterctl.timeline.horizon import Horizon

BURDENS = tuple(field.name for field in fields(Tally))
BLOCK = {"overtime_minutes": 120}
"""What counts as one of a burden, where it is not a duty: overtime is counted by whole two hours."""


def burdens_of(bureau: Bureau, officer: Officer, choice: Choice) -> Tally:
    """What one choice counts as, in the solver's minutes."""
    return counts_as(
        bureau.calendar.types(choice.day),
        all_night=choice.all_night,
        recalled=is_recall(bureau, officer, choice.day, choice.origin),
        overtime_minutes=minutes_beyond(bureau, officer, choice),
    )


def peer_groups(
    bureau: Bureau, horizon: Horizon, officers: Iterable[Officer]
) -> Iterator[tuple[tuple[Officer, ...], tuple[int, ...]]]:
    """Peers among the officers, with the dates each is present in the horizon.

    Peers are of one team and role. Whoever is protected on any date of the horizon, or transferred within it,
    or not on the roll on any of its dates, has no peers.
    """
    found: dict[tuple[str, str, str], list[Officer]] = {}
    for officer in officers:
        moved = officer.moves(horizon.first, horizon.last)
        gone = not any(officer.serves(day) for day in horizon)
        if not moved and not gone and not any(officer.is_protected(day) for day in horizon):
            home = officer.on(horizon.first)
            found.setdefault((home.unit, home.team, officer.role), []).append(officer)
    for peers in found.values():
        present = tuple(sum(bureau.is_present(officer, day) for day in horizon) for officer in peers)
        yield tuple(peers), present


def fair_share(past: Parts, together: Tally, present: int, all_present: int) -> Tally:
    """An officer's share of the past, and by dates present their part of what the peers bear in the horizon.

    Rounded up. Where nobody is present on any date (`all_present` 0) there is nothing to share.
    """
    part = Fraction(present, max(all_present, 1))
    return whole([own + part * amount for own, amount in zip(past, parts_of(together), strict=True)])
