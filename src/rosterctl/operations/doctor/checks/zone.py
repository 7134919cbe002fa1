"""The system's time zone: cron and systemd go by it, the roster goes by the bureau's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning
from rosterctl.wording import say

NIGHT = time(3, 40)
"""The time in the shipped schedules, as an example."""


def check(patient: Patient) -> Iterator[Diagnosis]:
    bureau = patient.examination.bureau
    system, name = system_zone(patient.root)
    if bureau is None:
        yield ok(say(wording.ZONE_OF_MISTAKEN_BUREAU, system=name))
        return
    own = ZoneInfo(bureau.timezone)
    if _alike(own, system, patient.now):
        yield ok(say(wording.SAME_ZONE, zone=bureau.timezone))
        return
    there = datetime.combine(patient.now.astimezone(system).date(), NIGHT, system).astimezone(own)
    yield warning(
        say(
            wording.OTHER_ZONE,
            bureau=bureau.timezone,
            system=name,
            night=f"{NIGHT:%H:%M}",
            there=f"{there:%H:%M}",
        ),
        say(wording.CHOOSE_THE_TIME),
    )


def system_zone(root: Path) -> tuple[tzinfo, str]:
    """By /etc/localtime, as cron and systemd have it; a variable TZ counts for one's own shell only."""
    link = root / "etc/localtime"
    if not link.exists():
        return ZoneInfo("UTC"), "UTC"
    name = str(link.readlink()).rpartition("/zoneinfo/")[2] if link.is_symlink() else ""
    try:
        return ZoneInfo(name), name
    except (ZoneInfoNotFoundError, ValueError, OSError):
        with link.open("rb") as data:
            return ZoneInfo.from_file(data), say(wording.ZONE_OF_THE_FILE)


def _alike(one: tzinfo, other: tzinfo, now: datetime) -> bool:
    """Both have the same time now and in the other half of the year; UTC and Etc/UTC differ in name only."""
    moments = [now + timedelta(days=days) for days in (0, 91, 182, 273)]
    return all(
        moment.astimezone(one).utcoffset() == moment.astimezone(other).utcoffset() for moment in moments
    )
