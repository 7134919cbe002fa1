"""How findings speak of durations and duties."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.wording import duty_text, hours_text, officers_text, these_together
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, duty, line_roster, roster_of, small_bureau
from tests.support.edited_shift import KEY, edited_bureau


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0 h"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min"), (660, "11 h")]
)
def test_hours_of_minutes_and_of_durations(minutes: int, text: str) -> None:
    assert hours_text(minutes) == text
    assert hours_text(timedelta(minutes=minutes)) == text


@pytest.mark.parametrize(("minutes", "text"), [(660, "11小时"), (59, "59分钟"), (61, "1小时1分钟")])
def test_hours_and_duties_in_chinese(minutes: int, text: str) -> None:
    bureau = small_bureau()
    (one,) = Record(bureau, line_roster(bureau, ["night"])).duties
    speak(sentences(Language.CHINESE))
    assert hours_text(minutes) == text
    assert duty_text(one) == f"{MONDAY} night（19:00-07:00）"
    assert (officers_text("ab"), these_together("ab")) == ("a、b", "a和b")


def test_a_duty_is_its_shift_and_the_date_it_starts_on() -> None:
    bureau = small_bureau()
    (one,) = Record(bureau, line_roster(bureau, ["night"])).duties
    assert duty_text(one) == f"night 19:00-07:00 of {MONDAY}"


def test_an_edited_shift_has_its_own_id_and_the_times_then() -> None:
    bureau = edited_bureau()
    (one,) = Record(bureau, roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, KEY)])).duties
    assert duty_text(one) == f"day 07:00-19:00 of {MONDAY}"
