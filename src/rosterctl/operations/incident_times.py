"""At which minute an incident happened, where nobody said so: now, to whoever is on duty and to vehicles.

A planner who enters a sick call at 02:00 names the officer and perhaps a date; that the duty which runs ends
at 02:00 follows. A car that has broken down then was driven until then. Whatever is over stays as it is.
So it is with a row of whole dates that is written into a file while a duty of one of them runs, or after it:
when the absence began is carried in the bureau's folder for as long as that duty is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.incident import OF_VEHICLES, Incident, IncidentKind
from rosterctl.domain.roster import Duty, OfficerDate, Roster
from rosterctl.export.spreadsheet import Sheet
from rosterctl.intake.shapes.csv_columns import BegunDutyRow, columns_of
from rosterctl.timeline.clock import DAY, EPOCH, Instant, WallMinute, clock_text
from rosterctl.timeline.horizon import ONE_DAY

SUDDEN = frozenset((IncidentKind.SICK, IncidentKind.OTHER))
"""These happen to people on duty; all others are known before, and the night before them is worked."""

BEGUN = "carried/begun.csv"


def at_their_time(
    bureau: Bureau, roster: Roster, incidents: Iterable[Incident], earliest: Instant
) -> Iterator[Incident]:
    """The incidents as they are to be entered; `earliest` is now in minutes since 1970-01-01 UTC.

    Where somebody falls away on duty, or after a duty of today, it is from now on; where they were said to be
    away on dates before that of the running duty, a row of its own says so. Who is back on the date on which
    they fell away is so from now on. The same holds for a vehicle that breaks down or runs again today.
    Incidents that have a time keep it.
    """
    today, minute = _wall_clock(bureau, earliest)
    for one in incidents:
        if one.at is None and one.kind in OF_VEHICLES:
            yield from _of_vehicle(bureau, one, earliest)
            continue
        duty = _running(bureau, roster, one.id, earliest) if one.kind in SUDDEN else None
        if one.at is not None:
            yield one
        elif duty is not None and duty.day <= (one.last or one.first) and one.first <= today:
            if one.first < duty.day:
                yield replace(one, last=duty.day - ONE_DAY)
            yield replace(one, first=today, last=_no_earlier(one.last, today), at=minute)
        elif (
            one.kind in SUDDEN and one.first == today and _has_ended(bureau, roster, one.id, today, earliest)
        ) or (one.kind is IncidentKind.BACK and one.first == today and _fell_away(bureau, one.id, today)):
            yield replace(one, at=minute)
        else:
            yield one


def begun_files(
    bureau: Bureau, rosters: Iterable[Roster], first: date, earliest: Instant
) -> Mapping[str, bytes]:
    """The file with the published duties from `first` on that have begun though their officers are away then.

    `earliest` is now in minutes since 1970-01-01 UTC. A duty that was broken off before stays as long as it
    was. Nothing where every absence was known before, or has a time of its own.
    """
    number = bureau.clock.number
    found: dict[OfficerDate, Instant] = {}
    for duty in (one for roster in rosters for one in roster.duties if one.day >= first):
        if number(duty.day, duty.slices[0].start) < earliest and _is_away_at_its_start(bureau, duty):
            key, ended = (duty.officer, duty.day), min(earliest, number(duty.day, duty.until))
            found[key] = max(ended, found.get(key, ended))
    if not found:
        return {}
    sheet, rows = Sheet(raw=True), []
    for (id, day), ended in sorted(found.items()):
        on, minute = _wall_clock(bureau, ended)
        rows.append(sheet.row((id, day, on, clock_text(minute))))
    return {BEGUN: sheet.file(columns_of(BegunDutyRow), rows)}


def _is_away_at_its_start(bureau: Bureau, duty: Duty) -> bool:
    """Because of an absence of whole dates; one that begins at a time of the duty's date is as was said."""
    start = bureau.clock.number(duty.day, duty.slices[0].start)
    return any(
        bureau.clock.number(one.last, WallMinute(DAY) if one.end is None else one.end) > start
        for one in bureau.absences_by_officer.get(duty.officer, ())
        if one.first <= duty.day <= one.last and (one.first < duty.day or one.start is None)
    )


def _of_vehicle(bureau: Bureau, one: Incident, earliest: Instant) -> Iterator[Incident]:
    today, minute = _wall_clock(bureau, earliest)
    duty_day = today if minute >= bureau.day_starts else today - ONE_DAY
    if one.kind is IncidentKind.VEHICLE_BACK:
        vehicle = bureau.vehicles.get(one.id)
        is_down = vehicle is not None and not bureau.runs(vehicle, earliest, Instant(earliest + 1))
        yield replace(one, at=minute) if is_down and one.first == today else one
    elif one.first <= today and duty_day <= (one.last or one.first):
        if one.first < duty_day:
            yield replace(one, last=duty_day - ONE_DAY)
        yield replace(one, first=today, last=_no_earlier(one.last, today), at=minute)
    else:
        yield one


def _wall_clock(bureau: Bureau, instant: Instant) -> tuple[date, WallMinute]:
    """Date and minute; in an hour that comes twice, the second time, the first minute after it."""
    local = bureau.clock.local(EPOCH + timedelta(minutes=instant))
    day, minute = local.date(), local.hour * 60 + local.minute
    while bureau.clock.number(day, WallMinute(minute)) < instant:
        minute += 1
    return day, WallMinute(minute)


def _no_earlier(last: date | None, today: date) -> date | None:
    return None if last is None else max(last, today)


def _running(bureau: Bureau, roster: Roster, officer: str, earliest: Instant) -> Duty | None:
    """The duty that the officer has begun and not ended."""
    number = bureau.clock.number
    for duty in roster.duties:
        if duty.officer == officer and number(duty.day, duty.slices[0].start) < earliest < number(
            duty.day, duty.until
        ):
            return duty
    return None


def _has_ended(bureau: Bureau, roster: Roster, officer: str, today: date, earliest: Instant) -> bool:
    """Has the officer worked a duty of today to its end already?"""
    mine = (duty for duty in roster.duties if (duty.officer, duty.day) == (officer, today))
    return any(bureau.clock.number(today, duty.until) <= earliest for duty in mine)


def _fell_away(bureau: Bureau, officer: str, today: date) -> bool:
    """Did an absence of the officer begin in the middle of today?"""
    rows = bureau.absences_by_officer.get(officer, ())
    return any(row.first == today and row.start is not None for row in rows)
