"""rosterctl replan on the shipped station: what happened is entered, the roster repaired, each change told.

P003 works the nights of 2026-12-04 and 2026-12-08; P001, P002 and P003 are of team A.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from tests.support.folders import change
from tests.support.nights import contents, current, nightly, numbers, replan, state_of, station, worked
from tests.support.station_roster import at_44_hours

pytestmark = pytest.mark.slow

Said = pytest.CaptureFixture[str]
HEAD = "kind,id,first,last,note,at"
MORNING = "2026-12-04T05:40"
MONTHS = ("2026-12-05", "2027-01-01")
"""From when on a date is looked for on which P003 works."""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station with a car, whose first night, of 2026-12-01, is published."""
    bureau = station(tmp_path_factory.mktemp("once"))
    (bureau / "vehicles.csv").write_text("vehicle_id,kind,unit,callsign,outages\nC01,car,S01,人民03,\n")
    assert nightly(bureau, "2026-12-01") == 0
    return bureau


@pytest.fixture
def bureau(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "bureau"))


def entered(bureau: Path) -> list[str]:
    file = bureau / "incidents.csv"
    return file.read_text().splitlines() if file.exists() else []


def told(capsys: Said) -> Any:
    return json.loads(capsys.readouterr().out)


def dates_of(bureau: Path, officer: str) -> set[str]:
    return {day for who, day in worked(current(bureau)) if who == officer}


@pytest.mark.parametrize("kind", ["sick", "leave", "training", "court", "other"])
def test_somebody_is_away(bureau: Path, capsys: Said, kind: str) -> None:
    capsys.readouterr()
    assert "2026-12-04" in dates_of(bureau, "P003")
    assert replan(bureau, MORNING, f"--{kind}", "P003", "--note", "by phone", "--json") == 0
    assert entered(bureau) == [HEAD, f"{kind},P003,2026-12-04,,by phone,"]
    found = told(capsys)
    assert (found["version"], found["weight"]) == (2, found["bound"])
    mine = next(one for one in found["changes"] if one["officer"] == "P003")
    assert (mine["date"], mine["kind"]) == ("2026-12-04", "dropped")
    assert all(one["reason"] for one in found["changes"])
    assert "2026-12-04" not in dates_of(bureau, "P003")
    version = current(bureau).version
    assert (version.deed.what, version.deed.base, version.deed.note) == ("replan", 1, "by phone")
    assert run(["audit", str(version.folder)]) == 0
    assert (bureau / "state/tables/version.txt").read_text() == "2\n"


def test_from_until_and_back(bureau: Path) -> None:
    """Sick from the 4th to the 12th, which takes two nights; back on the 8th, which gives one again."""
    before = dates_of(bureau, "P003")
    assert {"2026-12-04", "2026-12-08"} <= before
    assert replan(bureau, MORNING, "--sick", "P003", "--until", "2026-12-12") in (0, 6)
    assert not {"2026-12-04", "2026-12-08"} & dates_of(bureau, "P003")
    assert replan(bureau, "2026-12-05T09:00", "--back", "P003", "--from", "2026-12-08") in (0, 6)
    assert entered(bureau)[1:] == ["sick,P003,2026-12-04,2026-12-12,,", "back,P003,2026-12-08,,,"]
    assert "2026-12-08" in dates_of(bureau, "P003")
    assert numbers(bureau) == [1, 2, 3]


def test_somebody_left(bureau: Path) -> None:
    assert replan(bureau, MORNING, "--left", "P003") in (0, 6)
    assert entered(bureau)[1:] == ["left,P003,2026-12-04,,,"]
    assert max(dates_of(bureau, "P003"), default="") < "2026-12-04"


def test_whoever_has_been_away_is_not_called_in_beyond_his_hours(bureau: Path) -> None:
    """Dates away leave less to work beyond the rotation, so a recall that was published has to go."""
    assert replan(at_44_hours(bureau), MORNING) in (0, 6)
    last = max(
        (one for one in current(bureau).roster.duties if one.origin is Origin.RECALL), key=lambda one: one.day
    )
    until = (last.day - timedelta(days=1)).isoformat()
    assert replan(bureau, MORNING, "--sick", last.officer, "--until", until) in (0, 6)
    assert last.day.isoformat() not in dates_of(bureau, last.officer)


