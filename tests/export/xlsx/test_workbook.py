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
    book = openpyxl.load_workbook(BytesIO(workbook(bureau, roster)))
    assert book.sheetnames == TITLES[language]
    _, month, duties, _, _, statistics = map(rows_of, book.worksheets)
    worked = [(one.day, one.officer, bureau.worked_shift(one).name) for one in roster.duties]
    assert sorted((row[0], row[5], row[9]) for row in duties[1:]) == sorted(worked)
    paid = sum(paid_minutes(bureau, one.day, bureau.worked_shift(one)) for one in roster.duties) / 60
    assert sum(row[12] for row in duties[1:]) == sum(row[7] for row in statistics[1:]) == pytest.approx(paid)
    names = {one.name for one in bureau.officers.values() if one.serves(date(2026, 12, 7))}
    assert names <= {row[0] for row in month if row}
