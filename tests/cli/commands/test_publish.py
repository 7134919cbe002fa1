"""rosterctl publish, rollback and runs on the shipped station, in one process and in two."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.roster import Origin, Roster, Shortage, Slice
from rosterctl.intake.load import read_bureau
from rosterctl.storage.roster.folder import files_on_disk, read_roster
from rosterctl.storage.state.state import Deed, State
from tests.support.edited_shift import spoilt_station
from tests.support.station_roster import FIRST, STATION, lawful_roster, write_station

LONG_BEFORE = "2026-11-01T00:00+08:00"
ON_THE_DAY = "2026-12-07T05:40+08:00"


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return shutil.copytree(STATION, tmp_path / "bureau")


@pytest.fixture(scope="module")
def lawful() -> Roster:
    return lawful_roster()


@pytest.fixture(scope="module")
def longer() -> Roster:
    return lawful_roster(5)


def other_posts(roster: Roster) -> Roster:
    """Everybody who stands in reserve by day on the first date is at home instead: two fewer duties."""
    gone = [duty for duty in roster.duties if duty.day == roster.horizon.first][:2]
    return replace(roster, duties=tuple(duty for duty in roster.duties if duty not in gone))


def publish(roster: Path, bureau: Path, *options: str, now: str = LONG_BEFORE) -> int:
    return run(["publish", str(roster), str(bureau), "--now", now, *options])


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def rows(capsys: pytest.CaptureFixture[str], bureau: Path) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(["runs", str(bureau), "--json"]) == 0
    found: list[dict[str, Any]] = told(capsys)["rows"]
    return found


def test_the_first_publication(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    out = write_station(tmp_path / "out", lawful)
    assert publish(out, bureau) == 0
    printed = capsys.readouterr()
    assert printed.out == f"version 1 is current: {len(lawful.duties)} duties, 2026-12-07 to 2026-12-10\n"
    assert printed.err == ""
    version = State(bureau / "state").version(1)
    assert run(["audit", str(version.folder)]) == 0, "a version is a roster folder"
    assert {name for name in ("roster.json", "run.json", "bureau") if (version.folder / name).exists()} == {
        "roster.json",
        "run.json",
        "bureau",
    }


def test_what_is_current_already_is_not_published_again(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another search that took longer and found the same is nothing new either."""
    out = write_station(tmp_path / "out", lawful)
    assert publish(out, bureau) == 0
    (out / "run.json").write_text('{"seconds": {}, "more": 1}')
    assert publish(out, bureau, "--json") == 0
    assert publish(out, bureau) == 0
    assert "nothing to do: version 1 is this roster already" in capsys.readouterr().out
    assert len(State(bureau / "state").versions()) == 1


