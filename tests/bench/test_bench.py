"""The ruler works: inputs are what they are said to be, all are judged alike, worse rosters score worse."""

import json
import sys
from dataclasses import replace

import pytest

from rosterctl.domain.roster import Origin, Roster, Slice
from rosterctl.domain.tier import Tier
from rosterctl.intake.load import read_bureau
from rosterctl.storage.roster.folder import write_roster
from rosterctl.timeline.horizon import Horizon
from tests.bench.city import DAYS, FIRST, SMALL, WHOLE, City
from tests.bench.city_files import write_city
from tests.bench.contest import Contest
from tests.bench.copies import write_copies
from tests.bench.cycle import plain_cycle
from tests.bench.peer import duties_before
from tests.bench.placing import place
from tests.bench.process import run
from tests.bench.reading import read
from tests.bench.rows import Reach, Row, below_bound
from tests.bench.sections import EXAMPLES, SHIFT
from tests.bench.table import table
from tests.support.folders import input_files

TINY = City(sizes=(48, 48), course=8, missed=60, schools=1)
"""Twelve a team; the course takes two of each team of the first unit for six shifts."""
COVER = 0.95


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench") / "tiny"
    write_city(TINY, COVER, folder)
    return folder


def spreadsheet(bureau):
    horizon = Horizon(FIRST, DAYS)
    duties = tuple(place(bureau, horizon, list(plain_cycle(bureau, horizon))))
    before = tuple(duties_before(bureau, horizon))
    return Roster(bureau.id, bureau.fingerprint, horizon, 0, {}, duties, before)


def test_the_whole_city_is_as_large_and_as_hard_as_it_is_said_to_be():
    teams = [sum(unit[team] for unit in WHOLE.teams) for team in range(4)]
    assert (sum(WHOLE.sizes), len(WHOLE.sizes), teams) == (2794, 26, [699, 699, 698, 698])
    assert [WHOLE.wanted(cover) for cover in (0.85, 0.95, 1.0)] == [33264, 37184, 39088]
    assert [WHOLE.missed_by_cycle(cover) for cover in (0.85, 0.95)] == [0, 1218]
    course = [one for one in WHOLE.absences if one.kind == "training"]
    assert (len(course), {one.unit for one in course}, {one.days for one in course}) == (
        150,
        {0, 1, 2, 3},
        {12},
    )


@pytest.mark.parametrize("city", [WHOLE, SMALL, TINY])
def test_nobody_is_away_twice_at_a_time_and_everybody_away_is_in_the_team(city):
    for one in city.absences:
        assert 0 <= one.number < city.teams[one.unit][one.team]
    people = [(one.unit, one.team, one.number) for one in city.absences]
    assert len(people) == len(set(people))


def test_the_audit_counts_what_the_arithmetic_says(tiny, tmp_path):
    write_roster(tmp_path / "cycle", spreadsheet(read_bureau(tiny)), input_files(tiny))
    found = read(tmp_path / "cycle")
    assert found.values[Tier.PLAN] == TINY.missed_by_cycle(COVER) * SHIFT > 0
    assert (found.findings, found.own_team, found.nights, found.nights_overall) == ({}, 1.0, 0, 0)


def test_a_roster_made_worse_scores_worse(tiny, tmp_path):
    bureau = read_bureau(tiny)
    roster = spreadsheet(bureau)
    write_roster(tmp_path / "good", roster, input_files(tiny))
    good = read(tmp_path / "good")
    night, later = _a_full_line(bureau, roster)
    off = replace(later, shift="day", origin=Origin.RECALL, slices=(Slice(420, 1140, ""),))
    worse = tuple(off if one is later else one for one in roster.duties if one is not night)
    write_roster(tmp_path / "worse", replace(roster, duties=worse), input_files(tiny))
    bad = read(tmp_path / "worse")
    # A night is gone and with it its post; a day that the rotation calls for stands there as a recall.
    assert bad.values[Tier.PLAN] > good.values[Tier.PLAN]
    assert bad.values[Tier.CHANGES] == good.values[Tier.CHANGES] + 2
    assert bad.values[Tier.HOURS] == good.values[Tier.HOURS] + SHIFT
    assert bad.findings == {"origin": 1}
    assert (bad.nights, bad.nights_overall) == (1, 1)
    assert bad.own_team == (len(worse) - 1) / len(worse)


