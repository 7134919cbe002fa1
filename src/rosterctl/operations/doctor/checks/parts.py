"""Python and OR-Tools are there, in versions that rosterctl was made for."""

from __future__ import annotations

import operator
import platform
import re
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from itertools import takewhile
from typing import Any

from rosterctl import __version__
from rosterctl.operations.doctor import wording
from rosterctl.operations.doctor.patient import Diagnosis, Patient, ok, warning, wrong
from rosterctl.wording import say

ORTOOLS = "ortools"
COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
_BOUND = re.compile(r"(>=|<=|==|!=|>|<)\s*([\d.]+)")


def check(patient: Patient) -> Iterator[Diagnosis]:  # noqa: ARG001
    parts = f"rosterctl {__version__}, Python {platform.python_version()}"
    try:
        solver = version(ORTOOLS)
    except PackageNotFoundError:
        yield wrong(say(wording.NO_SOLVER, parts=parts), say(wording.INSTALL_AGAIN))
        return
    wanted = declared(ORTOOLS)
    if fits(solver, wanted):
        yield ok(f"{parts}, OR-Tools {solver}")
    else:
        yield warning(
            say(wording.OTHER_SOLVER, parts=parts, found=solver, wanted=wanted), say(wording.INSTALL_AGAIN)
        )


def declared(package: str) -> str:
    """What rosterctl's own metadata, made from pyproject.toml, ask of a package: `>=9.12,<10`."""
    named = (line for line in requires("rosterctl") or () if re.match(rf"{package}\b", line))
    bounds = _BOUND.findall(next(named, "").partition(";")[0])
    return ",".join(f"{sign}{number}" for sign, number in sorted(bounds, key=lambda one: numbers(one[1])))


def fits(found: str, wanted: str) -> bool:
    """Whether a version keeps every bound; one that is asked for nothing always does."""
    return all(COMPARED[sign](numbers(found), numbers(number)) for sign, number in _BOUND.findall(wanted))


def numbers(version: str) -> tuple[int, ...]:
    """The leading numbers of a version, which order as versions do: 9.9 before 9.12. `9.14rc1` is 9.14."""
    parts = (re.match(r"\d*", part) for part in version.split("."))
    return tuple(int(part[0]) for part in takewhile(lambda part: part is not None and part[0], parts) if part)
