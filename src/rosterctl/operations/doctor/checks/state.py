"""The state is intact: its journal's chain, its pointer, and every published version byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, wrong


def check(patient: Patient) -> Iterator[Diagnosis]:
    if patient.kept is None:
        yield ok(f"'{patient.state}' is made by the first run")
        return
    damage = patient.kept.verify()
    for sentence in damage:
        yield wrong(sentence, "the next run sets it aside and goes on with the last good version")
    if not damage:
        current = patient.kept.current()
        yield ok(
            f"intact; version {current.number} is current" if current else "intact; nothing is published yet"
        )
