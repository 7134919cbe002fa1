"""A small record is compared with itself, and one byte that differs is seen."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from rosterctl.cli.main import run
from tests.same_bytes.record import compare, record
from tests.same_bytes.small_bureaus import draw

PROGRAM = Path(sys.executable).with_name("rosterctl")


def test_one_program_twice_is_the_same_and_one_byte_is_seen(tmp_path: Path) -> None:
    record(PROGRAM, tmp_path / "a" / "record", 1, ("station", "brigade", "handan", "thames"))
    before, after = tmp_path / "a" / "record", tmp_path / "b"
    shutil.copytree(before, after)
    same = compare(before, after)
    assert not same.different
    assert same.same > 20  # solved, exported, published and carried on
    roster = after / "small-00/roster/roster.json"
    roster.write_bytes(roster.read_bytes().replace(b"night", b"nighT", 1))
    (after / "small-00/tables/roster.csv").unlink()
    assert compare(before, after).different == ("small-00/roster/roster.json", "small-00/tables/roster.csv")


def test_every_small_bureau_is_without_mistakes(tmp_path: Path) -> None:
    assert [run(["validate", str(draw(tmp_path / str(seed), seed))]) for seed in range(30)] == [0] * 30
