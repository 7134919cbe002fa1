"""A command of the bureau's own: no shell, nothing on its stdin, the facts as ROSTERCTL_… around it."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress

from rosterctl.operations.channels import wording
from rosterctl.operations.channels.notice import Notice
from rosterctl.wording import say

PREFIX = "ROSTERCTL_"


def send(words: Sequence[str], notice: Notice, seconds: float, environment: Mapping[str, str]) -> str:
    """Empty when the command exited 0, else what went wrong. After `seconds` it and its children are killed.

    What it prints is dropped: a run that went well is silent.
    """
    try:
        process = subprocess.Popen(
            words,
            env=surroundings(notice, environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return say(wording.CANNOT_BE_STARTED, why=os.strerror(error.errno or 0).lower())
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        _kill(process)
        return say(wording.ENDED_AFTER, seconds=seconds)
    if code < 0:
        return say(wording.KILLED_BY, signal=signal.Signals(-code).name)
    return say(wording.EXITED, code=code) if code else ""


def surroundings(notice: Notice, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment, with the facts in the place of every ROSTERCTL_… there was; no fact, no variable."""
    others = {name: value for name, value in environment.items() if not name.startswith(PREFIX)}
    facts = {
        f"{PREFIX}{name.upper()}": str(value) for name, value in notice.fields().items() if value is not None
    }
    return others | facts


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(1)
