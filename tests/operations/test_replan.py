"""Replanning the shipped station: what is refused, and what is published."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.people.incident import Incident, IncidentKind
from rosterctl.intake.load import read_bureau
from rosterctl.operations.next_version import Renewed
from rosterctl.operations.publish import Publication
from rosterctl.operations.replan import Ready, make_ready, replan
from rosterctl.problems import BadInput
from rosterctl.storage.state.state import State
from tests.support.station_roster import FIRST, STATION, write_station

MORNING = datetime(2026, 12, 7, 5, 40, tzinfo=ZoneInfo("Asia/Shanghai"))
"""Of the first of the four dates that are published."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(STATION, tmp_path / "bureau")


@pytest.fixture
def state(tmp_path: Path, folder: Path) -> State:
    roster = write_station(tmp_path / "roster")
    assert run(["publish", str(roster), str(folder), "--now", "2026-11-01T00:00+08:00"]) in (0, 6)
    return State(folder / "state")


def replanned(state: State, folder: Path, now: datetime = MORNING, *, dry_run: bool = False) -> Renewed:
    order = Publication("planner", now, dry_run=dry_run)
    with state.lock():
        state.settle()
        return replan(state, make_ready(folder, state, order), order)


def sick(folder: Path, officer: str) -> None:
    (folder / "incidents.csv").write_text(f"kind,id,first,last,note\nsick,{officer},{FIRST},,\n")


def on_duty(state: State, folder: Path) -> str:
    roster = replanned(state, folder, dry_run=True).made.roster
    return next(one.officer for one in roster.duties if one.day == FIRST)


def test_before_anything_is_published_there_is_nothing_to_repair(folder: Path) -> None:
    with pytest.raises(BadInput) as refused:
        replanned(State(folder / "state"), folder)
    assert [one.message for one in refused.value.problems] == ["nothing is published yet"]


@pytest.mark.parametrize(("day", "hour", "days"), [(10, 5, 2), (10, 7, 1), (11, 6, 1)])
def test_a_roster_lasts_until_its_last_night_is_over(
    state: State, folder: Path, day: int, hour: int, days: int
) -> None:
    """On the 10th there is that date, and until 07:00 the night before; then only the night of the 10th."""
    now = MORNING.replace(day=day, hour=hour)
    assert replanned(state, folder, now).made.roster.horizon.days == days


def test_after_its_last_night_a_roster_is_over(state: State, folder: Path) -> None:
    with pytest.raises(BadInput) as refused:
        replanned(state, folder, MORNING.replace(day=11, hour=7, minute=0))
    assert [one.message for one in refused.value.problems] == ["the published roster ended on 2026-12-10"]


def test_nothing_is_published_when_nothing_changes(state: State, folder: Path) -> None:
    renewed = replanned(state, folder)
    assert (renewed.changes, renewed.version) == ((), None)
    assert [one.number for one in state.versions()] == [1]


def test_a_sick_call_is_published_with_its_reason_and_once(state: State, folder: Path) -> None:
    who = on_duty(state, folder)
    sick(folder, who)
    dry = replanned(state, folder, dry_run=True)
    assert (dry.version, len(state.versions())) == (None, 1)
    renewed = replanned(state, folder)
    assert renewed.version is not None and renewed.version.number == 2
    assert renewed.changes == dry.changes
    assert (who, "away: sickness") in {(one.officer, one.reason) for one in renewed.changes}
    assert (renewed.weight, renewed.unmended) == (renewed.bound, ())
    assert renewed.made.verdict.findings == ()
    assert replanned(state, folder).version is None


def entered(state: State, folder: Path, now: datetime, *incidents: Incident) -> Ready:
    with state.lock():
        state.settle()
        order = Publication("planner", now)
        ready = make_ready(folder, state, order, incidents)
        replan(state, ready, order)
        return ready


def at_work(state: State, folder: Path, shift: str) -> str:
    """An officer with this shift on the first date."""
    duties = replanned(state, folder, dry_run=True).made.roster.duties
    return next(one.officer for one in duties if (one.day, one.shift) == (FIRST, shift))


def test_back_of_somebody_who_is_not_away_is_told_and_not_entered(state: State, folder: Path) -> None:
    who = on_duty(state, folder)
    ready = entered(state, folder, MORNING, Incident(IncidentKind.BACK, who, FIRST))
    assert ready.told == (
        f"back {who}: changes nothing, because {who} is not away on {FIRST}; it is not entered",
    )
    assert (ready.entered, (folder / "incidents.csv").exists()) == ((), False)


def test_what_does_happen_is_entered_beside_it(state: State, folder: Path) -> None:
    who = on_duty(state, folder)
    other = next(one for one in read_bureau(folder).officers if one != who)
    ill, idle = Incident(IncidentKind.SICK, who, FIRST), Incident(IncidentKind.BACK, other, FIRST)
    ready = entered(state, folder, MORNING, ill, idle)
    assert [one.id for one in ready.entered] == [who]
    assert len(ready.told) == 1


@pytest.mark.parametrize(("hour", "days", "told"), [(18, 0, 1), (19, 0, 0), (18, 1, 0)])
def test_who_is_back_while_the_duty_would_still_run_is_told_that_it_stays_ended(
    state: State, folder: Path, hour: int, days: int, told: int
) -> None:
    """Ill at 10:00 of a duty from 07:00 to 19:00; back after it, or from tomorrow on, is another matter."""
    who = at_work(state, folder, "day")
    entered(state, folder, MORNING.replace(hour=10, minute=0), Incident(IncidentKind.SICK, who, FIRST))
    ill = Incident(IncidentKind.SICK, who, FIRST + timedelta(days=1))
    entered(state, folder, MORNING.replace(hour=11, minute=0), ill)
    back = Incident(IncidentKind.BACK, who, FIRST + timedelta(days=days))
    ready = entered(state, folder, MORNING.replace(hour=hour, minute=0), back)
    said = (
        f"{who} is back, but the duty of {FIRST} ended at 10:00 and stays so: others man what is left of it"
    )
    assert ready.told == (said,) * told
    assert [one.at for one in ready.entered] == [None if days else hour * 60]


@pytest.mark.parametrize(("hour", "told"), [(6, 0), (7, 1)])
def test_who_is_said_to_have_been_away_from_a_duty_that_is_over_worked_it(
    state: State, folder: Path, hour: int, told: int
) -> None:
    """The night of the first date ends at 07:00 of the next."""
    who = at_work(state, folder, "night")
    morning = MORNING.replace(day=FIRST.day + 1, hour=hour, minute=0)
    ready = entered(state, folder, morning, Incident(IncidentKind.SICK, who, FIRST))
    said = f"sick {who}: the duty of {FIRST} is over and stays as it was published"
    assert ready.told == (said,) * told
