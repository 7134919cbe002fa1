"""Zones, posts and vehicles: whose they are, and on which dates they are there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.post import Post, Zone
from rosterctl.domain.vehicle import Outage, Vehicle
from rosterctl.intake.build.work.posts import posts_of, vehicles_of, zones_of
from rosterctl.intake.load import read_bureau
from tests.support.folders import change, contents_of, flawless, spoilt, told, write

P2 = "type: moto, unit: S01, zone: Z1, from: 2026-01-01, until: 2026-12-31"
JUNE, LAST = date(2026, 6, 1), date(2026, 12, 31)


def test_a_zone_a_post_and_a_vehicle(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(
        bureau / "zones/all.yaml", "unit: S02}", "unit: S02, y: -1.5, from: 2026-06-01, until: 2026-12-31}"
    )
    change(bureau / "officers/S02.csv", "Z2", "")
    change(bureau / "zones/all.yaml", "unit: S01, zone: Z1}", "unit: S01, zone: Z1, callsign: 一号}")
    contents = contents_of(bureau)
    assert zones_of(contents)["Z2"] == Zone("Z2", "西段", "S02", 0.0, -1.5, JUNE, LAST)
    assert posts_of(contents, {}, {})["P1"] == Post("P1", "一站值班台", "desk", "S01", "Z1", "一号")
    outage = Outage(date(2026, 12, 1), date(2026, 12, 5))
    assert vehicles_of(contents)["M01"] == Vehicle("M01", "motorcycle", "S01", "铁骑01", (outage,))


@pytest.mark.parametrize(
    ("old", "new", "mistakes"),
    [
        ("unit: S02}", "unit: S09}", ["3:30: unit: unknown unit 'S09' (did you mean 'S02'?)"]),
        (
            "unit: S02}",
            "unit: S02, from: 2026-01-02, until: 2026-01-01}",
            ["3:60: until: 2026-01-01 lies before from 2026-01-02"],
        ),
        ("unit: S02}", "unit: S02, from: 2026-01-01, until: 2026-01-01}", []),
        (
            P2,
            "type: mot, unit: S09, zone: Z9",
            [
                "6:32: type: unknown post type 'mot' (did you mean 'moto'?)",
                "6:43: unit: unknown unit 'S09' (did you mean 'S02'?)",
                "6:54: zone: unknown zone 'Z9'",
            ],
        ),
        (
            P2,
            "type: moto, unit: S01, zone: Z1, from: 2026-01-02, until: 2026-01-01",
            ["6:84: until: 2026-01-01 lies before from 2026-01-02"],
        ),
        (P2, "type: moto, unit: S01, zone: Z1, from: 2026-01-01, until: 2026-01-01", []),
    ],
)
def test_zones_and_posts(tmp_path: Path, old: str, new: str, mistakes: list[str]) -> None:
    found = spoilt(tmp_path, "zones/all.yaml", old, new)
    assert [one.removeprefix("zones/all.yaml:") for one in found] == mistakes


@pytest.mark.parametrize(
    ("zone", "dates"),
    [
        ("", (date(2026, 1, 1), LAST)),
        ("from: 2026-06-01", (JUNE, LAST)),
        ("until: 2026-06-01", (date(2026, 1, 1), JUNE)),
        ("from: 2026-12-31", (LAST, LAST)),  # one date is left
        ("from: 2027-01-01", None),
        ("until: 2026-01-01", (date(2026, 1, 1), date(2026, 1, 1))),
        ("until: 2025-12-31", None),
    ],
)
def test_a_post_stands_while_its_zone_does(
    tmp_path: Path, zone: str, dates: tuple[date, date] | None
) -> None:
    """P2 stands in the year 2026, in zone Z1 of unit S01."""
    bureau = flawless(tmp_path)
    change(bureau / "zones/all.yaml", "y: 0.5}", f"y: 0.5{', ' if zone else ''}{zone}}}")
    if dates is None:
        at = zone.replace("from:", "from").replace("until:", "until")
        assert told(bureau) == [f"zones/all.yaml:6:55: post 'P2' stands on no date: zone 'Z1' is there {at}"]
    else:
        post = read_bureau(bureau).posts["P2"]
        assert (post.first, post.last) == dates


VEHICLES = "vehicle_id,kind,unit,callsign,outages\nM00,motorcycle,S01,,\nM01,motorcycle,S01,,"


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        ("2026-12-01..2026-12-01", []),
        ("2026-12-02..2026-12-01", ["3:21: outages: 2026-12-01 lies before 2026-12-02"]),
        ("2026-12-01..2026-12-02 2026-12-03..2026-12-04", []),
        ("2026-12-03..2026-12-04 2026-12-01..2026-12-03", ["3:21: outages: two of them include 2026-12-03"]),
        (
            "2026-12-01",
            ["3:21: outages: '2026-12-01' is not a stretch of dates such as 2026-12-01..2026-12-05"],
        ),
        ("\nM01,motorcycle,S01,,", ["4:1: vehicle 'M01' is there twice"]),
        ("\nM02,motorcycle,S09,,", ["4:16: unit: unknown unit 'S09' (did you mean 'S02'?)"]),
    ],
)
def test_vehicles(tmp_path: Path, rows: str, mistakes: list[str]) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "vehicles.csv", VEHICLES + rows)
    assert [one.removeprefix("vehicles.csv:") for one in told(bureau)] == mistakes


def test_a_vehicle_whose_row_is_wrong_is_known_all_the_same(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "vehicles.csv", f"{VEHICLES}x\nM02,motorcycle,S01,,\n")
    write(bureau / "incidents.csv", "kind,id,first,last\nvehicle-down,M01,2026-12-09,\n")
    assert len(told(bureau)) == 1
