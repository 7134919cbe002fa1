"""Count everybody's hours in a month: duties, nights, hours, overtime, time off in lieu.

Counts the dates of --month that are past, by the published rosters: a date's duties are those of the latest
roster that has the date. Overtime is what goes beyond the rotation, told apart as it is paid: longer shifts
on duty days, recalls on rest days, statutory holidays (from midnight to midnight). Hours are paid hours. Who
is counted belongs to the unit and team of the last of these dates.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from rosterctl.cli import wording as common
from rosterctl.cli.options import bureau_argument, date_option, json_option
from rosterctl.cli.pages.lists import wording
from rosterctl.cli.pages.lists.hours import hours_csv, hours_page
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.cli.session.state import state_of, state_option
from rosterctl.insight.typed_names import officer_meant, unit_meant
from rosterctl.operations.accounts.hours import month_hours
from rosterctl.operations.load import load_bureau
from rosterctl.storage.disk.atomic import write_file
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")


def a_month(context: click.Context, option: click.Parameter, text: str | None) -> date | None:
    """The first of a month."""
    if text is None:
        return None
    found = MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1900:
        raise click.BadParameter(say(wording.NO_MONTH, text=text), context, option)
    return date(int(found[1]), int(found[2]), 1)


@click.command(help=__doc__)
@bureau_argument
@state_option
@click.option(
    "--month", metavar="YYYY-MM", callback=a_month, help="The month; that of yesterday if left out."
)
@click.option("--officer", metavar="ID", help="Only this officer.")
@click.option("--unit", metavar="ID", help="Only this unit's officers.")
@date_option("--until", help="The last date that counts; yesterday or the last of the month if left out.")
@click.option(
    "--csv", "csv", type=click.Path(path_type=Path, dir_okay=False), help="Write them to this file too."
)
@now_option
@json_option
def command(
    bureau: Path,
    state: Path | None,
    month: date | None,
    officer: str | None,
    unit: str | None,
    until: date | None,
    csv: Path | None,
    now: datetime,
    as_json: bool,
) -> None:
    if officer is not None and unit is not None:
        raise click.UsageError(say(common.OFFICER_ALONE))
    found, _ = load_bureau(bureau)
    dates = _dates(month, until, today_in(found.clock.zone, now) - timedelta(days=1))
    hours = month_hours(found, state_of(bureau, state), dates)
    who = officer_meant(hours.bureau, officer, dates.last).id if officer is not None else None
    where = unit_meant(hours.bureau, unit).id if unit is not None else None
    shown = [
        one for one in hours.officers if who in (None, one.officer.id) and where in (None, one.home.unit)
    ]
    page = hours_page(hours, shown)
    click.echo(json.dumps(page.fields, ensure_ascii=False, indent=1) if as_json else page.text)
    if csv is not None:
        write_file(csv, hours_csv(hours, shown))


def _dates(month: date | None, until: date | None, yesterday: date) -> Horizon:
    """From the first of the month to the last date that counts."""
    first = (month or until or yesterday).replace(day=1)
    end = first.replace(day=monthrange(first.year, first.month)[1])
    last = until or min(yesterday, end)
    if until is not None and not first <= until <= end:
        raise click.UsageError(say(wording.UNTIL_ELSEWHERE, until=until, month=f"{first:%Y-%m}"))
    if last < first:
        raise click.UsageError(say(wording.MONTH_TO_COME, month=f"{first:%Y-%m}"))
    return Horizon(first, (last - first).days + 1)
