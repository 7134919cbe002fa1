"""Events: whole within a duty day, on dates on which their units stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.event import Event
from rosterctl.domain.post import Level
from rosterctl.intake.build.work.crews import crews_of
from rosterctl.intake.build.work.events import events_of
from tests.support.folders import change, contents_of, flawless, mistakes_in, told, write

THIRD, FOURTH = date(2026, 12, 3), date(2026, 12, 4)


def with_event(folder: Path, text: str) -> Path:
    bureau = flawless(folder)
    write(bureau / "events.yaml", f"events: [{{id: E, name: e, units: [S02], crew: pair, {text}}}]\n")
    return bureau


def built(bureau: Path) -> tuple[Event, ...]:
    """The pair needs no skill, and no unit is there whose dates would matter."""
    contents = contents_of(bureau)
    return events_of(contents, crews_of(contents), frozenset(), {})


@pytest.mark.parametrize(
    ("start", "end", "day", "minutes"),
    [
        ("07:00", "08:00", FOURTH, (420, 480)),
        ("06:59", "07:00", THIRD, (1859, 1860)),  # before the handover: the duty day of the date before
        ("20:30", "00:30", FOURTH, (1230, 1470)),
        ("20:30", "07:00", FOURTH, (1230, 1860)),  # to the handover
        ("07:00", "07:00", FOURTH, (420, 1860)),  # the whole duty day
        ("00:00", "01:00", THIRD, (1440, 1500)),
        ("24:00", "01:00", FOURTH, (1440, 1500)),  # the end of that date
    ],
)
def test_an_event_lies_in_a_duty_day(
    tmp_path: Path, start: str, end: str, day: date, minutes: tuple[int, int]
) -> None:
    text = f'date: 2026-12-04, from: "{start}", to: "{end}"'
    (event,) = built(with_event(tmp_path, text))
    assert (event.day, event.start, event.end) == (day, *minutes)
    assert (event.id, event.sites, event.level, event.units) == ("E", 1, Level.PLAN, ("S02",))


TIMES = 'from: "08:00", to: "09:00"'


def test_each_of_several_dates_is_an_event(tmp_path: Path) -> None:
    text = f"dates: [2026-12-04, 2026-12-03], {TIMES}, sites: 3, level: minimum"
    found = built(with_event(tmp_path, text))
    assert [(one.id, one.day, one.sites, one.level) for one in found] == [
        ("E@2026-12-04", FOURTH, 3, Level.MINIMUM),
        ("E@2026-12-03", THIRD, 3, Level.MINIMUM),
    ]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (
            'date: 2026-12-04, from: "20:30", to: "07:01"',
            ["the event runs across the morning handover at 07:00"],
        ),
        (
            'date: 2026-12-04, from: "06:00", to: "07:01"',
            ["the event runs across the morning handover at 07:00"],
        ),
        (
            f"dates: [2026-12-04, 2026-12-03, 2026-12-04], {TIMES}",
            ["dates: 2026-12-04 is there twice"],
        ),
        (f"{TIMES}", ["write either `date` or `dates`"]),
        (f"date: 2026-12-04, dates: [2026-12-04], {TIMES}", ["write either `date` or `dates`"]),
        (f"date: 2026-12-04, {TIMES}, sites: 0", ["sites: must be at least 1"]),
        (f"date: 2026-12-04, {TIMES}, sites: 500", []),
        (f"date: 2026-12-04, {TIMES}, sites: 501", ["sites: must be at most 500"]),
    ],
)
def test_what_is_wrong(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    assert [one.split(": ", 1)[1] for one in told(with_event(tmp_path, text))] == mistakes


@pytest.mark.parametrize(
    ("dates", "mistakes"),
    [
        ("from: 2026-12-04, until: 2026-12-04", []),
        ("from: 2026-12-05", ["units: unit 'S02' is not there on 2026-12-04, only from 2026-12-05"]),
        ("until: 2026-12-03", ["units: unit 'S02' is not there on 2026-12-04, only until 2026-12-03"]),
    ],
)
def test_the_units_stand(tmp_path: Path, dates: str, mistakes: list[str]) -> None:
    bureau = with_event(tmp_path, f"date: 2026-12-04, {TIMES}")
    change(bureau / "units/S02.yaml", "teams:", f"{dates}, teams:")
    write(bureau / "officers/S02.csv", "officer_id,name,role,unit,team\n")
    found = [one.split(": ", 1)[1] for one in told(bureau)]
    assert found == mistakes


def test_unknown_units_and_crews(tmp_path: Path) -> None:
    bureau = with_event(tmp_path, f"date: 2026-12-04, {TIMES}")
    change(bureau / "events.yaml", "[S02], crew: pair", "[S09], crew: pear")
    assert told(bureau) == [
        "events.yaml:1:35: units: unknown unit 'S09' (did you mean 'S02'?)",
        "events.yaml:1:47: crew: unknown crew 'pear' (did you mean 'pair'?)",
    ]


def test_without_its_crew_there_is_no_event_and_of_a_crew_that_is_wrong_nothing_more_is_told(
    tmp_path: Path,
) -> None:
    """The pair is declared, but what is wrong with it was told where it stands."""
    contents = contents_of(with_event(tmp_path, f"date: 2026-12-04, {TIMES}"))
    assert events_of(contents, {}, frozenset(), {}) == ()
    assert mistakes_in(contents) == []
