"""What `publish` and `rollback` say of the roster that is current now, or would be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from rosterctl.cli.pages.changes import below_the_law, change_fields, changes_table, let_off_text
from rosterctl.export.plain_text import clean, counted
from rosterctl.operations.publish import Publicised

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
    horizon = outcome.roster.horizon
    what = f"{counted(len(outcome.roster.duties), 'duty', 'duties')}, {horizon.first} to {horizon.last}"
    number = outcome.version.number if outcome.version is not None else 0
    if outcome.nothing_new and outcome.joined is not None:
        if not outcome.joined.version:
            return f"nothing to do: version {number} is this roster already, on the dates that count"
        old = f"version {outcome.joined.version}"
        return f"nothing to do: version {number} is already as {old}, as far as the bureau allows"
    if outcome.nothing_new:
        return f"nothing to do: version {number} is this roster already"
    if dry_run:
        return f"would be published: {what}; audited, no findings"
    return f"version {number} is current: {what}"


def _joined(outcome: Publicised, joined: JoinedRoster) -> Iterator[str]:
    """What was laid beside what, what was made between them, and what did not fit."""
    new = joined.new
    if new.days:
        yield f"of these, {new.first} to {new.last} are the roster's; on the others what was published stays"
    else:
        yield "no date of the roster is to come that has not begun: what was published stays"
    if joined.filled:
        yield f"nobody had planned {joined.filled[0]} to {joined.filled[-1]}: made as by night"
    for unit in joined.renewed.unmended:
        yield clean(f"{unit}: no lawful repair was found; it keeps what stands")
    shown = tuple(dict.fromkeys((*outcome.changes, *joined.fitted)))
    if shown:
        yield changes_table(outcome.bureau, shown)
    if joined.renewed.changes:
        where = "changes.csv of the version lists them" if outcome.published else "--json lists them"
        number = len(joined.renewed.changes)
        yield f"{counted(number, 'duty', 'duties')} are not as they were published or handed in; {where}"


def _went_back(outcome: Publicised, joined: JoinedRoster) -> Iterator[str]:
    """Which dates are as they were, what became of later ones, what changes, what does not come back."""
    old = f"version {joined.version}"
    if not outcome.nothing_new:
        yield from _dates_of_both(joined, outcome.roster.horizon.last)
    if outcome.changes:
        yield changes_table(outcome.bureau, outcome.changes)
        number = counted(len(outcome.changes), "change", "changes")
        yield f"{number} of published duties" + (", as in changes.csv" if outcome.published else "")
    if joined.not_back:
        yield f"of {old} this does not come back:"
        yield changes_table(outcome.bureau, joined.not_back)


def _dates_of_both(joined: JoinedRoster, last: date) -> Iterator[str]:
    """On which dates the old version counts again; what is on the others, to the last of all."""
    new, old = joined.new, f"version {joined.version}"
    if new.days:
        yield f"{new.first} to {new.last} are as in {old}, as far as the bureau allows; what had begun stays"
    else:
        yield f"no date of {old} is to come that has not begun"
    if joined.filled:
        yield f"nobody had planned {joined.filled[0]} to {joined.filled[-1]}: made as by night"
    if last >= new.end:
        yield f"after that, what was published stays, to {last}; --drop-later takes it away"
    if joined.dropped:
        yield f"{counted(joined.dropped, 'duty', 'duties')} from {new.end} on are taken away"
    for unit in joined.renewed.unmended:
        yield clean(f"{unit}: no lawful repair was found; it keeps what stands")


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
