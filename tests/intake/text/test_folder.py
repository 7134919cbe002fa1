"""Which files a bureau may read, and what their bytes may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rosterctl.intake.text import folder as folders
from rosterctl.intake.text.folder import LARGEST, WITHHELD, Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import Place

ENTRY = Place("bureau.yaml", 3, 5)


def opened(root: Path, **more: object) -> Folder:
    return Folder(root, Mistakes(), **more)  # type: ignore[arg-type]


def told(folder: Folder) -> list[tuple[str, str, str]]:
    return [(str(one.place), one.message, one.hint) for one in folder.mistakes.problems]


def included(root: Path, pattern: str) -> tuple[list[str], list[str]]:
    folder = opened(root)
    names = list(folder.includes(pattern, ENTRY))
    assert all(one.place == ENTRY for one in folder.mistakes.problems)
    return names, [f"{one.message} | {one.hint}" for one in folder.mistakes.problems]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("b.csv", "a.csv", "notes.txt", "units/S01.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x\n")
    return tmp_path


def test_a_pattern_gives_its_files_in_order_and_no_folder(root: Path) -> None:
    assert included(root, "*.csv") == (["a.csv", "b.csv"], [])
    assert included(root, "[ab].csv") == (["a.csv", "b.csv"], [])
    assert included(root, "?.csv") == (["a.csv", "b.csv"], [])
    assert included(root, "u*") == ([], ["no file fits 'u*' | delete the entry"])


def test_a_link_whose_target_is_missing_is_told_of_and_not_passed_over(root: Path) -> None:
    (root / "c.csv").symlink_to("gone.csv")
    names, mistakes = included(root, "*.csv")
    assert names == ["a.csv", "b.csv"]
    assert [one.split(" (did")[0] for one in mistakes] == ["there is no file 'c.csv'"]


@pytest.mark.parametrize("pattern", ["/etc/passwd", "../a.csv", "units/../../a.csv", "units\\S01.yaml"])
def test_a_path_that_leads_out(root: Path, pattern: str) -> None:
    sentence = f"'{pattern}' leads out of the bureau's folder | write the path from the folder of bureau.yaml"
    assert included(root, pattern) == ([], [sentence])


def test_a_pattern_without_files_names_the_folder_that_is_missing(root: Path) -> None:
    assert included(root, "unit/*.yaml")[1] == ["no file fits 'unit/*.yaml' | there is no folder 'unit'"]
    assert included(root, "units/*.csv")[1] == ["no file fits 'units/*.csv' | delete the entry"]
    # Which folder is meant cannot be said when its name is a pattern itself.
    assert included(root, "x*/*.csv")[1] == ["no file fits 'x*/*.csv' | delete the entry"]


def test_a_pattern_that_cannot_be_fits_nothing(root: Path) -> None:
    assert included(root, "units/**.yaml")[0] in ([], ["units/S01.yaml"])


def test_a_name_that_is_missing_is_compared_with_its_neighbours(root: Path) -> None:
    message = "there is no file 'notes.text' (did you mean 'notes.txt'?) | delete the entry if none is meant"
    assert included(root, "notes.text") == ([], [message])
    assert included(root, "nowhere/a.csv")[1] == [
        "there is no file 'nowhere/a.csv' | delete the entry if none is meant"
    ]


def test_what_is_no_ordinary_file(root: Path) -> None:
    os.mkfifo(root / "pipe")
    assert included(root, "units") == (
        [],
        ["'units' is a folder, not a file | to name all files in it: units/*"],
    )
    assert included(root, "pipe") == ([], ["'pipe' is not an ordinary file | name a text file"])


def test_a_link_may_lead_about_within_the_folder_but_not_out_of_it(root: Path) -> None:
    (root / "inside.csv").symlink_to("a.csv")
    (root / "outside.csv").symlink_to("/etc/hostname")
    assert included(root, "inside.csv") == (["inside.csv"], [])
    message = "'outside.csv' is a link that leads out of the bureau's folder | copy the file into the folder"
    assert included(root, "outside.csv") == ([], [message])


def test_a_file_is_named_once_under_whatever_name(root: Path) -> None:
    (root / "again.csv").symlink_to("a.csv")
    folder = opened(root)
    assert list(folder.includes("a.csv", ENTRY)) == ["a.csv"]
    assert list(folder.includes("again.csv", Place("bureau.yaml", 9, 1))) == []
    assert told(folder) == [
        ("bureau.yaml:9:1", "'again.csv' is named twice", f"it is named already in {ENTRY}; keep one")
    ]


def test_notify_yaml_is_withheld_unless_it_is_asked_for(root: Path) -> None:
    (root / WITHHELD).write_text("x")
    assert "notifications only" in included(root, WITHHELD)[1][0]
    folder = opened(root, withheld="")
    assert folder.may_read(root / WITHHELD, WITHHELD, ENTRY)


def test_as_many_files_as_there_may_be(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST_FILES", 2)
    folder = opened(root)
    assert list(folder.includes("*.csv", ENTRY)) == ["a.csv", "b.csv"]
    assert list(folder.includes("notes.txt", ENTRY)) == []
    assert [one[1:] for one in told(folder)] == [("more than 2 files", "join small files into larger ones")]


def read(root: Path, data: bytes) -> tuple[str | None, list[tuple[str, str, str]]]:
    (root / "f.txt").write_bytes(data)
    folder = opened(root)
    return folder.text("f.txt"), told(folder)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("邯山\n".encode(), "邯山\n"),
        ("\ufeff邯山".encode(), "邯山"),  # the mark that some editors put before UTF-8
        (b"a\r\nb\rc\n", "a\nb\nc\n"),  # Windows and old Macintosh
        (b"a\tb\x7e", "a\tb~"),  # a tab, and the last of ASCII that can be seen
    ],
)
def test_text_as_it_is_read(root: Path, data: bytes, text: str | None) -> None:
    assert read(root, data)[0] == text


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        ("a\n邯".encode("utf-16"), "f.txt:1:1", "looks like UTF-16"),
        (b"\xfe\xff\x00a", "f.txt:1:1", "looks like UTF-16"),
        ("abcd".encode("utf-16-le"), "f.txt:1:1", "looks like UTF-16"),  # without its mark: every other is 0
        ("a\n邯山\n".encode("gb18030"), "f.txt:2:1", "looks like GBK"),
        (b"a\nb\n\xff\xff\xff", "f.txt:3:1", "is not UTF-8 text"),
    ],
)
def test_what_is_not_utf_8(root: Path, data: bytes, place: str, message: str) -> None:
    assert read(root, data) == (None, [(place, message, "save it as UTF-8")])


@pytest.mark.parametrize(
    "mark", ["\x00", "\x08", "\x0b", "\x1f", "\x7f", "\x9f", "\u2028", "\ufeff", "\uffff"]
)
def test_an_invisible_character_has_a_place(root: Path, mark: str) -> None:
    first = f"an invisible character (U+{ord(mark):04X})"
    hint = "delete it, or type the line anew"
    assert read(root, f"ab\n邯{mark}c".encode()) == (None, [("f.txt:2:2", first, hint)])
    # In the first line there is no line break before it.
    assert read(root, f"abcdef{mark}".encode()) == (None, [("f.txt:1:7", first, hint)])


def test_more_than_a_quarter_of_noughts_is_utf_16(root: Path) -> None:
    """Of the first 200 bytes: 50 are a quarter, and what stands behind them does not count."""
    for noughts, message in ((50, "an invisible character (U+0000)"), (51, "looks like UTF-16")):
        data = b"\x00" * noughts + b"x" * (200 - noughts) + b"\x00" * 9
        assert read(root, data)[1][0][1] == message


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not(root: Path) -> None:
    with (root / "f.txt").open("wb") as file:
        file.truncate(LARGEST)
    folder = opened(root)
    assert folder.text("f.txt") is None  # nothing but 00: it was read, and looks like UTF-16
    assert told(folder)[0][1] == "looks like UTF-16"
    with (root / "f.txt").open("ab") as file:
        file.write(b"x")
    folder = opened(root)
    assert folder.text("f.txt") is None
    assert told(folder) == [("f.txt", "larger than 16 MiB", "split it into several files")]
    assert folder.files == {}


def test_what_was_carried_is_read_in_place_of_the_disk(root: Path) -> None:
    folder = opened(root, carried={"a.csv": b"carried\n"})
    assert folder.text("a.csv") == "carried\n"
    assert folder.text("b.csv") == "x\n"
    assert folder.files == {"a.csv": b"carried\n", "b.csv": b"x\n"}


def test_a_shipped_file_has_a_name_of_its_own_in_places(root: Path) -> None:
    folder = opened(root)
    assert folder.text("presets/x.yaml", root / "a.csv", "shipped/x.yaml") == "x\n"
    assert folder.files == {"presets/x.yaml": b"x\n"}
    assert folder.line(Place("shipped/x.yaml", 1, 1)) == "x"


def test_the_users_own_line_at_a_place(root: Path) -> None:
    (root / "f.txt").write_text("one\ntwo")
    folder = opened(root)
    folder.text("f.txt")
    lines = [folder.line(Place("f.txt", number)) for number in (0, 1, 2, 3)]
    assert lines == ["", "one", "two", ""]
    assert folder.line(Place("unread", 1)) == ""


def test_a_table_in_gbk_is_read_and_other_files_are_not(root: Path) -> None:
    """Chinese Excel saves CSV like that; YAML comes from an editor that can do better."""
    data = "name\n张三\n".encode("gbk")
    for name, text in (("a.csv", "name\n张三\n"), ("a.yaml", None)):
        (root / name).write_bytes(data)
        folder = Folder(root, Mistakes())
        assert folder.text(name) == text
        assert bool(folder.mistakes) is (text is None)
        assert folder.files[name] == data
