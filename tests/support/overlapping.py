"""Two units with overlaps, recalls and a loan: a bureau, and its plain roster with some duties replaced."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.tier import Tier, TierResult
from tests.support.bureaus import MONDAY, duty, officer, plain_roster, shift, small_bureau, unit

LONG_DAY = shift("long-day", 7, 20)
BUREAU = small_bureau(
    [*(officer(team.lower(), team) for team in "ABCD"), officer("lent", "A", unit="U2")],
    units=[
        unit(
            "U1",
            recalls=("peak-evening",),
            borrows_from=("U2",),
            shifts={"D": ("day", "office", "long-day"), "N": ("night", "overlap-both")},
        ),
        unit("U2"),
    ],
    shifts=[LONG_DAY],
)
PLAIN = plain_roster(BUREAU, MONDAY, 4)


def changed(*duties: Duty, without: tuple[str, ...] = (), bureau: Bureau = BUREAU) -> Roster:
    """Monday's duties of some officers replaced."""
    gone = {*without, *(one.officer for one in duties)}
    kept = (one for one in PLAIN.duties if not (one.day == MONDAY and one.officer in gone))
    return replace(PLAIN, duties=(*kept, *duties), fingerprint=bureau.fingerprint)


def claim(**values: int) -> tuple[TierResult, ...]:
    return tuple(TierResult(Tier[name], value, value, 0.0) for name, value in values.items())


def overlapped(*tiers: TierResult) -> AuditReport:
    """The verdict on a roster that claims these tiers: B works 17-09 on Monday, which costs 240 minutes."""
    roster = replace(changed(duty(BUREAU, "b", MONDAY, "overlap-both")), tiers=tiers)
    return audit(BUREAU, roster)
