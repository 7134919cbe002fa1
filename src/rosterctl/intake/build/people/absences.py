"""Absences and wishes: who is away, and who asks for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.people.wish import Wish
from rosterctl.intake.build import wording as common
from rosterctl.intake.build.people import wording
from rosterctl.intake.contents import BureauContents, refers
from rosterctl.intake.shapes.csv_columns import BegunDutyRow
from rosterctl.problems import Place
from rosterctl.timeline.horizon import ONE_DAY
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


def after_duties_begun(contents: BureauContents, absences: Iterable[Absence]) -> tuple[Absence, ...]:
    """The absences, each beginning in the midst of a duty that had begun when it was entered."""
    found = list(absences)
    for row in contents.begun:
        one = row.shape
        if one is not None and refers(contents.officer_ids, one.officer_id, row, "officer_id"):
            found = [part for absence in found for part in _after_duty(absence, one)]
    return tuple(found)


def _after_duty(absence: Absence, one: BegunDutyRow) -> Iterator[Absence]:
    """The absence without the duty's date and what of it was worked; the same if it has not that date in it.

    Where nothing of it is left when the duty ends, a moment still says when that was.
    """
    if absence.officer != one.officer_id or not absence.first <= one.duty <= absence.last:
        yield absence
        return
    if absence.first < one.duty:
        yield replace(absence, last=one.duty - ONE_DAY, end=None)
    if absence.first == one.duty and absence.start is not None:
        yield replace(absence, last=one.duty, end=absence.start)
    rest = replace(absence, first=one.date, start=one.at)
    if absence.last < one.date:
        rest = replace(rest, last=one.date, end=one.at)
    elif absence.last == one.date and absence.end is not None:
        rest = replace(rest, end=max(absence.end, one.at))
    yield rest


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
