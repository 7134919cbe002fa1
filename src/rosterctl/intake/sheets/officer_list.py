"""A list of people becomes the bureau's officers.

Whoever is in the bureau's files already keeps their id: absences and published rosters speak of it. Others
are called by their badge, and without one U001, U002 …
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rosterctl.domain.people.officer import Role
from rosterctl.intake.build.zeros import without_zeros
from rosterctl.intake.sheets import wording
from rosterctl.intake.sheets.headings import ListKind, usual_heading
from rosterctl.intake.sheets.lines import (
    ListLine,
    ListNotes,
    RowCells,
    TakenList,
    lacking_columns,
    lines_under,
)
from rosterctl.intake.sheets.register import Register, plain_name
from rosterctl.intake.sheets.top_row import Header
from rosterctl.intake.sheets.vocabulary import day_of, flag_of, role_of, skills_of
from rosterctl.intake.text.scalars import read_id
from rosterctl.wording import say

MADE_ID = "U{number:03d}"
LEADING = ("长", "教导员", "指导员", "政委")
"""With these the rank of somebody ends who leads, where the list does not say who does."""
DATED_COLUMNS = ("joined", "left", "protected_from", "protected_until")


def officers_in(headers: Sequence[Header], register: Register) -> TakenList:
    """Every line of the list as a row of officers.csv; what is not understood stands in it as written."""
    notes = ListNotes()
    lines = [line for header in headers for line in lines_under(header, notes)]
    missing = lacking_columns(headers, [("role", "rank"), ("team",)])
    if len(register.units) > 1:
        missing += lacking_columns(headers, [("unit",)])
    for column in missing:
        notes.add(say(wording.NO_COLUMN_FOR, heading=usual_heading(ListKind.OFFICERS, column), column=column))
    rows = tuple(_Officers(headers, register, notes).of(lines))
    return TakenList(ListKind.OFFICERS, tuple(headers), rows, notes.all())


@dataclass
class _Officers:
    headers: Sequence[Header]
    register: Register
    notes: ListNotes
    made: int = 0
    seen: dict[tuple[str, str, str], int] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)

    def of(self, lines: Sequence[ListLine]) -> Iterator[RowCells]:
        self.names = Counter(plain_name(line["name"]) for line in lines)
        reserved = {one.officer_id for one in self.register.officers} | {line["officer_id"] for line in lines}
        self.reserved = reserved
        for line in lines:
            who = (line["officer_id"], line["badge"], plain_name(line["name"]))
            if any(who[:2]) and who in self.seen:
                self.notes.add(say(wording.SAME_AGAIN, first=self.seen[who]), line.number)
                continue
            self.seen[who] = line.number
            yield self._row(line)

    def _row(self, line: ListLine) -> RowCells:
        unit, role = self._unit(line), self._role(line)
        cells = {
            "officer_id": self._id(line),
            "badge": self._badge(line),
            "name": plain_name(line["name"]),
            "role": role,
            "rank": line["rank"],
            "unit": unit,
            "team": self._team(line, unit),
            "leader": self._leader(line, role),
            "skills": self._skills(line),
            "zone": self.register.zone(line["zone"]) or line["zone"],
            "phone": line["phone"].replace(" ", ""),
            **{column: day_of(line[column]) for column in DATED_COLUMNS},
        }
        return cells | line.remarks

    def _id(self, line: ListLine) -> str:
        id = line["officer_id"] or self._as_before(line) or self._from_badge(line)
        while not id:
            self.made += 1
            made = MADE_ID.format(number=self.made)
            if made not in self.reserved and made not in self.taken:
                id = made
                self.notes.add(say(wording.IDS_MADE), line.number)
        self.taken.setdefault(id, line.number)
        return id

    def _as_before(self, line: ListLine) -> str:
        """The id that they have in the bureau's files: of the same badge, or of a name that only one has."""
        badge, name = line["badge"], plain_name(line["name"])
        known = self.register.officers
        found = (
            [one for one in known if badge and one.badge == badge]
            or [one for one in known if badge and without_zeros(one.badge) == without_zeros(badge)]
            or [
                one
                for one in known
                if plain_name(one.name) == name and self.names[name] == 1 and not (badge and one.badge)
            ]
        )
        return found[0].officer_id if len(found) == 1 and found[0].officer_id not in self.taken else ""

    def _badge(self, line: ListLine) -> str:
        """With the zeros in front that a spreadsheet lost, as far as the bureau's files have them."""
        badge = line["badge"]
        known = {one.badge for one in self.register.officers}
        found = [one for one in known if without_zeros(one) == without_zeros(badge)]
        return found[0] if badge and len(found) == 1 else badge

    def _from_badge(self, line: ListLine) -> str:
        try:
            id = read_id(line["badge"])
        except ValueError:
            return ""
        if id in self.taken:
            self.notes.add(say(wording.BADGE_AGAIN, badge=id, first=self.taken[id]), line.number)
            return ""
        return "" if id in self.reserved else id

    def _unit(self, line: ListLine) -> str:
        if not line["unit"]:
            return next(iter(self.register.units)) if len(self.register.units) == 1 else ""
        unit = self.register.unit(line["unit"])
        if not unit:
            known = say(wording.BETWEEN_IDS).join(
                f"{id} {one.name}" for id, one in list(self.register.units.items())[:12]
            )
            self.notes.add(say(wording.UNIT_UNKNOWN, unit=line["unit"], known=known), line.number)
        return unit or line["unit"]

    def _team(self, line: ListLine, unit: str) -> str:
        teams = self.register.units[unit].teams if unit in self.register.units else []
        if not line["team"]:
            if len(teams) == 1:
                return teams[0].id
            self.notes.add(say(wording.NO_TEAM), line.number)
            return ""
        team = self.register.team(unit, line["team"])
        if not team and teams:
            known = say(wording.BETWEEN_IDS).join(f"{one.id} {one.name}" for one in teams)
            told = say(wording.TEAM_UNKNOWN, team=line["team"], unit=unit, known=known)
            self.notes.add(told, line.number)
        return team or line["team"]

    def _role(self, line: ListLine) -> str:
        role = role_of(line["role"] or line["rank"])
        if role in [*Role]:
            return role
        if line["role"]:
            self.notes.add(say(wording.ROLE_UNKNOWN, role=line["role"]), line.number)
            return line["role"]
        self.notes.add(say(wording.NO_ROLE), line.number)
        return ""

    def _leader(self, line: ListLine, role: str) -> str:
        """As the list says; where no column does, a sworn officer of a leader's rank leads."""
        if any("leader" in header.columns for header in self.headers):
            return flag_of(line["leader"])
        if role == Role.SWORN and line["rank"].endswith(LEADING):
            self.notes.add(say(wording.LEADS_BY_RANK), line.number)
            return "yes"
        return "no"

    def _skills(self, line: ListLine) -> str:
        skills, strange = skills_of(line["skills"], self.register.skills)
        for word in strange:
            self.notes.add(say(wording.NO_SUCH_SKILL, word=word), line.number)
        return " ".join(skills)
