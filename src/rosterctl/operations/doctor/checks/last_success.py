"""The last run that went well is not long ago: the nightly one comes every 24 hours.

Source: two hours beyond a day leave room for a late start and a long search; after 72 hours the default
frozen window has run out, and duties begin that no run has looked at since they could be changed freely.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning, wrong
from rosterctl.wording import say

MISSED_NIGHT, LOST = timedelta(hours=26), timedelta(hours=72)


def check(patient: Patient) -> Iterator[Diagnosis]:
    last = patient.history.last_success()
    published = [version.deed.when for version in patient.kept.versions()] if patient.kept else []
    known = [instant for instant in (last, *published) if instant is not None]
    if not known:
        yield warning(say(wording.NOTHING_PUBLISHED), say(wording.PUBLISH_FIRST))
        return
    age = patient.now - max(known)
    said = _ago(age)
    if age > LOST:
        yield wrong(said, say(wording.RUN_BY_HAND))
    elif age > MISSED_NIGHT:
        yield warning(say(wording.NIGHT_MISSED, age=said), say(wording.RUN_BY_HAND))
    else:
        yield ok(said)


def _ago(age: timedelta) -> str:
    hours = max(int(age.total_seconds()) // 3600, 0)
    if hours < 72:
        return say(wording.HOURS_AGO, hours=hours)
    return say(wording.DAYS_AGO, days=hours // 24)
