"""Goes through all checks of `checks/`; one that cannot look at its part says so, and the others go on."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator

import rosterctl.operations.doctor.checks as room
from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, wrong
from rosterctl.problems import BadInput
from rosterctl.wording import say


def check_names() -> list[str]:
    """In the order in which they are made; a file is a check by being there."""
    return [info.name for info in pkgutil.iter_modules(room.__path__)]


def rounds(patient: Patient) -> Iterator[tuple[str, Diagnosis]]:
    """The name of each check with what it found: one outcome or more.

    Nothing is raised: a file that may not be read, or that has mistakes, is what the check found.
    """
    for name in check_names():
        module = importlib.import_module(f"{room.__name__}.{name}")
        for outcome in _looked(module.check, patient):
            yield name.replace("_", " "), outcome


def _looked(check: object, patient: Patient) -> list[Diagnosis]:
    assert callable(check), "each check has a function `check`"
    try:
        return list(check(patient))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        if error.filename is None:
            said = say(wording.CANNOT_BE_EXAMINED, reason=reason.lower())
        else:
            said = say(wording.FILE_CANNOT_BE_EXAMINED, file=error.filename, reason=reason.lower())
        return [wrong(said, say(wording.RUN_AS_THE_USER))]
    except BadInput as mistakes:
        first = mistakes.problems[0]
        return [wrong(f"{first.place}: {first.message}", first.hint)]
