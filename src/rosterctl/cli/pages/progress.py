"""How far a solve is: a live view on a terminal, a line now and then in a pipe, nothing with --quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rosterctl.domain.tier import Tier, TierResult

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
            click.echo(f"{step.seconds:6.1f} s  {_what(step)}{_so_far(step.tiers)}", err=True)


def _what(step: Progress) -> str:
    return f"{step.stage}: {step.done:,} of {step.of:,} {step.what}"


def _so_far(tiers: Sequence[TierResult]) -> str:
    shown = [f"{one.tier.title} {one.value:,} ({_gap(one)})" for one in tiers if one.tier in TIERS_SHOWN]
    return "; " + ", ".join(shown) if shown else ""


def _gap(result: TierResult) -> str:
    return "no bound" if result.gap is None else f"gap {result.gap:.2%}"


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
        table.add_row(step.stage, bar, f"{step.done:,}/{step.of:,} {step.what}", f"{step.seconds:.1f} s")
    for one in next((step.tiers for step in reversed(stages) if step.tiers), ()):
        if one.tier in TIERS_SHOWN:
            bound = "no bound" if one.bound is None else f"bound {one.bound:,}"
            table.add_row(one.tier.title, f"{one.value:,}", bound, _gap(one))
    table.add_row("time left", f"{max(last.left, 0):.0f} s")
    return table
