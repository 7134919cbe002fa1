"""Why a job came to nothing, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rosterctl.audit.kept import where_and_what
from rosterctl.cli.pages import wording
from rosterctl.cli.pages.changes import CHANGES_SHOWN, change_fields, changes_table
from rosterctl.export.plain_text import clean
from rosterctl.operations.refusals import Frozen, Rejected
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import LISTED, numbered, say


def stopped() -> str:
    """Of a run that a signal ended."""
    return say(wording.STOPPED_BEFORE_READY)


def contradiction(units: Sequence[str]) -> str:
    """Of rules that no roster can keep; `units` are those for which it was proved."""
    if not units:
        return say(wording.RULES_CONTRADICT)
    return say(wording.RULES_CONTRADICT_IN, units=say(LISTED).join(units))


def no_roster(why: Contradiction | NoTimeForAny) -> str:
    """Why there is none at all, and what to do."""
    return contradiction(why.units) if isinstance(why, Contradiction) else no_time(why.seconds)


def no_time(seconds: float) -> str:
    """Of a search that had found nothing when its seconds were over."""
    return say(wording.TOO_LITTLE_TIME, seconds=seconds)


def rejected_text(rejected: Rejected) -> str:
    """The first findings of the audit, each with its officer, date, rule and file, and how many there are."""
    findings = rejected.report.findings
    said = (where_and_what(rejected.bureau, one) for one in findings[:CHANGES_SHOWN])
    lines = [clean(_finding(*parts)) for parts in said]
    breaches = numbered(len(findings), wording.ONE_BREACH, wording.SEVERAL_BREACHES)
    return "\n".join([*lines, say(wording.AUDIT_FOUND, breaches=breaches)])


def _finding(where: str, what: str) -> str:
    return say(wording.FOUND_WHERE, where=where, what=what) if where else what


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
    duties = numbered(len(frozen.changes), wording.ONE_DUTY_PUBLISHED, wording.DUTIES_PUBLISHED)
    return say(wording.FROZEN_WOULD_CHANGE, duties=duties, hours=frozen.hours)
