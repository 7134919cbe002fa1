"""Which language is spoken: --lang before the bureau's own before the locale's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rosterctl.cli.session.language import speak_as_asked
from rosterctl.wording import Language


@pytest.fixture
def chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bureau that speaks Chinese, in an English locale, seen from elsewhere."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    bureau = tmp_path / "bureau"
    bureau.mkdir()
    (bureau / "bureau.yaml").write_text("bureau: b\nlanguage: zh\n", encoding="utf-8")
    return bureau


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["validate", "bureau"], Language.CHINESE),
        (["validate", "bureau", "--lang", "en"], Language.ENGLISH),
        (["--lang=en", "validate", "bureau"], Language.ENGLISH),
        (["validate", "bureau", "--lang", "fr"], Language.CHINESE),  # which click refuses, in Chinese
        (["validate", "--lang"], Language.ENGLISH),
        (["nightly", "--state", "bureau/state"], Language.CHINESE),
        (["validate", "elsewhere"], Language.ENGLISH),
        (["validate", "\0"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
@pytest.mark.usefixtures("chinese")
def test_what_is_asked_for_comes_before_the_bureau_and_that_before_the_locale(
    arguments: list[str], language: Language
) -> None:
    assert speak_as_asked(arguments) is language


@pytest.mark.usefixtures("chinese")
def test_a_roster_speaks_as_its_own_copy_of_the_bureau(tmp_path: Path) -> None:
    assert speak_as_asked(["show", str(tmp_path)]) is Language.CHINESE


def test_a_pipe_in_place_of_the_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    os.mkfifo(tmp_path / "bureau.yaml")
    assert speak_as_asked(["validate", str(tmp_path)]) is Language.ENGLISH


def test_the_bureau_here_counts_where_none_is_named(chinese: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(chinese)
    assert speak_as_asked(["validate"]) is Language.CHINESE


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ('language: "zh"  # 中文', Language.CHINESE),
        ("language: en", Language.ENGLISH),
        ("language: zhuang", Language.ENGLISH),
        ("#language: zh", Language.ENGLISH),
        ("  language: zh", Language.ENGLISH),
    ],
)
def test_the_line_stands_at_the_margin(chinese: Path, line: str, language: Language) -> None:
    (chinese / "bureau.yaml").write_text(f"bureau: b\n{line}\n", encoding="utf-8")
    assert speak_as_asked(["validate", "bureau"]) is language
