"""The sentences about officers that depend on what is there."""

from __future__ import annotations

from datetime import date

from rosterctl.domain.people.absence import Absence, AbsenceKind
from rosterctl.domain.people.incident import IncidentKind
from rosterctl.intake.build.people import wording
from rosterctl.problems import Place
from rosterctl.wording import say

DAY, LATER = date(2026, 12, 1), date(2026, 12, 8)


def test_a_team_that_is_not_there_yet_or_no_more() -> None:
    assert (
        wording.team_not_there("U", "C", DAY, LATER)[0] == "team: unit 'U' has no team 'C' before 2026-12-08"
    )
    assert wording.team_not_there("U", "C", DAY, None)[0] == "team: unit 'U' has no team 'C' from 2026-12-01"


def test_the_dates_on_the_roll() -> None:
    assert wording.on_the_roll_only("a", DAY, LATER)[0] == (
        "officer 'a' is on the roll only from 2026-12-01 until 2026-12-08"
    )
    assert wording.on_the_roll_only("a", None, LATER)[0] == "officer 'a' is on the roll only until 2026-12-08"


def test_two_absences_with_their_dates_and_the_place_of_the_first() -> None:
    one, other = (Absence("a", DAY, day, AbsenceKind.LEAVE) for day in (DAY, LATER))
    assert say(wording.ABSENCES_OVERLAP, one=one, other=other, first=Place("f.csv", 2, 1)) == (
        "two absences of officer 'a' overlap: 2026-12-01 to 2026-12-01 and 2026-12-01 to 2026-12-08",
        "the other stands in f.csv:2:1; end one before the other begins",
    )


def test_words_of_a_file_are_quoted_as_they_are_written() -> None:
    message = say(wording.LASTING_WITH_AN_END, kind=IncidentKind.VEHICLE_BACK)[0]
    assert message == "last: 'vehicle-back' holds from its first date on"


def test_times_are_told_as_clock_times() -> None:
    assert wording.duty_with_a_gap("a", DAY, "night", 1140, 1860)[0] == (
        "the rows of officer 'a' on 2026-12-01 do not fill the shift 'night' "
        "from 19:00 to 07:00 without a gap"
    )
