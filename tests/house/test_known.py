"""The lists of what is not yet in order: each is looked at, and they may only shrink."""

from __future__ import annotations

from pathlib import Path

from tests.house.__main__ import COUNTED
from tests.support.known import FOLDER, known, off_the_list, strike

LIST = "# what is missing\n2 cli\n1 storage\n3 planning\n"


def listed(folder: Path, text: str = LIST) -> Path:
    (folder / "things.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_list_is_counted_and_everything_counted_has_its_list() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(COUNTED)


def test_what_is_as_listed_is_no_news(tmp_path: Path) -> None:
    assert off_the_list("things", {"cli": 2, "storage": 1, "planning": 3}, listed(tmp_path)) == {}


def test_more_less_and_elsewhere_are_told(tmp_path: Path) -> None:
    told = off_the_list("things", {"cli": 3, "planning": 2, "domain": 1}, listed(tmp_path))
    assert {where: what.partition(":")[0] for where, what in told.items()} == {
        "cli": "3 now, 2 are known",
        "domain": "1 now, 0 are known",
        "planning": "2 now, 3 are known",
        "storage": "0 now, 1 are known",
    }


def test_striking_lowers_and_takes_out_but_adds_nothing(tmp_path: Path) -> None:
    strike("things", {"cli": 3, "planning": 2, "domain": 1}, listed(tmp_path))
    assert (tmp_path / "things.txt").read_text(encoding="utf-8") == "# what is missing\n2 cli\n2 planning\n"


def test_of_two_lines_for_one_place_the_lower_number_counts(tmp_path: Path) -> None:
    """A merge of two branches may leave both."""
    assert known("things", listed(tmp_path, "3 cli\n1 cli\n2 cli\n")) == {"cli": 1}
