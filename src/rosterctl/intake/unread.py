"""Files in a bureau's folder that look as if they belonged to the bureau and are not read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from rosterctl.intake import unread_wording as wording
from rosterctl.intake.bureau_yaml import BUREAU_YAML, open_bureau_yaml
from rosterctl.intake.contents import BESIDE
from rosterctl.intake.text.folder import WITHHELD, Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import Place, Problem
from rosterctl.wording import say

KEYS = (
    *("units", "zones", "officers", "transfers", "absences", "incidents", "requests", "exchanges"),
    *("vehicles", "events", "ledger", "history", "lieu"),
)
"""Those of bureau.yaml that name files. What a file or its folder is called like belongs there."""

WRITTEN = ("roster.csv", "coverage.csv", "leaders.csv", "off_rotation.csv", "changes.csv")
"""What `export csv` and a roster's folder have: nobody expects that these are read."""

SUFFIXES = (".csv", ".yaml", ".yml")


def unread_files(folder: Path, read: Collection[str]) -> tuple[Problem, ...]:
    """A warning for each, in the order of their names; `read` are the names of those that are."""
    known = {*read, *_turned_off(folder)}
    return tuple(_warning(name) for name in sorted(_beside(folder)) if name not in known)


def _turned_off(folder: Path) -> Iterator[str]:
    """Who writes `exchanges: []` knows that the file beside is not read."""
    contents = open_bureau_yaml(Folder(folder, Mistakes()))
    if contents is not None:
        head = contents.head
        yield from (
            name for key, name in BESIDE.items() if key in head.node.values and not getattr(head.shape, key)
        )


def _beside(folder: Path) -> Iterator[str]:
    """CSV and YAML in the folder itself and in the folders that are called like a key."""
    for place in (folder, *(folder / key for key in KEYS)):
        for path in place.iterdir() if place.is_dir() else ():
            is_ours = path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~"))
            if is_ours and path.is_file() and path.name not in (BUREAU_YAML, WITHHELD, *WRITTEN):
                yield path.relative_to(folder).as_posix()


def _warning(name: str) -> Problem:
    told = name.lower()
    key = next((key for key in KEYS if told.startswith(key)), "")
    words = say(wording.NOT_READ_KEY, name=name, key=key) if key else say(wording.NOT_READ, name=name)
    return Problem(Place(name), *words)
