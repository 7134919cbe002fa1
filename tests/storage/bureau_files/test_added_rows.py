"""Rows are added in the file's own columns and line ends, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.problems import BadInput
from rosterctl.storage.bureau_files.added_rows import held, replace_known, with_rows

COLUMNS = ("id", "date", "note")
ROW = {"id": "P003", "date": "2026-12-07", "note": ""}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (None, "id,date,note\nP003,2026-12-07,\n"),
        (b"", "id,date,note\nP003,2026-12-07,\n"),
        (b"\n \n", "id,date,note\nP003,2026-12-07,\n"),  # blank is as good as none
        (b"id,date,note\n", "id,date,note\nP003,2026-12-07,\n"),
        (b"date, id\n", "date, id\n2026-12-07,P003\n"),  # its own order; it needs no note
        (b"id,date\r\n", "id,date\r\nP003,2026-12-07\r\n"),
        (
            b"id,date\nP001,2026-12-01",
            "id,date\nP001,2026-12-01\nP003,2026-12-07\n",
        ),  # no end in the last line
        (b"\xef\xbb\xbfid,date\n", "\ufeffid,date\nP003,2026-12-07\n"),
        (b"id,date,place\n", "id,date,place\nP003,2026-12-07,\n"),  # a column of which nothing is said
    ],
)
def test_a_row_goes_to_the_end(tmp_path: Path, known: bytes | None, expected: str) -> None:
    assert with_rows(tmp_path / "x.csv", known, COLUMNS, [ROW]).decode() == expected


def test_cells_are_quoted_where_csv_needs_it(tmp_path: Path) -> None:
    row = {**ROW, "note": 'ill, says "Li"'}
    assert with_rows(tmp_path / "x.csv", None, COLUMNS, [row]).endswith(b'"ill, says ""Li"""\n')


def test_what_must_be_said_needs_a_column(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        with_rows(tmp_path / "x.csv", b"id,date\n", COLUMNS, [{**ROW, "note": "ill"}])
    (problem,) = refused.value.problems
    assert (problem.place.line, problem.message) == (1, "there is no column 'note'")


def test_another_encoding_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        with_rows(tmp_path / "x.csv", "病\n".encode("gb18030"), COLUMNS, [ROW])


def test_a_file_that_holds_what_was_known_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    assert held(file) is None
    replace_known(file, None, b"one")
    replace_known(file, b"one", b"two")
    assert held(file) == b"two"


@pytest.mark.parametrize("known", [None, b"something else"])
def test_one_that_has_changed_in_the_meantime_stays(tmp_path: Path, known: bytes | None) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(b"one")
    with pytest.raises(BadInput):
        replace_known(file, known, b"two")
    assert held(file) == b"one"


def test_a_column_that_is_new_is_added_where_something_stands_in_it(tmp_path: Path) -> None:
    """Rows without all cells get them; line ends stay."""
    file, columns = tmp_path / "rows.csv", ("a", "b", "at")
    known = b'a,b\r\n1,"x,y"\r\n2\r\n'
    rows = [{"a": "3", "at": "02:00"}]
    assert with_rows(file, known, columns, rows, new=("at",)) == b'a,b,at\r\n1,"x,y",\r\n2,,\r\n3,,02:00\r\n'
    assert with_rows(file, known, columns, [{"a": "3"}], new=("at",)) == known + b"3,\r\n"
    there = b"a,at\n1,03:00\n"
    assert with_rows(file, there, columns, rows, new=("at",)) == there + b"3,02:00\n"
