"""The sentences that stand on no page: each is said somewhere, and to say one nothing need be loaded."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from rosterctl.cli import wording
from rosterctl.wording import say
from tests.support.repository import SOURCE
from tests.support.source import public_names

LOADED = """
import sys
before = set(sys.modules)
import rosterctl.cli.wording
print(*sorted(name for name in set(sys.modules) - before if name.startswith("rosterctl")))
"""


def test_the_help_of_a_command_can_say_a_sentence_without_loading_more() -> None:
    """`rosterctl --help` would else take as long as a job."""
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["rosterctl", "rosterctl.cli", "rosterctl.cli.wording"]


def test_every_sentence_is_said_somewhere() -> None:
    room = SOURCE / "cli"
    others = [path for path in room.rglob("*.py") if path != room / "wording.py"]
    said = "\n".join(path.read_text(encoding="utf-8") for path in others)
    names = [name for name, _ in public_names(room / "wording.py")]
    assert [name for name in names if f"wording.{name}" not in said] == []


@pytest.mark.parametrize("hint", ["", " (did you mean 'diff'?)"])
def test_a_hint_stands_right_behind_what_was_misspelt(hint: str) -> None:
    assert say(wording.NO_COMMAND, name="dif", hint=hint) == f"there is no command 'dif'{hint}"
    assert say(wording.NO_RULE, name="rst", hint=hint) == f"no rule 'rst'{hint}; `rosterctl rules` lists them"
    assert say(wording.NO_POST, id="P", hint=hint).startswith(f"there is no post 'P'{hint}; ")


def test_a_path_that_cannot_be_scheduled_is_shown_without_doing_what_it_says() -> None:
    """Its control characters would move the cursor."""
    assert say(wording.CANNOT_BE_SCHEDULED, path=str(Path("a\x1b[2J"))).startswith("'a\\x1b[2J': ")


def test_what_is_current_begins_later_than_today() -> None:
    """The two dates and the version are not to be confused: nobody looked at today's roster."""
    told = say(wording.NOT_REPAIRED, first=date(2027, 1, 1), today=date(2026, 12, 31), version=7)
    assert told == "what is current begins on 2027-01-01; 2026-12-31 is in version 7, which was not repaired"


def test_a_bug_is_told_with_its_kind_and_as_no_fault_of_the_files() -> None:
    told = say(wording.BUG, kind="KeyError", text=KeyError("U1"))
    assert told.startswith("this is a bug in rosterctl, not in your files (KeyError: 'U1'). ")
