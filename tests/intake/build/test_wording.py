"""The sentences that depend on what is there."""

from __future__ import annotations

from datetime import date

from rosterctl.intake.build import wording

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def test_dates_as_far_as_they_are_bounded() -> None:
    assert wording.dates_text(FIRST, LAST) == "from 2026-12-01 until 2026-12-31"
    assert wording.dates_text(FIRST, None) == "from 2026-12-01"
    assert wording.dates_text(None, LAST) == "until 2026-12-31"
    assert wording.dates_text(None, None) == ""


def test_dates_in_the_wrong_order_under_two_keys_or_under_one() -> None:
    assert wording.wrong_order("last", FIRST, "first", LAST) == (
        "last: 2026-12-01 lies before first 2026-12-31",
        "exchange the two dates",
    )
    assert wording.wrong_order("known", FIRST, "", LAST)[0] == "known: 2026-12-01 lies before 2026-12-31"


def test_a_time_zone_that_is_nearly_right() -> None:
    message, hint = wording.unknown_time_zone("Asia/Shanghia")
    assert message == "timezone: unknown time zone 'Asia/Shanghia' (did you mean 'Asia/Shanghai'?)"
    assert hint == "write it as Asia/Shanghai"


def test_a_folder_that_is_none() -> None:
    assert wording.no_bureau_folder("bureau.yaml", is_file=True) == (
        "is a file, not a folder",
        "name the folder that has bureau.yaml in it",
    )
    assert wording.no_bureau_folder("bureau.yaml", is_file=False)[0] == "there is no such folder"
