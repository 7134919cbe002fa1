"""A calendar: stretches are written with from and until."""

from __future__ import annotations

from datetime import date

from rosterctl.intake.shapes.calendar import CalendarShape


def test_a_calendar_needs_an_id_and_a_name_only() -> None:
    shape = CalendarShape.model_validate({"calendar": "c", "name": "n"})
    assert (shape.known, shape.holidays, shape.terms, shape.source) == (None, (), (), "")


def test_a_term() -> None:
    term = {"from": "2026-09-01", "until": "2027-01-20"}
    shape = CalendarShape.model_validate({"calendar": "c", "name": "n", "terms": [term]})
    assert [(one.first, one.last) for one in shape.terms] == [(date(2026, 9, 1), date(2027, 1, 20))]
