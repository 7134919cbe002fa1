"""A calendar: statutory holidays, other days off, make-up working days, festival eves, school terms."""

from __future__ import annotations

from pydantic import Field

from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text.scalars import Date, Id, Label


class FromUntil(Shape):
    """Both dates included."""

    first: Date = Field(alias="from")
    last: Date = Field(alias="until")


class NamedDate(Shape):
    date: Date
    name: Label


class CalendarShape(Shape):
    """`known` bounds the dates for which the arrangement of days off and make-up working days was published.

    `holidays` may be listed beyond it: those that the law names. After the last of `terms`, and without any,
    every workday counts as a school day.
    """

    calendar: Id
    name: Label
    source: Label = ""
    known: FromUntil | None = None
    holidays: tuple[NamedDate, ...] = ()
    days_off: tuple[NamedDate, ...] = ()
    make_up_days: tuple[Date, ...] = ()
    eves: tuple[Date, ...] = ()
    terms: tuple[FromUntil, ...] = ()
