"""The calendar knows what days the next weeks are: what ends within 60 days is to be entered."""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.insight.calendar_ends import calendar_ends
from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


def check(patient: Patient) -> Iterator[Diagnosis]:
    bureau = patient.examination.bureau
    if bureau is None:
        yield ok(say(wording.CALENDAR_OF_MISTAKEN_BUREAU))
        return
    today = Horizon(patient.now.astimezone(bureau.clock.zone).date(), 1)
    near = [one for one in calendar_ends(bureau) if one.is_near(today)]
    for one in near:
        yield warning(one.lacks, one.remedy)
    if not near:
        yield ok(say(wording.CALENDAR_KNOWS, calendar=bureau.calendar.id))
