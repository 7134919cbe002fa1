"""Chinese words stand for English ones where these are asked for, and nowhere else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from rosterctl.domain.accounts.lieu import EntryKind
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.exchange import ExchangeKind
from rosterctl.domain.people.incident import IncidentKind
from rosterctl.domain.people.officer import Role
from rosterctl.domain.people.wish import WishKind
from rosterctl.domain.rotation import REST
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.unit import UnitKind
from rosterctl.intake.build.work.crews import ROLES
from rosterctl.intake.load import examine, read_bureau
from rosterctl.intake.text.synonyms import CHINESE, in_english, offered, spellings, synonyms
from tests.support.folders import change, flawless, spoilt
from tests.support.repository import ROOT

ASKED: list[Collection[str]] = [
    ("yes", "no"),
    Role,
    ROLES,
    AbsenceKind,
    IncidentKind,
    ExchangeKind,
    WishKind,
    (EntryKind.INIT, EntryKind.ADJUST),
    UnitKind,
    (REST,),
]
"""The questions whose answers may be Chinese."""


@pytest.mark.parametrize("words", ASKED)
def test_each_word_that_is_asked_for_has_a_chinese_one(words: Collection[str]) -> None:
    assert set(synonyms(words).values()) == set(words)


def test_nobody_has_words_in_the_table_that_are_not_asked_for() -> None:
    assert {word for table in CHINESE for word in table} == {str(word) for words in ASKED for word in words}


def test_the_readme_lists_what_is_offered() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = readme.partition("In place of the English words")[2].partition("\n\n")[0]
    words = set(re.findall("[\u4e00-\u9fff]+", listed))
    assert {several[0] for table in CHINESE for several in table.values()} - words == set()


def test_to_one_question_no_chinese_word_answers_two_things() -> None:
    for table in CHINESE:
        every = [chinese for several in table.values() for chinese in several]
        assert len(every) == len(set(every))


def test_one_chinese_word_answers_two_questions_differently() -> None:
    assert synonyms(AbsenceKind)["病假"] == "sickness"
    assert synonyms(IncidentKind)["病假"] == "sick"


def test_words_with_another_meaning_have_none() -> None:
    assert synonyms(Severity) == {}  # `off` is no wish there
    assert synonyms((EntryKind.EARN, EntryKind.SPEND)) == {}  # which no planner writes


def test_what_is_no_chinese_word_is_read_as_it_stands() -> None:
    read = in_english(Role)
    assert [read(one) for one in ("民警", "sworn", "警", "民警 ", None, 3)] == [
        "sworn",
        "sworn",
        "警",
        "民警 ",
        None,
        3,
    ]


def test_all_spellings_english_first() -> None:
    assert spellings(UnitKind) == ["point", "line", "area", "点", "线", "面"]
    assert spellings(Severity) == ["hard", "soft", "off"]


def test_offered_is_what_answers_in_the_language_of_the_question() -> None:
    assert offered("swop", ExchangeKind) == ["swap", "substitution"]
    assert offered("换斑", ExchangeKind) == ["换班", "顶班"]
    assert offered("关", Severity) == ["hard", "soft", "off"]


IN_CHINESE = {
    "bureau.yaml": [("{sworn: 2}", "{民警: 2}"), ("sworn+rider", "民警+rider")],
    "officers/S01.csv": [
        (",sworn,", ",民警,"),
        (",auxiliary,", ",辅警,"),
        (",yes,", ",是,"),
        (",no,", ",否,"),
    ],
    "absences.csv": [(",leave", ",年假"), (",sickness", ",病假")],
    "requests.csv": [(",no-recall,", ",不召回,")],
    "units/S01.yaml": [("kind: point", "kind: 点")],
    "presets/rotations/four.yaml": [("DNOO", "DN休休")],
}


def test_a_bureau_in_chinese_words_is_the_same_bureau(tmp_path: Path) -> None:
    english = flawless(tmp_path)
    chinese = tmp_path / "chinese"
    shutil.copytree(english, chinese)
    for name, changes in IN_CHINESE.items():
        text = (chinese / name).read_text("utf-8")
        for old, new in changes:
            assert old in text, f"{name} has no {old}"
            text = text.replace(old, new)
        (chinese / name).write_text(text, "utf-8")
    one, other = read_bureau(english), read_bureau(chinese)
    assert replace(one, fingerprint="") == replace(other, fingerprint="")


@pytest.mark.parametrize(
    ("word", "mistakes"),
    [
        ("年休假", []),
        ("年休", ["unknown word '年休' (did you mean '年休假'?)"]),
        ("民警", ["unknown word '民警'"]),  # which is a role
        ("离任", ["unknown word '离任'"]),  # which is an incident
    ],
)
def test_a_word_that_is_none_of_them_is_told(tmp_path: Path, word: str, mistakes: list[str]) -> None:
    found = spoilt(tmp_path, "absences.csv", "2026-12-05,leave", f"2026-12-05,{word}")
    assert found == [f"absences.csv:2:28: kind: {one}" for one in mistakes]


def test_the_chinese_words_are_offered_instead(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "absences.csv", "2026-12-05,leave", "2026-12-05,年休")
    (problem,) = examine(bureau).problems
    assert problem.hint == "write one of: 休假, 培训, 病假, 出庭, 产假, 调休, 其他"


@pytest.mark.parametrize(
    ("slot", "mistakes"),
    [
        ("民警+rider", []),
        ("带班", []),
        ("带班领", ["unknown role '带班领' (did you mean '带班领导'?)"]),
        ("辅警", ["an auxiliary never works without a sworn officer"]),
    ],
)
def test_roles_of_a_crew(tmp_path: Path, slot: str, mistakes: list[str]) -> None:
    found = spoilt(tmp_path, "bureau.yaml", "{sworn+rider: 2}", f"{{{slot}: 2}}")
    assert [one.split(": ", 1)[1] for one in found] == mistakes
