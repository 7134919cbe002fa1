"""What the bureau's files say that a list may refer to: units, teams, officers, shifts, skills.

Its files may be wrong or half written while lists are still coming in, so nothing of it need fit together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from rosterctl.intake.build.zeros import without_zeros
from rosterctl.intake.bureau_yaml import open_bureau_yaml
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.read_files import read_files
from rosterctl.intake.shapes.csv_columns import OfficerRow
from rosterctl.intake.shapes.shifts import ShiftShape
from rosterctl.intake.shapes.units import UnitShape
from rosterctl.intake.sheets.grid import folded
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import BadInput

_APART = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_ENDINGS = ("班组", "班", "组", "队")


def plain_name(text: str) -> str:
    """A person's name without the spaces that make two characters as wide as three."""
    return _APART.sub("", folded(text))


@dataclass(frozen=True)
class Register:
    """`contents` are the bureau's files as they were read, with or without mistakes."""

    contents: BureauContents

    @cached_property
    def units(self) -> Mapping[str, UnitShape]:
        return {item.shape.id: item.shape for item in self.contents.units}

    @cached_property
    def officers(self) -> tuple[OfficerRow, ...]:
        return tuple(row.shape for row in self.contents.officers if row.shape is not None)

    @cached_property
    def shifts(self) -> Mapping[str, ShiftShape]:
        return {item.shape.id: item.shape for item in self.contents.shifts}

    @cached_property
    def skills(self) -> frozenset[str]:
        """Those that posts, crews, rules or officers name."""
        head, book = self.contents.head.shape, self.contents.rulebook
        crews = (*head.crews, *(book.shape.crews if book else ()))
        rules = (*head.rules.values(), *(book.shape.rules.values() if book else ()))
        members = (member for crew in crews for one in crew.alternatives for member in one)
        asked = (options.get("skills") for options in rules)
        return frozenset(
            [
                *(skill for officer in self.officers for skill in officer.skills),
                *(one.licence for one in head.post_types if one.licence),
                *(skill for member in members for skill in member.split("+")[1:]),
                *(skill for skills in asked if isinstance(skills, list) for skill in skills),
            ]
        )

    def zone(self, text: str) -> str:
        """The id of the zone by id or name; empty if there is none."""
        word = folded(text)
        zones = [item.shape for item in self.contents.zones]
        return _only([one.id for one in zones if word in (one.id, folded(one.name))])

    def unit(self, text: str) -> str:
        """The id of the unit that is meant; empty if none is, or more than one."""
        word = folded(text)
        names = {
            id: (folded(one.name), folded(one.name).removesuffix("警务站")) for id, one in self.units.items()
        }
        return _only(
            [id for id in self.units if id.casefold() == word.casefold()]
            or [id for id, known in names.items() if known[0] == word]
            or [id for id, (name, short) in names.items() if word == short or word.endswith(name)]
        )

    def team(self, unit: str, text: str) -> str:
        """The id of the team of a unit that is meant; empty if none is."""
        if unit not in self.units:
            return ""
        word, teams = folded(text), self.units[unit].teams
        return _only(
            [team.id for team in teams if team.id.casefold() == word.casefold()]
            or [team.id for team in teams if folded(team.name) == word]
            or [team.id for team in teams if _bare(word) in (_bare(folded(team.name)), _bare(team.id))]
            or [team.id for team in teams if word.endswith(folded(team.name))]
        )

    def shift(self, text: str) -> str:
        """The id of the shift by id, name or sign: of several with one sign the first; empty if none."""
        word = folded(text)
        shifts = self.shifts.values()
        found = (
            [one.id for one in shifts if one.id == word.casefold()]
            or [one.id for one in shifts if folded(one.name) == word]
            or [one.id for one in shifts if word in (folded(one.symbol), f"{folded(one.symbol)}班")]
        )
        return found[0] if found else ""

    def strangers(self) -> Mapping[str, int]:
        """By file, how many rows speak of people whom the lists of officers do not have."""
        contents = self.contents
        known = {row.cells.get("officer_id") for row in contents.officers}
        kept: list[Sequence[CsvRow[Any]]] = [contents.absences, contents.requests, contents.transfers]
        rows = chain(*kept, contents.exchanges, contents.history)
        return Counter(row.table.name for row in rows if row.cells.get("officer_id") not in known)

    def people(self, id: str, badge: str, name: str) -> tuple[OfficerRow, ...]:
        """Whom a row means: by the id, else the badge, else the name; several if they are namesakes."""
        asked = ((id, "officer_id"), (badge, "badge"))
        for text, field in asked:
            if not text:
                continue
            found = [one for one in self.officers if getattr(one, field) == text] or [
                one for one in self.officers if without_zeros(getattr(one, field)) == without_zeros(text)
            ]
            if found:
                return tuple(found)
        return tuple(one for one in self.officers if name and plain_name(one.name) == plain_name(name))


def read_register(folder: Path) -> Register:
    """Of a bureau's folder. BadInput when bureau.yaml cannot be understood; OSError when it is unreadable."""
    mistakes = Mistakes()
    contents = open_bureau_yaml(Folder(folder, mistakes))
    if contents is None:
        raise BadInput(mistakes.problems)
    read_files(contents)
    return Register(contents)


def _only(ids: Iterable[str]) -> str:
    found = list(dict.fromkeys(ids))
    return found[0] if len(found) == 1 else ""


def _bare(name: str) -> str:
    """`甲班` and `甲` are one team."""
    return next((name.removesuffix(end) for end in _ENDINGS if name.endswith(end) and name != end), name)
