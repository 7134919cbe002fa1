"""What a calendar looks at: the versions before the current one, or one roster that is not published."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vobject

from rosterctl.cli.main import run
from rosterctl.cli.session.versions_so_far import versions_so_far
from rosterctl.problems import BadInput
from rosterctl.storage.roster.folder import open_roster, read_roster
from rosterctl.storage.state.state import State
from tests.support.states import publish
from tests.support.station_roster import (
    FIRST,
    GONE,
    STATION,
    publish_station,
    publish_without_one,
    write_station,
)

NOW = ("--now", f"{FIRST}T00:30+08:00")


def test_of_one_roster_there_is_no_version(tmp_path: Path) -> None:
    folder = write_station(tmp_path / "roster")
    told, roster = versions_so_far(folder), read_roster(folder)
    assert [number for number, _ in told.rosters(roster)] == [0]
    assert told.made(roster) == datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)


def test_where_nothing_is_published_it_says_so(tmp_path: Path) -> None:
    shutil.copytree(STATION, tmp_path / "bureau")
    with pytest.raises(BadInput):
        versions_so_far(tmp_path / "bureau")


@pytest.mark.slow
def test_a_sick_call_cancels_the_duties_in_the_calendar(tmp_path: Path) -> None:
    bureau, out = tmp_path / "bureau", tmp_path / "a.ics"
    shutil.copytree(STATION, bureau)
    assert run(["publish", str(write_station(tmp_path / "roster")), str(bureau), *NOW]) in (0, 6)
    roster = read_roster(versions_so_far(bureau).folder)
    sick = next(one for one in roster.duties if one.day == FIRST).officer
    assert run(["export", "ics", str(bureau), "--officer", sick, "--out", str(out)]) == 0
    before = {one.uid.value: one for one in vobject.readOne(out.read_text()).vevent_list}
    assert {one.status.value for one in before.values()} == {"CONFIRMED"}
    assert run(["replan", str(bureau), "--sick", sick, "--until", str(FIRST), *NOW]) in (0, 6)
    assert run(["export", "ics", str(bureau), "--officer", sick, "--out", str(out)]) == 0
    after = {one.uid.value: one for one in vobject.readOne(out.read_text()).vevent_list}
    gone = f"{sick}-{FIRST:%Y%m%d}-0@S01-demo.rosterctl"
    assert after.keys() == before.keys()
    assert (after[gone].status.value, int(after[gone].sequence.value)) == ("CANCELLED", 2)
    assert {one.status.value for uid, one in after.items() if uid != gone} <= {"CONFIRMED"}


def test_a_file_an_officer_or_one_of_a_unit(tmp_path: Path) -> None:
    folder, out = write_station(tmp_path / "roster"), tmp_path / "calendars"
    assert run(["export", "ics", str(folder), "--each", "--out", str(out)]) == 0
    told = {one.officer for one in read_roster(folder).duties}
    assert {one.stem for one in out.glob("*.ics")} == told
    assert run(["export", "ics", str(folder), "--unit", "S01", "--out", str(tmp_path / "u.ics")]) == 0
    roster = read_roster(folder)
    assert len(vobject.readOne((tmp_path / "u.ics").read_text()).vevent_list) == len(roster.duties)
    wrong = ["export", "ics", str(folder), "--officer", "P001", "--each", "--out", str(out)]
    assert run(wrong) == 2


def test_the_versions_come_oldest_first_and_their_bureaus_newest_first(tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    publish_station(state)
    publish_without_one(state, tmp_path / "bureau")
    told = versions_so_far(tmp_path / "state")
    bureau, roster = open_roster(told.folder)
    assert [number for number, _ in told.rosters(roster)] == [1, 2]
    found = list(told.bureaus(bureau, roster))
    assert [GONE in one.officers for _, one in found] == [False, True]
    assert {horizon for horizon, _ in found} == {roster.horizon}


def test_an_older_version_that_is_damaged_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of three the oldest is no roster, the middle one was changed by hand; both are named."""
    state = State(tmp_path / "state")
    publish(state, "no roster")
    changed = publish_station(state)
    publish_without_one(state, tmp_path / "bureau")
    file = changed.folder / "roster.json"
    file.write_bytes(file.read_bytes() + b"\n")
    told = versions_so_far(tmp_path / "state")
    bureau, roster = open_roster(told.folder)
    assert [number for number, _ in told.rosters(roster)] == [3]
    warnings = capsys.readouterr().err.splitlines()
    assert [one.partition(" is passed over: ")[0] for one in warnings] == [
        "warning: version 2",
        "warning: version 1",
    ]
    assert [horizon for horizon, _ in told.bureaus(bureau, roster)] == [roster.horizon]
    assert run(["export", "ics", str(state.folder), "--out", str(tmp_path / "a.ics"), "--lang", "en"]) == 0
    assert vobject.readOne((tmp_path / "a.ics").read_text()).vevent_list
