"""The report in Chinese: whole sentences, and what programs read stays as it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.people.officer import Role
from rosterctl.domain.roster import Note, NoteKind, OffCause, OffRotation, Shortage
from rosterctl.domain.rulebook import Basis, Rulebook, RuleSetting, Severity
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.plain_text import columns
from rosterctl.export.report import wording
from rosterctl.export.report.capacity import capacity_text
from rosterctl.export.report.off_rotation import off_line, off_summary
from rosterctl.export.report.pay import above_text, pay_rows
from rosterctl.export.report.report_md import report_md
from rosterctl.export.report.rules import rule_rows, rules_text
from rosterctl.insight.capacity.capacity import capacity
from rosterctl.insight.capacity.figures import WeeklyLimit
from rosterctl.insight.shortages.attained import Attained
from rosterctl.rulekit.parts import PayPeriod
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import Language, english, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

BUREAU = small_bureau()
ROSTER = plain_roster(BUREAU, MONDAY, 4)
COLUMNS = [key for key in vars(wording) if "_COLUMNS" in key]


def words(text: str) -> set[str]:
    """English words of three letters and more."""
    return set(re.findall("[A-Za-z]{3,}", text))


def test_a_table_has_as_many_headings_in_chinese() -> None:
    spoken = sentences(Language.CHINESE)
    for key in COLUMNS:
        text = vars(wording)[key]
        assert len(columns(str(spoken[text]))) == len(columns(text)), key


def test_a_report_has_no_english_sentence_left() -> None:
    speak(sentences(Language.CHINESE))
    note = Note(NoteKind.KEPT, "U1 a 2026-12-07", "rest：间隔9小时")
    off = OffRotation("b", MONDAY, "day", "U1", OffCause.DUTIES, "rest")
    short = Shortage(int(Tier.PLAN), "P", "U1", MONDAY, 1620, 1680, 2, "无人休息")
    tier = TierResult(Tier.PLAN, 120, 60, 1.0)
    target = Attained(StrengthTarget("peak", "高峰", 10, 1020, 1140), 6, 7.4, 9)
    roster = replace(ROSTER, notes=(note,), off_rotation=(off,), shortages=(short,), tiers=(tier,))
    text = report_md(BUREAU, roster, (target,), "", "interrupted").partition("## 规则")[0]
    assert words(text) == {"small", "rest", "day"}
    assert "本表为草案：求解被手动中断。" in text
    assert "- 2026-12-08 03:00-04:00（2026-12-07夜班） P（U1）：缺2人；无人休息" in text
    assert "1个班次未按运转上岗：因另有班次，按规则rest免勤1个。" in text


def test_the_capacity_has_no_english_sentence_left() -> None:
    speak(sentences(Language.CHINESE))
    found = capacity(BUREAU, Horizon(MONDAY, 28))
    limits = (
        WeeklyLimit(Role.SWORN, 48.0, "mean-hours", Basis.ASSUMED),
        WeeklyLimit(Role.SWORN, 40.0, "overtime", Basis.LAW),
    )
    text = capacity_text(replace(found, limits=limits, lawful_hours=100.0, training_hours=3.0))
    assert words(re.sub("`[^`]*`", "", text)) <= {"small", "first", "bureau", "yaml", "DNOO"}
    said = "民警平均工时上限为每周48小时（规则`mean-hours`，假定）、每周40小时（规则`overtime`，法定）"
    assert said in text


def test_who_is_off_the_rotation_is_told_with_the_rule() -> None:
    speak(sentences(Language.CHINESE))
    off = OffRotation("a", MONDAY, "day", "U1", OffCause.ROTATION, "rest")
    lent = OffRotation("b", MONDAY, "day", "U1", OffCause.LOAN)
    assert off_line(BUREAU, (off, lent)) == (
        "未按运转上岗：a（day，按规则rest免勤）、b（day，借出支援其他单位）"
    )
    assert off_summary(replace(ROSTER, off_rotation=(off, lent))).splitlines() == [
        "运转本身违反规则，1个正常班次免勤：按规则rest免勤1个；首个为2026-12-07 a（U1）。"
        "调整办法见`rosterctl validate`。",
        "另有1个班次未按运转上岗：借出支援其他单位1个。",
    ]


def test_what_programs_read_of_hours_and_rules_stays_english() -> None:
    hour = timedelta(hours=1)
    period = PayPeriod("a", MONDAY, MONDAY + timedelta(days=27), 20, 180 * hour, 171 * hour)
    book = Rulebook("b", "b", "", {"rest": RuleSetting("rest", Severity.OFF, basis=Basis.LAW)})
    before = pay_rows(BUREAU, [period]), list(rule_rows(book))
    speak(sentences(Language.CHINESE))
    assert (pay_rows(BUREAU, [period]), list(rule_rows(book))) == before
    assert list(before[0][0]) == columns(english(wording.PAY_COLUMNS))
    assert above_text(BUREAU, [period]).startswith("1个计薪周期中，1个超过计薪起算线。")
    assert " 20/28 " in above_text(BUREAU, [period])
    assert rules_text(book).splitlines()[2].split() == ["rest", "不检查", "法定"]
