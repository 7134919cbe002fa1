"""The outermost layer: exit codes, streams, signals; in a child process where those matter."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import click
import pytest

from rosterctl.cli.command_group import CommandGroup, short_help
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.main import cli, run
from rosterctl.cli.session.signals import Terminated
from rosterctl.problems import BadInput, Place, Problem
from tests.support.folders import flawless

ROSTERCTL = [sys.executable, "-c", "from rosterctl.cli.main import main; main()"]


def start(*arguments, **more):
    return subprocess.run([*ROSTERCTL, *arguments], capture_output=True, check=False, timeout=60, **more)


@pytest.fixture
def strike(monkeypatch):
    """Run a command whose body is given."""

    def run_with(body, *arguments):
        command = click.Command("strike", callback=body)
        monkeypatch.setattr(CommandGroup, "list_commands", lambda *_: ["strike"])
        monkeypatch.setattr(CommandGroup, "get_command", lambda *_: command)
        return run(["strike", *arguments])

    return run_with


def raising(error):
    def body():
        raise error

    return body


@pytest.mark.parametrize("code", list(ExitCode))
def test_what_a_command_returns_is_the_exit_code(strike, code):
    assert strike(lambda: code) == code


def test_a_command_that_returns_nothing_is_fine(strike):
    assert strike(lambda: None) == 0


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (Terminated(), 143, "terminated\n"),
        (BadInput([Problem(Place("a.csv", 3, 1), "wrong")]), 3, "a.csv:3:1: wrong\n1 mistake\n"),
        (PermissionError(13, "Permission denied", "a.csv"), 8, "rosterctl: a.csv: Permission denied\n"),
        (OSError(28, "No space left on device"), 8, "rosterctl: No space left on device\n"),
        (BrokenPipeError(32, "Broken pipe"), 8, ""),
        (click.ClickException("not like that"), 2, "Error: not like that\n"),
    ],
)
def test_what_a_command_raises_is_told_plainly(strike, capsys, error, code, said):
    assert strike(raising(error)) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip() == said.strip()


def test_a_bug_asks_to_be_reported_and_shows_its_trace_only_when_asked(strike, capsys, monkeypatch):
    monkeypatch.delenv("ROSTERCTL_DEBUG", raising=False)
    assert strike(raising(ZeroDivisionError("x"))) == 1
    err = capsys.readouterr().err
    assert "bug in rosterctl" in err
    assert "report" in err
    assert "Traceback" not in err
    monkeypatch.setenv("ROSTERCTL_DEBUG", "1")
    assert strike(raising(ZeroDivisionError("x"))) == 1
    assert "Traceback" in capsys.readouterr().err


def test_wrong_usage_exits_2(capsys):
    assert run(["validat"]) == 2
    assert "did you mean 'validate'?" in capsys.readouterr().err
    assert run(["validate", "--nope"]) == 2
    assert run(["schema", "nope"]) == 2


def test_help_imports_nothing_heavy():
    script = """
        import sys
        from rosterctl.cli.main import run
        run(["--help"])
        heavy = {"pydantic", "yaml", "ortools", "tabulate", "rosterctl.domain.bureau"} & set(sys.modules)
        sys.exit(f"imported: {heavy}" if heavy else 0)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"validate Check every file" in b" ".join(done.stdout.split())


def test_every_command_has_a_short_help():
    commands = cli.list_commands(click.Context(cli))
    assert "validate" in commands
    assert [name for name in commands if not short_help(name, {})] == []


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_no_terminal_encoding_makes_it_crash(tmp_path, encoding):
    folder = flawless(tmp_path)
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    fine = start("validate", str(folder), env=environment)
    assert fine.returncode == 0
    assert "2 units, 3 teams".encode(encoding) in fine.stdout
    (folder / "absences.csv").write_text("officer_id,first,last,kind\n1001,✓,…,假\n", encoding="utf-8")
    wrong = start("validate", str(folder), env=environment)
    assert wrong.returncode == 3
    assert b"Traceback" not in wrong.stderr


def test_escapes_in_names_never_reach_the_terminal(tmp_path):
    folder = flawless(tmp_path)
    (folder / "absences.csv").write_text("officer_id,first,last,kind\n1001,\x1b[2J,x,leave\n")
    assert b"\x1b" not in start("validate", str(folder)).stderr


def test_a_full_disk_is_told_without_a_traceback():
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*ROSTERCTL, "schema", "bureau"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 8
    assert done.stderr == b"rosterctl: No space left on device\n"


def test_a_reader_that_goes_away_is_no_news():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*ROSTERCTL, "schema", "bureau"], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (8, b"")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals(number, code):
    script = f"""
        import click, os, sys, time
        from rosterctl.cli import command_group, main
        def wait():
            os.kill(os.getpid(), {int(number)})
            time.sleep(30)
        command_group.CommandGroup.list_commands = lambda *_: ["wait"]
        command_group.CommandGroup.get_command = lambda *_: click.Command("wait", callback=wait)
        sys.exit(main.run(["wait"]))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
