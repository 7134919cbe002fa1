"""rosterctl nightly on the shipped station, night after night."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.accounts.tally import tallies
from rosterctl.operations.current_roster import Published
from rosterctl.storage.roster.folder import open_roster
from tests.support.folders import change
from tests.support.nights import contents, current, nightly, numbers, state_of, station, worked

pytestmark = pytest.mark.slow

Said = pytest.CaptureFixture[str]
NOTHING = ("", "")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station whose first night, of 2026-12-01, is published."""
    bureau = station(tmp_path_factory.mktemp("once"))
    assert nightly(bureau, "2026-12-01") == 0
    return bureau


@pytest.fixture
def bureau(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "bureau"))


def carried(bureau: Path, name: str = "ledger.csv") -> str:
    return (current(bureau).version.folder / "bureau/carried" / name).read_text()


def dates(bureau: Path) -> tuple[str, str]:
    """The date on which the roster was carried on, and its last: the night that runs then is in it too."""
    horizon = current(bureau).roster.horizon
    return horizon.today.isoformat(), horizon.last.isoformat()


def exit_codes(bureau: Path) -> list[int | None]:
    return [one.exit_code for one in state_of(bureau).history.rows()]


def test_the_first_night(tmp_path: Path, capsys: Said) -> None:
    bureau = station(tmp_path)
    assert nightly(bureau, "2026-12-01") == 0
    assert capsys.readouterr() == NOTHING
    assert numbers(bureau) == [1]
    assert dates(bureau) == ("2026-12-01", "2026-12-28")
    version = current(bureau).version
    assert (version.deed.what, version.deed.base) == ("nightly", None)
    assert run(["audit", str(version.folder)]) == 0
    assert state_of(bureau).verify() == ()
    (row,) = state_of(bureau).history.rows()
    assert (row.what, row.exit_code, row.version, row.facts["officers"]) == ("nightly", 0, 1, 24)


def test_the_tables_are_those_of_the_current_roster(bureau: Path, tmp_path: Path) -> None:
    kept = contents(bureau / "state/tables")
    assert kept.pop("version.txt") == b"1\n"
    assert run(["export", "csv", str(current(bureau).version.folder), "--out", str(tmp_path / "csv")]) == 0
    assert kept == contents(tmp_path / "csv")


def test_the_same_night_again_has_nothing_to_do(bureau: Path, capsys: Said) -> None:
    before = contents(bureau)
    assert nightly(bureau, "2026-12-01") == 0
    assert capsys.readouterr() == NOTHING
    assert contents(bureau) == before
    assert exit_codes(bureau) == [0, 0]


def test_the_metrics_are_those_of_each_night_and_missing_folders_do_not_stop_it(
    bureau: Path, tmp_path: Path, capsys: Said
) -> None:
    """A broken file ends the night with 3; the metrics still know when one went well."""
    path = tmp_path / "rosterctl.prom"
    assert nightly(bureau, "2026-12-01", "--metrics", str(path)) == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    assert 'rosterctl_run_exit_code{bureau="S01-demo",what="nightly"} 0.0' in lines
    assert 'rosterctl_published_version{bureau="S01-demo",what="nightly"} 1.0' in lines
    [good] = [line for line in lines if line.startswith("rosterctl_last_success_timestamp_seconds{")]
    change(bureau / "officers/S01.csv", "P001", "P0O1,")
    assert nightly(bureau, "2026-12-02", "--metrics", str(path)) == 3
    lines = path.read_text(encoding="utf-8").splitlines()
    assert 'rosterctl_run_exit_code{bureau="S01-demo",what="nightly"} 3.0' in lines
    assert good in lines
    change(bureau / "officers/S01.csv", "P0O1,", "P001")
    capsys.readouterr()
    assert nightly(bureau, "2026-12-01", "--metrics", str(tmp_path / "none" / "x.prom")) == 0
    assert capsys.readouterr().err.count("x.prom: no such file or directory") == 1


def test_nothing_to_do_is_said_when_asked(bureau: Path, capsys: Said) -> None:
    assert nightly(bureau, "2026-12-01", "--verbose") == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("nothing to do: version 1 is this night's roster already\n", "")
    assert nightly(bureau, "2026-12-01", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"version": 1, "nothing_new": True}


def test_the_next_nights_keep_every_duty_and_grow_by_a_week(bureau: Path, capsys: Said) -> None:
    first = worked(current(bureau))
    ends = []
    for today in ("2026-12-02", "2026-12-08", "2026-12-09"):
        assert nightly(bureau, today) == 0
        ends.append(dates(bureau))
        now = worked(current(bureau))
        assert {key: shift for key, shift in now.items() if today <= key[1] <= "2026-12-28"} == {
            key: shift for key, shift in first.items() if key[1] >= today
        }
    # On the 2nd 27 of 28 days were left, on the 8th 28 are, on the 9th 27 again.
    assert ends == [
        ("2026-12-02", "2027-01-04"),
        ("2026-12-08", "2027-01-04"),
        ("2026-12-09", "2027-01-11"),
    ]
    assert numbers(bureau) == [1, 2, 3, 4]
    assert capsys.readouterr() == NOTHING


