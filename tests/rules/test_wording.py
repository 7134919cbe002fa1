"""What a rule finds is one sentence with what to do, and Chinese has its own order of the fields."""

from __future__ import annotations

from datetime import date

from rosterctl.rules import wording
from rosterctl.wording import Language, say, speak
from rosterctl.words.catalogue import sentences

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 7)


def test_a_finding_ends_with_what_to_do() -> None:
    told = say(wording.DUTY_DAYS_IN_A_ROW, number=7, first=FIRST, last=LAST, most=6)
    assert told == (
        "7 duty days in a row, 2026-12-01 to 2026-12-07; at most 6 are allowed: give one of them to another"
    )


def test_it_does_in_chinese_too() -> None:
    speak(sentences(Language.CHINESE))
    told = say(wording.DUTY_DAYS_IN_A_ROW, number=7, first=FIRST, last=LAST, most=6)
    assert told == "连续7天值班（2026-12-01至2026-12-07），最多6天：请将其中一班改派他人"


def test_of_strength_those_let_off_are_told_where_there_are_any() -> None:
    told = say(wording.STRENGTH_SHORT, wanted=1400, there=1227, away=180)
    more = say(wording.STRENGTH_SHORT_LET_OFF, wanted=1400, there=1227, away=180, let_off=3)
    assert told == "1,400 are wanted, 1,227 are on duty; 180 whom the rotation calls that day are away"
    assert more == f"{told}, 3 are let off"
