"""What `solve` says of the roster that it made, or could not make."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Roster
from rosterctl.export.plain_text import clean
from rosterctl.export.report.off_rotation import off_fields
from rosterctl.export.report.report_md import GAPS_IN_SUMMARY
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.clock import happening_fields


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
    return clean(f"written to {out}; `rosterctl show {shlex.quote(str(out))}` shows it")


def unlawful(findings: Sequence[Finding]) -> str:
    """A roster that we made and the audit rejects is our mistake; the first findings say which."""
    lines = [clean(f"{finding.rule}: {finding.message}") for finding in findings[:GAPS_IN_SUMMARY]]
    last = "the audit rejected the roster; nothing was written. Please report this."
    return "\n".join([*lines, last])


def cut_short(word: str, draft: Path | None) -> str:
    """Of a run that a signal ended: `word` says how, `draft` is where the best roster so far is kept."""
    if draft is None:
        return f"{word} before the first roster; nothing was written"
    return clean(f"{word}; the best roster so far is kept as a draft in {draft}")
