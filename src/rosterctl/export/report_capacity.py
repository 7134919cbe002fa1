"""The capacity of a bureau in tables, and in sentences that a planner can act on."""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.domain.people.officer import Role
from rosterctl.export.plain_text import bulleted, clean, clock_span, counted, table
from rosterctl.export.report_rules import BASES
from rosterctl.insight.capacity.figures import Capacity, RotationUse, TargetStrength
from rosterctl.insight.capacity.rotation_heads import HeadRange

ONE_OF_ROLE = {Role.SWORN: "a sworn officer", Role.AUXILIARY: "an auxiliary"}


def capacity_text(report: Capacity) -> str:
    parts = [_heading(report), _units(report), _day(report)]
    if report.targets:
        parts.append(_targets(report))
    sentences = [*_of_rotations(report), *_of_posts(report), *_of_targets(report), *_of_overlap(report)]
    return "\n\n".join([*parts, bulleted(sentences)])


def _heading(report: Capacity) -> str:
    first, last = report.horizon.first, report.horizon.last
    away = f"{report.absent_share:.1%} of officer-days absent"
    return clean(f"{report.bureau}: {report.heads:,} heads, {first} to {last}, {away}")


def _units(report: Capacity) -> str:
    rows = [
        (unit.unit, unit.name, unit.teams, unit.sworn, unit.auxiliary, f"{unit.hours_a_week:.1f}")
        for unit in report.units
    ]
    headers = ("unit", "name", "teams", "sworn", "auxiliary", "hours a week")
    return table(rows, headers, right=(2, 3, 4, 5))


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
    title = f"Heads on {report.workday}, posts and plain rotation (events not counted)"
    headers = ("window", "minimum", "plan", "everyone", "with absences", "sworn in plan", "sworn there")
    return f"{title}\n{table(rows, headers, right=(1, 2, 3, 4, 5, 6))}"


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
    headers = ("target", "window", "wanted", "everyone", "with absences", "overlapped", "with absences")
    return f"Strength targets, fewest to most heads by date\n{table(rows, headers, right=(2, 3, 4, 5, 6))}"


def _of_rotations(report: Capacity) -> Iterator[str]:
    for one in (*report.above_means, *(breach.problem for breach in report.breaches)):
        where = f"{one.place}: " if one.place.file else ""
        yield clean(f"{where}{one.message}; {one.hint}.")


def _of_posts(report: Capacity) -> Iterator[str]:
    yield (
        f"The posts ask for {report.minimum_hours:,.0f} person-hours a week at the legal minimum and "
        f"{report.plan_hours:,.0f} at the plan. The rotations supply {report.supply_hours:,.0f} with "
        f"everyone present and {report.supply_hours_present:,.0f} with the absences of the files."
    )
    if report.training_hours:
        yield (
            f"Of those absences training takes {report.training_hours:,.0f} person-hours a week by the plain "
            "duties. It is work, and counts where the law counts it."
        )
    yield from _of_limits(report)
    for one in report.stretches:
        heads, sworn = max(one.plan - one.present, 0), max(one.plan_sworn - one.present_sworn, 0)
        if heads or sworn:
            yield (
                f"{clock_span(one.start, one.end)} on {report.workday}: on plain shifts the plan lacks "
                f"{counted(max(heads, sworn), 'head')}, at least {sworn} of them sworn; overlaps, recalls "
                "or loans must bring them."
            )


def _of_limits(report: Capacity) -> Iterator[str]:
    """What an officer of each role may work, by which rule, and what it comes to beyond the rotations."""
    for role in dict.fromkeys(one.role for one in report.limits):
        said = " and ".join(
            f"{one.hours:g} hours a week by `{one.rule}` ({BASES[one.basis]})"
            for one in report.limits
            if one.role is role
        )
        yield f"On average the rulebook leaves {ONE_OF_ROLE[role]} {said}; the least holds."
    if report.lawful_hours is not None:
        beyond = report.lawful_hours - report.supply_hours
        yield (
            f"For {report.heads:,} heads that makes {report.lawful_hours:,.0f} person-hours a week, "
            f"{beyond:,.0f} of them beyond the rotations: what there is for overlaps and recalls."
        )


def _of_targets(report: Capacity) -> Iterator[str]:
    if not report.targets:
        yield "No strength target holds on these dates (`strengths` in bureau.yaml)."
        return
    yield from (sentence for target in report.targets for sentence in _of_target(target))
    yield (
        f"The targets ask for {report.target_hours:,.0f} person-hours a week: {report.hours_a_head:.2f} "
        f"hours from each of {report.heads:,} heads, whatever the pattern."
    )
    yield f"Counted in hours alone, that takes {', '.join(_needed(report))}."


def _needed(report: Capacity) -> Iterator[str]:
    for one in report.needed:
        yield f"{one.heads:,} heads at {one.hours_a_week:g} hours a week"


def _of_target(target: TargetStrength) -> Iterator[str]:
    name = f"{target.name} ({clock_span(target.start, target.end)}, {target.wanted:,} heads)"
    absent = target.wanted - target.present.least
    plain, overlapped = _short(target.wanted, target.everyone), _short(target.wanted, target.overlapped)
    if not target.missed_by:
        with_absences = f"up to {absent} short with the absences" if absent > 0 else "also with the absences"
        yield f"{name}: met on plain shifts with everyone present{_elsewhere(plain)}, {with_absences}."
    elif not target.missed_overlapped:
        lacking = _short(target.wanted, target.overlapped_present)
        absences = f"stays {lacking} short" if lacking else "holds"
        yield (
            f"{name}: {plain} short on plain shifts; full overlap reaches it with everyone "
            f"present{_elsewhere(overlapped)} and {absences} with the absences."
        )
    elif target.overlapped.most > target.everyone.most:
        yield f"{name}: {plain} short on plain shifts, {overlapped} even at full overlap."
    else:
        yield (
            f"{name}: {plain} short with everyone present, at least "
            f"{target.wanted - target.present.most} with the absences; only recalls can add to it."
        )


def _short(wanted: int, heads: HeadRange) -> str:
    """Heads short on the best and on the worst date; empty where nobody is on any."""
    best, worst = max(wanted - heads.most, 0), max(wanted - heads.least, 0)
    if not worst:
        return ""
    return f"{best:,}" if best == worst else f"{best:,} to {worst:,}"


def _elsewhere(short: str) -> str:
    """What is said of the dates on which a target that is met on the best date is not."""
    return f" on the best dates, {short.rsplit(maxsplit=1)[-1]} short on the worst" if short else ""


def _of_overlap(report: Capacity) -> Iterator[str]:
    for use in report.rotations:
        if use.phases < 2:
            continue
        yield (
            f"{use.name} ({use.cycle}, {use.heads:,} heads in {use.phases} teams, {use.hours_a_week:.1f} "
            f"hours a week): each hour a day in which two full teams overlap costs a head "
            f"{use.overlap_hour:.2f} hours a week{_total(report, use)}."
        )


def _total(report: Capacity, use: RotationUse) -> str:
    """What it comes to, for the rotation that carries most heads."""
    most = max(report.rotations, key=lambda one: one.heads)
    if not report.overlap_hours or use != most:
        return ""
    total = use.hours_a_week + report.overlap_hours * use.overlap_hour
    return f"; the targets want {report.overlap_hours:.1f} such hours, which makes {total:.1f}"


def _range(heads: HeadRange) -> str:
    return f"{heads.least:,}" if heads.least == heads.most else f"{heads.least:,} to {heads.most:,}"
