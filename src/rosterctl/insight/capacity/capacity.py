"""What a bureau can hold, by arithmetic and before any search.

It says what the strength targets cost in hours, what the rotations supply, how many heads stand on duty in
each window with everyone present and with the absences of the files, and so which targets cannot hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import post_demands
from rosterctl.domain.people.officer import Role
from rosterctl.domain.post import Level
from rosterctl.domain.rotation import Rotation
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.insight.capacity.figures import (
    Capacity,
    DayStretch,
    HeadsNeeded,
    RotationUse,
    TargetStrength,
    UnitHeads,
)
from rosterctl.insight.capacity.hours import (
    Weekly,
    heads_at,
    heads_needed,
    overlap_cost,
    post_minutes,
    sworn_at,
    target_minutes,
)
from rosterctl.insight.capacity.limits import (
    hours_to_compare,
    lawful_hours,
    training_hours,
    weekly_limits,
)
from rosterctl.insight.capacity.rotation_heads import HeadRange, RotationHeads, TeamKey
from rosterctl.insight.plain_rotation.breaches import breaches_ahead
from rosterctl.insight.plain_rotation.means import means_above
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import Horizon


def capacity(bureau: Bureau, horizon: Horizon) -> Capacity:
    count = RotationHeads(bureau)
    weekly = Weekly(bureau)
    serving = sum((Fraction(sum(count.serving(day).values())) for day in horizon), Fraction()) / len(horizon)
    present = sum((Fraction(sum(count.present(day).values())) for day in horizon), Fraction()) / len(horizon)
    wanted = target_minutes(bureau, horizon)
    workday = next((day for day in horizon if _is_usual(bureau, day)), horizon.first)
    rotations = _rotations(count, weekly, horizon)
    limits = weekly_limits(bureau)
    mean = max(rotations, key=lambda one: one.heads).hours_a_week if rotations else 0.0
    compared = hours_to_compare(mean, limits)
    return Capacity(
        bureau=bureau.name,
        horizon=horizon,
        heads=round(serving),
        absent_share=float(1 - present / serving) if serving else 0.0,
        units=tuple(_unit(count, unit_id, weekly, horizon) for unit_id in bureau.units),
        rotations=rotations,
        targets=tuple(
            _target(count, target, horizon)
            for target in bureau.strengths
            if _falls_in(bureau, target, horizon)
        ),
        workday=workday,
        stretches=tuple(_stretches(count, workday)),
        target_hours=float(wanted / 60),
        minimum_hours=float(post_minutes(bureau, horizon, Level.MINIMUM) / 60),
        plan_hours=float(post_minutes(bureau, horizon, Level.PLAN) / 60),
        supply_hours=_supply(count.serving, weekly, horizon),
        supply_hours_present=_supply(count.present, weekly, horizon),
        needed=tuple(HeadsNeeded(hours, heads_needed(wanted, hours)) for hours in compared if hours),
        limits=limits,
        lawful_hours=lawful_hours(bureau, horizon, weekly, limits),
        training_hours=training_hours(bureau, horizon, weekly),
        breaches=breaches_ahead(bureau, horizon),
        above_means=means_above(bureau, horizon.first),
    )


def _is_usual(bureau: Bureau, day: date) -> bool:
    """A workday on which school may be: in term, or where the calendar knows of no term."""
    return DayType.SCHOOL in bureau.calendar.types(day)


def _supply(heads: Callable[[date], Counter[TeamKey]], weekly: Weekly, horizon: Horizon) -> float:
    """Person-hours a week when every head works the mean of the rotation that the own team has that day."""
    minutes = sum(
        (number * weekly.on(day, *key) for day in horizon for key, number in heads(day).items()), Fraction()
    )
    return float(minutes / horizon.days / 60)


def _unit(count: RotationHeads, unit: str, weekly: Weekly, horizon: Horizon) -> UnitHeads:
    first = horizon.first
    members = [one for one in count.officers if one.on(first).unit == unit]
    teams = {one.on(first).team for one in members}
    serving = [one for one in members if one.serves(first)]
    minutes = sum((weekly.on(first, unit, one.on(first).team) for one in serving), Fraction())
    sworn = sum(one.role is Role.SWORN for one in serving)
    mean = float(minutes / len(serving) / 60) if serving else 0.0
    return UnitHeads(unit, count.bureau.units[unit].name, len(teams), sworn, len(serving) - sworn, mean)


def _rotations(count: RotationHeads, weekly: Weekly, horizon: Horizon) -> tuple[RotationUse, ...]:
    """Each rotation that anybody works in the horizon, on the first date of that."""
    uses = (_first_use(count, rotation, weekly, horizon) for rotation in count.bureau.rotations.values())
    return tuple(use for use in uses if use is not None)


def _first_use(
    count: RotationHeads, rotation: Rotation, weekly: Weekly, horizon: Horizon
) -> RotationUse | None:
    for day in horizon:
        serving = count.serving(day)
        teams = [
            (unit.id, team)
            for unit in count.bureau.units.values()
            for team in unit.on(day).teams
            if team.rotation == rotation.id and serving[unit.id, team.id]
        ]
        if teams:
            heads = sum(serving[unit, team.id] for unit, team in teams)
            phases = len({team.offset for _, team in teams})
            minutes = sum((serving[u, team.id] * weekly.on(day, u, team.id) for u, team in teams), Fraction())
            mean = float(minutes / heads / 60)
            overlap = float(overlap_cost(phases)) if phases > 1 else 0.0
            return RotationUse(rotation.id, rotation.name, rotation.cycle, heads, phases, mean, overlap)
    return None


def _falls_in(bureau: Bureau, target: StrengthTarget, horizon: Horizon) -> bool:
    return any(target.applies(day, bureau.calendar.types(day)) for day in horizon)


def _target(count: RotationHeads, target: StrengthTarget, horizon: Horizon) -> TargetStrength:
    dates = [day for day in horizon if target.applies(day, count.bureau.calendar.types(day))]

    def over(*, absences: bool, stretched: bool) -> HeadRange:
        window = (target.start, target.end)
        return HeadRange.over(
            count.through(day, window, absences=absences, stretched=stretched, units=target.units)
            for day in dates
        )

    return TargetStrength(
        target.id,
        target.name,
        target.start,
        target.end,
        target.heads,
        len(dates),
        everyone=over(absences=False, stretched=False),
        present=over(absences=True, stretched=False),
        overlapped=over(absences=False, stretched=True),
        overlapped_present=over(absences=True, stretched=True),
    )


def _stretches(count: RotationHeads, day: date) -> Iterator[DayStretch]:
    """The duty day cut wherever a post's window or the plain heads change."""
    demands = tuple(post_demands(count.bureau, day))
    sworn = RotationHeads(count.bureau, Role.SWORN)
    starts = count.bureau.day_starts
    edges = {edge for demand in demands for edge in (demand.start, demand.end)}
    edges |= {edge for edge in count.edges if starts < edge < starts + DAY}
    found: list[DayStretch] = []
    for start, end in pairwise(sorted(edges | {starts, starts + DAY})):
        standing = [demand for demand in demands if demand.start <= start < demand.end]
        piece = DayStretch(
            start,
            end,
            minimum=sum(heads_at(demand, Level.MINIMUM) for demand in standing),
            plan=sum(heads_at(demand, Level.PLAN) for demand in standing),
            everyone=count.on_duty(day, start, absences=False, stretched=False),
            present=count.on_duty(day, start, absences=True, stretched=False),
            plan_sworn=sum(sworn_at(demand, Level.PLAN) for demand in standing),
            present_sworn=sworn.on_duty(day, start, absences=True, stretched=False),
        )
        if found and replace(found[-1], end=end) == replace(piece, start=found[-1].start):
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(piece)
    yield from found
