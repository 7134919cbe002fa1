"""A few nights in which much happens, as the long runs have four hundred; some first dates of all."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.many_nights import __main__ as many_nights
from tests.many_nights import first_dates
from tests.many_nights.published import Published

EXAMPLES = Path(__file__).parents[2] / "examples"
EDGES = (
    date(2026, 2, 15),  # Spring Festival begins
    date(2026, 2, 28),  # the shortest month ends
    date(2026, 12, 31),  # the known calendar ends, and the year
    date(2027, 2, 6),  # the next Spring Festival
)


@pytest.mark.parametrize("seed", [1, 2])
def test_nights_of_the_station(tmp_path: Path, seed: int) -> None:
    """Six times as much happens as in ordinary life."""
    asked = ["--nights", "6", "--busy", "6", "--seed", str(seed), "--out", str(tmp_path / "nights")]
    assert many_nights.main([*asked, "--bureau", str(EXAMPLES / "station")]) == 0


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    asked = ["--busy", "3", "--out", str(tmp_path / "nights"), "--bureau", str(EXAMPLES / "station")]
    assert many_nights.main([*asked, "--nights", "1"]) == 0
    assert many_nights.main([*asked, "--nights", "2"]) == 0
    assert (tmp_path / "nights" / "summary.txt").read_text(encoding="utf-8").startswith("2 dates")


@pytest.mark.parametrize("day", EDGES, ids=str)
def test_first_dates_at_the_edges(tmp_path: Path, day: date) -> None:
    assert first_dates.main(["--from", str(day), "--until", str(day), "--out", str(tmp_path / "dates")]) == 0


def version(state: Path, number: int, carried: str, *told: tuple[str, int, int]) -> None:
    """One date of one officer, with shift, start and end of the duties; `carried` is a shift as it was."""
    folder = state / f"versions/{number:06d}"
    (folder / "bureau/carried").mkdir(parents=True)
    rows = [
        ["a", "2026-07-02", shift, "U1", "rotation", [[start, end, "P", ""]]] for shift, start, end in told
    ]
    roster = {"first": "2026-07-02", "days": 1, "duties": rows}
    (folder / "roster.json").write_text(json.dumps(roster))
    (folder / "version.json").write_text(json.dumps({"deed": {"what": "nightly"}}))
    if carried:
        shifts = {"shifts": [{"id": carried, "was": "night"}, {"id": "gone"}]}
        (folder / "bureau/carried/shifts.yaml").write_text(json.dumps(shifts))


@pytest.mark.parametrize(
    ("key", "end", "unexplained"),
    [
        ("night-1900-0900", 1980, False),
        ("night-1900-0900", 1979, True),  # as it was, and yet a minute shorter
        ("gone", 1980, True),  # a shift that is carried as it is no more
        ("other", 1980, True),
    ],
)
def test_a_duty_in_its_shift_as_it_was_has_not_changed(
    tmp_path: Path, key: str, end: int, unexplained: bool
) -> None:
    """The night was edited; a duty of it that has begun is carried with the same hours at the same post."""
    version(tmp_path, 1, "", ("night", 1140, 1980))
    version(tmp_path, 2, "night-1900-0900", (key, 1140, end))
    published = Published(tmp_path)
    changed, wrong = published.look(date(2026, 7, 2))
    assert (changed, len(wrong)) == (unexplained, unexplained)
    assert published.shifts("a", date(2026, 7, 2)) == ("night" if key.startswith("night") else key,)
