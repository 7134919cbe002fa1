"""Which file the exchanges stand in, and that it is part of the bureau."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.intake.build.people.exchanges import exchanges_of
from rosterctl.intake.bureau_yaml import file_for
from rosterctl.intake.load import examine, read_bureau
from rosterctl.problems import BadInput
from tests.support.bureaus import MONDAY
from tests.support.folders import contents_of, flawless, input_files, told, write
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


COLUMNS = "officer_id,date,with_officer,with_date,kind\n"
SWAP, STAND_IN = "1001,2026-12-08,1002,2026-12-09,swap", "1001,2026-12-08,1002,,substitution"


def exchanged(folder: Path, *rows: str) -> list[str]:
    """1001 and 1002 of S01, 2001 of S02; 1003 serves until 30 November."""
    bureau = flawless(folder)
    write(bureau / "exchanges.csv", COLUMNS + "\n".join(rows))
    return told(bureau)


@pytest.mark.parametrize(
    ("row", "mistakes"),
    [
        (SWAP, []),
        (STAND_IN, []),
        (
            "1001,2026-12-08,1001,2026-12-09,swap",
            ["exchanges.csv:2:17: with_officer: '1001' is the same officer"],
        ),
        (
            "1001,2026-12-08,1002,,swap",
            ["exchanges.csv:2:22: with_date: a swap needs the date of the duty that is taken in return"],
        ),
        (
            "1001,2026-12-08,1002,2026-12-09,substitution",
            ["exchanges.csv:2:22: with_date: in a substitution nothing is given in return"],
        ),
        ("1009,2026-12-08,1002,,substitution", ["exchanges.csv:2:1: officer_id: unknown officer '1009'"]),
        ("1001,2026-12-08,1009,,substitution", ["exchanges.csv:2:17: with_officer: unknown officer '1009'"]),
        ("1001,2026-11-30,1003,,substitution", []),
        (
            "1001,2026-12-01,1003,,substitution",
            ["exchanges.csv:2:6: officer '1003' is on the roll only until 2026-11-30"],
        ),
        (
            "1001,2026-11-30,1003,2026-12-01,swap",
            ["exchanges.csv:2:22: officer '1003' is on the roll only until 2026-11-30"],
        ),
        (
            "1003,2026-12-01,1001,,substitution",
            ["exchanges.csv:2:6: officer '1003' is on the roll only until 2026-11-30"],
        ),
    ],
)
def test_a_row_by_itself(tmp_path: Path, row: str, mistakes: list[str]) -> None:
    assert exchanged(tmp_path, row) == mistakes


@pytest.mark.parametrize(
    ("rows", "mistakes"),
    [
        # Each gives and takes on a date of their own, and once more on others.
        ([SWAP, "1001,2026-12-18,1002,2026-12-19,swap"], []),
        # A swap within one date: each gives that date's duty, so each may take one of that date.
        (["1001,2026-12-08,2001,2026-12-08,swap"], []),
        (
            [STAND_IN, STAND_IN],
            ["exchanges.csv:3:6: officer '1001' has given the duty of 2026-12-08 away already"],
        ),
        (
            [STAND_IN, "2001,2026-12-08,1002,,substitution"],
            ["exchanges.csv:3:6: officer '1002' has taken over a duty of 2026-12-08 already"],
        ),
        # What was taken over may be given on, and then another may be taken.
        ([STAND_IN, "1002,2026-12-08,2001,,substitution"], []),
        # The second leg of a swap is held against the rows before it as well.
        (
            [STAND_IN, "1002,2026-12-18,1001,2026-12-08,swap"],
            ["exchanges.csv:3:22: officer '1001' has given the duty of 2026-12-08 away already"],
        ),
        (
            [STAND_IN, "1002,2026-12-19,2001,2026-12-08,swap"],
            ["exchanges.csv:3:22: officer '1002' has taken over a duty of 2026-12-08 already"],
        ),
        # 1002 gives on what they took over, in a swap within that date.
        ([STAND_IN, "1002,2026-12-08,2001,2026-12-08,swap"], []),
        # A wrong row is not entered: the next is held against the first alone.
        (
            [STAND_IN, STAND_IN, "1001,2026-12-09,1002,,substitution"],
            ["exchanges.csv:3:6: officer '1001' has given the duty of 2026-12-08 away already"],
        ),
    ],
)
def test_rows_one_after_the_other(tmp_path: Path, rows: list[str], mistakes: list[str]) -> None:
    assert exchanged(tmp_path, *rows) == mistakes


def test_the_right_rows_come_in_their_order_and_a_wrong_one_is_left_out(tmp_path: Path) -> None:
    """The third row stands: 1001 has given away the 8th once, by the first row."""
    bureau = flawless(tmp_path)
    rows = STAND_IN, "1001,2026-12-08,2001,,substitution", "1002,2026-12-18,1001,2026-12-19,swap"
    write(bureau / "exchanges.csv", COLUMNS + "\n".join(rows))
    eighth, eighteenth, nineteenth = (date(2026, 12, n) for n in (8, 18, 19))
    assert exchanges_of(contents_of(bureau), {}) == (
        Exchange("1001", eighth, "1002", None, ExchangeKind.SUBSTITUTION),
        Exchange("1002", eighteenth, "1001", nineteenth, ExchangeKind.SWAP),
    )


def test_the_row_before_is_named(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "exchanges.csv", COLUMNS + f"{SWAP}\n1001,2026-12-08,2001,,substitution\n")
    (one,) = examine(bureau).problems
    assert one.hint == "that stands in exchanges.csv:2:1; delete one of the two"
