"""What was taken out of the files stays known for the hours that are over, and for these alone."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import NoteKind, Roster, Slice
from rosterctl.intake.load import read_bureau
from rosterctl.operations.current_roster import Published
from rosterctl.operations.versions.gone import GONE, gone_files
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, absence, by_id, duty, officer, roster_of, small_bureau, transfer
from tests.support.folders import change, flawless
from tests.support.nights import current, nightly, replan, station
from tests.support.places import ONE, at, event, on, post, post_type, vehicle, window, zone

STREET = small_bureau(
    posts=[post("P", "street", zone="Z")],
    post_types=[post_type("street", window(7, 19, plan=ONE), vehicle="car", reach_km=2.5)],
    zones=[zone("Z", 1.25)],
    vehicles=[vehicle("car")],
    events=[event("E", 8, 10, crew=ONE)],
)
BARE = replace(STREET, posts={}, post_types={}, zones={}, vehicles={}, events=())
BARE = replace(BARE, officers={id: one for id, one in STREET.officers.items() if id != "a"})
TODAY = roster_of(STREET, MONDAY, 1, [on(STREET, "a", at(8, 10, "E/1"), at(10, 19, "P", "car"))])


def carried(now: float | None, bureau: Bureau = BARE, then: Bureau = STREET, of: Roster = TODAY) -> Any:
    """What is carried at an hour of Monday, or without a now."""
    at = None if now is None else then.clock.number(MONDAY, WallMinute(round(now * 60)))
    files = gone_files(bureau, [(then, of)], at)
    return json.loads(files[GONE]) if files else {}


def ids(found: Any) -> dict[str, list[str]]:
    return {kind: [one.get("id", one.get("officer_id")) for one in rows] for kind, rows in found.items()}


def test_a_bureau_that_has_all_carries_nothing() -> None:
    assert carried(12, bureau=STREET) == {}


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (7, {}),
        (8, {"officers": ["a"]}),
        (10, {"posts": ["E/1"], "officers": ["a"]}),
        (10.5, {"zones": ["Z"], "posts": ["E/1", "P"], "vehicles": ["car"], "officers": ["a"]}),
        (None, {}),
    ],
)
def test_only_what_has_begun_by_now_is_carried(now: float | None, found: dict[str, list[str]]) -> None:
    """The duty from 07:00: at 08:00 at the site, at 10:00 at the post with the car. Else nothing has."""
    assert ids(carried(now)) == found


def test_a_unit_is_carried_for_what_has_begun_in_it() -> None:
    elsewhere = replace(STREET, units={"U2": replace(STREET.units["U1"], id="U2")})
    assert carried(7, bureau=elsewhere) == {}
    assert carried(8, bureau=elsewhere) == {"units": [{"id": "U1", "name": "U1", "kind": "area"}]}


def test_a_post_has_what_its_type_asked_and_is_gone_from_now_on() -> None:
    site, street = carried(12)["posts"]
    assert (site["name"], site["unit"], "zone" in site) == ("E 1", "U1", False)
    asked = {"zone": "Z", "vehicle": "car", "reach_km": "2.500000000", "since": "2026-12-07", "at": "12:00"}
    assert street.items() >= asked.items()


def test_what_was_gone_already_stays_gone_since_then(tmp_path: Path) -> None:
    """The next night reads the file and writes the same one; in between lies a morning."""
    folder = flawless(tmp_path)
    (folder / GONE).parent.mkdir()
    (data,) = gone_files(BARE, [(STREET, TODAY)], STREET.clock.number(MONDAY, WallMinute(720))).values()
    (folder / GONE).write_bytes(data)
    again = read_bureau(folder)
    again = replace(again, units={**again.units, **STREET.units})
    bare = replace(again, posts={}, vehicles={}, zones={}, officers={})
    later = again.clock.number(MONDAY + timedelta(days=1), WallMinute(300))
    assert gone_files(bare, [(again, TODAY)], later) == {GONE: data}
    assert gone_files(bare, [(again, TODAY)]) == {GONE: data}


@pytest.mark.parametrize(("now", "left"), [(7, -2), (8, 0), (31 + 12, 0), (31 + 12.5, 1)])
def test_an_officer_has_left_after_the_last_duty_that_has_begun(now: float, left: int) -> None:
    """By hours of Monday: duties of Saturday, Monday and Tuesday, the last a night from 19:00."""
    days = [(-2, "day"), (0, "day"), (1, "night")]
    before, *duties = (duty(STREET, "a", MONDAY + timedelta(days=n), shift) for n, shift in days)
    (found,) = carried(now, of=roster_of(STREET, MONDAY, 3, duties, [before]))["officers"]
    assert found["left"] == (MONDAY + timedelta(days=left)).isoformat()


def test_what_is_only_assumed_of_the_past_was_worked_by_nobody() -> None:
    eve = duty(STREET, "a", MONDAY - timedelta(days=1), "day")
    roster = roster_of(STREET, MONDAY, 1, [], [eve])
    assert ids(carried(12, of=roster)) == {"officers": ["a"]}
    assert carried(12, of=replace(roster, known_from=MONDAY)) == {}


def test_an_officer_is_read_back_as_they_were(tmp_path: Path) -> None:
    """With transfers, and with the absences that began by then: these say why a duty was broken off."""
    away = absence("G", MONDAY, kind=AbsenceKind.SICKNESS, start=10)
    moved = transfer(MONDAY, "B", zone="Z")
    details = {"skills": ("driver",), "joined": date(2020, 1, 1), "protected_from": MONDAY, "zone": "Y"}
    person = officer("G", "A", transfers=(moved,), **details)
    then = replace(STREET, officers=by_id([person]), absences=(away, absence("G", date(2026, 12, 20))))
    broken = duty(then, "G", MONDAY, "day", slices=[Slice(WallMinute(420), WallMinute(600), "")])
    folder = flawless(tmp_path)
    now = read_bureau(folder)
    at = then.clock.number(MONDAY, WallMinute(720))
    (data,) = gone_files(now, [(then, roster_of(then, MONDAY, 1, [broken]))], at).values()
    (folder / GONE).parent.mkdir()
    (folder / GONE).write_bytes(data)
    found = read_bureau(folder)
    assert replace(found.officers["G"], place=person.place) == replace(person, left=MONDAY)
    assert found.absences_by_officer["G"] == (away,)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The station with two cars for its patrol and an event at noon of the second, published."""
    bureau = station(tmp_path_factory.mktemp("station"))
    change(
        bureau / "bureau.yaml", "name: 街面步巡\n", "name: 街面步巡\n    vehicle: car\n    licence: driver\n"
    )
    change(bureau / "bureau.yaml", "# events: [events.yaml]", "events: [events.yaml]")
    rows = "vehicle_id,kind,unit,callsign,outages\nC1,car,S01,c1,\nC2,car,S01,c2,\n"
    (bureau / "vehicles.csv").write_text(rows)
    (bureau / "events.yaml").write_text(
        "events:\n"
        '  - {id: noon, name: noon, date: 2026-12-02, from: "10:00", to: "16:00", '
        "units: [S01], sites: 1, level: plan, crew: desk}\n"
    )
    out = str(bureau.parent / "roster")
    assert run(["solve", str(bureau), "--from", "2026-12-01", "--out", out]) in (0, 6)
    assert run(["publish", out, str(bureau), "--now", "2026-11-20T10:00+08:00"]) in (0, 6)
    return bureau


