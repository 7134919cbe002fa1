"""What has happened since the files were written: people and vehicles that are out, back, or gone.

Rows are applied in their order. A date on which somebody is away already stays as it is; whoever is back is
there from the date on, until the next absence that begins later. Who has left by a row before it is on the
roll again from then on, and away in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rosterctl.domain.people.absence import Absence, AbsenceKind
from rosterctl.domain.people.incident import LASTING, OF_VEHICLES, IncidentKind
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.vehicle import Vehicle
from rosterctl.intake.build import wording as common
from rosterctl.intake.build.people import wording
from rosterctl.intake.build.work.outages import broken_down, run_again
from rosterctl.intake.contents import BureauContents, refers
from rosterctl.intake.shapes.csv_columns import IncidentRow
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.timeline.horizon import ONE_DAY
from rosterctl.wording import say

NO_DAY = timedelta()

AWAY_KINDS: Mapping[IncidentKind, AbsenceKind] = {
    IncidentKind.SICK: AbsenceKind.SICKNESS,
    IncidentKind.LEAVE: AbsenceKind.LEAVE,
    IncidentKind.TRAINING: AbsenceKind.TRAINING,
    IncidentKind.COURT: AbsenceKind.COURT,
    IncidentKind.OTHER: AbsenceKind.OTHER,
}


@dataclass(frozen=True)
class KnownToday:
    """Officers and vehicles by id, and absences, after all incidents."""

    officers: Mapping[str, Officer]
    vehicles: Mapping[str, Vehicle]
    absences: tuple[Absence, ...]


def after_incidents(
    contents: BureauContents,
    officers: Mapping[str, Officer],
    vehicles: Mapping[str, Vehicle],
    absences: Iterable[Absence],
) -> KnownToday:
    people, fleet, away = dict(officers), dict(vehicles), list(absences)
    starts = contents.head.shape.day_starts
    gone: dict[str, tuple[date, Officer]] = {}
    for row in contents.incidents:
        one = row.shape
        if one is None or not _makes_sense(contents, row, one):
            continue
        last = one.last or one.first
        if one.kind in AWAY_KINDS:
            new = Absence(one.id, one.first, last, AWAY_KINDS[one.kind], one.at, place=row.place)
            away.extend(_uncovered(away, new))
        elif one.kind is IncidentKind.BACK:
            since, known = gone.get(one.id, (None, None))
            if since is not None and known is not None and since <= one.first:
                people[one.id] = replace(people[one.id], left=known.left)
                del gone[one.id]
                if since < one.first:
                    between = Absence(one.id, since, one.first - ONE_DAY, AbsenceKind.OTHER, place=row.place)
                    away.extend(_uncovered(away, between))
            away = list(_until(away, one.id, one.first, one.at))
        elif one.kind is IncidentKind.LEFT and one.id in people:
            _, before = gone.get(one.id, (one.first, people[one.id]))
            gone[one.id] = one.first, before
            # Whoever leaves in the middle of a date was on the roll on it, and is away for the rest of it.
            people[one.id] = replace(people[one.id], left=one.first - (ONE_DAY if one.at is None else NO_DAY))
            if one.at is not None:
                last_day = Absence(one.id, one.first, one.first, AbsenceKind.OTHER, one.at, place=row.place)
                away.extend(_uncovered(away, last_day))
        elif one.id in fleet:
            vehicle = fleet[one.id]
            outages = (
                broken_down(vehicle.outages, one.first, last, one.at, starts)
                if one.kind is IncidentKind.VEHICLE_DOWN
                else run_again(vehicle.outages, one.first, one.at, starts)
            )
            fleet[one.id] = replace(vehicle, outages=tuple(outages))
    return KnownToday(people, fleet, tuple(away))


def _makes_sense(contents: BureauContents, row: CsvRow[IncidentRow], one: IncidentRow) -> bool:
    names = contents.vehicle_ids if one.kind in OF_VEHICLES else contents.officer_ids
    known = refers(names, one.id, row, "id")
    if one.last is not None and one.last < one.first:
        contents.mistakes.add(row.at("last"), *common.wrong_order("last", one.last, "first", one.first))
        return False
    if one.last is not None and one.kind in LASTING:
        contents.mistakes.add(row.at("last"), *say(wording.LASTING_WITH_AN_END, kind=one.kind))
        return False
    if one.at is not None and one.at >= DAY:
        contents.mistakes.add(row.at("at"), *say(wording.TIME_OF_ANOTHER_DATE))
        return False
    return known


def _uncovered(away: Iterable[Absence], new: Absence) -> Iterator[Absence]:
    """The stretches of a new absence on which the officer is not away anyhow.

    The night before whole dates is worked to its end, so one that breaks it off is entered all the same.
    """
    mine = sorted((one for one in away if one.officer == new.officer), key=lambda one: one.first)
    if new.start is not None and any(one.start is None and one.holds(new.first) for one in mine):
        yield replace(new, last=new.first)
        new = replace(new, first=new.first + ONE_DAY, start=None)
    first = new.first
    for one in mine:
        last = one.last if one.end is None else one.last - ONE_DAY  # on the last date they are back
        if last < first or new.last < one.first or last < one.first:
            continue
        if first < one.first:
            yield _from(replace(new, last=one.first - ONE_DAY), first)
        first = last + ONE_DAY
    if first <= new.last:
        yield _from(new, first)


def _from(new: Absence, first: date) -> Absence:
    """The absence from a date of it on."""
    return new if first == new.first else replace(new, first=first, start=None)


def _until(away: Iterable[Absence], officer: str, back: date, at: WallMinute | None) -> Iterator[Absence]:
    """The absence that covers the date ends before it, or in the middle of it.

    What remains of one that began in the middle of the same date says when a duty was broken off, even
    where the officer was back before it began.
    """
    for one in away:
        if one.officer != officer or not one.holds(back):
            yield one
        elif one.first == back and one.start is not None:
            yield replace(one, last=back, end=one.start if at is None else max(at, one.start))
        elif at is not None:
            yield replace(one, last=back, end=at)
        elif one.first < back:
            yield replace(one, last=back - ONE_DAY)
