"""Officers, their absences and wishes, and the ledger they bring along."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rosterctl.domain.ledger import LedgerLine
from rosterctl.domain.officer import Absence, Officer, Role, Wish
from rosterctl.domain.unit import Unit
from rosterctl.intake.mistakes import did_you_mean, listed
from rosterctl.intake.papers import Papers, refers, row_id
from rosterctl.intake.shapes.rows import OfficerRow
from rosterctl.intake.tables import Row
from rosterctl.problems import Place


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


def absences_of(papers: Papers, officers: Mapping[str, Officer]) -> tuple[Absence, ...]:
    """In the order of the files; no officer is away twice on one date."""
    found = []
    for row in papers.absences:
        one = row.shape
        if one is None or not refers(papers.officer_ids, one.officer_id, row, "officer_id"):
            continue
        if one.first > one.last:
            papers.mistakes.add(
                row.at("last"), f"last: {one.last} lies before first {one.first}", "exchange the two dates"
            )
            continue
        found.append(Absence(one.officer_id, one.first, one.last, one.kind, row.place))
        officer = officers.get(one.officer_id)
        if officer and not any(officer.serves(day) for day in (one.first, one.last)):
            _outside(papers, row.at("first"), officer)
    _no_overlap(papers, found)
    return tuple(found)


def _no_overlap(papers: Papers, absences: list[Absence]) -> None:
    latest: dict[str, Absence] = {}
    for absence in sorted(absences, key=lambda one: (one.officer, one.first, one.last, one.place)):
        before = latest.get(absence.officer)
        if before is not None and absence.first <= before.last:
            papers.mistakes.add(
                max(absence.place, before.place),
                f"two absences of officer '{absence.officer}' overlap: "
                f"{before.first} to {before.last} and {absence.first} to {absence.last}",
                f"the other stands in {min(absence.place, before.place)}; end one before the other begins",
            )
        if before is None or absence.last > before.last:
            latest[absence.officer] = absence


def _outside(papers: Papers, place: Place, officer: Officer) -> None:
    joined = f"from {officer.joined}" if officer.joined else ""
    left = f"until {officer.left}" if officer.left else ""
    papers.mistakes.add(
        place,
        f"officer '{officer.id}' is on the roll only {f'{joined} {left}'.strip()}",
        "mend the date, or delete the row",
    )


def wishes_of(papers: Papers, officers: Mapping[str, Officer]) -> tuple[Wish, ...]:
    """In the order of the files; one wish an officer and date."""
    found: dict[tuple[str, date], Wish] = {}
    for row in papers.requests:
        one = row.shape
        if one is None or not refers(papers.officer_ids, one.officer_id, row, "officer_id"):
            continue
        wish = Wish(one.officer_id, one.date, one.wish, one.weight, row.place)
        first = found.setdefault((one.officer_id, one.date), wish)
        if first is not wish:
            papers.mistakes.add(
                row.at("date"),
                f"officer '{one.officer_id}' has a wish for {one.date} already",
                f"it stands in {first.place}; keep one",
            )
        officer = officers.get(one.officer_id)
        if officer and not officer.serves(one.date):
            _outside(papers, row.at("date"), officer)
    return tuple(found.values())


def ledger_of(papers: Papers) -> Mapping[str, LedgerLine]:
    """By officer id."""
    found: dict[str, LedgerLine] = {}
    for row in papers.ledger:
        one = row.shape
        if one is None or not refers(papers.officer_ids, one.officer_id, row, "officer_id"):
            continue
        if one.officer_id in found:
            papers.mistakes.add(
                row.at("officer_id"),
                f"officer '{one.officer_id}' has two rows in the ledger",
                "add them up into one",
            )
        found[one.officer_id] = LedgerLine(
            one.officer_id, one.nights, one.weekends, one.holidays, one.eves, one.recalls, one.overtime_hours
        )
    return found