def stood(published: Published, day: date) -> dict[tuple[str, int], tuple[str, tuple[str, ...]]]:
    """Where each officer stood with which vehicles at each quarter of an hour of their duty of a date."""
    return {
        (one.officer, minute): (piece.post, piece.vehicles)
        for one in (*published.roster.before, *published.roster.duties)
        if one.day == day
        for piece in one.slices
        for minute in range(piece.start, piece.end)
        if minute % 15 == 0
    }


def without_rows(file: Path, *begin: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(one for one in lines if not one.strip().startswith(begin)), encoding="utf-8")


def no_patrol(bureau: Path) -> None:
    without_rows(bureau / "zones/S01.yaml", "- {id: S01-patrol")


def no_car(bureau: Path) -> None:
    without_rows(bureau / "vehicles.csv", "C1,")


def no_event(bureau: Path) -> None:
    change(bureau / "events.yaml", "events:\n", "events: []\n")
    without_rows(bureau / "events.yaml", "- {id: noon")


def no_zone(bureau: Path) -> None:
    """The western part goes with its posts; whoever was at home there is so in the eastern one."""
    without_rows(bureau / "zones/S01.yaml", "- {id: Z2", "- {id: S01-patrol", "- {id: S01-gate")
    change(bureau / "officers/S01.csv", ",Z2,", ",Z1,")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("taken_out", "what"),
    [(no_patrol, "S01-patrol"), (no_car, "C1"), (no_event, "noon/1"), (no_zone, "S01-gate")],
)
def test_hours_that_are_over_stay_where_they_were_worked(
    published: Path, tmp_path: Path, taken_out: Callable[[Path], None], what: str
) -> None:
    """It is two in the afternoon; twelve hours later the night has it as it was."""
    bureau = Path(shutil.copytree(published, tmp_path / "bureau"))
    day, now = date(2026, 12, 2), 14 * 60
    planned = {when: stood(current(bureau), when) for when in (date(2026, 12, 1), day)}
    taken_out(bureau)
    assert replan(bureau, "2026-12-02T14:00") in (0, 6)
    assert nightly(bureau, "2026-12-03") in (0, 6)
    after = current(bureau)
    assert stood(after, date(2026, 12, 1)) == planned[date(2026, 12, 1)]
    found = stood(after, day)
    over = {key: place for key, place in planned[day].items() if key[1] < now}
    assert {key: found[key] for key in over} == over
    assert any(what in (post, *cars) for post, cars in over.values())
    assert not any(what in (post, *cars) for key, (post, cars) in found.items() if key[1] >= now)
    assert not after.roster.notes
    assert run(["audit", str(after.version.folder)]) == 0
    assert run(["show", str(bureau), "--date", "2026-12-02", "--unit", "S01"]) == 0
    rows = (bureau / "state/tables/roster.csv").read_text(encoding="utf-8").splitlines()
    assert any(f",{what}," in row for row in rows if row.startswith("2026-12-02"))


