"""How evenly nights are borne, and whether what is carried from version to version is what a count gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.tally import tallies
from rosterctl.intake.load import read_bureau
from rosterctl.operations.accounts.ledger import borne
from rosterctl.operations.accounts.periods import periods_of
from rosterctl.storage.state.state import State


def nights_apart(bureau: Path, today: date) -> int:
    """Most less fewest nights of the roster ahead, where it is widest, among peers who are never away."""
    found, periods = read_bureau(bureau), periods_of(State(bureau / "state"))
    if not periods:
        return 0
    roster = periods[0].roster
    ahead = tallies(found, roster.duties)
    groups: dict[tuple[str, str, str], list[int]] = {}
    for officer in found.officers.values():
        if all(found.is_present(officer, day) for day in roster.horizon) and len(officer.assignments) == 1:
            home = officer.on(today)
            nights = ahead[officer.id].nights
            groups.setdefault((home.unit, home.team, officer.role), []).append(nights)
    return max((max(nights) - min(nights) for nights in groups.values()), default=0)


def same_from_scratch(bureau: Path) -> list[str]:
    """The burdens carried into the current version against those counted date by date over all versions."""
    periods = periods_of(State(bureau / "state"))
    first = periods[0].roster.horizon.first
    carried = borne(periods, first).tallies
    counted: dict[str, Tally] = dict(read_bureau(bureau).ledger)
    seen: set[date] = set()
    for period in periods:
        days = {day for day in period.roster.horizon if day < first and day not in seen}
        seen |= days
        counted = _sum(
            counted, tallies(period.bureau, (one for one in period.roster.duties if one.day in days))
        )
    differ = [name for name in carried.keys() | counted.keys() if carried.get(name) != counted.get(name)]
    whole = {first - timedelta(days=n + 1) for n in range(len(seen))} == seen
    said = [] if whole else ["dates are missing from the versions"]
    return said + ([f"the ledger of {len(differ)} officers has drifted"] if differ else [])


def _sum(one: Mapping[str, Tally], other: Mapping[str, Tally]) -> dict[str, Tally]:
    names = one.keys() | other.keys()
    return {name: one.get(name, Tally()) + other.get(name, Tally()) for name in names}
