"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import date

import click
import pytest

from rosterctl.cli.options import a_date, a_note, named, next_first, warn_of_calendar_ends
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import small_bureau

CONTEXT, OPTION = click.Context(click.Command("x")), click.Option(["--from"])


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2027, 1, 1)),
        (date(2027, 1, 31), date(2027, 2, 1)),
    ],
)
def test_the_next_first_is_after_today(today: date, first: date) -> None:
    assert next_first(today) == first


def test_what_an_id_stands_for_or_what_was_meant() -> None:
    assert named("officer", "P001", {"P001": 7}) == 7
    with pytest.raises(click.UsageError) as wrong:
        named("officer", "P01", {"P001": 7})
    assert wrong.value.message == "there is no officer 'P01' (did you mean 'P001'?)"


def test_a_date_and_a_note_are_as_the_files_have_them() -> None:
    assert a_date(CONTEXT, OPTION, "2026-12-01") == date(2026, 12, 1)
    assert a_date(CONTEXT, OPTION, None) is None
    with pytest.raises(click.BadParameter):
        a_date(CONTEXT, OPTION, "1.12.2026")
    assert a_note(CONTEXT, OPTION, "flu") == "flu"
    with pytest.raises(click.BadParameter):
        a_note(CONTEXT, OPTION, "two\nlines")


@pytest.mark.parametrize(("first", "warned"), [(date(2026, 11, 1), False), (date(2026, 11, 2), True)])
def test_whoever_plans_is_warned_of_the_end_of_the_calendar(
    first: date, warned: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """60 days before New Year's Day of 2027, or before any later date that is among those planned."""
    known = (date(2026, 1, 1), date(2027, 1, 1))
    warn_of_calendar_ends(small_bureau(calendar=Calendar("plain", "plain", known=known)), Horizon(first, 28))
    said = capsys.readouterr().err
    assert said.startswith("warning: the calendar 'plain' knows ") is warned
    assert bool(said) is warned