def _a_full_line(bureau, roster):
    """A night at a post and a day of one officer who is there all the time."""
    for officer in bureau.officers.values():
        if all(bureau.is_present(officer, day) for day in roster.horizon):
            mine = [one for one in roster.duties if one.officer == officer.id]
            nights = [one for one in mine if one.shift == "night" and one.slices[0].post]
            if nights:
                return nights[0], next(one for one in mine if one.shift == "day")
    raise AssertionError("nobody is there all the time")


def test_ours_and_the_peers_are_measured_on_the_same_input(tiny, tmp_path):
    contest = Contest("tiny", tiny, FIRST, tmp_path, least=5.0)
    ours, naive, cycle = rows = list(contest.rows())
    assert [(row.who, row.findings) for row in rows] == [("ours", {}), ("naive", {}), ("cycle", {})]
    assert cycle.tiers["2"] == TINY.missed_by_cycle(COVER) * SHIFT
    assert max(ours.tiers["2"], naive.tiers["2"]) <= cycle.tiers["2"], (
        "ours begins with it, naive has it as hint"
    )
    assert ours.bounds["2"] == cycle.bounds["2"] and cycle.gap(Tier.PLAN) > 0
    assert naive.facts["bound"] <= naive.facts["objective"]
    assert [Row.from_json(json.loads(json.dumps(row.as_json()))) for row in rows] == rows
    assert [len(table(rows, markdown=form).splitlines()) for form in (True, False)] == [5, 5]


def test_copies_are_one_bureau_without_mistakes(tmp_path):
    write_copies(EXAMPLES / "brigade", 2, tmp_path)
    one, both = read_bureau(EXAMPLES / "brigade"), read_bureau(tmp_path)
    for what in ("officers", "units", "zones", "posts", "vehicles", "absences", "wishes", "events"):
        assert len(getattr(both, what)) == 2 * len(getattr(one, what)) > 0
    assert [target.heads for target in both.strengths] == [2 * target.heads for target in one.strengths]
    lender = next(unit for unit in both.units.values() if unit.lenders)
    assert {id.partition("-")[0] for id in lender.lenders} == {lender.id.partition("-")[0]}


def test_the_memory_of_a_process_that_a_process_starts_is_seen():
    grandchild = "import time; held = bytearray(100 << 20); time.sleep(3)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}]); sys.exit(3)"
    ran = run([sys.executable, "-c", child])
    assert ran.code == 3
    assert ran.memory > 100


@pytest.mark.parametrize(
    ("tiers", "findings", "said"),
    [
        ({"1": 0, "2": 719, "3": 5}, {}, True),
        ({"1": 0, "2": 720, "3": 5}, {}, False),
        ({"1": 1, "2": 719, "3": 5}, {}, False),
        ({"1": 0, "2": 719, "3": 5}, {"rest": 1}, False),
    ],
)
def test_a_lawful_roster_below_a_bound_is_told_unless_it_pays_more_above(tiers, findings, said):
    bounds = {"1": 0, "2": 720, "3": 5}
    row = Row("city", "naive", 0, 1.0, 0.0, tiers=tiers, findings=findings, bounds=bounds)
    assert bool(below_bound(row)) is said


@pytest.mark.parametrize(
    ("seconds", "code", "said"), [(60.0, 0, "met"), (60.01, 0, "missed"), (1.0, 8, "missed")]
)
def test_an_aim_is_met_up_to_its_edge_and_never_by_a_failure(seconds, code, said):
    assert Reach(60).said_of(Row("handan", "ours", code, seconds, 0.0)) == f"≤ 60 s {said}"
