"""The clock is not behind what has happened already: leave, rest and the frozen window are judged by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, wrong
from rosterctl.wording import say


def check(patient: Patient) -> Iterator[Diagnosis]:
    known = list(_instants(patient))
    now = _shown(patient.now)
    if not known:
        yield ok(say(wording.NOTHING_RAN_YET, now=now))
    elif max(known) > patient.now:
        yield wrong(
            say(wording.CLOCK_BEHIND, now=now, last=_shown(max(known))),
            say(wording.SET_THE_CLOCK),
        )
    else:
        yield ok(say(wording.CLOCK_AHEAD, now=now, last=_shown(max(known))))


def _instants(patient: Patient) -> Iterator[datetime]:
    """When something is known to have happened."""
    if patient.kept is None:
        return
    yield from (version.deed.when for version in patient.kept.versions())
    for run in patient.history.rows():
        yield run.began
        if run.ended is not None:
            yield run.ended


def _shown(instant: datetime) -> str:
    return f"{instant.astimezone():%Y-%m-%d %H:%M:%S %Z}"
