"""Nights of a London bureau published one by one while its clocks go back."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.accounts.tally import tallies
from rosterctl.storage.roster.folder import open_roster
from tests.support.nights import current, numbers, state_of
from tests.support.repository import ROOT

pytestmark = pytest.mark.slow

THAMES = ROOT / "tests/golden/thames"
NIGHTS = (
    "2026-10-24T01:40+01:00",
    "2026-10-25T01:40+01:00",
    "2026-10-25T01:40+00:00",
    "2026-10-26T01:40+00:00",
)
"""On Sunday the 25th 02:00 BST becomes 01:00 GMT, so cron's 01:40 comes twice."""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bureau = Path(shutil.copytree(THAMES, tmp_path_factory.mktemp("dst") / "bureau"))
    for now in NIGHTS:
        assert run(["nightly", str(bureau), "--now", now, "--days", "7"]) == 0
    return bureau


def hours(bureau: Path, number: int, folder: Path) -> dict[tuple[str, str], float]:
    """Paid hours by date and shift, which everybody on it has alike."""
    out = folder / str(number)
    assert (
        run(["export", "csv", str(state_of(bureau).version(number).folder), "--out", str(out), "--raw"]) == 0
    )
    found: dict[tuple[str, str, str], float] = {}
    with (out / "roster.csv").open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            key = row["date"], row["shift"], row["officer_id"]
            found[key] = found.get(key, 0.0) + float(row["hours"])
    return {(day, shift): length for (day, shift, _), length in found.items()}


def test_every_night_is_published_once(bureau: Path) -> None:
    """The hour that comes twice is one night, the second time with nothing to do."""
    assert numbers(bureau) == [1, 2, 3]
    firsts = [one.deed.when.isoformat()[:10] for one in state_of(bureau).versions()]
    assert firsts == ["2026-10-24", "2026-10-25", "2026-10-26"]
    horizon = current(bureau).roster.horizon
    assert (horizon.first, horizon.today) == (date(2026, 10, 25), date(2026, 10, 26)), "its night still runs"
    assert state_of(bureau).verify() == ()
    for version in state_of(bureau).versions():
        assert run(["audit", str(version.folder)]) == 0


def test_the_night_of_the_change_is_an_hour_longer_in_every_version(bureau: Path, tmp_path: Path) -> None:
    """From 19:00 BST to 07:00 GMT are 13 hours; the nights before and after have 12."""
    first, second = (hours(bureau, number, tmp_path) for number in (1, 2))
    assert (first["2026-10-24", "night"], first["2026-10-25", "night"]) == (13, 12)
    assert second["2026-10-25", "night"] == 12
    assert second["2026-10-24", "night"] == 13, "it runs until 07:00"
    assert ("2026-10-24", "night") not in hours(bureau, 3, tmp_path), "it is past by then"


def test_what_was_borne_is_that_of_the_published_nights(bureau: Path) -> None:
    """Counted once each, the long one as it was; that of the 25th still runs and is in the roster itself."""
    state = state_of(bureau)
    first, roster = open_roster(state.version(1).folder)
    past = [one for one in roster.duties if one.day < date(2026, 10, 25)]
    assert {one.day for one in past} == {date(2026, 10, 24)}
    assert dict(current(bureau).bureau.ledger) == dict(tallies(first, past))
