"""The file as another library reads it: instants, words, numbers; right on the nights the clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Slice
from rosterctl.export.ics import wording
from rosterctl.export.ics.calendar import calendar_ics
from rosterctl.export.ics.entries import CalendarEntry
from rosterctl.export.ics.names import CalendarNames, names_in
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, duty, officer, small_bureau
from tests.support.places import crew, post, post_type, window

STAMP = datetime(2026, 12, 1, 8, tzinfo=UTC)
BUREAU = small_bureau(
    [officer("a")],
    post_types=[post_type("desk", window(7, 31, minimum=crew("sworn", {"sworn": 1})))],
    posts=[post("d1", "desk", "U1")],
)


def event_of(bureau: Bureau, worked: Duty, *, cancelled: bool = False, named: bool = False) -> Any:
    entries = {(worked.officer, worked.day, 0): CalendarEntry(worked, 7, cancelled)}
    told = names_in(bureau), entries, "x", STAMP
    data = calendar_ics(bureau, *told, named=named)
    assert data == calendar_ics(bureau, *told, named=named)
    return vobject.readOne(data.decode()).vevent


def test_a_duty_is_an_event() -> None:
    pieces = [Slice(7 * 60, 9 * 60, "d1", ("car1",)), Slice(9 * 60, 19 * 60, "")]
    event = event_of(BUREAU, duty(BUREAU, "a", MONDAY, "day", recall=True, slices=pieces))
    assert event.uid.value == f"a-{MONDAY:%Y%m%d}-0@small.rosterctl"
    assert (event.sequence.value, event.status.value) == ("7", "CONFIRMED")
    assert event.dtstart.value == datetime(MONDAY.year, MONDAY.month, MONDAY.day - 1, 23, tzinfo=UTC)
    assert event.dtend.value == datetime(MONDAY.year, MONDAY.month, MONDAY.day, 11, tzinfo=UTC)
    assert event.dtstamp.value == STAMP
    assert event.summary.value == f"day ({wording.RECALLED})"
    assert event.description.value == "in U1\n07:00 d1 (car1)\n09:00 reserve"


def test_of_several_officers_the_name_comes_first() -> None:
    assert event_of(BUREAU, duty(BUREAU, "a", MONDAY, "day"), named=True).summary.value == "a: day"


def test_a_duty_that_is_no_more_is_cancelled() -> None:
    assert event_of(BUREAU, duty(BUREAU, "a", MONDAY, "day"), cancelled=True).status.value == "CANCELLED"


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 28), 11), (date(2026, 10, 24), 13)])
def test_a_night_on_which_the_clocks_change_is_shorter_or_longer(day: date, hours: int) -> None:
    """London: forward on 29 March 2026, back on 25 October. From 19:00 to 07:00 by the clock."""
    bureau = small_bureau([officer("a")], timezone="Europe/London")
    event = event_of(bureau, duty(bureau, "a", day, "night"))
    assert (event.dtend.value - event.dtstart.value).total_seconds() == hours * 3600


def test_text_is_text() -> None:
    """A comma, a semicolon or a line break in a name ends no field."""
    bureau = small_bureau([replace(officer("a"), name="x;y,z\nBEGIN:VALARM")])
    event = event_of(bureau, duty(bureau, "a", MONDAY, "day"), named=True)
    assert event.summary.value == "x;y,z BEGIN:VALARM: day"


def test_without_entries_there_is_no_calendar() -> None:
    """RFC 5545, section 3.6: at least one component."""
    with pytest.raises(RuntimeError, match="entry"):
        calendar_ics(BUREAU, CalendarNames(), {}, "x", STAMP, named=False)


def test_a_duty_is_told_by_the_names_that_are_passed_and_by_ids_where_there_are_none() -> None:
    """The newest bureau need not know what an older version worked."""
    worked = duty(BUREAU, "a", MONDAY, "day", slices=[Slice(7 * 60, 19 * 60, "d1")])
    entries = {("a", MONDAY, 0): CalendarEntry(worked, 1)}
    names = CalendarNames({"a": "Ada"}, {"day": "by day"}, {"U1": "first unit"}, {"d1": "front desk"})
    for known, told in (
        (names, ("Ada: by day", "in first unit\n07:00 front desk")),
        (CalendarNames(), ("a: day", "in U1\n07:00 d1")),
    ):
        data = calendar_ics(small_bureau([officer("b")]), known, entries, "x", STAMP, named=True)
        event = vobject.readOne(data.decode()).vevent
        assert (event.summary.value, event.description.value) == told


def test_in_chinese_the_marks_are_chinese_too() -> None:
    pieces = [Slice(7 * 60, 19 * 60, "d1", ("car1",))]
    speak(sentences(Language.CHINESE))
    event = event_of(BUREAU, duty(BUREAU, "a", MONDAY, "day", recall=True, slices=pieces))
    assert (event.summary.value, event.description.value) == ("day（召回）", "U1\n07:00 d1（car1）")
