"""A sentence is filled in field by field; a pair is message and hint."""

from __future__ import annotations

import pytest

from rosterctl.wording import say, speak, spoken


def test_fields_are_filled_in_wherever_they_stand() -> None:
    assert say("{b:,} before {a}", a="x", b=1000) == "1,000 before x"
    assert say(("{a} is there twice", "keep one {a}"), a="x") == ("x is there twice", "keep one x")


def test_what_is_filled_in_is_not_read_again() -> None:
    """A user's text may have braces in it; those of the sentence itself are written twice."""
    assert say("write {{}} after {a}", a="{b}") == "write {} after {b}"


def test_a_missing_field_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(KeyError, match="heads"):
        say(("it lacks some", "{heads} heads"))


def test_another_process_is_told_what_is_spoken_here() -> None:
    assert spoken() == {}
    speak({"yes": "是"})
    assert spoken() == {"yes": "是"}