def test_what_the_audit_rejects_is_not_published(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = replace(lawful.duties[0], origin=Origin.RECALL)
    out = write_station(tmp_path / "out", replace(lawful, duties=(wrong, *lawful.duties[1:])))
    assert publish(out, bureau) == 9
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "origin: " in printed.err
    assert "nothing was published" in printed.err
    assert State(bureau / "state").current() is None
    (row,) = rows(capsys, bureau)
    assert (row["what"], row["exit_code"], row["version"]) == ("publish", 9, None)


def test_a_roster_that_leaves_posts_short_is_published_and_marked(
    tmp_path: Path, bureau: Path, lawful: Roster
) -> None:
    short = Shortage(2, "S01-desk", "S01", lawful.horizon.first, 420, 1140, 1, "nobody rested")
    assert publish(write_station(tmp_path / "out", replace(lawful, shortages=(short,))), bureau) == 6
    assert State(bureau / "state").current() is not None


def test_the_frozen_window_wants_a_reason(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    out, changed = (
        write_station(tmp_path / "out", lawful),
        write_station(tmp_path / "new", other_posts(lawful)),
    )
    assert publish(out, bureau) == 0
    capsys.readouterr()
    assert publish(changed, bureau, "--json", now=ON_THE_DAY) == 2
    printed = capsys.readouterr()
    refused = json.loads(printed.out)
    assert refused["published"] is False
    assert [(one["date"], one["after"]) for one in refused["changes"]] == [("2026-12-07", "-")] * 2
    assert "2 duties would change" in printed.err
    assert "--because" in printed.err
    assert len(State(bureau / "state").versions()) == 1
    assert publish(changed, bureau, "--because", " ", now=ON_THE_DAY) == 2, "a blank is no reason"
    assert publish(changed, bureau, "--because", "two fell sick", now=ON_THE_DAY) == 0
    current = State(bureau / "state").current()
    assert current is not None
    assert (current.number, current.deed.base, current.deed.note) == (2, 1, "two fell sick")


@pytest.mark.parametrize(
    ("now", "options", "code"),
    [
        (LONG_BEFORE, [], 0),
        ("2026-12-04T07:00+08:00", [], 0),  # The first duty begins 72 hours later to the minute.
        ("2026-12-04T07:01+08:00", [], 2),
        (ON_THE_DAY, ["--frozen-hours", "1"], 0),
        (ON_THE_DAY, ["--frozen-hours", "2"], 2),
    ],
)
def test_when_the_window_is(
    tmp_path: Path, bureau: Path, lawful: Roster, now: str, options: list[str], code: int
) -> None:
    assert publish(write_station(tmp_path / "out", lawful), bureau) == 0
    changed = write_station(tmp_path / "new", other_posts(lawful))
    assert publish(changed, bureau, *options, now=now) == code


def test_a_date_that_has_begun_stays_as_it_is_published(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    """The roster differs on the 7th only, at 07:01 of that day: nothing changes, so no reason is wanted."""
    assert publish(write_station(tmp_path / "out", lawful), bureau) == 0
    changed = write_station(tmp_path / "new", other_posts(lawful))
    capsys.readouterr()
    assert publish(changed, bureau, now="2026-12-07T07:01+08:00") == 0
    said = capsys.readouterr().out
    assert said.startswith("nothing to do: version 1 is this roster already, on the dates that count")
    assert "of these, 2026-12-08 to 2026-12-10 are the roster's" in said
    assert len(State(bureau / "state").versions()) == 1


def test_of_dates_that_are_over_nothing_is_published(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the 8th the roster that begins on the 7th says of that date what was not so."""
    publish(write_station(tmp_path / "out", lawful), bureau)
    capsys.readouterr()
    changed = write_station(tmp_path / "new", other_posts(lawful))
    assert publish(changed, bureau, "--json", now="2026-12-08T00:00+08:00") == 0
    assert told(capsys)["published"] is False
    longer = write_station(tmp_path / "longer", other_posts(lawful_roster(5)))
    assert publish(longer, bureau, "--json", now="2026-12-08T00:00+08:00") in (0, 6)
    assert {one["date"] for one in told(capsys)["joined"]["changes"]} <= {"2026-12-11"}
    current = State(bureau / "state").current()
    assert current is not None
    worked, said = (
        [(one.officer, one.shift) for one in roster.duties if one.day == FIRST]
        for roster in (read_roster(current.folder), lawful)
    )
    assert worked == said


def test_a_dry_run_writes_nothing(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(write_station(tmp_path / "out", lawful), bureau, "--dry-run", "--json") == 0
    fields = told(capsys)
    assert (fields["published"], fields["dry_run"], fields["version"]) == (False, True, None)
    assert not (bureau / "state").exists()


def test_going_back_is_a_new_version(
    tmp_path: Path, bureau: Path, lawful: Roster, longer: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(write_station(tmp_path / "out", lawful), bureau)
    publish(write_station(tmp_path / "new", longer), bureau)
    code = run(["rollback", "1", str(bureau), "--drop-later", "--now", LONG_BEFORE])
    assert code == 6, (
        "nobody stands at the desk: whoever makes a version looks at that, who hands one in may not"
    )
    assert "version 3 is current" in capsys.readouterr().out
    state = State(bureau / "state")
    assert [version.number for version in state.versions()] == [1, 2, 3]
    first, again = (read_roster(state.version(number).folder) for number in (1, 3))
    assert (set(again.duties), again.horizon) == (set(first.duties), first.horizon)
    assert (state.version(3).deed.what, state.version(3).deed.base) == ("rollback", 1)
    assert run(["rollback", "1", str(bureau), "--now", LONG_BEFORE]) == 0
    assert "nothing to do: version 3 is already as version 1" in capsys.readouterr().out
    assert run(["rollback", "3", str(bureau), "--now", LONG_BEFORE]) == 0
    assert "nothing to do: version 3 is this roster already" in capsys.readouterr().out


@pytest.mark.parametrize(("number", "code"), [("7", 3), ("0", 2), ("one", 2)])
def test_no_such_version(
    tmp_path: Path, bureau: Path, lawful: Roster, number: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(write_station(tmp_path / "out", lawful), bureau)
    assert run(["rollback", number, str(bureau)]) == code
    if code == 3:
        assert "there is no version 7" in capsys.readouterr().err


def test_versions_and_runs_newest_first(
    tmp_path: Path, bureau: Path, lawful: Roster, longer: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(write_station(tmp_path / "out", lawful), bureau)
    publish(write_station(tmp_path / "new", longer), bureau, now="2026-11-02T00:00+08:00")
    run(["rollback", "7", str(bureau), "--now", "2026-11-03T00:00+08:00"])
    found = rows(capsys, bureau)
    assert [(row["version"], row["what"], row["base"], row["exit_code"]) for row in found] == [
        (None, "rollback", None, 3),
        (2, "publish", 1, 0),
        (1, "publish", None, 0),
    ]
    assert [row["current"] for row in found] == [False, True, False]
    assert (found[2]["first"], found[2]["last"]) == ("2026-12-07", "2026-12-10")
    assert run(["runs", str(bureau)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["version", "when", "who", "what", "from", "exit", "dates", "note"]
    assert lines[3].startswith("2 *")


def test_a_clock_that_jumps_does_not_change_the_order(
    tmp_path: Path, bureau: Path, lawful: Roster, longer: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(write_station(tmp_path / "out", lawful), bureau, now="2026-11-02T00:00+08:00")
    publish(write_station(tmp_path / "new", longer), bureau, now="2026-11-01T00:00+08:00")
    run(["rollback", "7", str(bureau), "--now", "2026-11-01T12:00+08:00"])
    assert [(row["version"], row["what"]) for row in rows(capsys, bureau)] == [
        (None, "rollback"),
        (2, "publish"),
        (1, "publish"),
    ]
    assert run(["runs", str(bureau), "--verify"]) == 0


def test_a_changed_duty_is_told_with_its_posts(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day duty in reserve that is to spend its first two hours at the desk."""
    duty = next(one for one in lawful.duties if one.shift == "day")
    moved = replace(duty, slices=(Slice(420, 540, "S01-desk"), Slice(540, 1140, "")))
    changed = replace(lawful, duties=tuple(moved if one == duty else one for one in lawful.duties))
    publish(write_station(tmp_path / "out", lawful), bureau)
    capsys.readouterr()
    new = write_station(tmp_path / "new", changed)
    assert publish(new, bureau, "--json", "--because", "the desk", now=ON_THE_DAY) == 0
    (change,) = told(capsys)["changes"]
    assert (change["officer"], change["before"], change["after"], change["kind"]) == (
        duty.officer,
        "day 07:00-19:00 at (reserve) (S01)",
        "day 07:00-19:00 at S01-desk, from 09:00 at (reserve) (S01)",
        "other post",
    )


def test_before_anything_was_published(bureau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["runs", str(bureau)]) == 0
    assert capsys.readouterr().out == "nothing has been published yet\n"
    assert not (bureau / "state").exists()


def test_verifying(tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]) -> None:
    publish(write_station(tmp_path / "out", lawful), bureau)
    capsys.readouterr()
    assert run(["runs", str(bureau), "--verify"]) == 0
    assert capsys.readouterr().out.startswith("intact: ")
    with (bureau / "state/versions/000001/roster.json").open("a") as file:
        file.write(" ")
    assert run(["runs", str(bureau), "--verify"]) == 9
    assert capsys.readouterr().out == "version 1: roster.json was changed\n"
    assert run(["runs", str(bureau), "--verify", "--json"]) == 9
    assert told(capsys) == {"intact": False, "wrong": ["version 1: roster.json was changed"]}


def test_the_next_run_mends_and_says_so(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    out = write_station(tmp_path / "out", lawful)
    publish(out, bureau)
    (bureau / "state/versions/000001/roster.json").write_text("{}")
    capsys.readouterr()
    assert publish(out, bureau) == 0
    printed = capsys.readouterr()
    assert "mended: version 1 was damaged (roster.json was changed)" in printed.err
    assert printed.out.startswith("version 2 is current")


def test_another_run_is_at_work(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    out = write_station(tmp_path / "out", lawful)
    publish(out, bureau)
    capsys.readouterr()
    with State(bureau / "state").lock():
        assert publish(out, bureau) == 7
        assert run(["rollback", "1", str(bureau)]) == 7
        assert publish(out, bureau, "--dry-run") == 0, "looking needs no lock"
        assert run(["runs", str(bureau)]) == 0
    assert "another run (process " in capsys.readouterr().err


def test_a_folder_that_is_no_bureau_gets_no_state(
    tmp_path: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    out = write_station(tmp_path / "out", lawful)
    (tmp_path / "empty").mkdir()
    for order in (["publish", str(out)], ["rollback", "1"], ["runs"]):
        assert run([*order, str(tmp_path / "empty")]) == 3
        assert "there is no bureau.yaml" in capsys.readouterr().err
    assert publish(out, tmp_path / "empty", "--state", str(tmp_path / "state")) == 0


def test_a_bureau_and_its_state_are_no_roster_to_publish(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(write_station(tmp_path / "out", lawful), bureau) == 0
    for folder in (bureau, bureau / "state"):
        capsys.readouterr()
        assert publish(folder, bureau) == 3
        assert capsys.readouterr().err.startswith(f"{folder}: this is a bureau's folder or a state: ")
    assert len(State(bureau / "state").versions()) == 1


def test_a_state_serves_one_bureau(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(write_station(tmp_path / "out", lawful), bureau)
    other = write_station(tmp_path / "new", lawful)
    for file in (other / "roster.json", other / "bureau/bureau.yaml"):
        file.write_text(file.read_text().replace("S01-demo", "S02-demo"))
    old, new = lawful.fingerprint, read_bureau(other / "bureau").fingerprint
    (other / "roster.json").write_text((other / "roster.json").read_text().replace(old, new))
    assert publish(other, bureau) == 3
    assert "for bureau 'S02-demo', the published ones are for 'S01-demo'" in capsys.readouterr().err


@pytest.mark.parametrize("now", ["tomorrow", "2026-12-01T05:40"])
def test_an_instant_is_one(tmp_path: Path, bureau: Path, now: str) -> None:
    assert publish(tmp_path / "out", bureau, now=now) == 2


def test_what_a_damaged_version_holds_is_told_with_its_file_by_every_command(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    """A version whose duties have other times than their shifts; moved away, the one before it counts."""
    sound, spoilt = write_station(tmp_path / "roster", lawful), spoilt_station(tmp_path / "spoilt")
    state = State(bureau / "state")
    deed = Deed("nightly", "duty", datetime(2026, 11, 1, tzinfo=UTC), None, "")
    for folder in (sound, spoilt):
        with state.lock():
            assert state.settle() == ()
            state.publish(deed, files_on_disk(folder))
    now, csv = ["--now", LONG_BEFORE], ["--out", str(tmp_path / "tables")]
    asked = [
        *(["publish", str(sound), str(bureau), *now], ["rollback", "1", str(bureau), *now]),
        *(["nightly", str(bureau), "--today", "2026-11-01", *now], ["replan", str(bureau), *now]),
        *(["show", str(bureau)], ["export", "csv", str(bureau), *csv], ["diff", str(sound), str(bureau)]),
    ]
    capsys.readouterr()
    for words in asked:
        assert run(words) == 3, words
        wrong = capsys.readouterr().err
        where = bureau / "state/versions/000002/roster.json"
        assert f"{where}: duties of shift 'day' have other times than its 06:00-19:30" in wrong
        assert "move the folder out of versions/" in wrong
    (bureau / "state/versions/000002").rename(tmp_path / "away")
    assert publish(sound, bureau, "--because", "mended") in (0, 6)
    assert "version 1 is this roster already" in capsys.readouterr().out


@pytest.mark.parametrize(("now", "code"), [("2026-12-07T18:59+08:00", 6), ("2026-12-07T19:00+08:00", 0)])
def test_a_gap_that_is_over_marks_no_publication(
    tmp_path: Path, bureau: Path, lawful: Roster, now: str, code: int
) -> None:
    """It is short from 07:00 to 19:00 of the first date."""
    short = Shortage(2, "S01-desk", "S01", lawful.horizon.first, 420, 1140, 1, "nobody rested")
    out = write_station(tmp_path / "out", replace(lawful, shortages=(short,)))
    assert publish(out, bureau, now=now) == code


def edited(tmp_path: Path, roster: Path, old: str, new: str) -> Path:
    """The exported roster.csv after Excel and a person: GBK, other dates, one name typed over another."""
    assert run(["export", "csv", str(roster), "--out", str(tmp_path / "tables")]) == 0
    file = tmp_path / "tables/roster.csv"
    lines = file.read_text("utf-8-sig").replace("2026-12-07", "2026/12/7").split("\n")
    first = next(number for number, line in enumerate(lines) if f",{old}," in line)
    lines[first] = lines[first].replace(f",{old},", f",{new},")
    file.write_bytes("\n".join(lines).encode("gbk"))
    return file


def test_an_edited_roster_is_published(
    tmp_path: Path, bureau: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An officer in reserve by day is replaced by name: an auxiliary who rests is called in.

    In four weeks there is room for 12 hours beyond the rotation: the mean leaves 25.
    """
    lawful = lawful_roster(28)
    out = write_station(tmp_path / "out", lawful)
    assert publish(out, bureau) == 0
    judged = read_bureau(STATION)
    duty = next(one for one in lawful.duties if judged.officers[one.officer].role == "auxiliary")
    spare = next(
        one
        for one in judged.officers.values()
        if one.role == "auxiliary"
        and not one.is_protected(FIRST)
        and all(judged.letter(one, FIRST + timedelta(days=near)) == "O" for near in (-1, 0))
        and judged.is_present(one, FIRST)
    )
    file = edited(tmp_path, out, judged.officers[duty.officer].name, spare.name)
    capsys.readouterr()
    assert run(["audit", str(file), "--of", str(out)]) == 0
    assert publish(file, bureau, "--of", str(bureau), now="2026-11-02T00:00+08:00") in (0, 6)
    printed = capsys.readouterr()
    assert "duties that are no longer as in the roster: 1; duties in their place: 1" in printed.err
    assert "version 2 is current" in printed.out
    roster = read_roster(bureau / "state/versions/000002")
    (mine,) = [one for one in roster.duties if (one.officer, one.day) == (spare.id, FIRST)]
    assert (mine.shift, mine.origin) == (duty.shift, Origin.RECALL)


def test_an_edited_roster_that_makes_no_sense_or_breaks_a_rule_is_not(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    out = write_station(tmp_path / "out", lawful)
    names = [one.name for one in read_bureau(STATION).officers.values()]
    first = next(name for name in names if name in edited(tmp_path, out, names[0], names[0]).read_text("gbk"))
    assert publish(edited(tmp_path, out, first, "某某"), bureau, "--of", str(out)) == 3
    assert "no officer is called '某某'" in capsys.readouterr().err
    night = next(one for one in lawful.duties if (one.day, one.shift) == (FIRST, "night"))
    worker = read_bureau(STATION).officers[night.officer].name
    assert publish(edited(tmp_path, out, first, worker), bureau, "--of", str(out)) == 9
    assert not State(bureau / "state").versions()


def test_of_belongs_to_a_csv_and_a_csv_needs_it(
    tmp_path: Path, bureau: Path, lawful: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    out = write_station(tmp_path / "out", lawful)
    assert publish(out, bureau, "--of", str(out)) == 2
    assert "--of belongs to a roster.csv" in capsys.readouterr().err
    run(["export", "csv", str(out), "--out", str(tmp_path / "tables")])
    assert publish(tmp_path / "tables/roster.csv", bureau) == 2
    assert "--of ROSTER" in capsys.readouterr().err
