"""The calendar: every date once, and of one kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.intake.build import wording as common
from rosterctl.intake.build.work import wording
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.calendar import CalendarShape, FromUntil
from rosterctl.intake.text.yaml_items import Item
from rosterctl.timeline.calendar import Calendar, Term
from rosterctl.wording import say

NO_CALENDAR = Calendar("", "")


def calendar_of(contents: BureauContents) -> Calendar:
    """Statutory holidays, days off and make-up working days exclude each other."""
    item = contents.calendar
    if item is None:
        return NO_CALENDAR
    one = item.shape
    _once(contents, item)
    stretches = [("known", one.known, item.at("known", "until"))] if one.known else []
    stretches += [("terms", term, item.at("terms", n, "until")) for n, term in enumerate(one.terms)]
    for key, stretch, place in stretches:
        if stretch.first > stretch.last:
            contents.mistakes.add(place, *common.wrong_order(key, stretch.last, "", stretch.first))
    return Calendar(
        one.calendar,
        one.name,
        {day.date: day.name for day in one.holidays},
        {day.date: day.name for day in one.days_off},
        frozenset(one.make_up_days),
        frozenset(one.eves),
        _terms(one.terms),
        (one.known.first, one.known.last) if one.known else None,
        item.place,
    )


def _terms(terms: Sequence[FromUntil]) -> tuple[Term, ...]:
    return tuple(Term(term.first, term.last) for term in terms)


def _once(contents: BureauContents, item: Item[CalendarShape]) -> None:
    seen: dict[date, str] = {}
    one = item.shape
    lists = (
        ("holidays", [day.date for day in one.holidays]),
        ("days_off", [day.date for day in one.days_off]),
        ("make_up_days", one.make_up_days),
    )
    for key, days in lists:
        for number, day in enumerate(days):
            if day in seen:
                contents.mistakes.add(
                    item.at(key, number),
                    *say(wording.DATE_OF_TWO_KINDS, key=key, day=day, other=seen[day]),
                )
            seen.setdefault(day, key)
