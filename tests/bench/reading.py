"""What a roster is worth, read from its folder: the audit's figures, and two more that no tier holds."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin, Roster
from rosterctl.domain.rotation import REST
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.storage.roster.folder import open_roster
from tests.bench.homes import home_of
from tests.bench.process import ROSTERCTL, run


@dataclass(frozen=True)
class Reading:
    """`values` are the tiers as the audit adds them up, `claims` the maker's own, with what they prove.

    `own_team` is the share of duties worked in the own unit on a date on which the rotation calls the team.
    `nights` is how far apart peers are who are there on every date (the most nights less the fewest, in the
    team where that is widest), `nights_overall` the same over everybody who is. `findings` counts breaches by
    rule.
    """

    duties: int
    own_team: float
    nights: int
    nights_overall: int
    values: Mapping[Tier, int]
    claims: Mapping[Tier, TierResult]
    findings: Mapping[str, int]


def read(folder: Path) -> Reading:
    """The roster of a folder, judged anew by `rosterctl audit` in a process of its own."""
    bureau, roster = open_roster(folder)
    verdict = audited(folder)
    peers, overall = night_ranges(bureau, roster)
    return Reading(
        duties=len(roster.duties),
        own_team=own_team_share(bureau, roster),
        nights=peers,
        nights_overall=overall,
        values={Tier(row["tier"]): row["value"] for row in verdict["tiers"]},
        claims={claim.tier: claim for claim in roster.tiers},
        findings=Counter(finding["rule"] for finding in verdict["findings"]),
    )


def audited(folder: Path) -> Mapping[str, Any]:
    """What `rosterctl audit --json` says; RuntimeError when it says nothing."""
    told = run([*ROSTERCTL, "audit", str(folder), "--json"])
    if told.code not in (0, 9):
        raise RuntimeError(f"the audit of {folder} failed with exit code {told.code}:\n{told.err}")
    verdict: Mapping[str, Any] = json.loads(told.out)
    return verdict


def own_team_share(bureau: Bureau, roster: Roster) -> float:
    """The part of the duties that are neither recalls nor loans nor on a day off; 0 when there are none."""
    own = 0
    for duty in roster.duties:
        officer = bureau.officers[duty.officer]
        called = bureau.letter(officer, duty.day) != REST
        own += called and duty.origin is Origin.ROTATION and duty.unit == home_of(officer).unit
    return own / len(roster.duties) if roster.duties else 0.0


def night_ranges(bureau: Bureau, roster: Roster) -> tuple[int, int]:
    """The widest range among peers, and that over all.

    Counted are officers whose rotation has nights, who are present on every date and not protected.
    """
    nights = Counter(duty.officer for duty in roster.duties if bureau.shifts[duty.shift].all_night)
    peers: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for officer in bureau.officers.values():
        if all(_there(bureau, officer, day) for day in roster.horizon) and _has_nights(
            bureau, officer, roster
        ):
            peers[home_of(officer).unit, home_of(officer).team, officer.role].append(nights[officer.id])
    everybody = [count for group in peers.values() for count in group]
    return max((_range(group) for group in peers.values()), default=0), _range(everybody)


def _there(bureau: Bureau, officer: Officer, day: date) -> bool:
    return bureau.is_present(officer, day) and not officer.is_protected(day)


def _has_nights(bureau: Bureau, officer: Officer, roster: Roster) -> bool:
    plain = (bureau.plain_shift(officer, day) for day in roster.horizon)
    return any(shift.all_night for shift in plain if shift)


def _range(counts: Iterable[int]) -> int:
    found = list(counts)
    return max(found) - min(found) if found else 0
