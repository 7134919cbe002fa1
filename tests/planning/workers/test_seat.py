"""One child at a time: it stays for job after job, another comes when it has ended, and it says how it ended.

At last a child of a real run that is struck by a bug: the run goes on, and tells where the bug struck.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.jobs import Attempt, unheard
from rosterctl.planning.workers.seat import Seat
from rosterctl.storage.roster.folder import read_roster
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.repository import ROOT
from tests.support.worker_tasks import Dies, Exits, Greedy, Hangs, Process, Sum, TellsTwice, Works, pickled


@pytest.fixture
def seat() -> Iterator[Seat]:
    """Its children know the number 40."""
    seat = Seat(pickle.dumps(40), memory=None)
    yield seat
    seat.vacate()


def done(seat: Seat, task: Any) -> Any:
    """The result of a task, which is not lost."""
    result = seat.run(pickled(task), unheard).result
    assert result is not None
    return pickle.loads(result)


def lost(seat: Seat, task: Any) -> str:
    """Why a task came to nothing."""
    attempt = seat.run(pickled(task), unheard)
    assert attempt == Attempt(None, attempt.failure)
    return attempt.failure


def test_the_child_is_told_once_what_it_has_to_know_and_stays(seat: Seat) -> None:
    process = done(seat, Process())
    assert process != os.getpid()
    assert [done(seat, Sum(number)) for number in (1, 2)] == [41, 42]
    assert done(seat, Process()) == process


@pytest.mark.parametrize(
    ("task", "why"),
    [
        (Dies(), "its process died of SIGKILL"),
        (Exits(code=3), "its process died with exit code 3"),
        (Exits(code=0), "its process died with exit code 0"),
    ],
)
def test_whoever_ends_says_how_and_another_takes_the_seat(seat: Seat, task: Any, why: str) -> None:
    process = done(seat, Process())
    assert lost(seat, task) == why
    assert done(seat, Process()) != process
    assert done(seat, Sum(2)) == 42  # it was told what the first one knew


def test_whoever_hangs_has_left_the_seat_when_the_next_job_comes(seat: Seat) -> None:
    process = done(seat, Process())
    attempt = seat.run(pickled(Hangs()), unheard, silence=0.2)
    assert attempt == Attempt(None, "its process gave no sign of life")
    assert done(seat, Process()) != process


def test_whoever_is_stopped_gives_no_sign_of_life(seat: Seat) -> None:
    """It would go on for a second; stopped from outside, it takes no time."""
    process = done(seat, Process())
    stopper = Timer(0.3, os.kill, [process, signal.SIGSTOP])
    stopper.start()
    assert seat.run(pickled(Works()), unheard, silence=0.5).failure == "its process gave no sign of life"
    stopper.join()


def test_whoever_works_is_left_alone_however_long_it_says_nothing(seat: Seat) -> None:
    """It takes a second of processor time, twice as long as a silent one would be left alone."""
    assert seat.run(pickled(Works()), unheard, silence=0.5) == Attempt(pickle.dumps(40))


def test_what_the_child_finds_on_its_way_is_heard(seat: Seat) -> None:
    told: list[bytes] = []
    assert seat.run(pickled(TellsTwice()), told.append) == Attempt(pickle.dumps(3))
    assert [pickle.loads(one) for one in told] == [1, 2]


def test_a_child_that_is_not_at_work_is_not_interrupted(seat: Seat) -> None:
    seat.interrupt()  # nobody sits there yet
    process = done(seat, Process())
    seat.interrupt()
    assert done(seat, Process()) == process


def test_a_seat_that_is_vacated_has_no_child_any_more(seat: Seat) -> None:
    process = done(seat, Process())
    seat.vacate()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    seat.vacate()  # nobody is left, which is no mistake
    assert done(seat, Process()) != process


def test_a_child_may_take_so_much_memory_and_goes_on_without_what_it_did_not_get() -> None:
    seat = Seat(pickle.dumps(40), PARAMS.workers.least_memory)
    try:
        process = done(seat, Process())
        assert lost(seat, Greedy()) == "it ran out of memory"
        assert done(seat, Process()) == process
    finally:
        seat.vacate()


SPOILER = """
import sys
if sys.argv[0] == "-c":  # the fork server and its children; the run itself is no child
    from rosterctl.planning.tasks import NameTask
    def struck_by_a_test(task, known, settings, tell):
        raise ZeroDivisionError("nothing divides this")
    NameTask.run = struck_by_a_test
"""
"""Python runs a module of this name at the start of every process."""
SENTENCE = "of a bug in rosterctl (ZeroDivisionError: nothing divides this)"


def solved(folder: Path, *flags: str) -> str:
    """What a run of the station says on stderr; its exit code is that of a unit on its plain rotation."""
    (folder / "sitecustomize.py").write_text(SPOILER)
    solve = ["solve", str(ROOT / "examples" / "station"), "--from", "2026-12-07", "--days", "2", "--quiet"]
    told = subprocess.run(
        [str(Path(sys.executable).with_name("rosterctl")), *flags, *solve, "--out", str(folder / "roster")],
        env={**os.environ, "PYTHONPATH": str(folder), "ROSTERCTL_DEBUG": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.returncode == 6, told.stderr
    return told.stderr


@pytest.mark.parametrize("debug", [False, True])
def test_where_a_bug_struck_a_child_is_noted_always_and_shown_with_debug(tmp_path: Path, debug: bool) -> None:
    said = solved(tmp_path, *(["--debug"] if debug else []))
    (fallback,) = read_roster(tmp_path / "roster").fallbacks
    assert (fallback.unit, fallback.why) == ("S01", SENTENCE)
    noted = json.loads((tmp_path / "roster" / "run.json").read_text())["bugs"]["S01"]
    assert "in struck_by_a_test" in noted
    assert ("in struck_by_a_test" in said, noted in said) == (debug, debug)


def test_a_child_says_what_went_wrong_in_the_language_of_its_parent(seat: Seat) -> None:
    speak(sentences(Language.CHINESE))
    assert seat.run(pickled(Greedy()), unheard).failure == "内存不足"
