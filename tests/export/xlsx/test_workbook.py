"""The whole workbook of the station: its sheets, and its duties and hours equal to the roster."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from rosterctl.domain.accounts.tally import paid_minutes
from rosterctl.export.xlsx import wording
from rosterctl.export.xlsx.workbook import workbook
from rosterctl.intake.load import read_bureau
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.read_back import rows_of
from tests.support.station_roster import STATION, lawful_roster

TITLES = {
    Language.ENGLISH: [
        wording.OVERVIEW,
        wording.MONTH_TABLE,
        wording.DUTIES,
        wording.POSTS,
        wording.STRENGTH,
        wording.STATISTICS,
    ],
    Language.CHINESE: ["总览", "排班表", "值班表", "岗位", "警力统计", "月统计"],
}


@pytest.mark.parametrize("language", TITLES)
def test_read_back_by_another_program_it_is_the_roster(language: Language) -> None:
    bureau, roster = read_bureau(STATION), lawful_roster()
    speak(sentences(language))
    book = openpyxl.load_workbook(BytesIO(workbook(bureau, roster, ())))
    assert book.sheetnames == TITLES[language]
    _, month, duties, _, _, statistics = map(rows_of, book.worksheets)
    worked = [(one.day, one.officer, bureau.worked_shift(one).name) for one in roster.duties]
    assert sorted((row[0], row[5], row[9]) for row in duties[1:]) == sorted(worked)
    paid = sum(paid_minutes(bureau, one.day, bureau.worked_shift(one)) for one in roster.duties) / 60
    assert sum(row[12] for row in duties[1:]) == sum(row[7] for row in statistics[1:]) == pytest.approx(paid)
    names = {one.name for one in bureau.officers.values() if one.serves(date(2026, 12, 7))}
    assert names <= {row[0] for row in month if row}


def test_every_column_has_a_width_and_every_number_a_format_that_shows_no_lone_point() -> None:
    """`0.##` shows twelve hours as `12.`; General shows 12, 0.5 and 7.33 (of 440 minutes) as they are."""
    book = openpyxl.load_workbook(BytesIO(workbook(read_bureau(STATION), lawful_roster(), ())))
    formats = set()
    for sheet in book.worksheets:
        widths = sheet.column_dimensions.values()
        assert max(one.max for one in widths) >= sheet.max_column, sheet.title
        numbers = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value)
        formats |= {(cell.number_format, isinstance(cell.value, float)) for cell in numbers}
    assert {one for one, _ in formats} == {"General", "0", "0.0"}
    assert ("0", True) not in formats


def test_findings_stand_at_the_foot_of_every_page() -> None:
    """The month table is put up without the overview."""
    bureau, roster = read_bureau(STATION), lawful_roster()
    book = openpyxl.load_workbook(BytesIO(workbook(bureau, roster, [Finding("rest", "x")])))
    assert all("1 finding" in sheet.oddFooter.left.text for sheet in book.worksheets)
    book = openpyxl.load_workbook(BytesIO(workbook(bureau, roster, ())))
    assert not any("finding" in sheet.oddFooter.left.text for sheet in book.worksheets)
