"""Say by hours arithmetic, before any search, what the strength targets cost and which can hold."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from rosterctl.cli.arguments import bureau_argument, json_option
from rosterctl.cli.capacity_text import as_text
from rosterctl.cli.loading import load_bureau
from rosterctl.insight.capacity import capacity
from rosterctl.insight.figures import Capacity
from rosterctl.timeline.horizon import Horizon


@click.command(help=__doc__)
@bureau_argument
@click.option(
    "--from",
    "first",
    type=click.DateTime(["%Y-%m-%d"]),
    help="First date; by default the first of next month.",
)
@click.option("--days", type=click.IntRange(1, 400), default=28, show_default=True, help="How many dates.")
@json_option
def command(bureau: Path, first: Any, days: int, as_json: bool) -> None:
    found, _ = load_bureau(bureau)
    start = first.date() if first is not None else _next_month(date.today())
    report = capacity(found, Horizon(start, days))
    click.echo(_as_json(report) if as_json else as_text(report))


def _next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def _as_json(report: Capacity) -> str:
    figures = asdict(report)
    figures["horizon"] = {"from": report.horizon.first, "days": report.horizon.days}
    figures["hours_a_head"] = report.hours_a_head
    figures["overlap_hours"] = report.overlap_hours
    for row, target in zip(figures["targets"], report.targets, strict=True):
        row |= {"missed_by": target.missed_by, "missed_overlapped": target.missed_overlapped}
    return json.dumps(figures, ensure_ascii=False, indent=2, default=str)
