"""Look into a roster: overview, day sheet, an officer's line, hours.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then.

Without options: how many work which shift in every unit today, and what is short in the whole roster. With
--date alone only what is short on that date is told. What is short after midnight is told on the date on
which it happens, with the night that it belongs to.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.options import json_option, roster_argument
from rosterctl.cli.pages.show.day_sheet import day_sheet
from rosterctl.cli.pages.show.month_line import month_line
from rosterctl.cli.pages.show.month_page import month_page
from rosterctl.cli.pages.show.overview import overview
from rosterctl.cli.pages.show.page import Page
from rosterctl.cli.pages.show.post_sheet import post_sheet
from rosterctl.cli.pages.show.strength_by_hour import strength_page
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.insight.typed_names import officer_meant, unit_meant
from rosterctl.intake.text.scalars import read_date
from rosterctl.storage.roster.folder import open_roster
from rosterctl.wording import say


@click.command(help=__doc__)
@roster_argument
@click.option("--unit", help="The day sheet of this unit.")
@click.option("--posts", is_flag=True, help="The day sheet of --unit by posts, with telephones.")
@click.option("--officer", help="The line of this officer.")
@click.option(
    "--date", "day", help="The date, such as 2026-12-01; today's if the roster has it, else its first."
)
@click.option("--month", is_flag=True, help="The month table of the bureau or of --unit: people by dates.")
@click.option("--coverage", is_flag=True, help="Strength hour by hour, of the bureau or of --unit.")
@now_option
@json_option
def command(
    roster: Path,
    unit: str | None,
    officer: str | None,
    day: str | None,
    coverage: bool,
    month: bool,
    posts: bool,
    now: datetime,
    as_json: bool,
) -> None:
    if officer is not None and (unit is not None or coverage or month):
        raise click.UsageError(say(wording.OFFICER_ALONE))
    if month and coverage:
        raise click.UsageError(say(wording.MONTH_OR_COVERAGE))
    if posts and (unit is None or month or coverage):
        raise click.UsageError(say(wording.POSTS_OF_A_UNIT))
    bureau, found = open_roster(roster)
    on = _day(found, day, today_in(bureau.clock.zone, now))
    if month:
        page = month_page(bureau, found, unit_meant(bureau, unit).id if unit is not None else "")
    elif posts and unit is not None:
        page = post_sheet(bureau, found, unit_meant(bureau, unit), on)
    elif officer is None and unit is None and not coverage:
        page = overview(bureau, found, on, alone=day is not None)
    else:
        page = _page(bureau, found, unit, officer, on, coverage)
    click.echo(json.dumps(page.fields, ensure_ascii=False, indent=1) if as_json else page.text)


def _page(
    bureau: Bureau, roster: Roster, unit: str | None, officer: str | None, day: date, coverage: bool
) -> Page:
    if officer is not None:
        return month_line(bureau, roster, officer_meant(bureau, officer, day))
    place = unit_meant(bureau, unit) if unit is not None else None
    if coverage:
        return strength_page(bureau, roster, day, place.id if place else "")
    return day_sheet(bureau, roster, place, day) if place else overview(bureau, roster, day)


def _day(roster: Roster, text: str | None, today: date) -> date:
    if text is None:
        return today if today in roster.horizon else roster.horizon.first
    try:
        day = read_date(text)
    except ValueError as wrong:
        raise click.UsageError(f"--date: {wrong}") from None
    if day not in roster.horizon:
        raise click.UsageError(say(wording.DATE_OUTSIDE_ROSTER, horizon=roster.horizon))
    return day
