"""A shift renamed or taken out after it was published stays known for as long as it is looked back at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.intake.load import read_bureau
from rosterctl.operations.retired_shifts import RETIRED, retired_files
from rosterctl.storage.roster.folder import open_roster
from tests.support.bureaus import MONDAY, by_id, duty, roster_of, shift, small_bureau
from tests.support.folders import change, flawless
from tests.support.nights import current, nightly, replan, station, worked


def test_a_bureau_that_has_all_shifts_carries_none() -> None:
    bureau = small_bureau()
    roster = roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day")])
    assert retired_files(bureau, [(bureau, roster)]) == {}


def test_what_is_carried_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Over midnight, from midnight on, a whole day, with a break of twenty minutes and a handover."""
    gone = by_id(
        [
            shift("over", 17, 31, break_minutes=20, handover=15),
            shift("after", 24, 32),
            shift("until", 16, 24),
            shift("whole", 7, 31),
        ]
    )
    then = small_bureau(shifts=gone.values())
    roster = roster_of(then, MONDAY, 1, [duty(then, "a", MONDAY, one) for one in gone])
    folder = flawless(tmp_path)
    now = read_bureau(folder)
    (data,) = retired_files(now, [(then, roster)]).values()
    (folder / RETIRED).parent.mkdir()
    (folder / RETIRED).write_bytes(data)
    found = read_bureau(folder).shifts
    assert {id: replace(found[id], place=gone[id].place) for id in gone} == gone
    assert found.keys() == now.shifts.keys() | gone.keys()


@pytest.mark.slow
def test_the_nights_go_on_after_a_shift_was_renamed(tmp_path: Path) -> None:
    """`overlap-evening` is worked from 17:00 to 07:00 at times; renamed, the plain night is worked for it."""
    bureau = station(tmp_path)
    own = 'own_shifts:\n  - {id: late-night, name: x, symbol: x, start: "17:00", end: "07:00"}'
    change(bureau / "bureau.yaml", "own_shifts:", own)
    change(bureau / "units/S01.yaml", "[night, overlap-evening,", "[night, late-night,")
    assert run(["solve", str(bureau), "--from", "2026-12-01", "--out", str(tmp_path / "roster")]) in (0, 6)
    at = ["--now", "2026-11-20T10:00+08:00"]
    assert run(["publish", str(tmp_path / "roster"), str(bureau), *at]) in (0, 6)
    planned = worked(current(bureau))
    ahead = {key for key, one in planned.items() if one == "late-night" and key[1] > "2026-12-03"}
    assert ahead
    change(bureau / "bureau.yaml", "{id: late-night", "{id: later-night")
    change(bureau / "units/S01.yaml", "[night, late-night,", "[night, later-night,")
    assert replan(bureau, "2026-12-03T08:00") in (0, 6)
    assert {worked(current(bureau))[key] for key in ahead} == {"night"}
    assert nightly(bureau, "2026-12-04") in (0, 6)
    published = current(bureau)
    assert "late-night" in {one.shift for one in published.roster.before}
    assert (published.version.folder / "bureau" / RETIRED).exists()
    assert open_roster(published.version.folder)[1] == published.roster
