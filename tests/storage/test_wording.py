"""What is put into a sentence about a damaged file may be anything, and is shown so that it does no harm."""

from __future__ import annotations

from rosterctl.storage import wording
from rosterctl.wording import say


def test_a_damaged_value_is_shown_quoted_and_cut_to_sixty_characters() -> None:
    told = say(wording.IS_NOT, value="x" * 100, what="a text")
    assert told == "'" + "x" * 59 + " is not a text"  # the quotation mark is one of the sixty
    assert say(wording.IS_NO_DATE, value=7) == "7 is not a date such as 2026-12-01"


def test_braces_in_a_value_are_no_fields() -> None:
    assert say(wording.NO_ORIGIN, origin="{x}") == "'{x}' is neither rotation, recall nor exchange"
