"""What is different about a duty, by the first that fits, and what an officer need not be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.change import Change, ChangeKind, same, stood_at
from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY

DAY = Duty(
    "a",
    MONDAY,
    "day",
    "U1",
    Origin.ROTATION,
    (Slice(420, 720, "gate", ("car",)), Slice(720, 1140, "")),
)


def served(*slices: Slice) -> Duty:
    return replace(DAY, slices=slices)


def kind(before: Duty | None, after: Duty | None) -> ChangeKind:
    return Change("a", MONDAY, before, after, "").kind


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (replace(DAY, shift="night", unit="U2"), ChangeKind.SHIFT),  # the shift upsets more than the unit
        (replace(DAY, unit="U2", slices=()), ChangeKind.UNIT),  # and the unit more than the post
        (served(Slice(420, 720, "square", ("bus",)), Slice(720, 1140, "")), ChangeKind.POST),
        (served(Slice(420, 721, "gate", ("car",)), Slice(721, 1140, "")), ChangeKind.POST),  # a minute longer
        (served(Slice(420, 720, "gate", ("bus",)), Slice(720, 1140, "")), ChangeKind.VEHICLE),
        (replace(DAY, origin=Origin.RECALL), ChangeKind.ORIGIN),
    ],
)
def test_the_first_that_fits_is_told(after: Duty, expected: ChangeKind) -> None:
    assert kind(DAY, after) is expected
    assert kind(after, DAY) is expected


def test_no_duty_before_is_added_and_none_after_is_dropped() -> None:
    assert kind(None, DAY) is ChangeKind.ADDED
    assert kind(DAY, None) is ChangeKind.DROPPED


def test_a_stay_that_is_cut_in_two_is_the_same() -> None:
    cut = served(Slice(420, 600, "gate", ("car",)), Slice(600, 720, "gate", ("car",)), Slice(720, 1140, ""))
    assert cut != DAY
    assert same(DAY, cut)
    assert same(DAY, DAY)


@pytest.mark.parametrize(
    "other",
    [
        served(Slice(420, 600, "gate", ("car",)), Slice(600, 720, "gate", ("bus",)), Slice(720, 1140, "")),
        served(Slice(420, 600, "gate", ("car",)), Slice(600, 1140, "")),
        replace(DAY, origin=Origin.RECALL),
        replace(DAY, unit="U2"),
    ],
)
def test_another_vehicle_time_origin_or_unit_is_not_the_same(other: Duty) -> None:
    assert not same(DAY, other)
    assert not same(other, DAY)


def test_since_when_at_which_post() -> None:
    assert stood_at(DAY) == [(420, "gate"), (720, "")]
    assert stood_at(served(Slice(420, 600, "gate", ("car",)), Slice(600, 1140, "gate", ("bus",)))) == [
        (420, "gate")
    ]
    assert stood_at(served()) == []


def test_a_duty_that_ends_earlier_is_another_one() -> None:
    """The same posts all the while, so only the end tells."""
    whole = Duty("a", MONDAY, "day", "U1", Origin.ROTATION, (Slice(420, 1140, "P"),))
    early = whole.broken_off(WallMinute(600))
    assert not same(whole, early)
    assert Change("a", MONDAY, whole, early, "").kind is ChangeKind.END
