"""Rank who can lawfully stand in, and say why the others cannot.

ROSTER is a roster folder, or a bureau's folder or its state: the current version is meant then.

For a post that lacks people (--post), for all that an officer was to do (--officer), or for a post that lacks
people when this officer does not come (both). First come those on duty in reserve, then those who can
be called in, then the reserves of units that lend; among them who has borne least, then who is nearest.
Where nobody fills the place alone, the best pairs are tried: a second officer may keep the first company.

A --time before the morning handover is of the next morning, or of the date itself where the post lacks nobody
on the next.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.options import a_date, json_option, roster_argument
from rosterctl.cli.pages.stand_in import stand_ins_page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.insight.stand_ins.candidates import stand_ins
from rosterctl.insight.stand_ins.pairs import stand_in_pairs
from rosterctl.insight.stand_ins.vacancy import Vacancy, of_duty, of_post
from rosterctl.insight.typed_names import officer_meant, post_meant
from rosterctl.intake.text.scalars import read_minute
from rosterctl.storage.collector import keep_for_good
from rosterctl.storage.roster.folder import open_roster
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import ONE_DAY
from rosterctl.wording import say


@click.command(help=__doc__)
@roster_argument
@click.option("--post", help="The post that lacks somebody.")
@click.option("--officer", help="The officer whose duty is to be taken over.")
@click.option("--date", "day", metavar="DATE", callback=a_date, required=True, help="The date of the duty.")
@click.option(
    "--time",
    "at",
    metavar="HH:MM",
    help="When the post of --post lacks somebody; the first time if left out.",
)
@click.option("--all", "everybody", is_flag=True, help="List everybody, with all that is in the way.")
@json_option
def command(
    roster: Path,
    post: str | None,
    officer: str | None,
    day: date,
    at: str | None,
    everybody: bool,
    as_json: bool,
) -> None:
    if post is None and officer is None:
        raise click.UsageError(say(wording.POST_OR_OFFICER))
    if at is not None and post is None:
        raise click.UsageError(say(wording.TIME_OF_A_POST))
    bureau, found = open_roster(roster)
    keep_for_good()
    if day not in found.horizon:
        raise click.UsageError(say(wording.DATE_OUTSIDE_ROSTER, horizon=found.horizon))
    officer = officer_meant(bureau, officer, day).id if officer is not None else None
    missing = () if officer is None else _duties(found, officer, day)
    if post is None:
        vacancy = of_duty(missing[0])
    else:
        found = replace(found, duties=tuple(duty for duty in found.duties if duty not in missing))
        vacancy = _post(bureau, found, post, day, _minute(bureau, at))
    candidates = stand_ins(bureau, found, vacancy, officer or "")
    pairs = stand_in_pairs(bureau, found, vacancy, candidates)
    page = stand_ins_page(bureau, vacancy, candidates, pairs, everybody)
    click.echo(json.dumps(page.fields, ensure_ascii=False, indent=1) if as_json else page.text)


def _post(bureau: Bureau, roster: Roster, post: str, day: date, at: int | None) -> Vacancy:
    post = post_meant(bureau, post)
    if post not in bureau.posts:
        raise click.UsageError(say(wording.NO_POST, id=post, hint=""))
    vacancy = of_post(bureau, roster, post, day, at)
    if vacancy is None and at is not None and at >= DAY and day > roster.horizon.first:
        # The time as it is told elsewhere: 03:00 of the 7th lies in the night of the 6th.
        vacancy = of_post(bureau, roster, post, day - ONE_DAY, at)
    if vacancy is None:
        raise click.UsageError(say(wording.LACKS_NOBODY, post=post))
    return vacancy


def _duties(roster: Roster, officer: str, day: date) -> tuple[Duty, ...]:
    """What the officer was to do on the date."""
    duties = tuple(duty for duty in roster.duties if (duty.officer, duty.day) == (officer, day))
    if not duties:
        raise click.UsageError(say(wording.NO_DUTY_ON, officer=officer, day=day))
    return duties


def _minute(bureau: Bureau, text: str | None) -> int | None:
    """Minutes since the midnight of the date."""
    if text is None:
        return None
    try:
        minute = read_minute(text)
    except ValueError as wrong:
        raise click.UsageError(f"--time: {wrong}") from None
    return minute if minute >= bureau.day_starts else minute + DAY
