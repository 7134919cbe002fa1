"""What is said of a list that was imported, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

from rosterctl.cli.pages.handed_in import wording
from rosterctl.cli.pages.handed_in.list_page import list_json, list_text
from rosterctl.intake.sheets.grid import Grid
from rosterctl.intake.sheets.headings import ListKind
from rosterctl.intake.sheets.lines import ListNote, TakenList
from rosterctl.intake.sheets.top_row import find_header
from rosterctl.operations.handed_in.lists import ListOutcome, Target
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences


def outcome() -> ListOutcome:
    grid = Grid("a.csv", "", (("姓名", "警号", "性别", "岗组"), ("张三", "1", "男", "步巡")), is_gbk=True)
    header = find_header(grid, ListKind.OFFICERS)
    assert header is not None
    notes = (ListNote("of all", ()), ListNote("of one", (2,)), ListNote("of many", tuple(range(2, 20))))
    taken = TakenList(ListKind.OFFICERS, (header,), ({"officer_id": "1"},), notes)
    return ListOutcome(taken, ("二",), Target("o.csv", "officers: [o.csv]"), True, Path("b/replaced/o.csv"))


def test_every_line_in_english() -> None:
    assert list_text(outcome(), Path("b")).split("\n") == [
        "b/o.csv: 1 row written",
        "the file as it was is kept as b/replaced/o.csv",
        "bureau.yaml does not name the file yet: add the line `officers: [o.csv]`",
        "headings: row 1",
        "taken: 姓名 → name, 警号 → badge",
        "left out, no roster needs it: 性别",
        "not taken, because nobody knows what it is: '岗组' (such as 步巡); `--column '岗组=…'` says so",
        wording.READ_AS_GBK,
        "not read, but they look like lists too: 二; `--sheet` names what to read",
        "",
        "Look at these again, by the rows of the list:",
        "- of all",
        "- row 2: of one",
        "- rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … (18 rows): of many",
    ]


def test_in_chinese_no_english_sentence_is_left() -> None:
    speak(sentences(Language.CHINESE))
    lines = list_text(outcome(), Path("b")).split("\n")
    assert lines[0] == "b/o.csv：已写入1行"
    assert lines[4] == "已取：姓名 → name、警号 → badge"
    assert lines[-1] == "- 第2、3、4、5、6、7、8、9、10、11……行（共18行）：of many"


def test_for_programs() -> None:
    told = json.loads(list_json(outcome(), Path("b")))
    assert (told["file"], told["written"], told["rows"], told["missing_entry"]) == (
        *("b/o.csv", True, 1, "officers: [o.csv]"),
    )
    (sheet,) = told["sheets"]
    assert (sheet["columns"], sheet["unknown"], sheet["gbk"]) == (
        {"name": "姓名", "badge": "警号"},
        ["岗组"],
        True,
    )
    assert told["notes"][1] == {"message": "of one", "rows": [2]}
