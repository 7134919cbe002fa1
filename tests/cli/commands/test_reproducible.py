"""`--reproducible`: the same bytes twice, with one process or two, and on a cluster."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.cli.main import run as rosterctl
from tests.support.station_roster import STATION

pytestmark = pytest.mark.slow

EXAMPLES = STATION.parent


def files(folder: Path) -> dict[str, bytes]:
    """What must not differ: all but `run.json`, which keeps the seconds."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "run.json")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def solved(bureau: Path, days: int, out: Path, *options: str) -> dict[str, bytes]:
    order = ["solve", str(bureau), "--from", "2026-12-01", "--days", str(days), "--out", str(out)]
    assert rosterctl([*order, "--quiet", "--reproducible", "--seed", "5", *options]) in (0, 6)
    return files(out)


@pytest.mark.parametrize(("example", "days"), [("brigade", 14), ("handan", 2)])
def test_one_process_or_two_give_the_same_bytes(tmp_path: Path, example: str, days: int) -> None:
    """The brigade is one model, Handan is solved unit by unit."""
    bureau = EXAMPLES / example
    one = solved(bureau, days, tmp_path / "one", "--processes", "1")
    assert solved(bureau, days, tmp_path / "two", "--processes", "2") == one
    assert solved(bureau, days, tmp_path / "again", "--processes", "2") == one


def test_a_cluster_gives_the_same_bytes(tmp_path: Path) -> None:
    here = solved(STATION, 7, tmp_path / "here")
    assert solved(STATION, 7, tmp_path / "there", "--cluster", "local") == here


def test_a_cluster_that_does_not_answer_is_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "roster"
    order = ["solve", str(STATION), "--from", "2026-12-01", "--out", str(out)]
    assert rosterctl([*order, "--cluster", "127.0.0.1:no-port"]) == 2
    assert "--cluster 127.0.0.1:no-port" in capsys.readouterr().err
    assert not out.exists()
