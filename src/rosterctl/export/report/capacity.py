"""The capacity of a bureau in tables, and in sentences that a planner can act on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from rosterctl.domain.people.officer import Role
from rosterctl.export.plain_text import bulleted, clean, clock_span, columns, table
from rosterctl.export.report import wording
from rosterctl.export.report.rules import basis_text
from rosterctl.insight.capacity.figures import Capacity, RotationUse, TargetStrength
from rosterctl.insight.capacity.rotation_heads import HeadRange
from rosterctl.insight.phrases import enumerated
from rosterctl.wording import numbered, say

LEFT_TO = {Role.SWORN: wording.LEFT_TO_SWORN, Role.AUXILIARY: wording.LEFT_TO_AUXILIARY}


def capacity_text(report: Capacity) -> str:
    parts = [_heading(report), _units(report), _day(report)]
    if report.targets:
        parts.append(_targets(report))
    sentences = [*_of_rotations(report), *_of_posts(report), *_of_targets(report), *_of_overlap(report)]
    return "\n\n".join([*parts, bulleted(sentences)])


def _heading(report: Capacity) -> str:
    return clean(
        say(
            wording.CAPACITY_OF,
            bureau=report.bureau,
            heads=report.heads,
            first=report.horizon.first,
            last=report.horizon.last,
            away=report.absent_share,
        )
    )


def _units(report: Capacity) -> str:
    rows = [
        (unit.unit, unit.name, unit.teams, unit.sworn, unit.auxiliary, f"{unit.hours_a_week:.1f}")
        for unit in report.units
    ]
    return table(rows, columns(say(wording.UNITS_COLUMNS)), right=(2, 3, 4, 5))


def _day(report: Capacity) -> str:
    rows = [
        (
            clock_span(one.start, one.end),
            one.minimum,
            one.plan,
            one.everyone,
            one.present,
            one.plan_sworn,
            one.present_sworn,
        )
        for one in report.stretches
    ]
    title = say(wording.HEADS_ON_DAY, day=report.workday)
    return f"{title}\n{table(rows, columns(say(wording.DAY_COLUMNS)), right=(1, 2, 3, 4, 5, 6))}"


def _targets(report: Capacity) -> str:
    rows = [
        (
            one.name,
            clock_span(one.start, one.end),
            one.wanted,
            _range(one.everyone),
            _range(one.present),
            _range(one.overlapped),
            _range(one.overlapped_present),
        )
        for one in report.targets
    ]
    shown = table(rows, columns(say(wording.TARGETS_COLUMNS)), right=(2, 3, 4, 5, 6))
    return f"{say(wording.TARGETS_TITLE)}\n{shown}"


def _of_rotations(report: Capacity) -> Iterator[str]:
    for one in (*report.above_means, *(breach.problem for breach in report.breaches)):
        if one.place.file:
            told = say(wording.ROTATION_WARNED_OF_AT, place=one.place, message=one.message, hint=one.hint)
        else:
            told = say(wording.ROTATION_WARNED_OF, message=one.message, hint=one.hint)
        yield clean(told)


def _of_posts(report: Capacity) -> Iterator[str]:
    yield say(
        wording.POSTS_ASK_FOR,
        minimum=report.minimum_hours,
        plan=report.plan_hours,
        supply=report.supply_hours,
        present=report.supply_hours_present,
    )
    if report.training_hours:
        yield say(wording.TRAINING_TAKES, hours=report.training_hours)
    yield from _of_limits(report)
    for one in report.stretches:
        heads, sworn = max(one.plan - one.present, 0), max(one.plan_sworn - one.present_sworn, 0)
        if heads or sworn:
            yield say(
                wording.PLAN_LACKS,
                window=clock_span(one.start, one.end),
                day=report.workday,
                heads=numbered(max(heads, sworn), wording.ONE_HEAD, wording.SEVERAL_HEADS),
                sworn=sworn,
            )


def _of_limits(report: Capacity) -> Iterator[str]:
    """What an officer of each role may work, by which rule, and what it comes to beyond the rotations."""
    for role in dict.fromkeys(one.role for one in report.limits):
        each = (
            say(wording.WEEKLY_LIMIT_BY, hours=one.hours, rule=one.rule, basis=basis_text(one.basis))
            for one in report.limits
            if one.role is role
        )
        limits = reduce(lambda so_far, one: say(wording.WEEKLY_LIMITS, limits=so_far, limit=one), each)
        yield say(LEFT_TO[role], limits=limits)
    if report.lawful_hours is not None:
        beyond = report.lawful_hours - report.supply_hours
        yield say(wording.LAWFUL_HOURS, heads=report.heads, lawful=report.lawful_hours, beyond=beyond)


def _of_targets(report: Capacity) -> Iterator[str]:
    if not report.targets:
        yield say(wording.NO_TARGET_HOLDS)
        return
    yield from map(_of_target, report.targets)
    hours, each = report.target_hours, report.hours_a_head
    yield say(wording.TARGETS_ASK_FOR, hours=hours, each=each, heads=report.heads)
    needed = (say(wording.HEADS_AT_HOURS, heads=one.heads, hours=one.hours_a_week) for one in report.needed)
    yield say(wording.IN_HOURS_ALONE, needed=enumerated(needed))


def _of_target(one: TargetStrength) -> str:
    window = clock_span(one.start, one.end)
    target = say(wording.TARGET_OF, name=one.name, window=window, wanted=one.wanted)
    plain, overlapped = _short(one.wanted, one.everyone), _short(one.wanted, one.overlapped)
    if not one.missed_by:
        return _of_one_met(one, target)
    if not one.missed_overlapped:
        return _of_one_met_by_overlap(one, target, plain)
    if one.overlapped.most > one.everyone.most:
        return say(wording.OVERLAP_TOO_LITTLE, target=target, plain=plain, overlapped=overlapped)
    absent = one.wanted - one.present.most
    return say(wording.ONLY_RECALLS_ADD, target=target, plain=plain, absent=absent)


def _of_one_met(one: TargetStrength, target: str) -> str:
    """Of a target that plain shifts meet on the best date; with the absences it is never met more often."""
    absent, worst = one.wanted - one.present.least, one.wanted - one.everyone.least
    if worst > 0:
        return say(wording.TARGET_MET_AT_BEST, target=target, worst=worst, absent=absent)
    if absent > 0:
        return say(wording.TARGET_MET_BUT, target=target, absent=absent)
    return say(wording.TARGET_MET, target=target)


def _of_one_met_by_overlap(one: TargetStrength, target: str, plain: str) -> str:
    """Of a target that full overlap meets on the best date."""
    lacking, worst = _short(one.wanted, one.overlapped_present), one.wanted - one.overlapped.least
    if worst > 0:
        return say(wording.OVERLAP_REACHES_AT_BEST, target=target, plain=plain, worst=worst, lacking=lacking)
    if lacking:
        return say(wording.OVERLAP_REACHES_BUT, target=target, plain=plain, lacking=lacking)
    return say(wording.OVERLAP_REACHES, target=target, plain=plain)


def _short(wanted: int, heads: HeadRange) -> str:
    """Heads short on the best and on the worst date; empty where nobody is on any."""
    best, worst = max(wanted - heads.most, 0), max(wanted - heads.least, 0)
    return _least_to_most(best, worst) if worst else ""


def _of_overlap(report: Capacity) -> Iterator[str]:
    for use in report.rotations:
        if use.phases < 2:
            continue
        total = _total(report, use)
        if total is None:
            yield say(wording.OVERLAP_COSTS, use=use)
        else:
            yield say(wording.OVERLAP_COSTS_IN_ALL, use=use, wanted=report.overlap_hours, total=total)


def _total(report: Capacity, use: RotationUse) -> float | None:
    """What it comes to, for the rotation that carries most heads."""
    most = max(report.rotations, key=lambda one: one.heads)
    if not report.overlap_hours or use != most:
        return None
    return use.hours_a_week + report.overlap_hours * use.overlap_hour


def _range(heads: HeadRange) -> str:
    return _least_to_most(heads.least, heads.most)


def _least_to_most(least: int, most: int) -> str:
    return f"{least:,}" if least == most else say(wording.FROM_TO, least=least, most=most)
