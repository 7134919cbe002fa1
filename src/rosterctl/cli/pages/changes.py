"""What a publication changes of published duties, and the legal minima that it leaves missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rosterctl.cli.pages.difference import person
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change, stays_of
from rosterctl.domain.roster import Duty, Roster, Shortage
from rosterctl.domain.shift import own_id
from rosterctl.domain.tier import Tier
from rosterctl.export.plain_text import clock_span, counted, table
from rosterctl.export.report.off_rotation import off_sums
from rosterctl.timeline.clock import clock_text, happening_fields, when_text

CHANGES_SHOWN = 20


def changes_table(bureau: Bureau, changes: Sequence[Change]) -> str:
    rows = []
    for one in changes[:CHANGES_SHOWN]:
        who = person(bureau, one.officer)
        duties = _duty(bureau, one.before), _duty(bureau, one.after)
        rows.append((one.day, who, *duties, one.kind, one.reason))
    more = (
        f"\n{CHANGES_SHOWN} of {len(changes)} changes shown; --json lists all"
        if len(changes) > CHANGES_SHOWN
        else ""
    )
    return table(rows, ("date", "officer", "before", "after", "kind", "reason")) + more


def change_fields(bureau: Bureau, change: Change) -> dict[str, Any]:
    return {
        "date": change.day.isoformat(),
        "officer": change.officer,
        "before": _duty(bureau, change.before),
        "after": _duty(bureau, change.after),
        "kind": change.kind,
        "reason": change.reason,
    }


def _duty(bureau: Bureau, duty: Duty | None) -> str:
    """`day 07:00-19:00 at S01-gate, from 08:20 at S01-patrol with C1 (S01)`."""
    if duty is None:
        return "-"
    (_, first), *others = (
        (start, " with ".join((post or "(reserve)", *vehicles))) for start, (post, vehicles) in stays_of(duty)
    )
    posts = ", from ".join([first, *(f"{clock_text(start)} at {post}" for start, post in others)])
    hours = clock_span(duty.slices[0].start, duty.slices[-1].end)
    return f"{own_id(bureau.shifts, duty.shift)} {hours} at {posts} ({duty.unit})"


def below_the_law(shortages: Iterable[Shortage]) -> list[str]:
    """A line for each gap at a legal minimum: when, where, how many."""
    return _gaps(shortages, Tier.LEGAL, "below the legal minimum")


def below_the_plan(shortages: Iterable[Shortage]) -> list[str]:
    """A line for each gap in the posts' plan: when, where, how many."""
    return _gaps(shortages, Tier.PLAN, "below the plan")


def _gaps(shortages: Iterable[Shortage], tier: Tier, below: str) -> list[str]:
    gaps = [one for one in shortages if one.tier == tier]
    lines = [
        f"- {when_text(one.day, one.start, one.end)} {one.what} ({one.unit}): "
        f"{counted(one.heads, 'head')} {below}"
        for one in gaps[:CHANGES_SHOWN]
    ]
    if len(gaps) > CHANGES_SHOWN:
        lines.append(f"- and {len(gaps) - CHANGES_SHOWN} more {below}; `rosterctl show` lists them")
    return lines


def let_off_text(roster: Roster) -> list[str]:
    """A line on the plain duties that the rotation itself loses to rules; none where it loses none."""
    if not roster.let_off:
        return []
    number = counted(len(roster.let_off), "plain duty", "plain duties")
    return [f"- {number} off the rotation: {off_sums(roster.let_off)}"]


def shortage_fields(one: Shortage) -> dict[str, Any]:
    """For programs: `date` is the one on which it happens, and `start` and `end` are minutes of that date."""
    return {
        "tier": Tier(one.tier).key,
        "what": one.what,
        "unit": one.unit,
        **happening_fields(one.day, one.start, one.end),
        "heads": one.heads,
        "why": one.why,
    }
