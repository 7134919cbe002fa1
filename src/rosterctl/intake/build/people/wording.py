"""The sentences about officers and their rows: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.incident import IncidentKind
from rosterctl.intake.build.wording import dates_text
from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed
from rosterctl.problems import Place
from rosterctl.timeline.clock import clock_text

MOVE = "transfer the officer in time (`transfers:` in bureau.yaml), or mend the dates of joining and leaving"


def on_the_roll_only(officer: str, joined: date | None, left: date | None) -> Sentence:
    message = f"officer '{officer}' is on the roll only {dates_text(joined, left)}"
    return message, "mend the date, or delete the row"


def officer_in_two_units(officer: str, unit: str, first: Place, other: str) -> Sentence:
    """`first` is where the officer stands in `unit`."""
    message = f"officer '{officer}' is in two units: '{unit}' ({first}) and '{other}'"
    return message, "delete one of the two rows"


def absences_overlap(one: Absence, other: Absence, first: Place) -> Sentence:
    """`first` is the place of the one that stands earlier in the files."""
    return (
        f"two absences of officer '{one.officer}' overlap: "
        f"{one.first} to {one.last} and {other.first} to {other.last}",
        f"the other stands in {first}; end one before the other begins",
    )


def given_away(officer: str, day: date, first: Place) -> Sentence:
    message = f"officer '{officer}' has given the duty of {day} away already"
    return message, f"that stands in {first}; delete one of the two"


def taken_over(officer: str, day: date, first: Place) -> Sentence:
    message = f"officer '{officer}' has taken over a duty of {day} already"
    return message, f"that stands in {first}; delete one of the two"


def wish_twice(officer: str, day: date, first: Place) -> Sentence:
    return f"officer '{officer}' has a wish for {day} already", f"it stands in {first}; keep one"


def ledger_twice(officer: str) -> Sentence:
    return f"officer '{officer}' has two rows in the ledger", "add them up into one"


def brought_below_nothing() -> Sentence:
    return "hours: nobody brings less than nothing along", "write adjust for a debt"


def brought_twice(officer: str, day: date, first: Place) -> Sentence:
    return f"officer '{officer}' has an init on {day} already", f"it stands in {first}; add them up into one"


def exchange_with_oneself(officer: str) -> Sentence:
    return f"with_officer: '{officer}' is the same officer", "name two officers"


def swap_without_return() -> Sentence:
    message = "with_date: a swap needs the date of the duty that is taken in return"
    return message, "write the date, or make it a substitution"


def substitution_with_return() -> Sentence:
    return "with_date: in a substitution nothing is given in return", "leave it empty, or make it a swap"


def duty_with_a_gap(officer: str, day: date, shift: str, start: int, end: int) -> Sentence:
    return (
        f"the rows of officer '{officer}' on {day} do not fill the shift '{shift}' "
        f"from {clock_text(start)} to {clock_text(end)} without a gap",
        "take the rows of a duty as `rosterctl export csv` wrote them",
    )


def lasting_with_an_end(kind: IncidentKind) -> Sentence:
    return f"last: '{kind}' holds from its first date on", "leave it empty"


def leader_not_sworn() -> Sentence:
    return "leader: only a sworn officer can lead", "write no, or mend the role"


def no_such_team(unit: str, team: str, known: Sequence[str]) -> Sentence:
    message = f"team: unit '{unit}' has no team '{team}'{did_you_mean(team, known)}"
    return message, f"its teams: {listed(known)}"


def transferred_twice(officer: str, day: date, first: Place) -> Sentence:
    return f"officer '{officer}' is transferred twice on {day}", f"it stands already in {first}; keep one"


def transferred_out_of_service(officer: str, first: date | None, last: date | None) -> Sentence:
    message = f"date: officer '{officer}' serves only {dates_text(first, last)}"
    return message, "mend the date, or delete the row"


def transferred_nowhere_else(officer: str, unit: str, team: str) -> Sentence:
    message = f"officer '{officer}' belongs to unit '{unit}' and team '{team}' already"
    return message, "delete the row, or mend it"


def unit_not_there(unit: str, first: date | None, last: date | None) -> Sentence:
    return f"unit: unit '{unit}' is there only {dates_text(first, last)}", MOVE


def team_not_there(unit: str, team: str, day: date, later: date | None) -> Sentence:
    """There is none from `day` on, or only before `later` if that is given."""
    when = f"before {later}" if later else f"from {day}"
    return f"team: unit '{unit}' has no team '{team}' {when}", MOVE
