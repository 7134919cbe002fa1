"""How far a solve is: a live view on a terminal, a line now and then in a pipe, nothing with --quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rosterctl.cli.pages import wording
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.wording import LISTED, say

if TYPE_CHECKING:
    from rich.table import Table

    from rosterctl.planning.request import Hear, Progress

EVERY = 5.0
"""Seconds between two lines of one stage in a pipe."""
TIERS_SHOWN = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)


@contextmanager
def progress(quiet: bool) -> Iterator[Hear]:
    """What hears the steps of a run and shows them on stderr."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _live() as hear:
            yield hear
    else:
        yield _Lines().hear


class _Lines:
    """The end of every stage, and in between a line every few seconds."""

    def __init__(self) -> None:
        self._last = 0.0

    def hear(self, step: Progress) -> None:
        now = time.monotonic()
        if step.done == step.of or now - self._last >= EVERY:
            self._last = now
            click.echo(f"{step.seconds:6.1f} s  {_what(step)}", err=True)


def _what(step: Progress) -> str:
    stage, parts = _stage(step)
    told = say(wording.STEP_TOLD, stage=stage, done=step.done, of=step.of, what=parts)
    shown = [
        say(wording.TIER_SO_FAR, tier=one.tier.title, value=one.value, gap=_gap(one))
        for one in step.tiers
        if one.tier in TIERS_SHOWN
    ]
    return say(wording.STEP_AND_TIERS, step=told, tiers=say(LISTED).join(shown)) if shown else told


def _stage(step: Progress) -> tuple[str, str]:
    """What the stage is called, and its parts."""
    key = step.stage, step.what
    return say(_STAGES[key]) if key in _STAGES else key


_STAGES = {
    ("rotation", "officers"): wording.STAGE_ROTATION,
    ("first roster", "units"): wording.STAGE_FIRST,
    ("strength", "blocks"): wording.STAGE_STRENGTH,
    ("duties", "units"): wording.STAGE_DUTIES,
    ("posts", "units"): wording.STAGE_POSTS,
    ("audit", "rosters"): wording.STAGE_AUDIT,
}


def _gap(result: TierResult) -> str:
    if result.gap is None:
        return say(wording.WITHOUT_BOUND)
    return say(wording.GAP_SO_FAR, gap=result.gap)


@contextmanager
def _live() -> Iterator[Hear]:
    """One row a stage, the tiers so far, the time left; rich redraws it in place."""
    from rich.console import Console  # noqa: PLC0415 (loaded for a terminal only)
    from rich.live import Live  # noqa: PLC0415

    stages: dict[str, Progress] = {}
    with Live(console=Console(stderr=True), refresh_per_second=4, transient=True) as live:

        def hear(step: Progress) -> None:
            stages[step.stage] = step
            live.update(_view(list(stages.values()), step))

        yield hear


def _view(stages: Sequence[Progress], last: Progress) -> Table:
    from rich.progress_bar import ProgressBar  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table.grid(padding=(0, 2))
    for step in stages:
        bar = ProgressBar(total=max(step.of, 1), completed=step.done, width=30)
        stage, parts = _stage(step)
        done = say(wording.PARTS_DONE, done=step.done, of=step.of, what=parts)
        table.add_row(stage, bar, done, f"{step.seconds:.1f} s")
    for one in next((step.tiers for step in reversed(stages) if step.tiers), ()):
        if one.tier in TIERS_SHOWN:
            none = one.bound is None
            bound = say(wording.WITHOUT_BOUND) if none else say(wording.BOUND_SO_FAR, bound=one.bound)
            table.add_row(one.tier.title, f"{one.value:,}", bound, _gap(one))
    table.add_row(say(wording.TIME_LEFT), f"{max(last.left, 0):.0f} s")
    return table
