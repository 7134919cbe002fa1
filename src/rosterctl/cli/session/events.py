"""How far a run is, for programs: `--events FILE` has a line of JSON for each part of a stage that is done.

`time` is when (in UTC), `seconds` since the start and `left` to the end of the time limit; `tiers` is what
the parts that are done come to, where that is known. The last line of a run that came to an end has the
`stage` "end". The file is private, is begun anew by each run, and can be followed while the run goes on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rosterctl.cli import wording
from rosterctl.cli.session.failures import warn
from rosterctl.storage.disk.atomic import FILE_MODE
from rosterctl.wording import say

if TYPE_CHECKING:
    from rosterctl.planning.request import Hear, Progress

events_option = click.option(
    "--events",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE how far the run is, a line of JSON a step.",
)


@contextmanager
def written_events(path: Path | None, hear: Hear) -> Iterator[Hear]:
    """Hears for `hear` as well, and writes the events to the file; a usage error where it cannot be opened.

    A disk that fails later ends the events, with a warning, and not the run.
    """
    if path is None:
        yield hear
        return
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    except OSError as error:
        raise click.UsageError(say(wording.NO_EVENTS, file=path, why=error.strerror)) from None
    write = _writer(path, number)

    def both(step: Progress) -> None:
        hear(step)
        write(_fields(step))

    try:
        yield both
        write({"stage": "end"})
    finally:
        os.close(number)


def _writer(path: Path, number: int) -> Callable[[dict[str, Any]], None]:
    """Writes a line to the open file of this number, until one fails."""
    fails = False

    def write(fields: dict[str, Any]) -> None:
        nonlocal fails
        if fails:
            return
        when = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": when, **fields}, ensure_ascii=False)
        try:
            os.write(number, f"{line}\n".encode())
        except OSError as error:
            fails = True
            warn(say(wording.NO_MORE_EVENTS, file=path, why=error.strerror))

    return write


def _fields(step: Progress) -> dict[str, Any]:
    return {
        "stage": step.stage,
        "done": step.done,
        "of": step.of,
        "what": step.what,
        "seconds": round(step.seconds, 3),
        "left": round(step.left, 3),
        "tiers": [one.fields for one in step.tiers],
    }
