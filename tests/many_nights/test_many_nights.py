"""A few nights of the station, as the long run has thirty of the whole bureau."""

from pathlib import Path

from tests.many_nights.__main__ import main

STATION = Path(__file__).parents[2] / "examples" / "station"


def test_nights_of_the_station(tmp_path: Path) -> None:
    assert main(["--nights", "3", "--bureau", str(STATION), "--out", str(tmp_path / "nights")]) == 0
