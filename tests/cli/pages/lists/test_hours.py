"""The page of hours: dates without a roster as stretches, who has time off in lieu."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.cli.pages.lists.hours import hours_csv, hours_page
from rosterctl.domain.accounts.worked import HoursWorked
from rosterctl.operations.accounts.hours import MonthHours, OfficerHours
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau

BUREAU = small_bureau()
A, B = BUREAU.officers["a"], BUREAU.officers["b"]
HOURS = (
    OfficerHours(A, A.on(MONDAY), HoursWorked(2, 1, 1440, 0, 90), 0, 0, 0),
    OfficerHours(B, B.on(MONDAY), HoursWorked(), 0, 0, -30),
)


def month(*unpublished: int) -> MonthHours:
    days = tuple(MONDAY + timedelta(days=n) for n in unpublished)
    return MonthHours(BUREAU, Horizon(MONDAY, 7), days, HOURS)


def test_dates_one_after_the_other_are_a_stretch() -> None:
    text = hours_page(month(0, 1, 2, 4, 6), HOURS).text
    assert "published:\n2026-12-07 to 2026-12-09, 2026-12-11, 2026-12-13\n" in text
    assert "No hours" not in hours_page(month(), HOURS).text


def test_only_whoever_has_time_in_lieu_stands_below() -> None:
    text = hours_page(month(), HOURS).text
    below = text.partition("Time off in lieu")[2].splitlines()
    assert [line.split() for line in below[4:]] == [["b", "b", "0", "0", "-0.5"]]
    assert hours_page(month(), HOURS[:1]).text.endswith("Time off in lieu: nobody has any.")


def test_a_team_of_one_has_no_sum() -> None:
    assert "together" not in hours_page(month(), HOURS).text
    both = [HOURS[0], OfficerHours(B, A.on(MONDAY), HoursWorked(1, 0, 60), 0, 0, 0)]
    row = next(line for line in hours_page(month(), both).text.splitlines() if "together" in line)
    assert row.split() == ["together", "3", "1", "25", "0", "1.5", "0", "0"]


def test_a_row_of_the_file_has_as_many_cells_as_the_headings() -> None:
    head, *rows = hours_csv(month(), HOURS).decode("utf-8-sig").splitlines()
    assert {row.count(",") for row in rows} == {head.count(",")}
