"""Say by hours arithmetic, before any search, what the strength targets cost and which can hold."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import click

from rosterctl.cli.options import (
    bureau_argument,
    first_option,
    json_option,
    next_first,
    warn_of_calendar_ends,
)
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.export.report.capacity import capacity_text
from rosterctl.insight.capacity.capacity import capacity
from rosterctl.insight.capacity.figures import Capacity
from rosterctl.operations.load import load_bureau
from rosterctl.timeline.horizon import Horizon


@click.command(help=__doc__)
@bureau_argument
@first_option
@click.option("--days", type=click.IntRange(1, 400), default=28, show_default=True, help="How many dates.")
@now_option
@json_option
def command(bureau: Path, first: date | None, days: int, now: datetime, as_json: bool) -> None:
    found, _ = load_bureau(bureau)
    horizon = Horizon(first or next_first(today_in(found.clock.zone, now)), days)
    warn_of_calendar_ends(found, horizon)
    report = capacity(found, horizon)
    click.echo(_as_json(report) if as_json else capacity_text(report))


def _as_json(report: Capacity) -> str:
    figures = asdict(report)
    figures["horizon"] = {"from": report.horizon.first, "days": report.horizon.days}
    figures["hours_a_head"] = report.hours_a_head
    figures["overlap_hours"] = report.overlap_hours
    for row, target in zip(figures["targets"], report.targets, strict=True):
        row |= {"missed_by": target.missed_by, "missed_overlapped": target.missed_overlapped}
    return json.dumps(figures, ensure_ascii=False, indent=2, default=str)
