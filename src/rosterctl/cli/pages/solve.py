"""What `solve` says of the roster that it made, or could not make."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rosterctl.cli.pages import wording
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Roster
from rosterctl.export.plain_text import clean
from rosterctl.export.report.off_rotation import off_fields
from rosterctl.export.report.report_md import GAPS_IN_SUMMARY
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.clock import happening_fields
from rosterctl.wording import say


def solved_json(bureau: Bureau, roster: Roster) -> str:
    """What the summary of the report says, for a program."""
    facts: dict[str, Any] = {
        "bureau": roster.bureau,
        "from": roster.horizon.first.isoformat(),
        "days": roster.horizon.days,
        "duties": len(roster.duties),
        "tiers": [one.fields for one in roster.tiers],
        "fallbacks": [{"unit": one.unit, "why": one.why} for one in roster.fallbacks],
        "shortages": [
            {
                "what": one.what,
                "unit": one.unit,
                **happening_fields(one.day, one.start, one.end),
                "heads": one.heads,
                "why": one.why,
            }
            for one in roster.shortages
        ],
        "gaps": [{"plan": one.what, "why": one.why} for one in roster.notes_of(NoteKind.GAP)],
        "off_rotation": [off_fields(bureau, one) for one in roster.off_rotation or ()],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2)


def written_to(out: Path) -> str:
    return clean(say(wording.WRITTEN_AND_SHOWN, folder=out, typed=shlex.quote(str(out))))


def unlawful(findings: Sequence[Finding]) -> str:
    """A roster that we made and the audit rejects is our mistake; the first findings say which."""
    lines = [
        clean(say(wording.FINDING_OF_RULE, rule=one.rule, message=one.message))
        for one in findings[:GAPS_IN_SUMMARY]
    ]
    return "\n".join([*lines, say(wording.OUR_MISTAKE)])


def cut_short(terminated: bool, draft: Path | None) -> str:
    """Of a run that SIGTERM ended, or Ctrl-C; `draft` is where the best roster so far is kept."""
    if draft is None:
        return say(wording.TERMINATED_AT_FIRST if terminated else wording.INTERRUPTED_AT_FIRST)
    return clean(
        say(wording.TERMINATED_WITH_DRAFT if terminated else wording.INTERRUPTED_WITH_DRAFT, folder=draft)
    )
