"""A shift renamed or taken out after it was published stays known for as long as it is looked back at."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import NoteKind, Roster
from rosterctl.intake.load import read_bureau
from rosterctl.operations.retired_shifts import (
    RETIRED,
    in_own_shifts,
    in_shifts_then,
    retired_files,
    roster_as_told,
)
from rosterctl.storage.roster.folder import open_roster
from rosterctl.timeline.clock import MIDNIGHT, WallMinute
from tests.support.bureaus import MONDAY, by_id, duty, roster_of, shift, small_bureau
from tests.support.edited_shift import KEY, edited_station
from tests.support.folders import change, flawless
from tests.support.nights import current, nightly, replan, station, worked
from tests.support.station_roster import write_station


def test_a_bureau_that_has_all_shifts_carries_none() -> None:
    bureau = small_bureau()
    roster = roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day")])
    assert retired_files(bureau, [(bureau, roster)]) == {}


def test_what_is_carried_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Over midnight, from midnight on, a whole day, with a break and a handover; one was edited."""
    gone = by_id(
        [
            shift("over", 17, 31, break_minutes=20, handover=15),
            shift("after", 24, 32),
            shift("until", 16, 24),
            shift("whole", 7, 31),
            replace(shift("edited", 7, 15), was="office", until=MONDAY),
        ]
    )
    then = small_bureau(shifts=gone.values())
    roster = roster_of(then, MONDAY, 1, [duty(then, "a", MONDAY, one) for one in gone])
    folder = flawless(tmp_path)
    now = read_bureau(folder)
    (data,) = retired_files(now, [(then, roster)]).values()
    (folder / RETIRED).parent.mkdir()
    (folder / RETIRED).write_bytes(data)
    found = read_bureau(folder).shifts
    assert {id: replace(found[id], place=gone[id].place) for id in gone} == gone
    assert found.keys() == now.shifts.keys() | gone.keys()


@pytest.mark.parametrize(("now", "until"), [(6.5, -1), (7, -1), (8, 0), (31, 0), (32, 1)])
def test_an_edited_shift_is_carried_to_the_last_date_on_which_it_has_begun(now: float, until: int) -> None:
    """By hours of Monday. It was from 07:00, and is from 08:00; the duty of Wednesday is to come."""
    then = small_bureau()
    edited = replace(then, shifts={**then.shifts, "day": shift("day", 8, 20)})
    days = [MONDAY + timedelta(days=n) for n in (-1, 0, 1, 2)]
    before, *duties = (duty(then, "a", day, "day") for day in days)
    roster = roster_of(then, MONDAY, 3, duties, [before])
    at = then.clock.number(MONDAY, WallMinute(round(now * 60)))
    (data,) = retired_files(edited, [(then, roster)], at).values()
    (found,) = json.loads(data)["shifts"]
    last = (MONDAY + timedelta(days=until)).isoformat()
    assert found.items() >= {"id": "day-0700-1900", "was": "day", "start": "07:00", "until": last}.items()
    assert retired_files(edited, [(then, roster)]) == {}


def test_a_new_start_that_is_over_cannot_be_kept() -> None:
    """It is noon. What was to begin at 17:00 begins at 10:00 by now, from tomorrow on."""
    then = small_bureau()
    edited = replace(then, shifts={**then.shifts, "peak-evening": shift("peak-evening", 10, 19)})
    roster = roster_of(then, MONDAY, 1, [duty(then, "a", MONDAY, "peak-evening")])
    noon = then.clock.number(MONDAY, WallMinute(720))
    assert b'"until": "2026-12-07"' in retired_files(edited, [(then, roster)], noon)[RETIRED]


def test_an_id_that_is_taken_is_not_taken_again() -> None:
    """Since Sunday from 08:00, now from 07:00 again; the bureau has a shift of the same id as the old one."""
    then = small_bureau()
    taken = shift("day-0700-1900", 1, 2)
    edited = replace(then, shifts={**then.shifts, "day": shift("day", 8, 20), taken.id: taken})
    roster = roster_of(then, MONDAY, 1, [], [duty(then, "a", MONDAY - timedelta(days=1), "day")])
    (data,) = retired_files(edited, [(then, roster)], then.clock.number(MONDAY, MIDNIGHT)).values()
    assert [one["id"] for one in json.loads(data)["shifts"]] == ["day-0700-1900-2"]


def test_what_has_begun_is_in_the_shift_as_it_was() -> None:
    then = small_bureau()
    was = replace(then.shifts["day"], id="was", was="day", until=MONDAY)
    edited = replace(then, shifts={**then.shifts, "day": shift("day", 8, 20), "was": was})
    days = [MONDAY + timedelta(days=n) for n in (-1, 0, 1)]
    before, *duties = (duty(then, "a", day, "day") for day in days)
    found = in_shifts_then(edited, roster_of(then, MONDAY, 2, duties, [before]))
    assert [one.shift for one in (*found.before, *found.duties)] == ["was", "was", "day"]
    assert [one.slices for one in found.duties] == [one.slices for one in duties]