def test_the_night_after_a_missed_one_covers_both(bureau: Path, tmp_path: Path) -> None:
    """What was borne is the same as if every night had run, and so are the duties."""
    every = Path(shutil.copytree(bureau, tmp_path / "every"))
    for today in ("2026-12-02", "2026-12-03", "2026-12-04"):
        assert nightly(every, today) == 0
    assert nightly(bureau, "2026-12-04") == 0
    assert dates(bureau) == dates(every) == ("2026-12-04", "2027-01-04")
    assert carried(bureau) == carried(every)
    assert carried(bureau, "lieu.csv") == carried(every, "lieu.csv")
    first = _version(bureau, 1)
    now = current(bureau)
    duties = [one for one in first.roster.duties if one.day < now.roster.horizon.first]
    assert now.roster.horizon.first == date(2026, 12, 3), "whose night still runs"
    assert dict(now.bureau.ledger) == dict(tallies(first.bureau, duties))
    assert {(one.officer, one.day) for one in duties} <= {(one.officer, one.day) for one in now.roster.before}


def test_a_dry_run_changes_no_byte(bureau: Path, tmp_path: Path, capsys: Said) -> None:
    before = contents(bureau, but=set())
    assert nightly(bureau, "2026-12-02", "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["from"], told["days"]) == (None, "2026-12-01", 35), (
        "with the night that runs"
    )
    assert nightly(bureau, "2026-12-01", "--dry-run") == 0
    assert contents(bureau, but=set()) == before
    new = station(tmp_path / "new")
    assert nightly(new, "2026-12-01", "--dry-run") == 0
    assert not (new / "state").exists()


def test_old_versions_are_pruned_and_the_ledger_stays(bureau: Path, tmp_path: Path) -> None:
    every = Path(shutil.copytree(bureau, tmp_path / "every"))
    for today in ("2026-12-02", "2026-12-03", "2026-12-04"):
        assert nightly(bureau, today, "--keep", "2") == 0
        assert nightly(every, today, "--keep", "0") == 0
    assert (numbers(bureau), numbers(every)) == ([3, 4], [1, 2, 3, 4])
    assert carried(bureau) == carried(every)
    assert state_of(bureau).verify() == ()
    assert contents(bureau / "state/tables") == contents(every / "state/tables")


def everybody_of_the_night_is_sick(bureau: Path, day: str) -> list[str]:
    """All that a plain night has, so that the posts cannot be manned by moving hours about."""
    officers = [
        who for (who, when), shift in worked(current(bureau)).items() if when == day and "night" in shift
    ]
    with (bureau / "absences.csv").open("a") as file:
        file.writelines(f"{who},{day},{day},sickness\n" for who in officers)
    return officers


def test_a_roster_that_leaves_posts_short_is_published_and_told(bureau: Path, capsys: Said) -> None:
    sick = everybody_of_the_night_is_sick(bureau, "2026-12-05")
    assert sick
    assert nightly(bureau, "2026-12-02") == 6
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith("version 2 is current: ")
    assert lines[-1].endswith("in the posts' plan; `rosterctl show` lists them")
    assert err == ""
    assert current(bureau).version.number == 2
    (*_, row) = state_of(bureau).history.rows()
    assert (row.exit_code, row.version) == (6, 2)
    assert row.facts["short_plan"] > 0


def test_the_very_first_night_says_why_something_is_short(tmp_path: Path) -> None:
    bureau = station(tmp_path)
    change(bureau / "bureau.yaml", "heads: 8,", "heads: 20,")
    assert nightly(bureau, "2026-12-01") in (0, 6)
    shortages = current(bureau).roster.shortages
    assert shortages
    assert all(one.why for one in shortages)


BROKEN = [
    ("officers/S01.csv", "P001", "P0O1,", "officers/S01.csv:2:"),
    ("bureau.yaml", "timezone: Asia/Shanghai", "timezone: [", "bureau.yaml:"),
    ("bureau.yaml", "rulebook: china-police", "rulebook: {nights: 3", "bureau.yaml:"),
]