def no_unit(bureau: Path) -> None:
    """The station has another name; everything in it is the new one's."""
    change(bureau / "units/S01.yaml", "id: S01", "id: S02")
    change(bureau / "zones/S01.yaml", "unit: S01", "unit: S02")
    for file in ("officers/S01.csv", "vehicles.csv"):
        change(bureau / file, ",S01,", ",S02,")
    change(bureau / "events.yaml", "[S01]", "[S02]")


@pytest.mark.slow
@pytest.mark.parametrize("now", ["2026-12-02T14:00", "2026-12-03T01:40"])
def test_a_unit_with_another_name_goes_on_in_it_and_the_past_keeps_the_old_one(
    published: Path, tmp_path: Path, now: str
) -> None:
    bureau = Path(shutil.copytree(published, tmp_path / "bureau"))
    planned, first, day = current(bureau), date(2026, 12, 1), date(2026, 12, 2)
    no_unit(bureau)
    assert (nightly(bureau, now[:10]) if now > "2026-12-03" else replan(bureau, now)) in (0, 6)
    after = current(bureau)
    known = (*after.roster.before, *after.roster.duties)
    assert {one for one in known if one.day == first} == {
        one for one in planned.roster.duties if one.day == first
    }
    assert {one.unit for one in after.roster.duties} == {"S02"}
    at = (int(now[11:13]) + 24 * (now > "2026-12-03")) * 60
    over = {key: place for key, place in stood(planned, day).items() if key[1] < at}
    found = stood(after, day)
    assert {key: found[key] for key in over} == over
    assert not after.roster.notes_of(NoteKind.KEPT)
    assert run(["audit", str(after.version.folder)]) == 0


@pytest.mark.slow
@pytest.mark.parametrize("now", ["2026-12-02T07:00", "2026-12-02T14:00", "2026-12-03T01:40"])
def test_duties_that_have_begun_stay_with_their_names(published: Path, tmp_path: Path, now: str) -> None:
    """Of two who are on duty on the 2nd, one by day and one by night. At seven nothing has begun yet."""
    bureau = Path(shutil.copytree(published, tmp_path / "bureau"))
    planned, today = current(bureau), date(2026, 12, 2)
    on_duty = {one.shift: one.officer for one in planned.roster.duties if one.day == today}
    people = [on_duty["day"], on_duty["night"]]
    for file in ("officers/S01.csv", "absences.csv", "requests.csv"):
        without_rows(bureau / file, *(f"{one}," for one in people))
    assert replan(bureau, now) in (0, 6)
    dropped = read_changes(current(bureau), people)
    assert dropped
    assert set(dropped.values()) == {"no longer on the roll"}
    assert nightly(bureau, "2026-12-03") in (0, 6)
    after, clock = current(bureau), planned.bureau.clock
    at = clock.number(date.fromisoformat(now[:10]), WallMinute(int(now[11:13]) * 60 + int(now[14:16])))
    mine = {(one.officer, one.day): one for one in planned.roster.duties if one.officer in people}
    begun = {key for key, one in mine.items() if clock.number(one.day, one.slices[0].start) < at}
    known = (*after.roster.before, *after.roster.duties)
    assert {(one.officer, one.day) for one in known if (one.officer, one.day) in mine} == begun
    assert dropped.keys() == mine.keys() - begun
    assert not after.roster.notes
    assert run(["audit", str(after.version.folder)]) == 0
    rows = (bureau / "state/tables/roster.csv").read_text(encoding="utf-8")
    for one, day in begun:
        if day in after.roster.horizon:
            assert f",{planned.bureau.officers[one].name}," in rows


def read_changes(some: Published, people: list[str]) -> dict[tuple[str, date], str]:
    """By officer and date why a duty is another, of these people."""
    with (some.version.folder / "changes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["officer_id"] in people]
    return {(row["officer_id"], date.fromisoformat(row["date"])): row["reason"] for row in rows}
