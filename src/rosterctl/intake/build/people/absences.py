"""Absences and wishes: who is away, and who asks for what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.people.wish import Wish
from rosterctl.intake.build import wording as common
from rosterctl.intake.build.people import wording
from rosterctl.intake.contents import BureauContents, refers
from rosterctl.problems import Place
from rosterctl.wording import say


def absences_of(contents: BureauContents, officers: Mapping[str, Officer]) -> tuple[Absence, ...]:
    """In the order of the files; no officer is away twice on one date."""
    found = []
    for row in contents.absences:
        one = row.shape
        if one is None or not refers(contents.officer_ids, one.officer_id, row, "officer_id"):
            continue
        if one.first > one.last:
            contents.mistakes.add(row.at("last"), *common.wrong_order("last", one.last, "first", one.first))
            continue
        found.append(Absence(one.officer_id, one.first, one.last, one.kind, place=row.place))
        officer = officers.get(one.officer_id)
        if officer and not _touches(officer, one.first, one.last):
            add_outside_the_roll(contents, row.at("first"), officer)
    _no_overlap(contents, found)
    return tuple(found)


def _no_overlap(contents: BureauContents, absences: list[Absence]) -> None:
    latest: dict[str, Absence] = {}
    for absence in sorted(absences, key=lambda one: (one.officer, one.first, one.last, one.place)):
        before = latest.get(absence.officer)
        if before is not None and absence.first <= before.last:
            first, second = sorted((absence.place, before.place))
            contents.mistakes.add(
                second, *say(wording.ABSENCES_OVERLAP, one=before, other=absence, first=first)
            )
        if before is None or absence.last > before.last:
            latest[absence.officer] = absence


def _touches(officer: Officer, first: date, last: date) -> bool:
    """Is the officer on the roll on any of these dates?"""
    return (officer.left is None or first <= officer.left) and (
        officer.joined is None or officer.joined <= last
    )


def add_outside_the_roll(contents: BureauContents, place: Place, officer: Officer) -> None:
    """A mistake: a row speaks of a date on which the officer is not on the roll."""
    contents.mistakes.add(place, *wording.on_the_roll_only(officer.id, officer.joined, officer.left))


def wishes_of(contents: BureauContents, officers: Mapping[str, Officer]) -> tuple[Wish, ...]:
    """In the order of the files; one wish an officer and date."""
    found: dict[tuple[str, date], Wish] = {}
    for row in contents.requests:
        one = row.shape
        if one is None or not refers(contents.officer_ids, one.officer_id, row, "officer_id"):
            continue
        wish = Wish(one.officer_id, one.date, one.wish, one.weight, row.place)
        first = found.setdefault((one.officer_id, one.date), wish)
        if first is not wish:
            contents.mistakes.add(
                row.at("date"),
                *say(wording.WISH_TWICE, officer=one.officer_id, day=one.date, first=first.place),
            )
        officer = officers.get(one.officer_id)
        if officer and not officer.serves(one.date):
            add_outside_the_roll(contents, row.at("date"), officer)
    return tuple(found.values())
