"""What `publish` and `rollback` say of the roster that is current now, or would be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.changes import below_the_law, change_fields, changes_table, let_off_text
from rosterctl.export.plain_text import clean
from rosterctl.operations.publish import Publicised
from rosterctl.wording import numbered, say

if TYPE_CHECKING:
    from rosterctl.operations.versions.joined_roster import JoinedRoster


def publication_text(outcome: Publicised, dry_run: bool) -> str:
    """The outcome in a sentence, the changes within the frozen window, the legal minima that are missed."""
    lines = [clean(_sentence(outcome, dry_run))]
    if outcome.joined is not None:
        lines += (_went_back if outcome.joined.version else _joined)(outcome, outcome.joined)
    elif outcome.changes:
        lines.append(changes_table(outcome.bureau, outcome.changes))
    return "\n".join([*lines, *map(clean, below_the_law(outcome.ahead)), *let_off_text(outcome.roster)])


def _sentence(outcome: Publicised, dry_run: bool) -> str:
    number = outcome.version.number if outcome.version is not None else 0
    if outcome.nothing_new and outcome.joined is not None:
        old = outcome.joined.version
        if not old:
            return say(wording.IS_THIS_ROSTER_THERE, number=number)
        return say(wording.IS_AS_OLD_VERSION, number=number, old=old)
    if outcome.nothing_new:
        return say(wording.IS_THIS_ROSTER, number=number)
    horizon, duties = outcome.roster.horizon, _duties(len(outcome.roster.duties))
    if dry_run:
        return say(wording.WOULD_BE_PUBLISHED, duties=duties, first=horizon.first, last=horizon.last)
    return say(wording.IS_PUBLISHED, number=number, duties=duties, first=horizon.first, last=horizon.last)


def _joined(outcome: Publicised, joined: JoinedRoster) -> Iterator[str]:
    """What was laid beside what, what was made between them, and what did not fit."""
    new = joined.new
    if new.days:
        yield say(wording.DATES_OF_THE_ROSTER, first=new.first, last=new.last)
    else:
        yield say(wording.NO_DATE_TO_COME)
    yield from _made_between(joined)
    yield from _unmended(joined)
    shown = tuple(dict.fromkeys((*outcome.changes, *joined.fitted)))
    if shown:
        yield changes_table(outcome.bureau, shown)
    if joined.renewed.changes:
        duties = _duties(len(joined.renewed.changes))
        yield say(wording.DIFFER_IN_VERSION if outcome.published else wording.DIFFER_BY_JSON, duties=duties)


def _went_back(outcome: Publicised, joined: JoinedRoster) -> Iterator[str]:
    """Which dates are as they were, what became of later ones, what changes, what does not come back."""
    if not outcome.nothing_new:
        yield from _dates_of_both(joined, outcome.roster.horizon.last)
    if outcome.changes:
        yield changes_table(outcome.bureau, outcome.changes)
        changes = numbered(len(outcome.changes), wording.ONE_CHANGE, wording.SEVERAL_CHANGES)
        listed = outcome.published
        yield say(wording.PUBLISHED_CHANGES_LISTED if listed else wording.PUBLISHED_CHANGES, changes=changes)
    if joined.not_back:
        yield say(wording.COMES_NOT_BACK, old=joined.version)
        yield changes_table(outcome.bureau, joined.not_back)


def _dates_of_both(joined: JoinedRoster, last: date) -> Iterator[str]:
    """On which dates the old version counts again; what is on the others, to the last of all."""
    new, old = joined.new, joined.version
    if new.days:
        yield say(wording.AS_IN_OLD_VERSION, first=new.first, last=new.last, old=old)
    else:
        yield say(wording.OLD_VERSION_IS_OVER, old=old)
    yield from _made_between(joined)
    if last >= new.end:
        yield say(wording.LATER_DATES_STAY, last=last)
    if joined.dropped:
        yield say(wording.LATER_DATES_DROPPED, duties=_duties(joined.dropped), first=new.end)
    yield from _unmended(joined)


def _made_between(joined: JoinedRoster) -> Iterator[str]:
    if joined.filled:
        yield say(wording.DATES_MADE_AS_BY_NIGHT, first=joined.filled[0], last=joined.filled[-1])


def _unmended(joined: JoinedRoster) -> Iterator[str]:
    for unit in joined.renewed.unmended:
        yield clean(say(wording.NOT_MENDED_AND_KEPT, unit=unit))


def _duties(number: int) -> str:
    return numbered(number, wording.ONE_DUTY_PUBLISHED, wording.DUTIES_PUBLISHED)


def publication_json(outcome: Publicised, dry_run: bool) -> str:
    """The same for a program."""
    version = outcome.version
    fields: dict[str, Any] = {
        "published": outcome.published,
        "dry_run": dry_run,
        "nothing_to_do": outcome.nothing_new,
        "version": version.number if version is not None else None,
        "folder": str(version.folder) if version is not None else None,
        "from": outcome.roster.horizon.first.isoformat(),
        "days": outcome.roster.horizon.days,
        "duties": len(outcome.roster.duties),
        "changes": [change_fields(outcome.bureau, one) for one in outcome.changes],
    }
    if outcome.joined is not None:
        fields["joined"] = {
            "from": outcome.joined.new.first.isoformat(),
            "days": outcome.joined.new.days,
            "filled": [day.isoformat() for day in outcome.joined.filled],
            "dropped": outcome.joined.dropped,
            "changes": [change_fields(outcome.bureau, one) for one in outcome.joined.renewed.changes],
            "not_back": [change_fields(outcome.bureau, one) for one in outcome.joined.not_back],
        }
    return json.dumps(fields, ensure_ascii=False, indent=2)