def test_the_shifts_own_ids_are_those_that_people_are_told(tmp_path: Path) -> None:
    """On the first date the day is as it was; nothing but the id is another."""
    folder = edited_station(tmp_path / "roster")
    bureau, roster = open_roster(folder)
    found = in_own_shifts(bureau, roster)
    assert roster_as_told(folder) == found
    assert {one.shift for one in (*found.before, *found.duties)} == {"day", "night"}
    assert KEY in {one.shift for one in roster.duties} & {one.shift for one in roster.before}
    assert [one.slices for one in found.duties] == [one.slices for one in roster.duties]


def test_where_no_shift_was_edited_the_roster_is_told_as_it_is(tmp_path: Path) -> None:
    bureau, roster = open_roster(write_station(tmp_path / "roster"))
    assert in_own_shifts(bureau, roster) is roster
    assert roster_as_told(tmp_path / "roster") == roster


@pytest.mark.slow
def test_a_duty_that_runs_is_worked_as_published_and_the_new_times_hold_from_the_next_on(
    tmp_path: Path,
) -> None:
    """At ten the day becomes one from 08:00 to 20:00, and the night follows it."""
    bureau = station(tmp_path)
    assert run(["solve", str(bureau), "--from", "2026-12-01", "--out", str(tmp_path / "roster")]) in (0, 6)
    at = ["--now", "2026-11-20T10:00+08:00"]
    assert run(["publish", str(tmp_path / "roster"), str(bureau), *at]) in (0, 6)
    planned = current(bureau).roster
    own = """own_shifts:
  - {id: day, name: x, symbol: x, start: "08:00", end: "20:00"}
  - {id: night, name: x, symbol: x, start: "20:00", end: "08:00"}"""
    change(bureau / "bureau.yaml", "own_shifts:", own)
    assert replan(bureau, "2026-12-01T10:00") in (0, 6)
    today, tomorrow = date(2026, 12, 1), date(2026, 12, 2)
    after = current(bureau)

    def times(roster: Roster, day: date) -> set[tuple[str, int, int]]:
        several = (one for one in roster.duties if one.day == day and one.shift[:3] in ("day", "nig"))
        return {(one.officer, one.slices[0].start, one.until) for one in several}

    running = {one for one in times(planned, today) if one[1] == 420}
    assert running < times(after.roster, today)
    assert {one[1:] for one in times(after.roster, today) - running} == {(1200, 1920)}
    assert {one[1:] for one in times(after.roster, tomorrow)} == {(480, 1200), (1200, 1920)}
    assert not after.roster.notes_of(NoteKind.KEPT)
    assert {one.shift for one in after.roster.duties if one.day == today} >= {"day-0700-1900", "night"}
    assert nightly(bureau, "2026-12-02") in (0, 6)
    assert times(current(bureau).roster, today) == times(after.roster, today)
    spoken = [*(bureau / "state/tables").iterdir(), current(bureau).version.folder / "changes.csv"]
    assert not [one for one in spoken if "day-0700-1900" in one.read_text(encoding="utf-8-sig")]
    assert run(["audit", str(bureau / "state/tables/roster.csv"), "--of", str(bureau)]) == 0
    # Of teams A and D most have twelve hours from the night of the 4th to the day of the 5th, or by day.
    pairs = zip((f"P{one:03}" for one in range(1, 7)), (f"P{one:03}" for one in range(19, 25)), strict=True)
    dates = ("2026-12-03", "2026-12-05")
    said = [
        run(["swap", giver, dates[0], taker, dates[1], str(bureau), "--dry-run"]) for giver, taker in pairs
    ]
    assert 0 in said, "the roster works a shift that the files have otherwise"


@pytest.mark.slow
def test_the_nights_go_on_after_a_shift_was_renamed(tmp_path: Path) -> None:
    """`overlap-evening` is worked from 17:00 to 07:00 at times; renamed, the plain night is worked for it."""
    bureau = station(tmp_path)
    own = 'own_shifts:\n  - {id: late-night, name: x, symbol: x, start: "17:00", end: "07:00"}'
    change(bureau / "bureau.yaml", "own_shifts:", own)
    change(bureau / "units/S01.yaml", "[night, overlap-evening,", "[night, late-night,")
    assert run(["solve", str(bureau), "--from", "2026-12-01", "--out", str(tmp_path / "roster")]) in (0, 6)
    at = ["--now", "2026-11-20T10:00+08:00"]
    assert run(["publish", str(tmp_path / "roster"), str(bureau), *at]) in (0, 6)
    planned = worked(current(bureau))
    ahead = {key for key, one in planned.items() if one == "late-night" and key[1] > "2026-12-03"}
    assert ahead
    change(bureau / "bureau.yaml", "{id: late-night", "{id: later-night")
    change(bureau / "units/S01.yaml", "[night, late-night,", "[night, later-night,")
    assert replan(bureau, "2026-12-03T08:00") in (0, 6)
    assert {worked(current(bureau))[key] for key in ahead} == {"night"}
    assert nightly(bureau, "2026-12-04") in (0, 6)
    published = current(bureau)
    assert "late-night" in {one.shift for one in published.roster.before}
    assert (published.version.folder / "bureau" / RETIRED).exists()
    assert open_roster(published.version.folder)[1] == published.roster
