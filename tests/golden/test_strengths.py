"""The strengths of domain arithmetic, seen in rosters of the whole bureau that the command line made.

With everyone present a four-team pool of 2,608 gives 652 a shift; by day come 渚河's 80 and 26 commanders:
758. Two whole teams together: 652 + 652 + 80 + 26 = 1,410.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rosterctl.cli.main import run

HANDAN = Path(__file__).parents[2] / "examples" / "handan"
FIRST = "2026-12-01"  # a Tuesday; two workdays
OPTIONAL_SHIFTS = re.compile(r"N: \[night[^\]]*\]")
RECALLS = re.compile(r"recalls: \[[^\]]*\]")


def everyone_present(folder: Path) -> Path:
    """The bureau with nobody away or protected, no operations, and nothing but plain shifts."""
    shutil.copytree(HANDAN, folder, ignore=shutil.ignore_patterns("making", "generate.py", "__pycache__"))
    for name in ("absences.csv", "requests.csv"):
        file = folder / name
        file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    (folder / "events.yaml").write_text("events: []\n", "utf-8")
    for file in (folder / "officers").glob("*.csv"):
        rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0])
            writer.writeheader()
            writer.writerows({**row, "protected_from": "", "protected_until": ""} for row in rows)
    for file in (folder / "units").glob("*.yaml"):
        text = OPTIONAL_SHIFTS.sub("N: [night]", file.read_text("utf-8"))
        file.write_text(RECALLS.sub("recalls: []", text), "utf-8")
    return folder


def overlapped(folder: Path) -> Path:
    """The same with nights of 17:00-09:00, and the rules that such nights break switched off."""
    bureau = folder / "bureau.yaml"
    text = bureau.read_text("utf-8").replace(
        "rulebook: china-police\n",
        "rulebook: china-police\n"
        "rules: {overtime: {severity: off}, mean-hours: {severity: off}, hours: {severity: off}}\n",
    )
    bureau.write_text(text, "utf-8")
    for file in (folder / "units").glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("N: [night]", "N: [overlap-both]"), "utf-8")
    return folder


def solved(bureau: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> tuple[str, dict[str, list[int]]]:
    """The report, and the bureau's heads on duty by start of the half-hour over the two dates."""
    assert run(["solve", str(bureau), "--from", FIRST, "--days", "2", "--out", str(out), "--quiet"]) in (0, 6)
    assert run(["audit", str(out)]) == 0
    assert run(["export", "csv", str(out), "--out", str(out.parent / "csv"), "--raw"]) == 0
    capsys.readouterr()
    heads: dict[str, list[int]] = {}
    for row in coverage(out.parent / "csv" / "coverage.csv"):
        heads.setdefault(row["slot_start"], []).append(int(row["nominal"]))
    return (out / "report.md").read_text("utf-8"), heads


def coverage(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        yield from (row for row in csv.DictReader(text) if row["scope"] == "bureau")


def test_plain_shifts_give_652_by_night_and_758_by_day(tmp_path, capsys):
    report, heads = solved(everyone_present(tmp_path / "plain"), tmp_path / "roster", capsys)
    assert {n for slot in ("19:00", "21:00", "00:00", "03:30", "06:30") for n in heads[slot]} == {652}
    assert {n for slot in ("09:00", "12:00", "16:30") for n in heads[slot]} == {758}
    after, before = report.split("## Before the search")
    assert re.search(r"夜间警力 .*: 48 short with everyone present", before)
    assert re.search(r"白天平峰警力 .*: 142 short with everyone present", before)
    assert re.search(r"夜间警力 +19:00-07:00 +700 +652 +652 +652 +48 +48", after)
    assert re.search(r"白天平峰警力 +09:00-17:00 +900 +758 +758 +758 +142 +142", after)


def test_full_overlap_gives_1410_at_the_peaks(tmp_path, capsys):
    bureau = overlapped(everyone_present(tmp_path / "overlap"))
    _, heads = solved(bureau, tmp_path / "roster", capsys)
    assert {n for slot in ("17:00", "18:30") for n in heads[slot]} == {1410}
    # The morning of the first date has the assumed 17:00-09:00 nights of the date before; so both mornings.
    assert {n for slot in ("07:00", "08:30") for n in heads[slot]} == {1410}
