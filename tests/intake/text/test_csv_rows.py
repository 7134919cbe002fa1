import pytest

from rosterctl.intake.shapes.csv_columns import AbsenceRow
from rosterctl.intake.text.csv_rows import cell_column, read_rows
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes


def read(tmp_path, text):
    (tmp_path / "a.csv").write_text(text, encoding="utf-8", newline="")
    folder = Folder(tmp_path, Mistakes())
    rows = list(read_rows(folder, "a.csv", AbsenceRow) or ())
    return rows, [(str(one.place), one.message) for one in folder.mistakes.problems]


def test_columns_in_any_order_and_blank_lines(tmp_path):
    rows, problems = read(
        tmp_path,
        "kind,last,first,officer_id\n\nleave,2026-12-02,2026-12-01,007\n,,,\ncourt,2026-12-03,2026-12-03,008\n",
    )
    assert problems == []
    assert [(row.line, row.shape.officer_id, str(row.shape.kind)) for row in rows] == [
        (3, "007", "leave"),
        (5, "008", "court"),
    ]


def test_a_row_after_a_cell_with_a_line_break_keeps_its_line(tmp_path):
    rows, problems = read(
        tmp_path, 'officer_id,first,last,kind\n"1\n",2026-12-01,2026-12-02,leave\n2,2026-12-01,x,leave\n'
    )
    assert [row.line for row in rows] == [2, 4]
    assert problems == [("a.csv:4:14", "last: 'x' is not a date such as 2026-12-01")]


@pytest.mark.parametrize(
    ("line", "number", "column"),
    [
        ("a,b,c", 0, 1),
        ("a,b,c", 2, 5),
        ('"a,b",c', 1, 7),
        ('"a""b",c', 1, 8),
        ("张三,李四", 1, 4),
        ("a", 3, 2),
    ],
)
def test_the_column_of_a_cell(line, number, column):
    assert cell_column(line, number) == column


def test_an_empty_file(tmp_path):
    assert read(tmp_path, "")[1] == [
        ("a.csv:1:1", "no column 'officer_id' and 'first' and 'last' and 'kind'"),
    ]


def test_a_first_line_that_is_no_csv(tmp_path):
    # After a closing quotation mark only a comma may stand.
    ((place, message),) = read(tmp_path, '"officer_id"x,first,last,kind\n')[1]
    assert (place, message[:30]) == ("a.csv:1:1", "this is not well-formed CSV: '")


def test_a_row_that_is_no_csv_ends_the_reading(tmp_path):
    good, bad = "1,2026-12-01,2026-12-02,leave\n", '"1"x,2026-12-01,2026-12-02,leave\n'
    (tmp_path / "a.csv").write_text(f"officer_id,first,last,kind\n{good}{bad}{good}")
    folder = Folder(tmp_path, Mistakes())
    assert [row.line for row in read_rows(folder, "a.csv", AbsenceRow) or ()] == [2]
    assert [str(one.place) for one in folder.mistakes.problems] == ["a.csv:3:1"]


@pytest.mark.parametrize(
    ("header", "problems"),
    [
        ("officer_id,first,last,kind", []),
        (" officer_id ,ｆｉｒｓｔ,last,kind", []),  # spaces and full-width letters are folded
        ("officer_id;first;last;kind", [("a.csv:1:1", "the columns are not separated by commas")]),
        ("officer_id\tfirst", [("a.csv:1:1", "the columns are not separated by commas")]),
        ("officer_id,first,last", [("a.csv:1:1", "no column 'kind'")]),
        ("officer_id,first,last,kind,first", [("a.csv:1:28", "column 'first' is there twice")]),
        (
            "officer_id,first,lats,last,kind",
            [("a.csv:1:18", "unknown column 'lats' (did you mean 'last'?)")],
        ),
        # A semicolon within one of several columns is part of its name.
        (
            "officer_id,first,last,kind,no;te",
            [("a.csv:1:28", "unknown column 'no;te'")],
        ),
    ],
)
def test_the_first_line(tmp_path, header, problems):
    assert read(tmp_path, header + "\n")[1] == problems


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("1,2026-12-01,2026-12-02,leave", []),
        ("1,2026-12-01,2026-12-02", [("a.csv:2:1", "the row has 3 cells, the first line has 4")]),
        ("1,2026-12-01,2026-12-02,leave,", []),  # a spreadsheet adds empty cells
        ("1,2026-12-01,2026-12-02,leave,x", [("a.csv:2:1", "the row has 5 cells, the first line has 4")]),
        ("1,2026-12-01, ,leave", [("a.csv:2:14", "last: the cell is empty")]),
        (
            "1,2026-12-01,2026-12-02,leav",
            [("a.csv:2:25", "kind: unknown word 'leav' (did you mean 'leave'?)")],
        ),
    ],
)
def test_a_row(tmp_path, row, problems):
    rows, found = read(tmp_path, f"officer_id,first,last,kind\n{row}\n")
    assert found == problems
    assert [one.shape is not None for one in rows] == ([] if "cells" in str(problems) else [not problems])


def test_ignored_columns_are_passed_over_and_others_have_their_place(tmp_path):
    (tmp_path / "a.csv").write_text("note,officer_id,first,last,kind\nx,1,2026-12-01,2026-12-02,leave\n")
    folder = Folder(tmp_path, Mistakes())
    (row,) = read_rows(folder, "a.csv", AbsenceRow, frozenset(["note"])) or ()
    assert folder.mistakes.problems == []
    assert row.cells == {"officer_id": "1", "first": "2026-12-01", "last": "2026-12-02", "kind": "leave"}
    assert [str(row.at(column)) for column in ("note", "officer_id", "kind", "nowhere")] == [
        "a.csv:2:1",
        "a.csv:2:3",
        "a.csv:2:27",
        "a.csv:2:1",
    ]


def test_a_file_that_cannot_be_understood_has_no_rows(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xff\xff")
    folder = Folder(tmp_path, Mistakes())
    assert read_rows(folder, "a.csv", AbsenceRow) is None
    assert len(folder.mistakes.problems) == 1


@pytest.mark.parametrize("heading", ["remarks", "Remarks", "备注", "　备注"])
def test_remarks_are_for_people(tmp_path, heading):
    rows, problems = read(
        tmp_path, f"officer_id,first,{heading},last,kind\n1,2026-12-01,周三上课,2026-12-02,leave\n"
    )
    assert problems == []
    assert [dict(row.cells) for row in rows] == [
        {"officer_id": "1", "first": "2026-12-01", "last": "2026-12-02", "kind": "leave"}
    ]


def test_columns_with_nothing_in_them_are_passed_over(tmp_path):
    rows, problems = read(
        tmp_path, "officer_id,,first,last,,kind,,\n1,,2026-12-01,2026-12-02, ,leave,,\n,,,,,,,\n"
    )
    assert (problems, len(rows), rows[0].shape is not None) == ([], 1, True)


def test_a_text_in_a_column_without_a_name_is_told_at_its_place(tmp_path):
    assert read(tmp_path, "officer_id,,first,last,kind\n1,x,2026-12-01,2026-12-02,leave\n")[1] == [
        ("a.csv:2:3", "'x' stands in a column without a name")
    ]
