"""What the rotation alone gives, date by date."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.plain_times import PlainTimes
from tests.support.bureaus import MONDAY, absence, officer, small_bureau, transfer

WEEK = tuple(MONDAY + timedelta(days=n) for n in range(4))
TWELVE, NONE = timedelta(hours=12), timedelta()
BUREAU = small_bureau(
    [officer("a"), officer("b", "A"), officer("moved", "A", transfers=[transfer(WEEK[1], "C")])],
    absences=[absence("b", WEEK[0], WEEK[1])],
)
PLAIN = PlainTimes(Facts(BUREAU), WEEK)


def test_present_or_not_the_plain_times_are_those_of_the_team() -> None:
    """A works D N O O."""
    for name in ("a", "b"):
        assert list(PLAIN.of(BUREAU.officers[name]).values()) == [TWELVE, TWELVE, NONE, NONE]


def test_whoever_is_transferred_has_those_of_either_team_on_its_dates() -> None:
    """D of team A on Monday; of C O on Tuesday, D on Wednesday, N on Thursday."""
    assert list(PLAIN.of(BUREAU.officers["moved"]).values()) == [TWELVE, NONE, TWELVE, TWELVE]


def test_the_dates_present() -> None:
    assert PLAIN.present(BUREAU.officers["a"]) == list(WEEK)
    assert PLAIN.present(BUREAU.officers["b"]) == list(WEEK[2:])
