"""The page of `audit`: the verdict, who and where, what the roster costs."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.audit.audit import audit
from rosterctl.cli.pages.audit import audit_text
from tests.support.bureaus import MONDAY, duty
from tests.support.overlapping import BUREAU, PLAIN, changed, claim


def test_text_names_who_where_and_when() -> None:
    roster = replace(changed(duty(BUREAU, "a", MONDAY, "night")), tiers=claim(HOURS=7))
    lines = audit_text(BUREAU, roster, audit(BUREAU, roster)).splitlines()
    assert lines[0] == "small: 2026-12-07 to 2026-12-10, 10 duties"
    assert "offered           1" in lines
    assert "offered: 2026-12-07 U1 a (a): shift 'night' is not a shift that 'U1' offers on 'D'" in lines
    assert any(line.startswith("hours above the rotation") and line.endswith("minutes") for line in lines)


def test_a_clean_roster_says_by_how_many_rules() -> None:
    lines = audit_text(BUREAU, PLAIN, audit(BUREAU, PLAIN)).splitlines()
    assert lines[2] == f"clean: {len(audit(BUREAU, PLAIN).rules)} rules and the conservation laws hold"


def test_names_cannot_write_to_the_terminal() -> None:
    bureau = replace(BUREAU, name="small\x1b[2J")
    assert audit_text(bureau, PLAIN, audit(BUREAU, PLAIN)).startswith("small [2J: ")
