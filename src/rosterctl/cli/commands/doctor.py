"""Look at everything an unattended night depends on, and say what to do about what is wrong."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.cli.session.now import now_option
from rosterctl.cli.session.state import state_option
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.intake.bureau_yaml import BUREAU_YAML
from rosterctl.intake.load import examine
from rosterctl.operations.doctor.patient import Diagnosis, Health, Patient
from rosterctl.operations.doctor.rounds import rounds
from rosterctl.problems import BadInput
from rosterctl.wording import say

_HEALTH = {
    Health.OK: wording.HEALTH_OK,
    Health.WARNING: wording.HEALTH_WARNING,
    Health.WRONG: wording.HEALTH_WRONG,
}


@click.command(help=__doc__)
@bureau_argument
@state_option
@now_option
@json_option
def command(bureau: Path, state: Path | None, now: datetime, as_json: bool) -> ExitCode:
    examination = examine(bureau)
    if not (bureau / BUREAU_YAML).is_file():
        raise BadInput(examination.problems)
    found = list(rounds(Patient(bureau, state or bureau / "state", now, examination)))
    click.echo(_as_json(found) if as_json else _as_text(found))
    ill = any(outcome.health is Health.WRONG for _, outcome in found)
    return ExitCode.STORAGE if ill else ExitCode.FINE


def _as_text(found: list[tuple[str, Diagnosis]]) -> str:
    """The table, and below it what to do: remedies are longer than a column should be."""
    rows = [(name, say(_HEALTH[outcome.health]), outcome.said) for name, outcome in found]
    remedies = [f"- {name}: {outcome.remedy}" for name, outcome in found if outcome.remedy]
    whole = table(rows, columns(say(wording.CHECKS_COLUMNS)))
    return "\n".join([whole, *(["", say(wording.WHAT_TO_DO), *map(clean, remedies)] if remedies else [])])


def _as_json(found: list[tuple[str, Diagnosis]]) -> str:
    rows = [
        {"check": name, "health": outcome.health.value, "found": outcome.said, "remedy": outcome.remedy}
        for name, outcome in found
    ]
    return json.dumps({"checks": rows}, ensure_ascii=False, indent=2)
