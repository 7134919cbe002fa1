"""What `solve` says beside the report: for programs, where it wrote, why there is nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from rosterctl.cli.pages.solve import cut_short, solved_json, unlawful, written_to
from rosterctl.domain.roster import Fallback, Note, NoteKind, OffCause, OffRotation, Shortage
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.report.report_md import GAPS_IN_SUMMARY
from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

ROSTER = plain_roster(small_bureau(), MONDAY, 4)


def test_for_programs() -> None:
    roster = replace(
        ROSTER,
        tiers=(TierResult(Tier.LEGAL, 120, 60, 1.5),),
        shortages=(Shortage(1, "P", "U1", MONDAY, 420, 540, 1, "nobody is rested"),),
        fallbacks=(Fallback("U1", "it was killed"),),
        notes=(Note(NoteKind.GAP, "U1 720", "no time was left"),),
        off_rotation=(OffRotation("b", MONDAY, "night", "U1", OffCause.ROTATION, "rest"),),
    )
    assert json.loads(solved_json(small_bureau(), roster)) == {
        "bureau": "small",
        "from": "2026-12-07",
        "days": 4,
        "duties": 8,
        "tiers": [{"tier": "legal minima short", "value": 120, "bound": 60, "gap": 0.5}],
        "fallbacks": [{"unit": "U1", "why": "it was killed"}],
        "shortages": [
            {
                "what": "P",
                "unit": "U1",
                "date": "2026-12-07",
                "start": 420,
                "end": 540,
                "heads": 1,
                "why": "nobody is rested",
            }
        ],
        "gaps": [{"plan": "U1 720", "why": "no time was left"}],
        "off_rotation": [
            {
                "officer": "b",
                "date": "2026-12-07",
                "shift": "night",
                "unit": "U1",
                "cause": "rotation",
                "rule": "rest",
            }
        ],
    }


def test_the_next_command_can_be_pasted() -> None:
    assert written_to(Path("my roster")) == "written to my roster; `rosterctl show 'my roster'` shows it"


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (None, "interrupted before the first roster; nothing was written"),
        (Path("r-draft"), "interrupted; the best roster so far is kept as a draft in r-draft"),
    ],
)
def test_a_run_that_was_cut_short(draft: Path | None, said: str) -> None:
    assert cut_short("interrupted", draft) == said


def test_a_roster_that_the_audit_rejects_is_our_mistake() -> None:
    lines = unlawful([Finding("rest", "too short")] * (GAPS_IN_SUMMARY + 1)).splitlines()
    assert lines[:-1] == ["rest: too short"] * GAPS_IN_SUMMARY
    assert lines[-1] == "the audit rejected the roster; nothing was written. Please report this."