def test_a_vehicle_is_down_and_runs_again(bureau: Path) -> None:
    """No post of this station needs it, so nothing changes; the next night takes note of it."""
    for option, row in (("--vehicle-down", "vehicle-down"), ("--vehicle-back", "vehicle-back")):
        assert replan(bureau, MORNING, option, "C01") == 0
        assert entered(bureau)[-1] == f"{row},C01,2026-12-04,,,05:40"
    assert replan(bureau, MORNING, "--vehicle-down", "C01", "--until", "2026-12-06") == 0
    assert numbers(bureau) == [1]
    assert nightly(bureau, "2026-12-04") == 0
    (vehicle,) = current(bureau).bureau.vehicles.values()
    assert vehicle.outages[-1].last == date(2026, 12, 6)


def test_several_at_once(bureau: Path) -> None:
    assert replan(bureau, MORNING, "--sick", "P003", "--sick", "P001", "--leave", "P002") in (0, 6)
    assert entered(bureau)[1:] == [
        "sick,P003,2026-12-04,,,",
        "sick,P001,2026-12-04,,,",
        "leave,P002,2026-12-04,,,",
    ]
    assert not [who for who in ("P001", "P002", "P003") if "2026-12-04" in dates_of(bureau, who)]


MISTAKES = [
    (["--sick", "P999"], "there is no officer 'P999'"),
    (["--vehicle-down", "P003"], "there is no vehicle 'P003'"),
    (["--sick", "P003", "--sick", "P0O4"], "there is no officer 'P0O4' (did you mean 'P004'?)"),
]


@pytest.mark.parametrize(("options", "said"), MISTAKES)
def test_a_mistake_enters_and_changes_nothing(
    bureau: Path, capsys: Said, options: list[str], said: str
) -> None:
    before = contents(bureau)
    assert replan(bureau, MORNING, *options) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert contents(bureau) == before


def test_a_mistake_in_rows_that_stand_already(bureau: Path, capsys: Said) -> None:
    (bureau / "incidents.csv").write_text(f"{HEAD}\nsick,P999,2026-12-04,,,\n")
    before = contents(bureau)
    assert replan(bureau, MORNING, "--sick", "P003") == 3
    assert "incidents.csv:2:6: id: unknown officer 'P999'" in capsys.readouterr().err
    assert contents(bureau) == before


def test_whoever_calls_says_a_name_and_the_file_has_the_id(bureau: Path) -> None:
    """叶子 is P003, F30104 the badge of P004, 人民03 the callsign of the car."""
    named = ("--sick", "叶 子", "--leave", "F30104", "--vehicle-down", "人民03")
    assert replan(bureau, MORNING, *named) in (0, 6)
    assert entered(bureau)[1:] == [
        "sick,P003,2026-12-04,,,",
        "leave,P004,2026-12-04,,,",
        "vehicle-down,C01,2026-12-04,,,05:40",
    ]
    assert "2026-12-04" not in dates_of(bureau, "P003")


def test_of_two_who_have_one_name_the_caller_says_which(bureau: Path, capsys: Said) -> None:
    change(next((bureau / "officers").iterdir()), "P007,030107,董东思", "P007,030107,叶子")
    before = contents(bureau)
    assert replan(bureau, MORNING, "--sick", "叶子") == 2
    assert capsys.readouterr().err == (
        "Error: '叶子' may be 2 officers; name the one by id or badge:\n"
        "P003  叶子, 人民路警务站, team A, badge 030103\n"
        "P007  叶子, 人民路警务站, team B, badge 030107\n"
    )
    assert contents(bureau) == before


def test_a_time_zone_that_does_not_exist(bureau: Path, capsys: Said) -> None:
    """Without --from it is the zone that says which date today is."""
    change(bureau / "bureau.yaml", "timezone: Asia/Shanghai", "timezone: Asia/Shangai")
    before = contents(bureau)
    assert replan(bureau, MORNING, "--sick", "P003") == 3
    assert "unknown time zone 'Asia/Shangai' (did you mean 'Asia/Shanghai'?)" in capsys.readouterr().err
    assert contents(bureau) == before


