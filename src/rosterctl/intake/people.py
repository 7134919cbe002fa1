"""Officers, each in one unit and team."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rosterctl.domain.officer import Officer, Role
from rosterctl.domain.unit import Unit
from rosterctl.intake.mistakes import did_you_mean, listed
from rosterctl.intake.papers import Papers, refers, row_id
from rosterctl.intake.shapes.rows import OfficerRow
from rosterctl.intake.tables import Row


def declare_officers(papers: Papers) -> None:
    """Every officer id, once; an officer in two units is told both places."""
    units: dict[str, str] = {}
    for row in papers.officers:
        name = row_id(row, "officer_id")
        unit = row_id(row, "unit")
        if not name:
            papers.officer_ids.complete = False
            continue
        first = papers.officer_ids.places.get(name)
        if first is not None and units[name] != unit:
            papers.mistakes.add(
                row.at("officer_id"),
                f"officer '{name}' is in two units: '{units[name]}' ({first}) and '{unit}'",
                "delete one of the two rows",
            )
        elif papers.officer_ids.declare(name, row.place if first is None else row.at("officer_id")):
            units[name] = unit


def skills_of(papers: Papers) -> frozenset[str]:
    """Every skill that some officer has, read from wrong rows too."""
    found: set[str] = set()
    for row in papers.officers:
        found.update(row.shape.skills if row.shape else row.cells.get("skills", "").split())
    return frozenset(found)


def officers_of(papers: Papers, units: Mapping[str, Unit]) -> Mapping[str, Officer]:
    """By id, in the order of the files."""
    found = {}
    teams: dict[str, list[str]] = {}
    for item in papers.units:
        teams.setdefault(item.shape.id, []).extend(team.id for team in item.shape.teams)
    for row in papers.officers:
        one = row.shape
        if one is None:
            continue
        _belongs(papers, row, one, teams)
        if one.leader and one.role is not Role.SWORN:
            papers.mistakes.add(
                row.at("leader"), "leader: only a sworn officer can lead", "write no, or mend the role"
            )
        _in_order(papers, row, "protected_from", "protected_until", one.protected_from, one.protected_until)
        if _in_order(papers, row, "joined", "left", one.joined, one.left) and one.unit in units:
            found[one.officer_id] = _officer(row, one)
    return found


def _officer(row: Row[OfficerRow], one: OfficerRow) -> Officer:
    return Officer(
        one.officer_id,
        one.badge,
        one.name,
        one.role,
        one.rank,
        one.unit,
        one.team,
        one.leader,
        one.skills,
        one.zone,
        one.phone,
        one.joined,
        one.left,
        one.protected_from,
        one.protected_until,
        row.place,
    )


def _belongs(papers: Papers, row: Row[OfficerRow], one: OfficerRow, teams: Mapping[str, list[str]]) -> None:
    known_unit = refers(papers.unit_ids, one.unit, row, "unit")
    if known_unit and one.unit in teams and one.team not in teams[one.unit]:
        known = teams[one.unit]
        papers.mistakes.add(
            row.at("team"),
            f"team: unit '{one.unit}' has no team '{one.team}'{did_you_mean(one.team, known)}",
            f"its teams: {listed(known)}",
        )
    if one.zone:
        refers(papers.zone_ids, one.zone, row, "zone")


def _in_order(
    papers: Papers, row: Row[OfficerRow], before: str, after: str, first: date | None, last: date | None
) -> bool:
    wrong = first is not None and last is not None and first > last
    if wrong:
        papers.mistakes.add(
            row.at(after), f"{after}: {last} lies before {before} {first}", "exchange the two dates"
        )
    return not wrong
