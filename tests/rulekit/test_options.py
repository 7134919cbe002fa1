"""What the options of every rule have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.intake.text.scalars import Count, Flag, Hours
from rosterctl.rulekit.options import RuleOptions, what_is_wrong
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences


def test_a_rule_is_hard_unless_told_otherwise_and_may_be_turned_off() -> None:
    plain = RuleOptions()
    assert (plain.severity, plain.weight) == (Severity.HARD, 1)
    assert (RuleOptions.ALLOWED, RuleOptions.SOFT_TIER) == ((Severity.HARD, Severity.OFF), Tier.WISHES)


@pytest.mark.parametrize(
    "wrong", [{"weights": "1"}, {"weight": "-1"}, {"weight": "1.5"}, {"severity": "firm"}]
)
def test_what_no_rule_takes_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        RuleOptions.model_validate(wrong)


def test_options_do_not_change() -> None:
    with pytest.raises(ValidationError):
        RuleOptions().weight = 2  # type: ignore[misc]


class Limits(RuleOptions):
    most: Count = 3
    hours: Hours = 90
    least: Annotated[Hours, Field(ge=60)] = 120
    night: Flag = True


def test_numbers_have_a_step_of_an_hour_or_one_and_are_written_as_in_a_rulebook() -> None:
    limits = Limits()
    assert limits.steps() == {"most": 1, "hours": 60, "least": 60}
    assert (limits.written("most", 4), limits.written("hours", 90)) == ("4", "1.5")
    assert limits.written("least", 171 * 60) == "171"


class Day(StrEnum):
    FIRST = "first"
    LAST = "last"


class Choices(Limits):
    day: Day = Day.FIRST
    days: tuple[Day, ...] = ()


@pytest.mark.parametrize(
    ("wrong", "said", "chinese"),
    [
        ({"mst": "2"}, "unknown option (did you mean 'most'?)", "没有此选项"),
        ({"least": "0.5"}, "Input should be greater than or equal to 60", "不得小于60"),
        ({"day": "next"}, "Input should be 'first' or 'last'", "应为 'first' 或 'last'"),
        ({"days": "first"}, "Input should be a valid tuple", "应为列表"),
    ],
)
def test_what_is_wrong_with_an_option_is_said_in_the_language_spoken(
    wrong: dict[str, str], said: str, chinese: str
) -> None:
    with pytest.raises(ValidationError) as found:
        Choices.model_validate(wrong)
    (error,) = found.value.errors()
    assert what_is_wrong(error, next(iter(wrong)), Choices) == said
    speak(sentences(Language.CHINESE))
    assert what_is_wrong(error, next(iter(wrong)), Choices).startswith(chinese)


def test_what_a_reader_says_of_a_value_is_said_as_it_is() -> None:
    with pytest.raises(ValidationError) as found:
        Limits.model_validate({"night": "maybe"})
    assert what_is_wrong(found.value.errors()[0], "night", Limits) == "'maybe' is neither yes nor no"
