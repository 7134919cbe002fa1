"""Lists of what is not yet as it should be. They may only shrink.

A list is a text file under tests/house/known/. `#` begins a comment; every other line is a number and a name:
`3 planning` says that the room still has three of them. `python -m tests.house` strikes what has been mended;
nothing adds to a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.support.repository import ROOT

FOLDER = ROOT / "tests" / "house" / "known"


def known(name: str, folder: Path = FOLDER) -> dict[str, int]:
    """How many the list holds, by where they are; of two lines for one place the lower number counts."""
    found: dict[str, int] = {}
    for line in filter(_counts, _lines(folder / f"{name}.txt")):
        where, count = _parsed(line)
        found[where] = min(count, found.get(where, count))
    return found


def off_the_list(name: str, found: Mapping[str, int], folder: Path = FOLDER) -> dict[str, str]:
    """Where the number found is another than the list's, with what to do; empty when all is well."""
    listed = known(name, folder)
    told = {}
    for where in sorted({*listed, *found}):
        now, then = found.get(where, 0), listed.get(where, 0)
        if now > then:
            told[where] = f"{now} now, {then} are known: mend what is new"
        elif now < then:
            told[where] = f"{now} now, {then} are known: well done; `python -m tests.house` strikes it"
    return told


def strike(name: str, found: Mapping[str, int], folder: Path = FOLDER) -> None:
    """Lower the list's numbers to what was found and take out what is mended; comments stay."""
    file = folder / f"{name}.txt"
    kept = [line for line in _lines(file) if not _counts(line)]
    for where, count in sorted(known(name, folder).items()):
        if left := min(count, found.get(where, 0)):
            kept.append(f"{left} {where}")
    file.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _parsed(line: str) -> tuple[str, int]:
    count, where = line.split(maxsplit=1)
    return where, int(count)
