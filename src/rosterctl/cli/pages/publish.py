"""What `publish` and `rollback` say of the roster that is current now, or would be."""

from __future__ import annotations

import json

from rosterctl.cli.pages.changes import below_the_law, change_fields, changes_table
from rosterctl.export.plain_text import clean, counted
from rosterctl.operations.publish import Publicised


def publication_text(outcome: Publicised, dry_run: bool) -> str:
    """The outcome in a sentence, the changes within the frozen window, the legal minima that are missed."""
    lines = [clean(_sentence(outcome, dry_run))]
    if outcome.changes:
        lines.append(changes_table(outcome.bureau, outcome.changes))
    return "\n".join([*lines, *map(clean, below_the_law(outcome.roster.shortages))])


def _sentence(outcome: Publicised, dry_run: bool) -> str:
    horizon = outcome.roster.horizon
    what = f"{counted(len(outcome.roster.duties), 'duty', 'duties')}, {horizon.first} to {horizon.last}"
    number = outcome.version.number if outcome.version is not None else 0
    if outcome.nothing_new:
        return f"nothing to do: version {number} is this roster already"
    if dry_run:
        return f"would be published: {what}; audited, no findings"
    return f"version {number} is current: {what}"


def publication_json(outcome: Publicised, dry_run: bool) -> str:
    """The same for a program."""
    version = outcome.version
    fields = {
        "published": outcome.published,
        "dry_run": dry_run,
        "nothing_to_do": outcome.nothing_new,
        "version": version.number if version is not None else None,
        "folder": str(version.folder) if version is not None else None,
        "from": outcome.roster.horizon.first.isoformat(),
        "days": outcome.roster.horizon.days,
        "duties": len(outcome.roster.duties),
        "changes": [change_fields(one) for one in outcome.changes],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2)
