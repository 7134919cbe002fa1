"""Print what makes `rosterctl nightly` run every night: a crontab or systemd units."""

from __future__ import annotations

import json
import os
import pwd
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.cli.session.state import state_option
from rosterctl.export.plain_text import clean
from rosterctl.intake.bureau_yaml import BUREAU_YAML
from rosterctl.intake.text.scalars import read_minute
from rosterctl.operations.schedule import Night, crontab, systemd
from rosterctl.storage.disk.atomic import write_file
from rosterctl.timeline.clock import DAY
from rosterctl.wording import say

USER = re.compile(r"[\w.@+-]+")
READABLE = 0o644
"""Units name no person, and systemd complains of files that not everybody may read."""


def _minute(context: click.Context, option: click.Parameter, text: str) -> int:
    try:
        return read_minute(text) % DAY
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), context, option) from None


def _user(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    if text is not None and not USER.fullmatch(text):
        raise click.BadParameter(say(wording.NO_USER, text=text), context, option)
    return text


user_option = click.option(
    "--user", callback=_user, help="Who runs it, and gets cron's mail; you if left out."
)
at_option = click.option(
    "--at",
    "minute",
    metavar="HH:MM",
    default="03:40",
    show_default=True,
    callback=_minute,
    help="When, by the system's clock; better not in an hour that a clock change skips or repeats.",
)


@click.group(help=__doc__)
def command() -> None:
    pass


@command.command("crontab")
@bureau_argument
@state_option
@user_option
@at_option
@json_option
def crontab_lines(bureau: Path, state: Path | None, user: str | None, minute: int, as_json: bool) -> None:
    """Print lines for `crontab -e`, with this installation's and the bureau's paths."""
    text = crontab(_night(bureau, state, user, minute))
    click.echo(_json({"crontab": text}) if as_json else text, nl=as_json)


@command.command("systemd")
@bureau_argument
@state_option
@user_option
@at_option
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write the files here, such as /etc/systemd/system."
)
@json_option
def systemd_units(
    bureau: Path, state: Path | None, user: str | None, minute: int, out: Path | None, as_json: bool
) -> None:
    """Print a service and a timer with this installation's and the bureau's paths, or write them (--out)."""
    night = _night(bureau, state, user, minute)
    if night.quoted:
        raise click.UsageError(say(wording.QUOTATION_MARKS, program=night.program))
    for path in night.hidden:
        click.echo(clean(say(wording.HIDDEN_FROM_SERVICE, path=path)), err=True)
    units = systemd(night)
    if out is not None:
        _write(out, units)
    elif as_json:
        click.echo(_json(units))
    else:
        click.echo("\n".join(f"# ==> {name} <==\n{text}" for name, text in units.items()), nl=False)


def _night(bureau: Path, state: Path | None, user: str | None, minute: int) -> Night:
    folder = _absolute(bureau)
    if not (folder / BUREAU_YAML).is_file():
        raise click.UsageError(say(wording.NO_BUREAU_IN, file=BUREAU_YAML, folder=folder))
    kept = _absolute(state) if state is not None else None
    if kept is not None and not kept.parent.is_dir():
        raise click.UsageError(say(wording.FOLDER_MISSING, folder=kept.parent))
    night = Night(_program(), folder, kept, user or _me(), *divmod(minute, 60))
    for path in night.unwritable:
        raise click.UsageError(say(wording.CANNOT_BE_SCHEDULED, path=str(path)))
    return night


def _absolute(path: Path) -> Path:
    """Without `..`, which systemd refuses; a link stays a link, so that it may be led elsewhere later."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _program() -> Path:
    """The `rosterctl` of this installation, beside its Python."""
    beside = Path(sys.executable).parent / "rosterctl"
    found = beside if os.access(beside, os.X_OK) else shutil.which("rosterctl")
    if found is None:
        raise click.UsageError(say(wording.NO_PROGRAM))
    return Path(found).absolute()


def _me() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        raise click.UsageError(say(wording.NO_USER_NAME)) from None


def _write(folder: Path, units: Mapping[str, str]) -> None:
    for name, text in units.items():
        write_file(folder / name, text.encode())
        (folder / name).chmod(READABLE)
        click.echo(clean(str(folder / name)), err=True)


def _json(files: Mapping[str, str]) -> str:
    return json.dumps(dict(files), ensure_ascii=False, indent=2)