def test_a_file_of_incidents_that_is_no_text(bureau: Path, capsys: Said) -> None:
    (bureau / "incidents.csv").write_bytes(f"{HEAD}\nsick,P005,2026-12-04,,".encode() + b"\xff\xff\xff\n")
    before = contents(bureau)
    assert replan(bureau, MORNING, "--sick", "P003") == 3
    assert "incidents.csv: this is not UTF-8 text\n    hint: save it as UTF-8" in capsys.readouterr().err
    assert contents(bureau) == before


@pytest.mark.parametrize(
    "options",
    [
        ["--sick", "P003", "--from", "2026-12-05", "--until", "2026-12-04"],
        ["--sick", "P003", "--until", "2026-12-03"],
        ["--sick", "P003", "--from", "soon"],
        ["--sick", "P003", "--note", "two\nlines"],
        ["--gone", "P003"],
    ],
)
def test_wrong_usage_enters_nothing(bureau: Path, options: list[str]) -> None:
    before = contents(bureau)
    assert replan(bureau, MORNING, *options) == 2
    assert contents(bureau) == before


def test_a_dry_run_enters_and_publishes_nothing(bureau: Path, capsys: Said) -> None:
    before = contents(bureau, but=set())
    assert replan(bureau, MORNING, "--sick", "P003", "--dry-run", "--json") == 0
    dry = told(capsys)
    assert contents(bureau, but=set()) == before
    assert replan(bureau, MORNING, "--sick", "P003", "--json") == 0
    real = told(capsys)
    assert (dry.pop("version"), real.pop("version")) == (None, 2)
    assert dry == real


def test_nothing_has_happened(bureau: Path, capsys: Said) -> None:
    before = contents(bureau)
    assert replan(bureau, MORNING) == 0
    assert capsys.readouterr().out == (
        "nothing was published: nothing has changed in 2026-12-03 to 2026-12-28\n"
    )
    assert contents(bureau) == before


def test_before_anything_is_published(tmp_path: Path, capsys: Said) -> None:
    bureau = station(tmp_path)
    assert replan(bureau, MORNING, "--sick", "P003") == 3
    assert "nothing is published yet" in capsys.readouterr().err
    assert entered(bureau) == []


@pytest.mark.parametrize(
    ("now", "over"), [("2026-12-28T23:59", False), ("2026-12-29T06:59", False), ("2026-12-29T09:00", True)]
)
def test_when_all_is_over(bureau: Path, capsys: Said, now: str, over: bool) -> None:
    """The published roster ends with the night of the 28th, which lasts until 07:00, for some until 09:00."""
    code = replan(bureau, now, "--sick", "P001")
    assert (code == 3) is over
    assert ("the published roster ended on 2026-12-28" in capsys.readouterr().err) is over
    assert len(entered(bureau)) == (0 if over else 2)


def test_before_the_first_date_it_begins_there(bureau: Path, capsys: Said) -> None:
    capsys.readouterr()
    assert replan(bureau, "2026-11-29T12:00", "--sick", "P003", "--from", "2026-12-04") == 0
    assert capsys.readouterr().err == "entered in incidents.csv: 1 row\n"
    assert current(bureau).roster.horizon.first == date(2026, 12, 1)


@pytest.fixture
def january(bureau: Path, tmp_path: Path) -> str:
    folder = str(tmp_path / "january")
    assert run(["solve", str(bureau), "--from", "2027-01-01", "--days", "7", "--out", folder]) == 0
    return folder


def test_december_and_january_are_repaired_while_both_are_published(
    bureau: Path, january: str, capsys: Said
) -> None:
    """P003 is sick on a date of the one and on leave on a date of the other, both without a duty then."""
    assert run(["publish", january, str(bureau), "--now", "2026-12-03T12:00+08:00"]) in (0, 6)
    assert current(bureau).roster.horizon.last == date(2027, 1, 7)
    capsys.readouterr()
    away = [
        min(day for who, day in worked(current(bureau)) if who == "P003" and day >= since) for since in MONTHS
    ]
    assert replan(bureau, MORNING, "--sick", "P003", "--from", away[0]) in (0, 6)
    assert replan(bureau, MORNING, "--leave", "P003", "--from", away[1]) in (0, 6)
    assert not {("P003", day) for day in away} & worked(current(bureau)).keys()
    assert capsys.readouterr().err == "entered in incidents.csv: 1 row\n" * 2
    assert current(bureau).roster.horizon.last == date(2027, 1, 7)


