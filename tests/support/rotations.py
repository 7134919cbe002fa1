"""What a rotation means in hours."""

from __future__ import annotations

from collections.abc import Mapping

from rosterctl.domain.rotation import REST, Rotation
from rosterctl.domain.shift import Shift


def mean_weekly_minutes(rotation: Rotation, shifts: Mapping[str, Shift]) -> float:
    """Mean paid minutes a week of a head who works every duty of the cycle."""
    worked = [shifts[rotation.shifts[letter]] for letter in rotation.cycle if letter != REST]
    return sum(shift.length - shift.break_minutes for shift in worked) * 7 / len(rotation.cycle)
