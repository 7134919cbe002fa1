"""The legend: no sign of the month table without its meaning, in no language."""

from __future__ import annotations

import pytest
from wcwidth import wcswidth

from rosterctl.export.xlsx.legend import legend
from rosterctl.insight.month_table import AWAY_SIGNS, MARKS, SIGNS
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau

BUREAU = small_bureau([officer("a")])
ROSTER = roster_of(BUREAU, MONDAY, 1, [duty(BUREAU, "a", MONDAY, "night")])
WIDE = 10_000.0


def told() -> str:
    (line,) = legend(BUREAU, ROSTER, WIDE)
    return line


@pytest.mark.parametrize("language", Language)
def test_every_sign_and_mark_has_a_meaning_of_its_own(language: str) -> None:
    speak(sentences(language))
    meanings = dict(one.split("：" if language == "zh" else " ", 1) for one in told().split("   "))
    assert meanings.keys() == {"n", *SIGNS.values(), *AWAY_SIGNS.values(), *MARKS.values()}
    assert len(set(meanings.values())) == len(meanings)


@pytest.mark.parametrize(
    ("language", "shift"),
    [(Language.ENGLISH, "n night 19:00-07:00+1"), (Language.CHINESE, "n：night 19:00-次日07:00")],
)
def test_of_the_shifts_those_that_are_worked_stand_first(language: str, shift: str) -> None:
    speak(sentences(language))
    assert told().split("   ")[0] == shift
    assert " day " not in told()


def test_no_line_is_wider_than_the_table_and_no_entry_is_lost() -> None:
    """`*：召回` is seven wide, after three spaces; where there is one less the shift stands alone."""
    speak(sentences(Language.CHINESE))
    first = "n：night 19:00-次日07:00"
    assert legend(BUREAU, ROSTER, wcswidth(first) + 3 + 7)[0] == f"{first}   *：召回"
    narrow = legend(BUREAU, ROSTER, wcswidth(first) + 3 + 6)
    assert narrow[0] == first
    assert "   ".join(narrow) == told()