def test_todays_roster_is_not_the_current_one(bureau: Path, capsys: Said) -> None:
    """A wrong clock has published what begins with the night of the 19th; nobody has gone back yet."""
    assert nightly(bureau, "2026-12-20") == 0
    capsys.readouterr()
    assert replan(bureau, MORNING, "--sick", "P003") == 0
    assert capsys.readouterr().err == (
        "entered in incidents.csv: 1 row\n"
        "warning: what is current begins on 2026-12-19; 2026-12-04 is in version 1, which was not repaired\n"
    )
    assert entered(bureau) == [HEAD, "sick,P003,2026-12-04,,,"]


def test_another_run_is_at_work(bureau: Path, capsys: Said) -> None:
    before = contents(bureau)
    with state_of(bureau).lock():
        assert replan(bureau, MORNING, "--sick", "P003") == 7
        assert "another run (process " in capsys.readouterr().err
        assert replan(bureau, MORNING, "--sick", "P003", "--dry-run") == 0
    assert contents(bureau) == before


SWORN_BY_DAY = ("P019", "P020", "P021")
"""All sworn officers of the day of 2026-12-04: without them the desk is below its legal minimum."""


@pytest.mark.parametrize(
    ("now", "called"), [("05:40", True), ("07:00", True), ("07:01", False), ("15:00", False)]
)
def test_nobody_is_called_for_a_duty_that_has_begun(bureau: Path, now: str, called: bool) -> None:
    """The day begins at 07:00; what is short from then on is told, and nobody is said to have been there."""
    more_hours = "rules: {hours: {days7: 84, days28: 300}, mean-hours: {sworn: 84, auxiliary: 84}}"
    with (bureau / "bureau.yaml").open("a") as file:
        file.write(f"{more_hours}\n")
    before = worked(current(bureau))
    sick = [word for who in SWORN_BY_DAY for word in ("--sick", who)]
    code = replan(bureau, f"2026-12-04T{now}", *sick)
    published = current(bureau)
    new = [
        shift
        for (who, day), shift in worked(published).items()
        if before.get((who, day)) != shift and day == "2026-12-04"
    ]
    assert ("day" in new) == called
    legal = [one for one in published.roster.shortages if one.tier == Tier.LEGAL]
    assert bool(legal) != called
    assert called or code == 6


def test_the_frozen_window_asks_for_no_reason_beside_what_happened(bureau: Path) -> None:
    """The duty begins in 13 hours and 20 minutes, far within 72."""
    assert replan(bureau, MORNING, "--sick", "P003") == 0
    assert current(bureau).version.deed.note == ""
    rows = csv.DictReader(io.StringIO(changes_of(bureau)))
    told_of = {(row["date"], row["officer_id"], row["reason"]) for row in rows}
    assert ("2026-12-04", "P003", "away: sickness") in told_of


def changes_of(bureau: Path) -> str:
    return (current(bureau).version.folder / "changes.csv").read_text("utf-8-sig")


def test_a_swap_is_published(bureau: Path, capsys: Said) -> None:
    """Somebody's duty of the 4th for one of somebody else in the week after."""
    every = sorted(worked(current(bureau)))
    givers = [officer for officer, day in every if day == "2026-12-04"]
    later = [(officer, day) for officer, day in every if "2026-12-05" < day < "2026-12-12"]
    for giver, (officer, day) in product(givers, later):
        if officer != giver and run(["swap", giver, "2026-12-04", officer, day, str(bureau)]) == 0:
            break
    else:
        pytest.fail("nobody can lawfully swap")
    capsys.readouterr()
    assert replan(bureau, MORNING, "--json") == 0
    found = told(capsys)
    assert found["version"] == 2
    assert {one["officer"] for one in found["changes"] if one["reason"] == "by exchange"} == {giver, officer}
    exchanged = {
        (one.officer, one.day.isoformat())
        for one in current(bureau).roster.duties
        if one.origin is Origin.EXCHANGE
    }
    assert exchanged == {(giver, day), (officer, "2026-12-04")}
    assert replan(bureau, MORNING, "--json") == 0
    assert told(capsys)["version"] is None
