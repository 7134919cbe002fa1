"""Who is off the rotation, in words and for programs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.roster import OffCause, OffRotation
from rosterctl.export.report.off_rotation import (
    off_fields,
    off_line,
    off_summary,
    off_sums,
    off_table,
    why_off,
)
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

BUREAU = small_bureau()
ROSTER = plain_roster(BUREAU, MONDAY, 4)


def off(officer: str, cause: OffCause, rule: str = "") -> OffRotation:
    return OffRotation(officer, MONDAY, "day", "U1", cause, rule)


TWO = (off("a", OffCause.ROTATION, "rest"), off("b", OffCause.ROTATION, "rest"))
LENT = off("c", OffCause.LOAN)


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (OffCause.ROTATION, "let off by rest"),
        (OffCause.PERSON, "let off by rest, which looks at the person"),
        (OffCause.TRANSFER, "let off by rest, because of the transfer"),
        (OffCause.DUTIES, "let off by rest, because of other duties"),
        (OffCause.COMPANY, "let off by rest, for want of company"),
        (OffCause.POSTS, "let off for the sake of posts"),
        (OffCause.LOAN, "lent to another unit"),
    ],
)
def test_every_cause_has_its_words(cause: OffCause, said: str) -> None:
    assert why_off(off("a", cause, "rest")) == said


def test_sums_name_the_most_first() -> None:
    assert off_sums((LENT, *TWO)) == "2 let off by rest, 1 lent to another unit"
    assert off_sums(()) == ""


def test_the_summary_tells_what_the_rotation_is_to_blame_for_from_the_rest() -> None:
    assert off_summary(replace(ROSTER, off_rotation=(*TWO, LENT))).splitlines() == [
        "2 plain duties let off because the rotation breaks a rule by itself: 2 let off by rest; first "
        "2026-12-07 a (U1). `rosterctl validate` says what would hold.",
        "1 more duty off the rotation: 1 lent to another unit.",
    ]
    assert off_summary(replace(ROSTER, off_rotation=(LENT,))) == (
        "1 duty off the rotation: 1 lent to another unit."
    )
    assert off_summary(replace(ROSTER, off_rotation=())) == off_summary(ROSTER) == ""


def test_a_table_a_line_and_fields_for_programs() -> None:
    assert off_table(BUREAU, TWO).splitlines()[2].split() == [
        *("2026-12-07", "a", "a", "U1", "day", "let", "off", "by", "rest"),
    ]
    assert off_line(BUREAU, TWO) == "off the rotation: a (day, let off by rest), b (day, let off by rest)"
    assert (off_table(BUREAU, ()), off_line(BUREAU, ())) == ("", "")
    assert off_fields(BUREAU, TWO[0]) == {
        "officer": "a",
        "date": "2026-12-07",
        "shift": "day",
        "unit": "U1",
        "cause": "rotation",
        "rule": "rest",
    }


def test_whoever_the_bureau_no_longer_has_is_told_by_id() -> None:
    gone = replace(TWO[0], officer="gone", shift="once")
    assert off_line(BUREAU, (gone,)) == "off the rotation: gone (once, let off by rest)"
