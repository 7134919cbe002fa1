"""A roster speaks of officers, shifts, units, posts and vehicles that its bureau must have."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.event import Event
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty, Slice
from rosterctl.domain.vehicle import Vehicle
from rosterctl.storage.roster.known_ids import known_posts, unknown_ids
from tests.support.bureaus import MONDAY, duty, roster_of, small_bureau
from tests.support.places import PAIR, post, post_type, window

BUREAU = small_bureau(
    post_types=[post_type("T", window(7, 19, minimum=PAIR))],
    posts=[post("gate", "T")],
    vehicles=[Vehicle("car", "car", "U1")],
    events=[Event("check", "check", MONDAY, 1200, 1440, ("U1",), 2, Level.PLAN, PAIR)],
)
KNOWN = duty(BUREAU, "a", MONDAY, "day", slices=[Slice(420, 720, "gate", ("car",)), Slice(720, 1140, "")])


def unknown(*duties: Duty, before: tuple[Duty, ...] = ()) -> list[tuple[str, str]]:
    roster = roster_of(BUREAU, MONDAY, 1, duties, before)
    return [(kind, id) for kind, id, _ in unknown_ids(BUREAU, roster)]


def test_a_roster_of_the_bureaus_own_things_has_none() -> None:
    assert unknown(KNOWN) == []


@pytest.mark.parametrize(
    ("duty", "found"),
    [
        (replace(KNOWN, officer="x"), [("officer", "x")]),
        (replace(KNOWN, shift="dusk"), [("shift", "dusk")]),
        (replace(KNOWN, unit="U9"), [("unit", "U9")]),
        (replace(KNOWN, slices=(Slice(420, 1140, "square"),)), [("post", "square")]),
        (replace(KNOWN, slices=(Slice(420, 1140, "check/3"),)), [("post", "check/3")]),  # it has two sites
        (replace(KNOWN, slices=(Slice(420, 1140, "gate", ("car", "bus")),)), [("vehicle", "bus")]),
    ],
)
def test_each_kind_is_told_by_its_name(duty: Duty, found: list[tuple[str, str]]) -> None:
    assert unknown(duty) == found


def test_the_duties_before_the_horizon_are_looked_at_too() -> None:
    stranger = replace(KNOWN, officer="x", day=MONDAY - timedelta(days=1))
    assert unknown(KNOWN, before=(stranger,)) == [("officer", "x")]


def test_an_id_is_told_once_and_in_order() -> None:
    twice = (
        replace(KNOWN, officer="y"),
        replace(KNOWN, officer="x"),
        replace(KNOWN, officer="y", shift="night"),
    )
    assert unknown(*twice) == [("officer", "x"), ("officer", "y")]


def test_the_right_ids_come_with_it() -> None:
    ((_, _, known),) = unknown_ids(BUREAU, roster_of(BUREAU, MONDAY, 1, [replace(KNOWN, officer="x")]))
    assert list(known) == ["a", "b", "c", "d"]


def test_posts_are_those_of_the_bureau_and_the_sites_of_its_events() -> None:
    assert list(known_posts(BUREAU)) == ["gate", "check/1", "check/2"]
