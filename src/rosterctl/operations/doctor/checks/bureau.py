"""The bureau's files have no mistakes: else the night ends with exit 3 and the last roster stays."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from rosterctl.insight.plain_rotation.breaches import TRIED_DAYS, warnings
from rosterctl.intake.build.channels import examine_channels
from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning, wrong
from rosterctl.problems import BadInput
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


def check(patient: Patient) -> Iterator[Diagnosis]:
    there = shlex.quote(str(patient.bureau))
    found = _mistakes(patient)
    if found:
        yield wrong(say(wording.MISTAKES, number=found), f"rosterctl validate {there}")
    else:
        yield ok(say(wording.NO_MISTAKES, files=len(patient.examination.folder.files)))
        yield from _warnings(patient, there)
    _, problems = examine_channels(patient.bureau)
    if problems:
        yield warning(say(wording.MISTAKES_IN_NOTIFY, number=len(problems)), f"rosterctl validate {there}")


def _warnings(patient: Patient, there: str) -> Iterator[Diagnosis]:
    bureau = patient.examination.bureau
    if bureau is None:
        return
    today = patient.now.astimezone(bureau.clock.zone).date()
    if number := len(warnings(bureau, Horizon(today, TRIED_DAYS))):
        yield warning(say(wording.WARNINGS, number=number), f"rosterctl validate {there}")


def _mistakes(patient: Patient) -> int:
    examination = patient.examination
    if examination.rulebook is None:
        return len(examination.problems)
    try:
        rules_in_force(examination.rulebook)
    except BadInput as mistakes:
        return len(examination.problems) + len(mistakes.problems)
    return len(examination.problems)
