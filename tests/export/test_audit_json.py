"""audit.json: everything the audit found, for a program."""

from __future__ import annotations

import json

from rosterctl.export.audit_json import audit_json
from rosterctl.wording import speak
from rosterctl.words.catalogue import CHINESE, sentences
from tests.support.overlapping import PLAIN, claim, overlapped


def test_json_has_everything() -> None:
    told = json.loads(audit_json(PLAIN, overlapped(*claim(HOURS=240))))
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


def test_titles_and_measures_are_for_programs_whatever_is_spoken() -> None:
    report = overlapped(*claim(HOURS=240))
    before = json.loads(audit_json(PLAIN, report))["tiers"]
    speak(sentences(CHINESE))
    assert json.loads(audit_json(PLAIN, report))["tiers"] == before
