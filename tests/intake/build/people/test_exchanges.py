"""Which file the exchanges stand in, and that it is part of the bureau."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rosterctl.domain.exchange import Exchange, ExchangeKind
from rosterctl.intake.bureau_yaml import file_for
from rosterctl.intake.load import read_bureau
from rosterctl.problems import BadInput
from tests.support.bureaus import MONDAY
from tests.support.folders import input_files
from tests.support.station_roster import STATION

HEAD = "officer_id,date,with_officer,kind\n"
ROW = f"P001,{MONDAY},P007,substitution\n"


@pytest.fixture
def station(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STATION, tmp_path / "station"))


def named(station: Path, entry: str) -> None:
    with (station / "bureau.yaml").open("a") as file:
        file.write(f"exchanges: {entry}\n")


def test_the_file_beside_bureau_yaml_is_found_by_itself(station: Path) -> None:
    plain = read_bureau(station)
    (station / "exchanges.csv").write_text(HEAD + ROW)
    bureau = read_bureau(station)
    assert bureau.exchanges == (Exchange("P001", MONDAY, "P007", None, ExchangeKind.SUBSTITUTION),)
    assert str(bureau.exchanges[0].place) == "exchanges.csv:2:1"
    assert bureau.fingerprint != plain.fingerprint
    assert input_files(station)["exchanges.csv"] == (HEAD + ROW).encode()
    assert file_for(station, "exchanges") == "exchanges.csv"


def test_a_new_one_belongs_there_too_when_there_is_none_yet(station: Path) -> None:
    assert file_for(station, "exchanges") == "exchanges.csv"


def test_files_that_are_named_stand_for_it(station: Path) -> None:
    """The last of them takes what is new."""
    for name in ("swaps-11.csv", "swaps-12.csv", "exchanges.csv"):
        (station / name).write_text(HEAD)
    named(station, "[swaps-*.csv]")
    assert file_for(station, "exchanges") == "swaps-12.csv"
    assert "exchanges.csv" not in input_files(station)


def test_without_a_bureau_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        file_for(tmp_path, "exchanges")


def test_a_link_out_of_the_folder_is_not_followed(station: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text(HEAD)
    (station / "exchanges.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(BadInput) as mistakes:
        read_bureau(station)
    assert "leads out of the bureau's folder" in str(mistakes.value.problems[0].message)


@pytest.mark.parametrize(
    ("entry", "message"), [("[]", "no file is named"), ("[s.csv]", "there is no file 's.csv'")]
)
def test_what_nobody_would_read_is_not_written(station: Path, entry: str, message: str) -> None:
    named(station, entry)
    with pytest.raises(BadInput) as mistakes:
        file_for(station, "exchanges")
    assert message in mistakes.value.problems[0].message
