"""What a publication changes of published duties, and the legal minima that it leaves missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.difference import person
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change, stays_of
from rosterctl.domain.roster import Duty, Roster, Shortage
from rosterctl.domain.shift import own_id
from rosterctl.domain.tier import Tier
from rosterctl.export.plain_text import clock_span, columns, table
from rosterctl.export.report.off_rotation import off_sums
from rosterctl.timeline.clock import clock_text, happening_fields, when_text
from rosterctl.wording import numbered, say

CHANGES_SHOWN = 20


def changes_table(bureau: Bureau, changes: Sequence[Change]) -> str:
    rows = []
    for one in changes[:CHANGES_SHOWN]:
        who = person(bureau, one.officer)
        duties = _duty(bureau, one.before), _duty(bureau, one.after)
        rows.append((one.day, who, *duties, one.kind.words, one.reason))
    shown = table(rows, columns(say(wording.CHANGES_HEADINGS)))
    if len(changes) <= CHANGES_SHOWN:
        return shown
    return f"{shown}\n{say(wording.CHANGES_SHOWN_OF_ALL, shown=CHANGES_SHOWN, all=len(changes))}"


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
    (_, first), *others = ((start, _place(*where)) for start, where in stays_of(duty))
    moves = (say(wording.MOVES_TO_POST, clock=clock_text(start), post=post) for start, post in others)
    return say(
        wording.DUTY_AT_POSTS,
        shift=own_id(bureau.shifts, duty.shift),
        hours=clock_span(duty.slices[0].start, duty.slices[-1].end),
        posts="".join((first, *moves)),
        unit=duty.unit,
    )


def _place(post: str, vehicles: Sequence[str]) -> str:
    where = post or say(wording.IN_RESERVE_THERE)
    if not vehicles:
        return where
    return say(wording.POST_WITH_VEHICLES, post=where, vehicles=say(wording.AND_WITH_VEHICLE).join(vehicles))


def below_the_law(shortages: Iterable[Shortage]) -> list[str]:
    """A line for each gap at a legal minimum: when, where, how many."""
    gaps = [one for one in shortages if one.tier == Tier.LEGAL]
    lines = [_gap(one) for one in gaps[:CHANGES_SHOWN]]
    if len(gaps) > CHANGES_SHOWN:
        lines.append(say(wording.MORE_BELOW_THE_LAW, number=len(gaps) - CHANGES_SHOWN))
    return lines


def below_the_plan(shortages: Iterable[Shortage]) -> list[str]:
    """A line for each gap in the posts' plan: when, where, how many."""
    gaps = [one for one in shortages if one.tier == Tier.PLAN]
    lines = [_gap(one) for one in gaps[:CHANGES_SHOWN]]
    if len(gaps) > CHANGES_SHOWN:
        lines.append(say(wording.MORE_BELOW_THE_PLAN, number=len(gaps) - CHANGES_SHOWN))
    return lines


def _gap(one: Shortage) -> str:
    return say(
        wording.GAP_BELOW_THE_LAW if one.tier == Tier.LEGAL else wording.GAP_BELOW_THE_PLAN,
        when=when_text(one.day, one.start, one.end),
        what=one.what,
        unit=one.unit,
        heads=numbered(one.heads, wording.ONE_HEAD_BELOW, wording.HEADS_BELOW),
    )


def let_off_text(roster: Roster) -> list[str]:
    """A line on the plain duties that the rotation itself loses to rules; none where it loses none."""
    if not roster.let_off:
        return []
    duties = numbered(len(roster.let_off), wording.ONE_PLAIN_DUTY_OFF, wording.PLAIN_DUTIES_OFF)
    return [say(wording.LET_OFF_ON_THE_WAY, duties=duties, sums=off_sums(roster.let_off))]


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
