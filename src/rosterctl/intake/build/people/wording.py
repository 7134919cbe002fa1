"""The sentences about officers and their rows: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.intake.build.wording import dates_text
from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

ON_THE_ROLL_ONLY = ("officer '{officer}' is on the roll only {dates}", "mend the date, or delete the row")


def on_the_roll_only(officer: str, joined: date | None, left: date | None) -> Sentence:
    return say(ON_THE_ROLL_ONLY, officer=officer, dates=dates_text(joined, left))


OFFICER_IN_TWO_UNITS = (
    "officer '{officer}' is in two units: '{unit}' ({first}) and '{other}'",
    "delete one of the two rows",
)
"""`first` is where the officer stands in `unit`."""
ABSENCES_OVERLAP = (
    (
        "two absences of officer '{one.officer}' overlap: {one.first} to {one.last} and {other.first} "
        "to {other.last}"
    ),
    "the other stands in {first}; end one before the other begins",
)
"""`first` is the place of the one that stands earlier in the files."""
GIVEN_AWAY = (
    "officer '{officer}' has given the duty of {day} away already",
    "that stands in {first}; delete one of the two",
)
TAKEN_OVER = (
    "officer '{officer}' has taken over a duty of {day} already",
    "that stands in {first}; delete one of the two",
)
WISH_TWICE = ("officer '{officer}' has a wish for {day} already", "it stands in {first}; keep one")
LEDGER_TWICE = ("officer '{officer}' has two rows in the ledger", "add them up into one")
BROUGHT_BELOW_NOTHING = ("hours: nobody brings less than nothing along", "write adjust for a debt")
BROUGHT_TWICE = (
    "officer '{officer}' has an init on {day} already",
    "it stands in {first}; add them up into one",
)
EXCHANGE_WITH_ONESELF = ("with_officer: '{officer}' is the same officer", "name two officers")
SWAP_WITHOUT_RETURN = (
    "with_date: a swap needs the date of the duty that is taken in return",
    "write the date, or make it a substitution",
)
SUBSTITUTION_WITH_RETURN = (
    "with_date: in a substitution nothing is given in return",
    "leave it empty, or make it a swap",
)
DUTY_WITH_A_GAP = (
    (
        "the rows of officer '{officer}' on {day} do not fill the shift '{shift}' "
        "from {start} to {end} without a gap"
    ),
    "take the rows of a duty as `rosterctl export csv` wrote them",
)


def duty_with_a_gap(officer: str, day: date, shift: str, start: int, end: int) -> Sentence:
    since, until = clock_text(start), clock_text(end)
    return say(DUTY_WITH_A_GAP, officer=officer, day=day, shift=shift, start=since, end=until)


LASTING_WITH_AN_END = ("last: '{kind}' holds from its first date on", "leave it empty")
TIME_OF_ANOTHER_DATE = (
    "at: there is no such time of `first`",
    "write a time from 00:00 to 23:59, or another date",
)
LEADER_NOT_SWORN = ("leader: only a sworn officer can lead", "write no, or mend the role")
NO_SUCH_TEAM = ("team: unit '{unit}' has no team '{team}'{hint}", "its teams: {known}")


def no_such_team(unit: str, team: str, known: Sequence[str]) -> Sentence:
    return say(NO_SUCH_TEAM, unit=unit, team=team, hint=did_you_mean(team, known), known=listed(known))


TRANSFERRED_TWICE = (
    "officer '{officer}' is transferred twice on {day}",
    "it stands already in {first}; keep one",
)
OUT_OF_SERVICE = ("date: officer '{officer}' serves only {dates}", "mend the date, or delete the row")


def transferred_out_of_service(officer: str, first: date | None, last: date | None) -> Sentence:
    return say(OUT_OF_SERVICE, officer=officer, dates=dates_text(first, last))


TRANSFERRED_NOWHERE_ELSE = (
    "officer '{officer}' belongs to unit '{unit}' and team '{team}' already",
    "delete the row, or mend it",
)
UNIT_NOT_THERE = "unit: unit '{unit}' is there only {dates}"
TEAM_NOT_YET_THERE = "team: unit '{unit}' has no team '{team}' before {day}"
TEAM_NO_MORE_THERE = "team: unit '{unit}' has no team '{team}' from {day}"
MOVE = "transfer the officer in time (`transfers:` in bureau.yaml), or mend the dates of joining and leaving"


def unit_not_there(unit: str, first: date | None, last: date | None) -> Sentence:
    return say(UNIT_NOT_THERE, unit=unit, dates=dates_text(first, last)), say(MOVE)


def team_not_there(unit: str, team: str, day: date, later: date | None) -> Sentence:
    """There is none from `day` on, or only before `later` if that is given."""
    message = say(TEAM_NOT_YET_THERE if later else TEAM_NO_MORE_THERE, unit=unit, team=team, day=later or day)
    return message, say(MOVE)
