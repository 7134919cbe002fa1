"""Why a job came to nothing, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rosterctl.audit.kept import where_and_what
from rosterctl.cli.pages.changes import CHANGES_SHOWN, change_fields, changes_table
from rosterctl.export.plain_text import clean, counted
from rosterctl.operations.refusals import Frozen, Rejected
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.rulekit.findings import Finding

STOPPED = "stopped before the roster was ready; the last one stays current"
"""Of a run by night; what `solve` has by then it keeps as a draft, and says so itself."""


def contradiction(units: Sequence[str]) -> str:
    """Of rules that no roster can keep; `units` are those for which it was proved."""
    where = f" in {', '.join(units)}" if units else ""
    return (
        f"the hard rules contradict each other{where}: not even an empty roster is lawful. Widen a limit "
        "under `rules` in bureau.yaml or make it soft; `rosterctl rules RULE` says what a rule demands"
    )


def no_roster(why: Contradiction | NoTimeForAny) -> str:
    """Why there is none at all, and what to do."""
    return contradiction(why.units) if isinstance(why, Contradiction) else no_time(why.seconds)


def no_time(seconds: float) -> str:
    """Of a search that had found nothing when its seconds were over."""
    return f"{seconds:g} s ran out before the first roster; raise --time-limit"


def rejected_text(rejected: Rejected) -> str:
    """The first findings of the audit, each with its officer, date, rule and file, and how many there are."""
    findings = rejected.report.findings
    said = (where_and_what(rejected.bureau, one) for one in findings[:CHANGES_SHOWN])
    lines = [clean(": ".join(part for part in parts if part)) for parts in said]
    total = counted(len(findings), "breach", "breaches")
    return "\n".join([*lines, f"the audit found {total}; nothing was published"])


def rejected_json(rejected: Rejected) -> str:
    rows = [_row(one) for one in rejected.report.findings]
    return json.dumps({"published": False, "findings": rows}, ensure_ascii=False, indent=2)


def _row(finding: Finding) -> dict[str, str]:
    """Whatever of unit, officer, post and date the finding names, empty where it does not."""
    return {
        "rule": finding.rule,
        "message": finding.message,
        "unit": finding.unit,
        "officer": finding.officer,
        "post": finding.post,
        "date": "" if finding.day is None else finding.day.isoformat(),
    }


def frozen_table(frozen: Frozen) -> str:
    return changes_table(frozen.bureau, frozen.changes)


def frozen_json(frozen: Frozen) -> str:
    rows = [change_fields(frozen.bureau, one) for one in frozen.changes]
    return json.dumps({"published": False, "changes": rows}, ensure_ascii=False, indent=2)


def frozen_sentence(frozen: Frozen) -> str:
    what = counted(len(frozen.changes), "duty", "duties")
    return (
        f"{what} would change that began already or begin within {frozen.hours:g} hours; nothing was "
        "published. Say why with --because if that is meant."
    )
