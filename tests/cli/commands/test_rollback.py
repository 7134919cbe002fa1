"""rosterctl rollback: an old version is published again, as a new one."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rosterctl.audit.audit import audit
from rosterctl.audit.kept import with_kept
from rosterctl.cli.main import run
from rosterctl.intake.load import read_bureau
from rosterctl.storage.roster.folder import files_on_disk
from rosterctl.storage.state.state import Deed, State
from tests.support.bureaus import plain_roster
from tests.support.station_roster import STATION, lawful_roster, without, write_station

NOW = ("--now", "2026-11-01T00:00+08:00")


@pytest.fixture
def state(tmp_path: Path) -> State:
    """Two versions, of four dates and of five."""
    place = tmp_path / "state"
    for days in (4, 5):
        roster = write_station(tmp_path / f"roster{days}", lawful_roster(days))
        assert run(["publish", str(roster), "--state", str(place), *NOW]) in (0, 6)
    return State(place)


def test_the_old_one_is_current_again_with_its_reason(state: State) -> None:
    order = ["rollback", "1", "--state", str(state.folder), "--drop-later", "--because", "wrong month", *NOW]
    assert run(order) in (0, 6)
    current = state.current()
    assert current is not None
    assert (current.number, current.deed.what, current.deed.base, current.deed.note) == (
        *(3, "rollback", 1, "wrong month"),
    )


def test_every_duty_that_it_changes_has_its_row_and_reason(tmp_path: Path) -> None:
    """Somebody was at home on the 8th by version 2; going back to version 1 sends them there again."""
    state, whole = State(tmp_path / "state"), lawful_roster()
    gone = next(one for one in whole.duties if one.day.day == 8)
    for number, roster in enumerate((whole, without(whole, [gone]))):
        folder = str(write_station(tmp_path / f"roster{number}", roster))
        assert run(["publish", folder, "--state", str(state.folder), *NOW]) in (0, 6)
    assert run(["rollback", "1", "--state", str(state.folder), *NOW]) in (0, 6)
    files = [state.version(number).folder / "changes.csv" for number in (1, 2, 3)]
    assert not files[0].exists()
    (by_order,), (by_going_back,) = (file.read_text("utf-8-sig").splitlines()[1:] for file in files[1:])
    for row in (by_order, by_going_back):
        assert row.startswith("2026-12-08,")
        assert f",{gone.officer}," in row
    assert by_order.endswith("by the roster that was published")
    assert by_going_back.endswith("by going back to version 1")


@pytest.mark.parametrize("told", [True, False])
def test_what_the_roster_says_it_keeps_against_a_shipped_rule_is_no_hindrance(
    tmp_path: Path, told: bool
) -> None:
    """P017 is protected from the 14th on and has a night then, which the first version tells or not."""
    first = date(2026, 12, 14)
    bureau, state = read_bureau(STATION), State(tmp_path / "state")
    plain = plain_roster(bureau, first, 4)
    kept = audit(bureau, plain).findings
    assert {one.rule for one in kept} == {"protected"}
    rosters = with_kept(bureau, plain, kept if told else ()), lawful_roster(4, first)
    for number, roster in enumerate(rosters):
        deed = Deed("nightly", "duty", datetime(2026, 11, 1, tzinfo=UTC), number or None, "")
        with state.lock():
            state.settle()
            state.publish(deed, files_on_disk(write_station(tmp_path / f"roster{number}", roster)))
    assert run(["rollback", "1", "--state", str(state.folder), *NOW]) == (6 if told else 9)
    assert state.current() == state.version(3 if told else 2)


def dates(state: State) -> set[str]:
    """Those in the tables that other programs read."""
    rows = (state.folder / "tables/roster.csv").read_text("utf-8-sig").splitlines()[1:]
    return {row.split(",")[0] for row in rows}


def test_the_tables_go_back_with_it(state: State) -> None:
    assert max(dates(state)) == "2026-12-11", "the fifth date of version 2"
    assert run(["rollback", "1", "--state", str(state.folder), "--drop-later", *NOW]) in (0, 6)
    assert max(dates(state)) == "2026-12-10"
    assert (state.folder / "tables/version.txt").read_text() == "3\n"


def test_without_being_told_to_it_takes_no_date_away(
    state: State, capsys: pytest.CaptureFixture[str]
) -> None:
    """Version 2 has the four dates of version 1 as they are, and one more."""
    assert run(["rollback", "1", "--state", str(state.folder), *NOW]) == 0
    assert "nothing to do: version 2 is already as version 1" in capsys.readouterr().out
    assert max(dates(state)) == "2026-12-11"


def test_what_is_printed_is_what_the_file_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the 8th at 10:00. By version 2 somebody is at home each day, and one date more is published."""
    state, whole = State(tmp_path / "state"), lawful_roster(5)
    gone = [next(one for one in whole.duties if one.day.day == day) for day in range(7, 11)]
    for number, roster in enumerate((lawful_roster(), without(whole, gone))):
        folder = str(write_station(tmp_path / f"roster{number}", roster))
        assert run(["publish", folder, "--state", str(state.folder), *NOW]) in (0, 6)
    order = ["rollback", "1", "--state", str(state.folder), "--now", "2026-12-08T10:00+08:00"]
    capsys.readouterr()
    assert run(order) == 2
    said = capsys.readouterr().err
    assert "begin within 72 hours" in said
    assert all(f"({one.officer})" in said for one in gone[2:])
    assert run([*order, "--because", "it was wrong", "--json", "--drop-later"]) in (0, 6)
    printed = [
        (one["date"], one["officer"], one["kind"], one["reason"])
        for one in json.loads(capsys.readouterr().out)["changes"]
    ]
    with (state.version(3).folder / "changes.csv").open(encoding="utf-8-sig", newline="") as file:
        written = [
            (one["date"], one["officer_id"], one["kind"], one["reason"]) for one in csv.DictReader(file)
        ]
    assert printed == written
    assert {day for day, *_ in printed} == {"2026-12-09", "2026-12-10", "2026-12-11"}
    assert all(reason for *_, reason in printed)


def test_a_dry_run_publishes_nothing(state: State) -> None:
    assert run(["rollback", "1", "--state", str(state.folder), "--dry-run", *NOW]) == 0
    assert [one.number for one in state.versions()] == [1, 2]
    assert (state.folder / "tables/version.txt").read_text() == "2\n"


def test_there_is_no_such_version(state: State, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rollback", "7", "--state", str(state.folder), *NOW]) == 3
    err = capsys.readouterr().err
    assert "there is no version 7" in err
    assert "there are: 1, 2; `rosterctl runs` lists them" in err
