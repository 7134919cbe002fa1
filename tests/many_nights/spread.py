"""How evenly burdens are borne, and whether what is carried from version to version is what a count gives.

The spread of a burden is the most less the fewest beyond the fair share among peers: those of a unit, a team
and a role.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from statistics import mean
from typing import Any

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.tally import tallies
from rosterctl.intake.load import read_bureau
from rosterctl.operations.accounts.ledger import borne
from rosterctl.operations.accounts.periods import periods_of
from rosterctl.storage.state.state import State

BURDENS = ("nights", "weekends", "holidays", "eves", "recalls", "overtime_hours")


def spread(ledger: Mapping[str, Any], folder: Path, today: date) -> dict[str, tuple[float, float]]:
    """By burden the widest and the mean over all groups of two or more who serve today.

    `ledger` is what `rosterctl ledger --json` says.
    """
    bureau = read_bureau(folder)
    groups: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for row in ledger.get("officers", ()):
        officer = bureau.officers.get(row["officer"])
        if officer is not None and officer.serves(today):
            groups.setdefault((row["unit"], row["team"], officer.role), []).append(row)
    return {burden: _of(burden, groups.values()) for burden in BURDENS}


def _of(burden: str, groups: Any) -> tuple[float, float]:
    beyond = [
        [row["borne"][burden] - row["fair"][burden] for row in group if row.get("fair")]
        for group in groups
        if len(group) > 1
    ]
    widths = [max(each) - min(each) for each in beyond if len(each) > 1]
    return (round(max(widths), 1), round(mean(widths), 2)) if widths else (0, 0)


def same_from_scratch(bureau: Path) -> list[str]:
    """The burdens carried into the current version against those counted date by date over all versions.

    The oldest version says itself what was borne before its first date: older ones may have been thrown away.
    """
    periods = periods_of(State(bureau / "state"))
    first = periods[0].roster.horizon.first
    carried = borne(periods, first).tallies
    counted: dict[str, Tally] = dict(periods[-1].bureau.ledger)
    seen: set[date] = set()
    for period in periods:
        days = {day for day in period.roster.horizon if day < first and day not in seen}
        seen |= days
        counted = _sum(
            counted, tallies(period.bureau, (one for one in period.roster.duties if one.day in days))
        )
    names, none = carried.keys() | counted.keys(), Tally()
    differ = [name for name in names if carried.get(name, none) != counted.get(name, none)]
    whole = {first - timedelta(days=n + 1) for n in range(len(seen))} == seen
    said = [] if whole else ["dates are missing from the versions"]
    return said + ([f"the ledger of {len(differ)} officers has drifted"] if differ else [])


def _sum(one: Mapping[str, Tally], other: Mapping[str, Tally]) -> dict[str, Tally]:
    names = one.keys() | other.keys()
    return {name: one.get(name, Tally()) + other.get(name, Tally()) for name in names}
