"""rosterctl capacity on the shipped station: arithmetic in words, and every figure for programs."""

from __future__ import annotations

import json

import pytest

from rosterctl.cli.main import run
from rosterctl.export.report.capacity import capacity_text
from rosterctl.insight.capacity.capacity import capacity
from rosterctl.intake.load import read_bureau
from rosterctl.timeline.horizon import Horizon
from tests.support.station_roster import FIRST, STATION

ASKED = ("capacity", str(STATION), "--from", "2026-12-07", "--days", "7")


def test_the_text_is_that_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ASKED) == 0
    assert capsys.readouterr().out == capacity_text(capacity(read_bureau(STATION), Horizon(FIRST, 7))) + "\n"


def test_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """24 officers in four teams on 12-hour shifts, two of four dates each: 42 hours a week."""
    assert run([*ASKED, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["heads"], told["horizon"]) == (24, {"from": "2026-12-07", "days": 7})
    (unit,) = told["units"]
    assert (unit["teams"], unit["hours_a_week"]) == (4, 42.0)
