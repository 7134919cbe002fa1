"""Say what is different between two rosters, per officer or per post.

BEFORE and AFTER are roster folders; a published version's folder is one too, and a bureau's folder or its
state means the current version. Compared are the dates that both cover. Reasons come from the changes.csv in
the folder of AFTER, if there is one.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from rosterctl.cli import wording
from rosterctl.cli.options import a_date, a_roster, json_option
from rosterctl.cli.pages.difference import officers_page, posts_page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Roster
from rosterctl.export.report.off_rotation import why_off
from rosterctl.insight.difference import changes, post_changes
from rosterctl.insight.typed_names import officer_meant, post_meant, unit_meant
from rosterctl.operations.retired_shifts import in_own_shifts
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.roster.reasons import read_reasons
from rosterctl.wording import say

_FOLDER = click.Path(path_type=Path)


@click.command(help=__doc__)
@click.argument("before", type=_FOLDER, callback=a_roster)
@click.argument("after", type=_FOLDER, callback=a_roster)
@click.option("--officer", help="Only this officer.")
@click.option("--post", help="Who stood at this post, and who does.")
@click.option("--unit", help="Only duties served in this unit, before or after.")
@click.option("--date", "day", metavar="DATE", callback=a_date, help="Only this date.")
@json_option
def command(
    before: Path,
    after: Path,
    officer: str | None,
    post: str | None,
    unit: str | None,
    day: date | None,
    as_json: bool,
) -> None:
    if post is not None and officer is not None:
        raise click.UsageError(say(wording.NOT_BOTH))
    old_bureau, old = open_roster(before)
    bureau, new = open_roster(after)
    either = _either(old_bureau, bureau)
    if officer is not None:
        officer = officer_meant(either, officer, new.horizon.first).id
    if unit is not None:
        unit = unit_meant(either, unit).id
    if post is not None:
        post = post_meant(either, post)
    _compared(old_bureau, old, bureau, new)
    since = max(old.horizon.first, new.horizon.first)
    if post is not None:
        moved = [one for one in post_changes(old, new, since) if one.post == post]
        page = posts_page(
            bureau, [one for one in moved if day in (None, one.day) and unit in (None, one.unit)]
        )
    else:
        off = {(one.officer, one.day): why_off(one) for one in new.off_rotation or ()}
        said = {where: reason for where, reason in read_reasons(after).items() if reason}
        told = in_own_shifts(old_bureau, old), in_own_shifts(bureau, new)
        found = changes(*told, since, off | said)
        page = officers_page(bureau, [one for one in found if _asked(one, officer, unit, day)])
    click.echo(json.dumps(page.fields, ensure_ascii=False, indent=1) if as_json else page.text)


def _either(old: Bureau, new: Bureau) -> Bureau:
    """With all whom either of them has, as the new one has them."""
    events = {one.id: one for one in (*old.events, *new.events)}
    return replace(
        new,
        officers={**old.officers, **new.officers},
        units={**old.units, **new.units},
        posts={**old.posts, **new.posts},
        events=tuple(events.values()),
    )


def _asked(change: Change, officer: str | None, unit: str | None, day: date | None) -> bool:
    units = {duty.unit for duty in (change.before, change.after) if duty is not None}
    return officer in (None, change.officer) and day in (None, change.day) and (unit is None or unit in units)


def _compared(old_bureau: Bureau, old: Roster, bureau: Bureau, new: Roster) -> None:
    if old_bureau.id != bureau.id:
        raise click.UsageError(say(wording.TWO_BUREAUS, before=old_bureau.id, after=bureau.id))
    if not any(day in old.horizon for day in new.horizon):
        raise click.UsageError(say(wording.NO_COMMON_DATE, old=old.horizon, new=new.horizon))
