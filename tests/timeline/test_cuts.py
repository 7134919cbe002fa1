"""A stretch of time cut wherever something changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rosterctl.timeline.cuts import Tide, cut_at


@pytest.mark.parametrize(
    ("changes", "pieces"),
    [
        ([], [(420, 1140)]),
        ([600], [(420, 600), (600, 1140)]),
        ([900, 600, 900], [(420, 600), (600, 900), (900, 1140)]),  # in any order, and twice
        ([420, 1140], [(420, 1140)]),  # at the ends there is nothing to cut
        ([421, 1139], [(420, 421), (421, 1139), (1139, 1140)]),
        ([419, 1141], [(420, 1140)]),  # nor outside
    ],
)
def test_every_change_between_the_ends_cuts_once(changes: list[int], pieces: list[tuple[int, int]]) -> None:
    assert list(cut_at(420, 1140, changes)) == pieces


def test_a_stretch_without_length_has_no_piece() -> None:
    assert list(cut_at(420, 420, [400, 420, 440])) == []


def test_instants_are_cut_like_minutes() -> None:
    noon = datetime(2026, 12, 7, 12, tzinfo=UTC)
    hours = [noon + timedelta(hours=n) for n in range(4)]
    assert list(cut_at(hours[0], hours[3], [hours[2]])) == [(hours[0], hours[2]), (hours[2], hours[3])]


def test_a_tide() -> None:
    """Heads 0, 2, 1 from 0, 10 and 25: slots of 20 see least and greatest."""
    tide = Tide()
    tide.add(10, 30, 2)
    tide.add(25, 30, -1)
    tide.add(30, 50)
    tide.add(5, 5, 9)
    assert list(tide.slots(0, 60, 20)) == [(0, 2), (1, 2), (0, 1)]
    assert list(tide.slots(20, 40, 10)) == [(1, 2), (1, 1)]
