"""What every officer has borne, beside the fair share, and the time off in lieu.

Counts the dates that are past in the published rosters: a date's duties are those of the latest roster that
has the date. The fair share is that of each date among those of one team and role who were there on it. Time
off in lieu (调休) is earned by recalls outside statutory holidays and spent by absences of the kind `lieu`;
opening balances and corrections stand in the bureau's lieu.csv. With --officer every entry.
Where the rulebook has a threshold for pay, the hours of its current period and the one before come below.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.options import bureau_argument, date_option, json_option
from rosterctl.cli.pages.accounts.ledger import ledger, with_pay
from rosterctl.cli.pages.accounts.lieu_account import lieu_account
from rosterctl.cli.session.now import now_option, today_in
from rosterctl.cli.session.state import state_of, state_option
from rosterctl.insight.typed_names import officer_meant, unit_meant
from rosterctl.operations.accounts.balances import balances_of
from rosterctl.operations.accounts.pay import pay_account
from rosterctl.operations.accounts.periods import periods_of
from rosterctl.operations.load import load_bureau
from rosterctl.wording import say


@click.command(help=__doc__)
@bureau_argument
@state_option
@click.option("--officer", metavar="ID", help="Every entry of this officer.")
@click.option("--unit", metavar="ID", help="Only this unit's officers.")
@date_option("--until", help="The last date that counts; yesterday if left out.")
@now_option
@json_option
def command(
    bureau: Path,
    state: Path | None,
    officer: str | None,
    unit: str | None,
    until: date | None,
    now: datetime,
    as_json: bool,
) -> None:
    if officer is not None and unit is not None:
        raise click.UsageError(say(wording.OFFICER_ALONE))
    found, _ = load_bureau(bureau)
    today = today_in(found.clock.zone, now)
    who = officer_meant(found, officer, today) if officer is not None else None
    where = unit_meant(found, unit) if unit is not None else None
    periods = periods_of(state_of(bureau, state))
    if not periods:
        click.echo(say(wording.NOTHING_PUBLISHED_YET), err=True)
    on = until or today - timedelta(days=1)
    every = balances_of(found, periods, on)
    if who is not None:
        page = next(lieu_account(one, on) for one in every if one.officer == who)
        shown = [who.id]
    else:
        standings = [one for one in every if where is None or one.home.unit == where.id]
        page = ledger(found, standings, on)
        shown = [one.officer.id for one in standings]
    page = with_pay(page, found, [one for one in pay_account(found, periods, on) if one.officer in shown])
    click.echo(json.dumps(page.fields, ensure_ascii=False, indent=1) if as_json else page.text)
