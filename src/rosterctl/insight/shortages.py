"""What a roster leaves short, and why: who was there, who was away, what a complete crew would have taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, describe
from rosterctl.domain.demand import events_on, post_demands
from rosterctl.domain.officer import Role
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty, Roster, Shortage
from rosterctl.domain.tier import Tier
from rosterctl.rules.finding import Cost

SHORTAGES = {Tier.LEGAL: Level.MINIMUM, Tier.PLAN: Level.PLAN, Tier.STRENGTH: Level.TARGET}


def shortages_of(bureau: Bureau, roster: Roster, costs: Iterable[Cost]) -> tuple[Shortage, ...]:
    """The rows of the audit that are shortages, each with its reason, by tier and time."""
    duties: dict[tuple[str, date], list[Duty]] = {}
    for duty in roster.duties:
        duties.setdefault((duty.unit, duty.day), []).append(duty)
    found = [
        Shortage(
            tier=int(cost.tier),
            what=cost.what,
            unit=cost.unit,
            day=cost.day,
            start=cost.start,
            end=cost.end,
            heads=cost.heads,
            why=_why(bureau, cost, cost.day, duties.get((cost.unit, cost.day), ())),
        )
        for cost in costs
        if cost.tier in SHORTAGES and cost.day is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.tier, one.day, one.start, one.unit, one.what)))


def _why(bureau: Bureau, cost: Cost, day: date, duties: Sequence[Duty]) -> str:
    if cost.rule == "strength":
        return "the targets ask for more hours than the officers may lawfully work"
    if cost.rule == "leaders":
        away = _away(bureau, cost.unit, day, leaders=True)
        return f"no such leader is on duty in {cost.unit}; leaders away: {away}"
    crews = _crews(bureau, day)
    crew = crews.get((cost.what, SHORTAGES[cost.tier]))
    takes = " or ".join(describe(one) for one in crew.alternatives) if crew else "a crew"
    if not cost.unit:
        return f"no unit of the operation has {takes} to spare"
    on_duty = [duty for duty in duties if _works(bureau, duty, cost.start, cost.end)]
    reserve = [duty for duty in on_duty if _in_reserve(duty, cost.start, cost.end)]
    there, idle = _heads(bureau, on_duty), _heads(bureau, reserve)
    away = _away(bureau, cost.unit, day, leaders=False)
    return f"it takes {takes}; on duty in {cost.unit}: {there}, in reserve: {idle}, away: {away}"


def _crews(bureau: Bureau, day: date) -> Mapping[tuple[str, Level], Crew]:
    found = {(one.post.id, level): crew for one in post_demands(bureau, day) for level, crew in one.crews}
    for event in events_on(bureau, day):
        found |= {(f"{event.id}/{site}", event.level): event.crew for site in range(1, event.sites + 1)}
    return found


def _works(bureau: Bureau, duty: Duty, start: int, end: int) -> bool:
    shift = bureau.shifts[duty.shift]
    return shift.start < end and start < shift.end


def _in_reserve(duty: Duty, start: int, end: int) -> bool:
    return any(not piece.post and piece.start < end and start < piece.end for piece in duty.slices)


def _heads(bureau: Bureau, duties: Sequence[Duty]) -> str:
    sworn = sum(bureau.officers[duty.officer].role is Role.SWORN for duty in duties)
    return f"{sworn} sworn and {len(duties) - sworn} auxiliary"


def _away(bureau: Bureau, unit: str, day: date, *, leaders: bool) -> str:
    """Absent members of the teams that the rotation calls on this date."""
    away = [
        officer
        for officer in bureau.officers.values()
        if officer.unit == unit
        and officer.serves(day)
        and not bureau.is_present(officer, day)
        and bureau.plain_shift(officer, day) is not None
        and (officer.leader or not leaders)
    ]
    sworn = sum(officer.role is Role.SWORN for officer in away)
    return f"{sworn} sworn and {len(away) - sworn} auxiliary"
