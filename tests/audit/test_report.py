"""The verdict as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from rosterctl.audit.audit import audit
from rosterctl.audit.report import report_json, report_text
from tests.support.bureaus import MONDAY, duty
from tests.support.overlapping import BUREAU, PLAIN, changed, claim, overlapped


def test_text_names_who_where_and_when() -> None:
    roster = replace(changed(duty(BUREAU, "a", MONDAY, "night")), tiers=claim(HOURS=7))
    lines = report_text(BUREAU, roster, audit(BUREAU, roster)).splitlines()
    assert lines[0] == "small: 2026-12-07 to 2026-12-10, 10 duties"
    assert "offered           1" in lines
    assert "offered: 2026-12-07 U1 a (a): shift 'night' is not a shift that 'U1' offers on 'D'" in lines
    assert any(line.startswith("hours above the rotation") and line.endswith("minutes") for line in lines)


def test_json_has_everything() -> None:
    told = json.loads(report_json(PLAIN, overlapped(*claim(HOURS=240))))
    assert told["clean"] is True
    assert told["tiers"][4] == {
        "tier": 5,
        "title": "hours above the rotation",
        "measure": "minutes",
        "value": 240,
        "claimed": 240,
        "bound": 240,
        "gap": 0.0,
    }
    assert told["costs"][0]["what"] == "b"
