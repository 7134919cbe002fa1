"""rosterctl import, typed: from a workbook or CSV to a bureau that validates and solves."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from tests.support.folders import write
from tests.support.lists import staff_list, write_workbook
from tests.support.station_roster import STATION


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STATION, tmp_path / "bureau"))


def test_a_staff_list_and_what_is_said_of_it(
    tmp_path: Path, bureau: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = staff_list(tmp_path / "花名册.xlsx")
    assert run(["import", str(file), str(bureau), "--as", "officers"]) == 3
    assert "--replace" in capsys.readouterr().err
    assert run(["import", str(file), str(bureau), "--as", "officers", "--replace"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{bureau}/officers/S01.csv: 4 rows written\n")
    *strangers, last = err.splitlines()
    assert last == f"Next: rosterctl validate {bureau}"
    for name, line in zip(("absences.csv", "requests.csv"), strangers, strict=True):
        rows = len((STATION / name).read_text("utf-8").splitlines()) - 1  # all of the template's own people
        assert line.startswith(f"{name}: {rows} rows about people who are not among the officers")
    assert (bureau / "replaced/officers/S01.csv").read_bytes() == (STATION / "officers/S01.csv").read_bytes()


def test_the_whole_station_comes_back_from_excel_and_validates(
    tmp_path: Path, bureau: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own officers, absences and requests under Chinese headings: nobody has another id afterwards."""
    head = {
        "badge": "警号",
        "name": "姓名",
        "role": "身份",
        "rank": "职务",
        "team": "班组",
        "leader": "带班",
        "skills": "技能",
        "zone": "网格",
        "phone": "电话",
        "joined": "入职日期",
        "protected_from": "不排夜班起",
        "protected_until": "不排夜班止",
    }
    rows = [line.split(",") for line in (STATION / "officers/S01.csv").read_text("utf-8").split("\n") if line]
    names = {row[0]: row[2] for row in rows}
    spoken = {"sworn": "民警", "auxiliary": "辅警", "yes": "是", "no": "否", "A": "甲班", "leave": "年休假"}
    picked = [
        [spoken.get(row[rows[0].index(key)], row[rows[0].index(key)]) for key in head] for row in rows[1:]
    ]
    file = write_workbook(tmp_path / "a.xlsx", {"s": [[*head.values()], *picked]})
    assert run(["import", str(file), str(bureau), "--as", "officers", "--replace"]) == 0
    for kind, heads in (("absences", "姓名 开始 结束 类别"), ("requests", "姓名 日期 意愿 权重")):
        lines = [
            one.split(",") for one in (STATION / f"{kind}.csv").read_text("utf-8").split("\n")[1:] if one
        ]
        told = [[names[who], *(spoken.get(cell, cell) for cell in rest)] for who, *rest in lines]
        text = "\n".join(",".join(row) for row in [heads.split(), *told])
        (tmp_path / "b.csv").write_bytes(text.encode("gbk"))
        assert run(["import", str(tmp_path / "b.csv"), str(bureau), "--as", kind, "--replace"]) == 0
    capsys.readouterr()
    assert run(["validate", str(bureau), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["officers"] == 24
    import_of, written = (
        [
            line.rstrip("\r").split(",")
            for line in (folder / "absences.csv").read_text("utf-8-sig").split("\n")
        ]
        for folder in (STATION, bureau)
    )
    assert written == import_of


def test_unknown_headings_are_named_and_left_out_without_a_terminal(
    tmp_path: Path, bureau: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "a.csv", "姓名,警号,身份,岗组\n张三,1,民警,甲\n")
    asked = ["import", str(tmp_path / "a.csv"), str(bureau), "--as", "officers", "--replace", "--json"]
    assert run(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sheets"][0]["unknown"] == ["岗组"]
    assert run([*asked, "--column", "岗组=班组"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sheets"][0]["columns"]["team"] == "岗组"
    for wrong in ("岗组", "岗组=nothing", "=team"):
        assert run([*asked, "--column", wrong]) == 2


def test_on_a_terminal_it_asks_until_the_answer_is_a_column(tmp_path: Path, bureau: Path) -> None:
    write(tmp_path / "a.csv", "姓名,警号,身份,岗组\n张三,1,民警,甲\n")
    ours, theirs = pty.openpty()
    program = [sys.executable, "-c", "from rosterctl.cli.main import main; main()"]
    asked = ["import", str(tmp_path / "a.csv"), str(bureau), "--as", "officers", "--replace"]
    with subprocess.Popen(
        [*program, *asked],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "LANG": "en_GB.UTF-8", "PYTHONIOENCODING": "utf-8"},
    ) as run_on_terminal:
        os.write(ours, "天上\n班组\n".encode())
        _, err = run_on_terminal.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert run_on_terminal.returncode == 0, err
    assert err.count("Column '岗组' (such as 甲): which is it?") >= 1
    assert "'天上' is none of these" in err
    assert ",A," in (bureau / "officers/S01.csv").read_text("utf-8")


def test_last_months_duties_are_the_history_of_the_next_roster(
    tmp_path: Path, bureau: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A month table of November; the roster of December reads what it came to."""
    rows = [["姓名", *range(1, 31)], ["朱旭杰", *["白", "夜", "下", "休"] * 7, "白", "夜"]]
    file = write_workbook(tmp_path / "a.xlsx", {"s": rows})
    assert run(["import", str(file), str(bureau), "--as", "history"]) == 3
    assert "--month" in capsys.readouterr().err
    assert run(["import", str(file), str(bureau), "--as", "history", "--month", "2026-11"]) == 0
    assert "add the line `history: history.csv`" in capsys.readouterr().out
    with (bureau / "bureau.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write("\nhistory: history.csv\n")
    assert run(["validate", str(bureau)]) == 0
    assert (bureau / "history.csv").read_text("utf-8-sig").count("P001") == 16


@pytest.mark.parametrize("wrong", [["--month", "12"], ["--month", "2026-13"], ["--as", "people"]])
def test_wrong_usage(tmp_path: Path, bureau: Path, wrong: list[str]) -> None:
    write(tmp_path / "a.csv", "姓名,警号\n")
    assert run(["import", str(tmp_path / "a.csv"), str(bureau), "--as", "officers", *wrong]) == 2
