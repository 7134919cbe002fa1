"""What the files no longer have is there for what is over; what they have of the same id counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rosterctl.domain.vehicle import Outage
from rosterctl.intake.build.gone import FOR_EVER, GoneNouns, beside, gone_nouns
from rosterctl.intake.load import read_bureau
from tests.support.folders import contents_of, flawless

DAY = date(2026, 12, 2)
POST = '{"id": "%s", "name": "n", "unit": "S01", "vehicle": "car", "since": "2026-12-02", "at": "14:00"}'
CAR = '{"id": "%s", "kind": "car", "unit": "S01", "since": "2026-12-02", "at": "06:00"}'
OFFICER = (
    '{"officer_id": "%s", "name": "n", "role": "sworn", "unit": "S01", "team": "Z", "left": "2026-12-02", '
    '"absences": [{"first": "2026-12-02", "last": "2026-12-02", "kind": "other"}]}'
)


def carrying(folder: Path, post: str, car: str, officer: str) -> Path:
    bureau = flawless(folder)
    (bureau / "carried").mkdir()
    units = '"units": [{"id": "U9", "name": "n", "kind": "line"}], '
    rows = (
        f'{{{units}"posts": [{POST % post}], "vehicles": [{CAR % car}], "officers": [{OFFICER % officer}]}}'
    )
    (bureau / "carried/gone.yaml").write_text(rows, encoding="utf-8")
    return bureau


def test_without_a_file_nothing_is_gone(tmp_path: Path) -> None:
    assert gone_nouns(contents_of(flawless(tmp_path))) == GoneNouns()


def test_what_is_gone_stands_after_what_is_there(tmp_path: Path) -> None:
    before = read_bureau(flawless(tmp_path / "before"))
    found = read_bureau(carrying(tmp_path / "after", "P", "C", "G"))
    for nouns, id in (("units", "U9"), ("posts", "P"), ("vehicles", "C"), ("officers", "G")):
        assert [*getattr(found, nouns)] == [*getattr(before, nouns), id]
    assert found.units["U9"].models == ()
    assert found.posts["P"].gone == (DAY, 840)
    kind = found.post_types[found.posts["P"].type]
    assert (kind.windows, kind.vehicle) == ((), "car")
    assert (found.officers["G"].left, found.absences[-1].officer) == (DAY, "G")


def test_a_vehicle_is_away_for_ever(tmp_path: Path) -> None:
    """It was gone before the handover of seven o'clock, so in the duty day of the date before."""
    (car,) = gone_nouns(contents_of(carrying(tmp_path, "P", "C", "G"))).vehicles.values()
    assert car.outages == (Outage(date(2026, 12, 1), FOR_EVER, start=1800),)


def test_what_the_files_have_again_counts(tmp_path: Path) -> None:
    before = read_bureau(flawless(tmp_path / "before"))
    post, car, officer = (next(iter(some)) for some in (before.posts, before.vehicles, before.officers))
    found = read_bureau(carrying(tmp_path / "after", post, car, officer))
    assert (found.posts, found.vehicles) == (before.posts, before.vehicles)
    assert (found.officers, found.absences) == (before.officers, before.absences)


def test_beside_takes_the_first() -> None:
    assert beside({"a": 1, "b": 2}, {"b": 3, "c": 4}) == {"a": 1, "b": 2, "c": 4}
