"""The rounds: every file of `checks` is a check, and one that cannot look does not stop the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.checks import state
from rosterctl.operations.doctor.patient import Health, wrong
from rosterctl.operations.doctor.rounds import check_names, rounds
from rosterctl.problems import BadInput, Place, Problem
from tests.support.patients import patient
from tests.support.repository import SOURCE


def test_every_file_is_a_check() -> None:
    files = {path.stem for path in (SOURCE / "operations/doctor/checks").glob("[!_]*.py")}
    assert set(check_names()) == files
    assert check_names() == sorted(files)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            PermissionError(13, "Permission denied", "state"),
            wrong("cannot be examined: state: permission denied", wording.RUN_AS_THE_USER),
        ),
        (BadInput([Problem(Place("a.csv", 2), "odd", "mend it")]), wrong("a.csv:2: odd", "mend it")),
    ],
)
def test_a_check_that_cannot_look_says_so_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: object
) -> None:
    def refused(_: object) -> None:
        raise error

    monkeypatch.setattr(state, "check", refused)
    found = list(rounds(patient(tmp_path)))
    assert ("state", said) in found
    assert {name.replace(" ", "_") for name, _ in found} == set(check_names())
    assert {outcome.health for name, outcome in found if name == "bureau"} == {Health.OK}
