"""Python and OR-Tools are there, in versions that rosterctl was made for."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from rosterctl import __version__
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning, wrong

MADE_FOR = "9."
"""Of OR-Tools: pyproject.toml says `ortools>=9.12,<10`."""


def check(patient: Patient) -> Iterator[Diagnosis]:  # noqa: ARG001
    parts = f"rosterctl {__version__}, Python {platform.python_version()}"
    try:
        solver = version("ortools")
    except PackageNotFoundError:
        yield wrong(f"{parts}, and no OR-Tools: nothing can be solved", "install rosterctl again with pip")
        return
    if solver.startswith(MADE_FOR):
        yield ok(f"{parts}, OR-Tools {solver}")
    else:
        yield warning(
            f"{parts}, OR-Tools {solver}: rosterctl was made for 9", "install rosterctl again with pip"
        )
