"""What stands around a job that may publish: lock, record, channels; nothing of it in a dry run."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.at_work import Session, at_work
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.operations.publish import Publication
from rosterctl.operations.refusals import WrongClock
from rosterctl.planning.no_roster import Contradiction
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.disk.lock import Locked
from rosterctl.storage.roster.folder import files_on_disk
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.storage.state.state import State
from tests.support.bureaus import MONDAY, plain_roster, small_bureau
from tests.support.folders import flawless
from tests.support.listener import Listener
from tests.support.station_roster import write_station

NOW = datetime(2026, 12, 1, 19, 40, tzinfo=UTC)


@dataclass(frozen=True)
class Done:
    """A job that published nothing, unless it says which version."""

    degraded: bool = False
    new_version: Version | None = None
    bureau: Bureau = field(default_factory=small_bureau)
    roster: Roster = field(default_factory=lambda: plain_roster(small_bureau(), MONDAY, 1))

    @property
    def facts(self) -> Mapping[str, int]:
        return {"duties": 7}


def session(folder: Path, *, dry_run: bool = False, unattended: bool = False) -> Session:
    bureau = flawless(folder)
    order = Publication("planner", NOW, dry_run=dry_run)
    return Session("replan", bureau, State(bureau / "state"), order, unattended)


def runs(one: Session) -> list[tuple[str, int | None, Mapping[str, int]]]:
    return [(row.what, row.exit_code, row.facts) for row in one.state.history.rows()]


@pytest.mark.parametrize(("degraded", "code"), [(False, ExitCode.FINE), (True, ExitCode.DEGRADED)])
def test_what_came_of_the_job_is_recorded(tmp_path: Path, degraded: bool, code: ExitCode) -> None:
    one = session(tmp_path)
    with at_work(one) as recording:
        recording.note(Done(degraded))
    assert recording.code is code
    assert runs(one) == [("replan", int(code), {"duties": 7})]


def test_one_at_a_time_and_the_second_leaves_no_trace(tmp_path: Path) -> None:
    one = session(tmp_path)
    with at_work(one), pytest.raises(Locked), at_work(one):
        raise AssertionError("the first is still at work")
    assert runs(one) == [("replan", 0, {})]


def test_a_dry_run_needs_no_lock_and_writes_nothing(tmp_path: Path) -> None:
    one = session(tmp_path, dry_run=True, unattended=True)
    with at_work(one) as recording:
        recording.note(Done())
    assert not one.state.folder.exists()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Contradiction(["U1"]), ExitCode.CONTRADICTION),
        (ZeroDivisionError(), ExitCode.BUG),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED),
    ],
)
def test_what_the_job_raises_is_recorded_and_goes_on(
    tmp_path: Path, error: BaseException, code: ExitCode
) -> None:
    """Whoever tells it stands further out; the lock is free again."""
    one = session(tmp_path)
    with pytest.raises(type(error)) as raised, at_work(one):
        raise error
    assert raised.value is error
    assert runs(one) == [("replan", int(code), {})]
    with one.state.lock():
        pass


def moved(one: Session, folder: Path) -> int:
    """The session's state has this version now, of which nobody has written tables."""
    version = one.state.publish(
        Deed("publish", "planner", NOW), files_on_disk(write_station(folder / "roster"))
    )
    return version.number


@pytest.mark.parametrize("error", [None, BadInput([Problem(Place("officers.csv"), "wrong")])])
def test_the_tables_are_those_of_what_is_current_when_the_job_has_ended(
    tmp_path: Path, error: BadInput | None
) -> None:
    """Also when it failed: what it found half done may have moved the current version."""
    one = session(tmp_path)
    with nullcontext() if error is None else pytest.raises(BadInput), at_work(one):
        number = moved(one, tmp_path)
        if error is not None:
            raise error
    assert (one.state.folder / "tables/version.txt").read_text() == f"{number}\n"


def test_the_tables_are_those_of_the_roster_that_the_job_hands_over(tmp_path: Path) -> None:
    """They are not read again from the disk: of the tiny bureau four people and two duties a day."""
    one = session(tmp_path)
    with at_work(one) as recording:
        moved(one, tmp_path)
        recording.note(Done(new_version=one.state.current()))
    rows = (one.state.folder / "tables/roster.csv").read_text("utf-8-sig").splitlines()
    assert [row.split(",")[6] for row in rows[1:]] == ["a", "b"]


def test_tables_that_the_disk_refuses_are_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = session(tmp_path)
    with at_work(one) as recording:
        moved(one, tmp_path)
        (one.state.folder / "tables").write_text("in the way")
        recording.note(Done())
    assert recording.code is ExitCode.FINE
    assert "warning: version 1 is published, but its tables are not written: " in capsys.readouterr().err


def test_a_clock_that_cannot_be_right_is_wrong_usage_of_the_command(tmp_path: Path) -> None:
    one = session(tmp_path)
    with pytest.raises(click.UsageError, match="set the clock"), at_work(one):
        raise WrongClock("set the clock")
    assert runs(one) == [("replan", int(ExitCode.USAGE), {})]


@pytest.mark.parametrize(("unattended", "line"), [(False, "P1,张三"), (True, "")])
def test_a_log_shows_the_place_of_a_mistake_but_not_the_line(
    tmp_path: Path, unattended: bool, line: str
) -> None:
    """People stand in the lines; whoever reads the log may look them up."""
    one = session(tmp_path, unattended=unattended)
    with pytest.raises(BadInput) as mistakes, at_work(one):
        raise BadInput([Problem(Place("officers.csv", 2, 1), "wrong", "mend it", "P1,张三")])
    assert mistakes.value.problems == (Problem(Place("officers.csv", 2, 1), "wrong", "mend it", line),)


def test_what_a_killed_run_left_in_the_bureau_is_swept_away(tmp_path: Path) -> None:
    one = session(tmp_path)
    left = one.bureau / ".incidents.csv.x1.rosterctl-new"
    left.write_text("half")
    with at_work(one):
        assert not left.exists()


def test_an_unattended_run_tells_the_bureaus_channels_how_it_ended(tmp_path: Path) -> None:
    """It begins, and ends with exit 4: a contradiction."""
    with Listener() as listener:
        one = session(tmp_path, unattended=True)
        (one.bureau / "notify.yaml").write_text(f"ping: {listener.url}/check\n")
        with pytest.raises(Contradiction), at_work(one):
            raise Contradiction
    assert [heard.path for heard in listener.heard] == ["/check/start", "/check/4"]
