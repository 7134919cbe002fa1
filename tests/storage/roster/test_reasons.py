"""The reasons of changes come back from changes.csv by officer and date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rosterctl.problems import BadInput
from rosterctl.storage.roster.reasons import CHANGES, read_reasons

HEAD = "officer_id,date,kind,reason\r\n"


def written(folder: Path, text: str) -> Path:
    (folder / CHANGES).write_text(text, encoding="utf-8-sig", newline="")
    return folder


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    assert read_reasons(tmp_path) == {}
    assert read_reasons(written(tmp_path, HEAD)) == {}


def test_they_are_found_by_officer_and_date(tmp_path: Path) -> None:
    text = HEAD + 'P003,2026-12-07,dropped,"sick, until Friday"\r\n' + "P004,2026-12-07,added,for P003\r\n"
    day = date(2026, 12, 7)
    assert read_reasons(written(tmp_path, text)) == {
        ("P003", day): "sick, until Friday",
        ("P004", day): "for P003",
    }


def test_the_guard_against_formulas_is_taken_off(tmp_path: Path) -> None:
    found = read_reasons(written(tmp_path, HEAD + "P003,2026-12-07,dropped,'=1+1\r\n"))
    assert found == {("P003", date(2026, 12, 7)): "=1+1"}


@pytest.mark.parametrize(
    "text",
    [
        "officer_id,date\r\nP003,2026-12-07\r\n",  # a column is missing
        HEAD + "P003,2026-12-07,dropped\r\n",  # a row is too short
        HEAD + "P003,7 December,dropped,sick\r\n",
        HEAD + 'P003,2026-12-07,dropped,"sick\r\n',  # the quotation mark is open
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_reasons(written(tmp_path, text))
    (problem,) = refused.value.problems
    assert problem.place.file == str(tmp_path / CHANGES)


def test_a_file_in_another_encoding_is_damaged(tmp_path: Path) -> None:
    (tmp_path / CHANGES).write_bytes(HEAD.encode() + "P003,2026-12-07,dropped,病\r\n".encode("gb18030"))
    with pytest.raises(BadInput):
        read_reasons(tmp_path)
