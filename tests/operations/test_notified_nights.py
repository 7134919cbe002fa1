"""A whole night and a web server: what is told of it, and that nobody's name, phone or badge is anywhere."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from rosterctl.cli.main import run
from tests.crash.running import LONG, PROGRAM
from tests.support.folders import change
from tests.support.listener import Heard, Listener
from tests.support.nights import current, order, state_of, station, worked

pytestmark = pytest.mark.slow

NIGHT = "2026-12-01"
HASH = re.compile(r"\b[0-9a-f]{64}\b")


def week(bureau: Path, today: str, *options: str) -> list[str]:
    """The order for a night with a short roster: what is told does not depend on how many dates there are."""
    return order(bureau, today, "--days", "7", *options)


class Told:
    """A bureau whose channels all lead to one server and one file, and all that its runs say."""

    def __init__(self, folder: Path, listener: Listener) -> None:
        self.bureau, self.listener, self.said = station(folder), listener, ""
        self.hook = folder / "hook.txt"
        (self.bureau / "notify.yaml").write_text(
            f"ping: {listener.url}/ping\nwebhook: {listener.url}/hook\n"
            f"command: [/bin/sh, -c, 'env | grep ROSTERCTL >> {self.hook}']\n"
        )

    def night(self, today: str = NIGHT, *options: str) -> int:
        """In this process, which is faster."""
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            code = run(week(self.bureau, today, *options))
        self.said += said.getvalue()
        return code

    def real_night(self, today: str = NIGHT) -> int:
        done = subprocess.run(
            [*PROGRAM, *week(self.bureau, today)], capture_output=True, text=True, timeout=LONG, check=False
        )
        self.said += done.stdout + done.stderr
        return done.returncode

    def pings(self) -> list[str]:
        return [one.path for one in self.listener.heard if one.path.startswith("/ping")]

    def posts(self) -> list[Any]:
        return [one.json for one in self.listener.heard if one.path == "/hook"]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Listener() as listener:
        yield Told(tmp_path, listener)


def test_the_start_and_the_end_with_counts(told: Told) -> None:
    assert told.real_night() == 0
    assert told.said == ""
    assert told.pings() == ["/ping/start", "/ping"]
    begun, ended = told.posts()
    assert (begun["event"], begun["run"], begun["exit_code"]) == ("started", 1, None)
    assert ended.pop("seconds") > 0
    assert ended == {
        "event": "ended",
        "bureau": "S01-demo",
        "run": 1,
        "what": "nightly",
        "exit_code": 0,
        "version": 1,
        "officers": 24,
        "duties": len(current(told.bureau).roster.duties),
        "changes": 0,
        "new_gaps": 0,  # nothing was published before, and a strength target is no gap
    }


def test_the_same_night_again_is_told_as_well(told: Told) -> None:
    """A health check that hears nothing raises the alarm."""
    assert (told.night(), told.night()) == (0, 0)
    assert told.pings() == ["/ping/start", "/ping"] * 2
    assert (told.posts()[-1]["exit_code"], told.posts()[-1]["version"]) == (0, None)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("officers/S01.csv", "P001,030101", "P001,"),
        ("bureau.yaml", "timezone: Asia/Shanghai", "timezone: ["),
        ("bureau.yaml", "timezone: Asia/Shanghai", "timezone: Asia/Nowhere"),
    ],
)
def test_a_broken_bureau(told: Told, file: str, old: str, new: str) -> None:
    change(told.bureau / file, old, new)
    if file.startswith("officers"):
        change(told.bureau / file, "sworn,站长", "boss,站长")
    assert told.night() == 3
    assert told.pings() == ["/ping/start", "/ping/3"]
    assert told.posts()[-1]["exit_code"] == 3


def test_what_is_kept_against_a_rule(told: Told) -> None:
    """No roster is published that hides it, and the night is not lost for it."""
    assert told.night() == 0
    with (told.bureau / "bureau.yaml").open("a") as file:
        file.write("rules: {rest: {hours: 30}}\n")
    assert told.night("2026-12-02") == 6
    assert told.pings()[2:] == ["/ping/start", "/ping/6"]
    assert (told.posts()[-1]["exit_code"], told.posts()[-1]["version"]) == (6, 2)


def test_a_wrong_clock(told: Told) -> None:
    assert told.night() == 0
    assert told.night("2026-11-01") == 2
    assert told.pings()[2:] == ["/ping/start", "/ping/2"]


def test_a_state_that_cannot_be_made(told: Told) -> None:
    """Nothing can begin then, so only the end is told."""
    (told.bureau / "state").write_text("in the way")
    assert told.night() == 8
    assert told.pings() == ["/ping/8"]
    assert told.posts()[-1]["exit_code"] == 8


def test_a_run_that_cannot_be_noted(told: Told) -> None:
    """It has no number then; the roster is published, and the end is told all the same."""
    (told.bureau / "state/history.sqlite").mkdir(parents=True)
    assert told.night() == 0
    assert "this run could not be noted" in told.said
    assert told.pings() == ["/ping/start", "/ping"]
    assert (told.posts()[-1]["run"], told.posts()[-1]["version"]) == (0, 1)


def test_a_run_that_finds_another_at_work_tells_nothing(told: Told) -> None:
    """Its end would be taken for the end of the one that works."""
    with state_of(told.bureau).lock():
        assert told.night() == 7
    assert told.listener.heard == []


def test_a_dry_run_tells_nothing(told: Told) -> None:
    assert told.night(NIGHT, "--dry-run") == 0
    assert told.listener.heard == []


def test_a_server_that_refuses_is_only_warned_of(told: Told) -> None:
    told.listener.manner = 500
    assert told.night() == 0
    assert "/ping" not in told.said
    assert "the health check at 127.0.0.1 was not told" in told.said
    assert current(told.bureau).version.number == 1


def people(bureau: Path) -> set[str]:
    with (bureau / "officers/S01.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row[key] for row in csv.DictReader(file) for key in ("name", "badge", "phone")}


def of(heard: Heard) -> str:
    return heard.whole.replace(heard.headers.get("Host", ""), "")


def test_nobody_s_name_phone_or_badge_is_in_any_log(told: Told) -> None:
    """Good nights, one that is short, one with broken files, one that keeps a breach, a repaired morning."""
    bureau = told.bureau
    assert told.real_night() == 0
    night = [
        who
        for (who, day), shift in worked(current(bureau)).items()
        if day == "2026-12-05" and "night" in shift
    ]
    with (bureau / "absences.csv").open("a") as file:
        file.writelines(f"{who},2026-12-05,2026-12-05,sickness\n" for who in night)
    assert told.real_night("2026-12-02") == 6
    (bureau / "state/versions/000002/roster.json").write_text("{}")
    assert told.real_night("2026-12-03") == 6
    whole = (bureau / "bureau.yaml").read_text()
    (bureau / "bureau.yaml").write_text(whole + "rules: {rest: {hours: 30}}\n")
    assert told.real_night("2026-12-04") == 6
    (bureau / "bureau.yaml").write_text(whole + "rules: {rest: {hours: x}}\n")
    assert told.real_night("2026-12-04") == 3
    (bureau / "bureau.yaml").write_text(whole)
    known = people(bureau)
    change(bureau / "officers/S01.csv", ",sworn,站长,", ",boss,站长,")
    assert told.real_night("2026-12-04") == 3
    assert "officers/S01.csv:2:17: role: unknown word 'boss'" in told.said
    change(bureau / "officers/S01.csv", ",boss,站长,", ",sworn,站长,")
    state = bureau / "state"
    with closing(sqlite3.connect(state / "history.sqlite")) as base:
        history = "\n".join(base.iterdump())
    logs = {
        "said": told.said,
        "journal": (state / "journal.jsonl").read_text(),
        "current": (state / "current").read_text(),
        "history": history,
        "told": "\n".join(map(of, told.listener.heard)) + told.hook.read_text(),
    }
    # A hash has five digits in a row that are somebody's telephone once in some forty runs.
    logs = {what: HASH.sub("", text) for what, text in logs.items()}
    assert {what: [one for one in sorted(known) if one in text] for what, text in logs.items()} == {
        what: [] for what in logs
    }
    ids = {row.id for row in current(bureau).bureau.officers.values()}
    assert [one for one in sorted(ids) if one in logs["told"]] == []
    assert str(bureau) not in logs["told"].replace(str(told.hook.parent) + "/hook.txt", "")


def test_everything_with_people_in_it_is_private(told: Told) -> None:
    """Also under a generous umask, and what a run sets aside."""
    bureau = told.bureau
    generous = ["/bin/sh", "-c", 'umask 000; exec "$@"', "sh"]
    said = []
    for arguments in (
        order(bureau, NIGHT),
        order(bureau, "2026-12-02"),
        order(bureau, "2026-12-03"),
        ["replan", str(bureau), "--sick", "P003", "--now", "2026-12-04T05:40+08:00"],
    ):
        done = subprocess.run(
            [*generous, *PROGRAM, *arguments], capture_output=True, timeout=LONG, check=False
        )
        said.append(done.returncode)
        if done.returncode == 0 and len(said) == 2:
            (bureau / "state/versions/000001/roster.json").write_text("{}")
    assert said == [0, 0, 0, 0]
    assert (bureau / "state/set-aside").is_dir()
    open_to_others = {
        path.relative_to(bureau).as_posix(): oct(stat.S_IMODE(path.stat().st_mode))
        for path in (*(bureau / "state").rglob("*"), bureau / "state", bureau / "incidents.csv")
        if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
    }
    assert open_to_others == {}
