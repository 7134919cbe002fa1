"""Let one officer work the duty of another if that is lawful.

BY_OFFICER works what OFFICER has on DATE and gets nothing back: it counts as a recall for them. Says yes, or
names every rule that this would break (exit 9). A lawful substitution is entered in the exchanges.csv of
BUREAU, so that every later roster keeps it. Both may be named by id, badge or name.
It is judged on the current published version, before the first on ./roster, or on what --roster names.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import (
    a_date,
    bureau_argument,
    dry_run_option,
    json_option,
    note_option,
    roster_option,
)
from rosterctl.cli.session.judged_exchange import judge_and_enter, roster_to_judge
from rosterctl.cli.session.state import state_option
from rosterctl.domain.people.exchange import Exchange, ExchangeKind


@click.command(help=__doc__)
@click.argument("officer")
@click.argument("date", callback=a_date)
@click.argument("by_officer")
@bureau_argument
@state_option
@roster_option
@note_option
@dry_run_option
@json_option
def command(
    officer: str,
    date: date,
    by_officer: str,
    bureau: Path,
    state: Path | None,
    roster: Path | None,
    note: str,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    exchange = Exchange(officer, date, by_officer, None, ExchangeKind.SUBSTITUTION, note)
    return judge_and_enter(bureau, roster_to_judge(bureau, state, roster), exchange, dry_run, as_json)
