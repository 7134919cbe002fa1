"""The sentences about officers and their rows: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.intake.build.wording import dates_text
from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed
from rosterctl.timeline.clock import clock_text

MOVE = "transfer the officer in time (`transfers:` in bureau.yaml), or mend the dates of joining and leaving"


def on_the_roll_only(officer: str, joined: date | None, left: date | None) -> Sentence:
    message = f"officer '{officer}' is on the roll only {dates_text(joined, left)}"
    return message, "mend the date, or delete the row"


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


def duty_with_a_gap(officer: str, day: date, shift: str, start: int, end: int) -> Sentence:
    return (
        f"the rows of officer '{officer}' on {day} do not fill the shift '{shift}' "
        f"from {clock_text(start)} to {clock_text(end)} without a gap",
        "take the rows of a duty as `rosterctl export csv` wrote them",
    )


LASTING_WITH_AN_END = ("last: '{kind}' holds from its first date on", "leave it empty")
TIME_OF_ANOTHER_DATE = (
    "at: there is no such time of `first`",
    "write a time from 00:00 to 23:59, or another date",
)
LEADER_NOT_SWORN = ("leader: only a sworn officer can lead", "write no, or mend the role")


def no_such_team(unit: str, team: str, known: Sequence[str]) -> Sentence:
    message = f"team: unit '{unit}' has no team '{team}'{did_you_mean(team, known)}"
    return message, f"its teams: {listed(known)}"


TRANSFERRED_TWICE = (
    "officer '{officer}' is transferred twice on {day}",
    "it stands already in {first}; keep one",
)


def transferred_out_of_service(officer: str, first: date | None, last: date | None) -> Sentence:
    message = f"date: officer '{officer}' serves only {dates_text(first, last)}"
    return message, "mend the date, or delete the row"


TRANSFERRED_NOWHERE_ELSE = (
    "officer '{officer}' belongs to unit '{unit}' and team '{team}' already",
    "delete the row, or mend it",
)


def unit_not_there(unit: str, first: date | None, last: date | None) -> Sentence:
    return f"unit: unit '{unit}' is there only {dates_text(first, last)}", MOVE


def team_not_there(unit: str, team: str, day: date, later: date | None) -> Sentence:
    """There is none from `day` on, or only before `later` if that is given."""
    when = f"before {later}" if later else f"from {day}"
    return f"team: unit '{unit}' has no team '{team}' {when}", MOVE
