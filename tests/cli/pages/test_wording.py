"""What pages say in Chinese: whole sentences, tables with all their headings; ids as programs have them."""

from __future__ import annotations

import json
from dataclasses import replace
from types import ModuleType

import pytest

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.accounts import wording as of_accounts
from rosterctl.cli.pages.changes import below_the_law, changes_table
from rosterctl.cli.pages.difference import officers_page
from rosterctl.cli.pages.mistakes import mistakes_text
from rosterctl.cli.pages.show import wording as of_show
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Shortage, Slice
from rosterctl.domain.tier import Tier
from rosterctl.export.plain_text import columns
from rosterctl.problems import Place, Problem
from rosterctl.wording import Language, say, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, duty, small_bureau

BUREAU = small_bureau()
DAY = duty(BUREAU, "a", MONDAY, "day", slices=[Slice(420, 500, "P"), Slice(500, 1140, "", ("C1",))])
GONE = Change("a", MONDAY, DAY, None, "病假")


@pytest.fixture(autouse=True)
def _in_chinese() -> None:
    speak(sentences(Language.CHINESE))


@pytest.mark.parametrize("module", [wording, of_accounts, of_show])
def test_a_table_has_as_many_headings_in_chinese(module: ModuleType) -> None:
    headings = [text for text in vars(module).values() if isinstance(text, str) and " | " in text]
    assert headings
    assert [one for one in headings if len(columns(say(one))) != len(columns(one))] == []


def test_what_changes_is_told_in_the_words_of_the_trade() -> None:
    heads, _, row = changes_table(BUREAU, [GONE]).splitlines()
    assert heads.split() == ["日期", "人员", "原安排", "新安排", "变动", "原因"]
    assert "day 07:00-19:00 P，08:20起（机动）（车辆C1）（U1）" in row
    assert row.split()[-2:] == ["取消", "病假"]


def test_a_program_is_told_the_kind_by_its_id() -> None:
    """Whoever reads the page has the word for it."""
    page = officers_page(BUREAU, [GONE])
    assert page.text.splitlines()[0] == "1人共1处变动：取消1处"
    (told,) = json.loads(json.dumps(page.fields))["changes"]
    assert (told["kind"], told["before"]["origin"]) == ("dropped", "rotation")


def test_gaps_and_mistakes_are_whole_sentences() -> None:
    gap = Shortage(int(Tier.LEGAL), "P", "U1", MONDAY, 420, 540, 2)
    assert below_the_law([gap]) == ["- 2026-12-07 07:00-09:00 P（U1）：法定最低警力缺2人"]
    wrong = Problem(Place("units.yaml", 3, 5), "没有这个班次", "请先定义")
    assert mistakes_text([wrong]) == "units.yaml:3:5: 没有这个班次\n    提示：请先定义\n1处错误"
    many = mistakes_text([replace(wrong, message=f"{n}") for n in range(21)])
    assert many.splitlines()[-1] == "共21处错误，显示前20条；--json 列出全部"
