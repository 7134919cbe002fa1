"""The state is intact: its journal's chain, its pointer, and every published version byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, wrong
from rosterctl.wording import say


def check(patient: Patient) -> Iterator[Diagnosis]:
    if patient.kept is None:
        yield ok(say(wording.STATE_TO_COME, state=patient.state))
        return
    damage = patient.kept.verify()
    for sentence in damage:
        yield wrong(sentence, say(wording.SET_ASIDE_BY_THE_NEXT))
    if not damage:
        current = patient.kept.current()
        yield ok(say(wording.INTACT, version=current.number) if current else say(wording.INTACT_AND_EMPTY))
