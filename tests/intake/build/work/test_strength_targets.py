"""Strength targets: cut at the morning handover, of units that exist, on dates in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.intake.build.work.strength_targets import strengths_of
from rosterctl.timeline.calendar import DayType
from tests.support.folders import change, contents_of, flawless, told

THIRD, FOURTH = date(2026, 12, 3), date(2026, 12, 4)
PEAK = 'from: "17:00", to: "19:00", units: [S01]'


def test_a_strength_target_is_cut_at_the_handover(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    more = 'from: "06:00", to: "08:00", days: [workday], first: 2026-12-03, last: 2026-12-04, weight: 3'
    change(bureau / "bureau.yaml", PEAK, more)
    days = frozenset([DayType.WORKDAY])
    assert strengths_of(contents_of(bureau)) == (
        StrengthTarget("peak", "高峰", 2, 420, 480, days, (), THIRD, FOURTH, 3),
        StrengthTarget("peak", "高峰", 2, 1800, 1860, days, (), THIRD, FOURTH, 3),
    )


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (
            'from: "17:00", to: "19:00", units: [S01, S09]',
            ["units: unknown unit 'S09' (did you mean 'S02'?)"],
        ),
        (f"{PEAK}, first: 2026-12-04, last: 2026-12-04", []),
        (f"{PEAK}, weight: 0", ["weight: must be at least 1"]),
        (
            f"{PEAK}, first: 2026-12-04, last: 2026-12-03",
            ["last: 2026-12-03 lies before first 2026-12-04"],
        ),
    ],
)
def test_a_strength_target(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "bureau.yaml", PEAK, text)
    assert [one.split(": ", 1)[1] for one in told(bureau)] == mistakes
