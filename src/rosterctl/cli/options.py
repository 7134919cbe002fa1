"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from rosterctl.cli.session.failures import warn
from rosterctl.cli.session.state import newest_roster
from rosterctl.domain.bureau import Bureau
from rosterctl.insight.calendar_ends import ends_near
from rosterctl.intake.text.scalars import read_date, read_label, read_minute
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon


def a_date(context: click.Context, option: click.Parameter, text: str | None) -> date | None:
    """A date as the files have it, in the same years."""
    try:
        return None if text is None else read_date(text)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), context, option) from None


def a_time(context: click.Context, option: click.Parameter, text: str | None) -> WallMinute | None:
    """A time as the files have it."""
    try:
        return None if text is None else read_minute(text)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), context, option) from None


def a_note(context: click.Context, option: click.Parameter, text: str) -> str:
    """A label as the files have it."""
    try:
        return read_label(text)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), context, option) from None


bureau_argument = click.argument("bureau", default=".", type=click.Path(path_type=Path))


def a_roster(context: click.Context, argument: click.Parameter, folder: Path | None) -> Path | None:  # noqa: ARG001
    """A roster folder; the current version's where a state or a bureau is named (see `newest_roster`)."""
    return None if folder is None else newest_roster(folder)


def is_csv(path: Path) -> bool:
    """Is an edited roster.csv meant, and no folder?"""
    return path.suffix.lower() == ".csv" and not path.is_dir()


roster_argument = click.argument("roster", type=click.Path(path_type=Path), callback=a_roster)


def date_option(*names: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option that takes a date; None if it is left out."""
    return click.option(*names, metavar="DATE", callback=a_date, help=help)


first_option = date_option("--from", "first", help="First date; the next 1st if left out.")
roster_option = click.option(
    "--roster",
    type=click.Path(path_type=Path),
    callback=a_roster,
    help="Judge on this ROSTER, not on what is published; ./roster if nothing is.",
)
note_option = click.option("--note", default="", callback=a_note, help="Why, for the file.")
dry_run_option = click.option("--dry-run", is_flag=True, help="Judge only; enter nothing.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def next_first(today: date) -> date:
    """The first of the month after `today`."""
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def warn_of_calendar_ends(bureau: Bureau, horizon: Horizon) -> None:
    """Say on stderr what the calendar does not know of these dates, or soon after the first of them."""
    for sentence in ends_near(bureau, horizon):
        warn(sentence)
