"""examples/handan and examples/brigade against the tables of the article and the law's night minimum."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import post_demands
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.officer import Assignment, Officer, Role
from rosterctl.domain.post import Level
from rosterctl.domain.rotation import Rotation
from rosterctl.domain.shift import Shift
from rosterctl.domain.unit import UnitKind
from rosterctl.intake.load import read_bureau
from rosterctl.timeline.horizon import Horizon
from tests.support.presets import tiny_bureau
from tests.support.rotations import mean_weekly_minutes

EXAMPLES = Path(__file__).parents[2] / "examples"
DATA = Path(__file__).parent / "data"
HORIZON = Horizon(date(2026, 12, 1), 28)
Teams = dict[tuple[str, str], list[Officer]]
GENERATED = ("units/*.yaml", "zones/*.yaml", "officers/*.csv", "*.csv", "events.yaml")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


UNITS, STATIONS = rows("handan_units.csv"), rows("handan_stations.csv")


@pytest.fixture(scope="module")
def handan() -> Bureau:
    return read_bureau(EXAMPLES / "handan")


@pytest.fixture(scope="module")
def brigade() -> Bureau:
    return read_bureau(EXAMPLES / "brigade")


@pytest.fixture(scope="module")
def teams(handan: Bureau) -> Teams:
    """The officers of every team by unit and team."""
    found: Teams = {}
    for one in handan.officers.values():
        found.setdefault((home(one).unit, home(one).team), []).append(one)
    return found


def home(officer: Officer) -> Assignment:
    """Nobody is transferred."""
    (assignment,) = officer.assignments
    return assignment


def of(bureau: Bureau, unit: str, team: str = "") -> list[Officer]:
    return [
        one for one in bureau.officers.values() if home(one).unit == unit and team in ("", home(one).team)
    ]


def roles(officers: list[Officer]) -> tuple[int, int]:
    """Sworn, auxiliary."""
    sworn = sum(one.role is Role.SWORN for one in officers)
    return sworn, len(officers) - sworn


def test_2794_officers_in_12_brigades_and_14_stations(handan: Bureau) -> None:
    kinds = Counter(unit.kind for unit in handan.units.values())
    assert kinds == {UnitKind.AREA: 7, UnitKind.LINE: 5, UnitKind.POINT: 14}
    assert len(handan.officers) == 2794


@pytest.mark.parametrize("row", UNITS, ids=[row["unit_id"] for row in UNITS])
def test_a_brigade_has_the_heads_of_the_table(handan: Bureau, row: dict[str, str]) -> None:
    unit = row["unit_id"]
    assert handan.units[unit].name == row["name"]
    assert handan.units[unit].kind == row["kind"]
    assert roles(of(handan, unit)) == (int(row["sworn"]), int(row["auxiliary"]))
    teams = Counter(home(one).team for one in of(handan, unit))
    assert {teams[team] for team in teams if team != "K"} == {int(row["per_team"])}
    assert teams["K"] == (4 if unit == "zhuhe" else 2)


@pytest.mark.parametrize("row", STATIONS, ids=[row["station_id"] for row in STATIONS])
def test_a_station_has_the_heads_of_the_table(handan: Bureau, row: dict[str, str]) -> None:
    station = row["station_id"]
    assert handan.units[station].lenders == (row["area_unit"],)
    assert len(of(handan, station)) == int(row["size"])
    for team in handan.units[station].on(HORIZON.first).teams:
        members = of(handan, station, team.id)
        assert roles(members) == (int(row["sworn_per_team"]), int(row["auxiliary_per_team"]))
        assert sum(one.leader for one in members) == 2


def test_people_come_from_patrol_traffic_stations_and_offices_as_the_article_says() -> None:
    # 867 + 1,415 + 312 + 200 = 2,794. The first skill of a row tells the origin; an office gives none.
    came: Counter[str] = Counter()
    for path in sorted((EXAMPLES / "handan" / "officers").glob("*.csv")):
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
            came["station" if row["unit"].startswith("S") else row["skills"].split(" ")[0]] += 1
    table = {key: sum(int(row[f"from_{key}"]) for row in UNITS) for key in ("patrol", "traffic", "office")}
    assert table == {"patrol": 867, "traffic": 1415, "office": 200}
    assert came["station"] == 312
    # Leaders from offices were taught a trade; everybody else is where the table has him.
    taught = came["patrol"] + came["traffic"] - 867 - 1415
    assert 0 < taught < 60
    assert sum(came.values()) == 2794


def test_652_in_each_team_80_in_each_half_of_zhuhe_and_26_commanders(handan: Bureau) -> None:
    pool: Counter[tuple[str, int]] = Counter()
    for one in handan.officers.values():
        team = handan.team(one, HORIZON.first)
        assert team is not None
        pool[team.rotation, team.offset] += 1
    assert pool == {
        **{("cn4x2", offset): 652 for offset in range(4)},
        **{("alt-day", offset): 80 for offset in range(2)},
        ("command-week", 2): 26,
    }


def test_commanders_work_monday_to_friday(handan: Bureau) -> None:
    commander = of(handan, "congtai-1", "K")[0]
    assert [handan.plain_shift(commander, date(2026, 12, 7) + timedelta(days=n)) for n in range(7)] == [
        *[handan.shifts["command"]] * 5,
        None,
        None,
    ]


def test_every_team_of_a_brigade_has_leaders_of_both_trades_and_every_pair_of_commanders(
    handan: Bureau,
) -> None:
    for unit in handan.units.values():
        for team in unit.on(HORIZON.first).teams if unit.kind is not UnitKind.POINT else ():
            leaders = [one for one in of(handan, unit.id, team.id) if one.leader]
            assert len(leaders) >= (2 if team.id == "K" else 4)
            assert all(one.role is Role.SWORN for one in leaders)
            assert {"patrol", "traffic"} <= frozenset[str]().union(*(one.skills for one in leaders))


def test_117_cars_and_100_motorcycles(handan: Bureau) -> None:
    assert Counter(one.kind for one in handan.vehicles.values()) == {"car": 117, "motorcycle": 100}
    # A car for every post that drives, so no car may be in the workshop.
    assert all(not one.outages for one in handan.vehicles.values() if one.kind == "car")


def test_the_legal_minimum_at_night_is_459_heads(handan: Bureau) -> None:
    # 14x3 desks + 98x3 cars + 11x4 checkpoints + 2x4 ring cars + 16x3 riders + 4x3 parking + 11 leaders
    by_type = {"desk": 42, "grid-car": 294, "checkpoint": 44, "ring-car": 8, "motor": 48, "command": 11}
    parking = {"support-car": 6, "support": 6}
    for day in HORIZON:
        for minute in (19 * 60, 24 * 60, 31 * 60 - 1):
            assert minima(handan, day, minute) == {**by_type, **parking}, (day, minute)
    assert sum(by_type.values()) + sum(parking.values()) == 459


def minima(bureau: Bureau, day: date, minute: int) -> dict[str, int]:
    found: Counter[str] = Counter()
    for demand in post_demands(bureau, day):
        crews = dict(demand.crews)
        if demand.start <= minute < demand.end and Level.MINIMUM in crews:
            found[demand.type.id] += crews[Level.MINIMUM].heads
    return dict(found)


def test_160_junctions_at_the_peaks_of_workdays_and_90_school_gates(handan: Bureau) -> None:
    at_peak = Counter(one.type.id for one in post_demands(handan, date(2026, 12, 1)) if one.start == 17 * 60)
    assert at_peak["junction"] + at_peak["junction-workday"] + at_peak["road-junction"] == 160
    gates = [one for one in post_demands(handan, date(2026, 12, 1)) if one.type.id == "gate"]
    assert Counter((one.start, one.end) for one in gates) == {(420, 500): 90, (990, 1080): 90}
    sunday = Counter(one.type.id for one in post_demands(handan, date(2026, 12, 6)))
    assert "gate" not in sunday
    assert sunday["junction"] == 2 * (98 + 14)  # one in every grid and at every station, twice a day


def test_a_junction_lies_in_reach_of_a_grid_whose_officers_live_by_it(handan: Bureau) -> None:
    homes = {(home(one).unit, home(one).zone) for one in handan.officers.values()}
    for post in handan.posts.values():
        reach = handan.post_types[post.type].reach_km
        if reach is not None:
            zone = handan.zones[post.zone]
            own = [handan.zones[home] for unit, home in homes if unit == post.unit]
            assert any(home.distance(zone) <= reach for home in own), post.id


def test_thirteen_per_cent_of_officer_days_are_absent(handan: Bureau) -> None:
    absent = sum(not handan.is_present(one, day) for day in HORIZON for one in handan.officers.values())
    assert absent / (len(handan.officers) * len(HORIZON)) == pytest.approx(0.13, abs=0.005)
    kinds = {one.kind for one in handan.absences}
    assert {AbsenceKind.LEAVE, AbsenceKind.TRAINING, AbsenceKind.SICKNESS, AbsenceKind.MATERNITY} <= kinds


def test_only_four_nights_lack_a_man_for_the_legal_minimum(handan: Bureau, teams: Teams) -> None:
    # Sworn: one a grid and a leader in an area, 11x2 + 2x2 + 1 at the ring, trios + 1 elsewhere, 1 at a desk.
    sworn = {row["unit_id"]: int(row["grids"]) + 1 for row in UNITS if row["kind"] == "area"}
    sworn |= {"fangkong": 27, "jidong-1": 9, "jidong-2": 9, "guifan": 5}
    auxiliaries = {unit: 2 * (heads - 1) for unit, heads in sworn.items()} | {"fangkong": 26}
    for row in STATIONS:
        sworn[row["station_id"]], auxiliaries[row["station_id"]] = 1, 2
    short = []
    for day in HORIZON:
        for unit, needed in sworn.items():
            there = roles(able(handan, teams, unit, "N", day))
            missing = (min(there[0] - needed, 0), min(there[1] - auxiliaries[unit], 0))
            if missing != (0, 0):
                short.append((unit, day.day, missing))
    assert short == [
        ("fangkong", 5, (-1, 0)),
        ("hanshan-2", 10, (-1, 0)),
        ("jingkai", 16, (-1, 0)),
        ("fangkong", 22, (-1, 0)),
    ]


@pytest.mark.parametrize("letter", ["D", "N"])
def test_whoever_is_absent_the_leaders_on_duty_know_both_trades(
    handan: Bureau, teams: Teams, letter: str
) -> None:
    for day in HORIZON:
        for unit in handan.units.values():
            if unit.id == "zhuhe" and letter == "N":
                continue
            leaders = [one for one in able(handan, teams, unit.id, letter, day) if one.leader]
            assert leaders, (unit.id, day)
            if unit.kind is not UnitKind.POINT:
                trades = frozenset[str]().union(*(one.skills for one in leaders))
                assert {"patrol", "traffic"} <= trades, (unit.id, day)


def able(bureau: Bureau, teams: Teams, unit: str, letter: str, day: date) -> list[Officer]:
    """Who is present in the team that has this letter, and on a night not protected."""
    for team in bureau.units[unit].on(day).teams:
        if bureau.rotations[team.rotation].letter(day, team.offset, bureau.anchor) == letter:
            return [
                one
                for one in teams[unit, team.id]
                if bureau.is_present(one, day) and not (letter == "N" and one.is_protected(day))
            ]
    raise LookupError((unit, letter, day))


def test_about_five_night_checks_a_week_at_two_sites(handan: Bureau) -> None:
    weeks = Counter((event.day - HORIZON.first).days // 7 for event in handan.events)
    assert weeks == {0: 5, 1: 5, 2: 5, 3: 5}
    assert {(one.start, one.end, one.sites, one.crew.heads) for one in handan.events} == {(1230, 1470, 2, 6)}


def test_the_brigade_is_hanshan_1_with_its_two_stations_out_of_the_same_people(
    handan: Bureau, brigade: Bureau
) -> None:
    assert list(brigade.units) == ["S07", "S08", "hanshan-1"]
    assert len(brigade.officers) == 266
    assert brigade.officers == {
        key: one for key, one in handan.officers.items() if home(one).unit in brigade.units
    }
    assert set(brigade.posts) == {key for key, one in handan.posts.items() if one.unit in brigade.units}


def test_the_generator_writes_the_same_bytes_again(tmp_path: Path) -> None:
    script = EXAMPLES / "handan" / "generate.py"
    subprocess.run([sys.executable, "-B", str(script), str(tmp_path)], check=True)
    for story in ("handan", "brigade"):
        assert contents(tmp_path / story) == contents(EXAMPLES / story)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for pattern in GENERATED
        for path in folder.glob(pattern)
    }


@pytest.mark.parametrize(
    ("night", "hours"),
    [
        ((19, 31), 42.0),
        ((17, 33), 49.0),  # both peaks in full: a 16-hour night, 28 h in four days
        ((18, 32), 45.5),
        ((18.5, 31.5), 43.75),
    ],
    ids=["19-07", "17-09", "18-08", "18:30-07:30"],
)
def test_an_overlapped_hour_a_day_costs_a_head_seven_quarters_of_an_hour_a_week(
    night: tuple[float, float], hours: float
) -> None:
    shifts = {
        "day": Shift("day", "", "", 7 * 60, 19 * 60),
        "night": Shift("night", "", "", round(night[0] * 60), round(night[1] * 60)),
    }
    rotation = Rotation("r", "", "DNOO", (0, 1, 2, 3), {"D": "day", "N": "night"})
    assert mean_weekly_minutes(rotation, shifts) / 60 == hours


def test_five_teams_overlap_at_both_peaks_at_39_2_hours(tmp_path: Path) -> None:
    # 2,794 heads in five teams of 558.8: 559 by day and by night, 1,118 while two overlap.
    bureau = tiny_bureau(tmp_path)
    rotation = bureau.rotations["dlnoo"]
    assert mean_weekly_minutes(rotation, bureau.shifts) / 60 == pytest.approx(39.2)
    on_duty = []
    for hour in range(7, 31):
        teams = [bureau.shifts[rotation.shifts[letter]] for letter in rotation.cycle if letter != "O"]
        count = sum(any(one.start <= at * 60 < one.end for at in (hour, hour + 24)) for one in teams)
        on_duty.append(round(2794 / 5 * count))
    assert on_duty == [1118, 1118, *[559] * 8, 1118, 1118, *[559] * 4, *[559] * 8]
