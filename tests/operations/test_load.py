"""The bureau that a job works on: every mistake at once, those of the rules among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.operations.load import load_bureau, mistakes_in_rules, warnings_of
from rosterctl.problems import BadInput
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau
from tests.support.folders import change, flawless, input_files


def test_the_bureau_comes_with_the_bytes_it_was_read_from(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    bureau, files = load_bureau(folder)
    assert {name: data for name, data in files.items() if name in input_files(folder)} == input_files(folder)
    assert bureau.fingerprint == load_bureau(folder)[0].fingerprint


def test_mistakes_of_files_and_of_rules_are_told_together_with_the_users_lines(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "rest: {hours: 12}", "rest: {hours: twelve}")
    change(folder / "requests.csv", "no-recall", "never")
    with pytest.raises(BadInput) as mistakes:
        load_bureau(folder)
    lines = {one.place.file: one.source_line for one in mistakes.value.problems}
    assert "rest: {hours: twelve}" in lines["bureau.yaml"]
    assert "never" in lines["requests.csv"]


def test_a_file_that_is_carried_stands_in_for_the_one_on_disk(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    rows = (folder / "absences.csv").read_bytes().splitlines(keepends=True)
    bureau, files = load_bureau(folder, {"absences.csv": rows[0]})
    assert (bureau.absences, files["absences.csv"]) == ((), rows[0])


def test_without_a_rulebook_there_is_nothing_to_look_at() -> None:
    assert mistakes_in_rules(None) == ()
    assert mistakes_in_rules(small_bureau(rules={"rest": {}}).rulebook) == ()
    (wrong,) = mistakes_in_rules(small_bureau(rules={"rest": {"hours": "twelve"}}).rulebook)
    assert "rest" in wrong.message


def test_what_rotations_break_by_themselves_comes_with_the_users_lines(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    horizon = Horizon(MONDAY, 28)
    assert warnings_of(*load_bureau(folder), horizon) == ()
    change(folder / "bureau.yaml", "rest: {hours: 12}", "rest: {hours: 25}")
    first, second = warnings_of(*load_bureau(folder), horizon)
    assert (first.place.file, first.source_line) == ("units/S01.yaml", "  - id: S01")
    assert second.source_line.lstrip().startswith("- {id: S02")


def test_a_table_in_gbk_is_warned_of(tmp_path: Path) -> None:
    folder = flawless(tmp_path)
    file = folder / "officers/S01.csv"
    file.write_bytes(file.read_text("utf-8").encode("gbk"))
    (warning,) = warnings_of(*load_bureau(folder), Horizon(MONDAY, 28))
    assert (warning.place.file, warning.message[:15]) == ("officers/S01.csv", "the file is GBK")
