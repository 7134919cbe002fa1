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