@pytest.mark.parametrize(("file", "old", "new", "place"), BROKEN)
def test_a_broken_bureau_leaves_the_last_version_current(
    bureau: Path, capsys: Said, file: str, old: str, new: str, place: str
) -> None:
    before, whole = contents(bureau / "state"), (bureau / file).read_text()
    change(bureau / file, old, new)
    assert nightly(bureau, "2026-12-02") == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert place in err
    assert contents(bureau / "state") == before
    assert exit_codes(bureau) == [0, 3]
    (bureau / file).write_text(whole)
    assert nightly(bureau, "2026-12-02") == 0, "once it is put right there is nothing else to do"


@pytest.mark.parametrize(
    ("today", "code"),
    [
        ("2026-11-30", 2),
        ("2026-12-01", 0),
        ("2027-01-30", 0),  # 60 days after the first date: a long pause, and a roster from scratch.
        ("2027-01-31", 2),
        ("2038-01-19", 2),
        ("1970-01-01", 2),
    ],
)
def test_how_far_a_clock_is_believed(bureau: Path, capsys: Said, today: str, code: int) -> None:
    before = contents(bureau)
    assert nightly(bureau, today) == code
    if code:
        assert f"today would be {today}, but" in " ".join(capsys.readouterr().err.split())
        assert contents(bureau) == before
        assert nightly(bureau, "2026-12-02") == 0
        assert exit_codes(bureau) == [0, 2, 0]


@pytest.mark.parametrize("jump", ["2026-12-20", "2027-01-15"])
def test_what_a_wrong_clock_published_can_be_taken_back(bureau: Path, capsys: Said, jump: str) -> None:
    """Days that passed and days that a clock skipped look alike, so that a person has to say which."""
    assert nightly(bureau, jump) == 0
    assert nightly(bureau, "2026-12-02") == 2
    assert "`rosterctl rollback VERSION --drop-later`" in " ".join(capsys.readouterr().err.split())
    order = ["rollback", "1", str(bureau), "--drop-later", "--now", "2026-12-02T08:00+08:00"]
    assert run(order) == 0
    assert nightly(bureau, "2026-12-02") == 0
    assert dates(bureau) == ("2026-12-02", "2027-01-04")
    assert state_of(bureau).verify() == ()


def edited(state: Path) -> None:
    change(state / "versions/000002/roster.json", '"P001"', '"P002"')


def cut_short(state: Path) -> None:
    file = state / "versions/000002/roster.json"
    file.write_bytes(file.read_bytes()[:1000])


def without_pointer(state: Path) -> None:
    (state / "current").unlink()


def with_a_forged_line(state: Path) -> None:
    journal = state / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b'"what":"nightly"', b'"what":"publish"', 1))


def with_garbage_for_a_history(state: Path) -> None:
    (state / "history.sqlite").write_bytes(b"garbage" * 1000)


@pytest.mark.parametrize(
    ("harm", "named", "good"),
    [
        (edited, "version 2 was damaged (roster.json was changed)", [1, 3]),
        (cut_short, "version 2 was damaged (roster.json was changed)", [1, 3]),
        (without_pointer, "the pointer was brought forward", [1, 2, 3]),
        (with_a_forged_line, "journal.jsonl: ", [1, 2, 3]),
        (with_garbage_for_a_history, "history.sqlite: ", [1, 2, 3]),
    ],
)
def test_damage_is_named_and_the_last_good_version_carried_on(
    bureau: Path, capsys: Said, harm: Callable[[Path], None], named: str, good: list[int]
) -> None:
    assert nightly(bureau, "2026-12-02") == 0
    first = worked(_version(bureau, 1))
    harm(bureau / "state")
    assert nightly(bureau, "2026-12-03") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert f"mended: {named}" in err
    assert numbers(bureau) == good
    assert state_of(bureau).verify() == ()
    now = worked(current(bureau))
    assert {key: now.get(key) for key in first if key[1] >= "2026-12-03"} == {
        key: shift for key, shift in first.items() if key[1] >= "2026-12-03"
    }


def test_tables_that_a_killed_run_did_not_write_are_written_by_the_same_night(bureau: Path) -> None:
    whole = contents(bureau / "state/tables")
    (bureau / "state/tables/version.txt").unlink()
    (bureau / "state/tables/roster.csv").write_text("of the night before")
    assert nightly(bureau, "2026-12-01") == 0
    assert contents(bureau / "state/tables") == whole


def test_another_run_is_at_work(bureau: Path, capsys: Said) -> None:
    with state_of(bureau).lock():
        assert nightly(bureau, "2026-12-02") == 7
        assert "another run (process " in capsys.readouterr().err
        assert nightly(bureau, "2026-12-02", "--dry-run") == 0, "looking needs no lock"
    assert numbers(bureau) == [1]


def _version(bureau: Path, number: int) -> Published:
    version = state_of(bureau).version(number)
    return Published(version, *open_roster(version.folder))
