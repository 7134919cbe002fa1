"""A few nights in which much happens, as the long runs have four hundred; some first dates of all."""

from datetime import date
from pathlib import Path

import pytest

from tests.many_nights import __main__ as many_nights
from tests.many_nights import first_dates

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
