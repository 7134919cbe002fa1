"""What a command may raise: one exit code each, and one thing that is said."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import pytest

from rosterctl.audit.audit import AuditReport
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.failures import code_for, tell, warn
from rosterctl.cli.session.signals import Terminated
from rosterctl.domain.change import Change
from rosterctl.operations.refusals import Frozen, Rejected, Stopped, WrongClock
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.rulekit.findings import Finding
from rosterctl.storage.disk.lock import Locked
from tests.support.bureaus import MONDAY, duty, small_bureau

Said = pytest.CaptureFixture[str]
BUREAU = small_bureau()
MISTAKE = BadInput([Problem(Place("a.csv", 3, 1), "wrong", source_line="P1,x")])
REJECTED = Rejected(BUREAU, AuditReport((Finding("rest", "too short"),), (), (), ("rest",)))
FROZEN = Frozen(BUREAU, (Change("a", MONDAY, duty(BUREAU, "a", MONDAY, "day"), None, "why"),), 72)


def stopped(terminated: bool) -> Stopped:
    stop = Stopped()
    stop.terminated = terminated
    return stop


def aborted(by: BaseException) -> click.Abort:
    """As click raises it when a KeyboardInterrupt reaches it."""
    abort = click.Abort()
    abort.__cause__ = by
    return abort


def told(capsys: Said, error: BaseException, as_json: bool = False) -> tuple[ExitCode, str, str]:
    code = tell(error, as_json)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MISTAKE, ExitCode.BAD_INPUT),
        (Contradiction(["U1"]), ExitCode.CONTRADICTION),
        (NoTimeForAny(60), ExitCode.OUT_OF_TIME),
        (REJECTED, ExitCode.AUDIT_REJECTED),
        (FROZEN, ExitCode.USAGE),
        (WrongClock("not today"), ExitCode.USAGE),
        (click.UsageError("no"), ExitCode.USAGE),
        (Locked(Path("state"), 7, datetime(2026, 12, 1, tzinfo=UTC)), ExitCode.LOCKED),
        (OSError(28, "No space left on device"), ExitCode.STORAGE),
        (KeyboardInterrupt(), ExitCode.INTERRUPTED),
        (Terminated(), ExitCode.TERMINATED),
        (aborted(KeyboardInterrupt()), ExitCode.INTERRUPTED),
        (aborted(Terminated()), ExitCode.TERMINATED),
        (stopped(terminated=False), ExitCode.INTERRUPTED),
        (stopped(terminated=True), ExitCode.TERMINATED),
        (ZeroDivisionError(), ExitCode.BUG),
    ],
    ids=lambda one: one.name if isinstance(one, ExitCode) else type(one).__name__,
)
def test_every_failure_has_its_exit_code(error: BaseException, code: ExitCode, capsys: Said) -> None:
    """The history of runs and the process end with the same one."""
    assert code_for(error) is code
    assert told(capsys, error)[0] is code


def test_a_contradiction_names_the_units_and_what_to_do(capsys: Said) -> None:
    """It is in the bureau's rules, and no bug of ours, whichever command meets it."""
    said = told(capsys, Contradiction(["U1", "U2"]))
    assert said == (
        ExitCode.CONTRADICTION,
        "",
        "the hard rules contradict each other in U1, U2: not even an empty roster is lawful. Widen a limit "
        "under `rules` in bureau.yaml or make it soft; `rosterctl rules RULE` says what a rule demands\n",
    )


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NoTimeForAny(60), "60 s ran out before the first roster; raise --time-limit"),
        (stopped(terminated=True), "stopped before the roster was ready; the last one stays current"),
        (MISTAKE, "a.csv:3:1: wrong\n    P1,x\n    ^\n1 mistake"),
        (REJECTED, "rest: too short\nthe audit found 1 breach; nothing was published"),
        (aborted(Terminated()), "terminated"),
        (OSError(28, "No space left on device", "a.csv"), "rosterctl: a.csv: No space left on device"),
        (BrokenPipeError(32, "Broken pipe"), ""),
    ],
)
def test_what_is_said(error: BaseException, sentence: str, capsys: Said) -> None:
    """A reader that went away (`| head`) is no news."""
    _, out, err = told(capsys, error)
    assert (out, err) == ("", f"{sentence}\n" if sentence else "")


def test_duties_that_begin_soon_are_listed_with_what_to_do(capsys: Said) -> None:
    _, out, err = told(capsys, FROZEN)
    lines = err.splitlines()
    assert out == ""
    assert lines[2].split() == [
        *("2026-12-07", "a", "(a)", "day", "07:00-19:00", "at", "(reserve)", "(U1)", "-", "dropped", "why")
    ]
    assert lines[-1] == (
        "1 duty would change that began already or begin within 72 hours; nothing was published. "
        "Say why with --because if that is meant."
    )


@pytest.mark.parametrize(
    ("error", "fields"),
    [
        (
            MISTAKE,
            {
                "problems": [
                    {
                        "file": "a.csv",
                        "line": 3,
                        "column": 1,
                        "message": "wrong",
                        "hint": "",
                        "source_line": "P1,x",
                    }
                ]
            },
        ),
        (
            REJECTED,
            {
                "published": False,
                "findings": [
                    {
                        "rule": "rest",
                        "message": "too short",
                        "unit": "",
                        "officer": "",
                        "post": "",
                        "date": "",
                    }
                ],
            },
        ),
        (
            FROZEN,
            {
                "published": False,
                "changes": [
                    {
                        "date": "2026-12-07",
                        "officer": "a",
                        "before": "day 07:00-19:00 at (reserve) (U1)",
                        "after": "-",
                        "kind": "dropped",
                        "reason": "why",
                    }
                ],
            },
        ),
    ],
)
def test_what_a_program_is_told_on_stdout(error: BaseException, fields: Any, capsys: Said) -> None:
    assert json.loads(told(capsys, error, as_json=True)[1]) == fields


def test_what_a_run_goes_on_in_spite_of(capsys: Said) -> None:
    warn("")
    assert capsys.readouterr() == ("", "")
    warn("the tables\x1b are old")
    assert capsys.readouterr() == ("", "warning: the tables  are old\n")
