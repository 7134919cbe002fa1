"""The sentences of the jobs: why one is refused and what to do, what is warned of, why duties changed.

What is refused is a message with a hint; the place where it stands is added by whoever refuses.
"""

from __future__ import annotations

from datetime import date

from rosterctl.intake.text.mistakes import Sentence
from rosterctl.problems import Place
from rosterctl.timeline.horizon import Horizon

# Why a duty is another than before


BY_EXCHANGE = "by exchange"
NEW_MODEL = "the unit has another duty model"


# Publishing


def changed_during_audit() -> Sentence:
    return "the roster was changed while it was being audited", "publish it again"


def other_bureau(roster: str, published: str) -> Sentence:
    """Ids of the bureaus that the roster and the published ones are for."""
    message = f"this roster is for bureau '{roster}', the published ones are for '{published}'"
    return message, "name the bureau's own state folder"


def nothing_published() -> Sentence:
    return "nothing is published yet", "`rosterctl publish ROSTER` publishes a roster"


def roster_over(last: date) -> Sentence:
    return f"the published roster ended on {last}", "`rosterctl nightly` makes the next one"


def tables_not_written(version: int, why: object) -> str:
    return f"version {version} is published, but its tables are not written: {why}; the next run tries again"


# The night's clock


def before_what_is_published(today: date, first: date) -> str:
    return (
        f"today would be {today}, but what is published begins on {first}; set the clock, name "
        "the date with --today, or, if the clock was wrong when that was published, go back to an "
        "earlier version with `rosterctl rollback`"
    )


def long_after_what_is_published(today: date, last: date) -> str:
    return (
        f"today would be {today}, but what is published ended on {last}; if that is right, "
        "publish a roster that `rosterctl solve --from` makes"
    )


# The ledger


def not_known_any_more(last: date, oldest: date, first_known: date) -> Sentence:
    """What was borne by `last`, where the oldest roster that is kept begins on `oldest`."""
    message = (
        f"what was borne by {last} is not known any more: the oldest roster that is kept begins on {oldest}"
    )
    return message, f"ask for {first_known} or later"


# Exchanges


def same_officer_twice(officer: str) -> Sentence:
    return f"'{officer}' cannot exchange with himself", "name two officers"


def date_outside(day: date, horizon: Horizon) -> Sentence:
    message = f"{day} is not among the roster's dates"
    return message, f"it runs from {horizon.first} to {horizon.last}"


def does_not_fit(why: object) -> Sentence:
    return str(why), "`rosterctl show ROSTER --officer ID` shows an officer's duties"


def not_on_the_roll(officer: str, day: date) -> Sentence:
    return f"officer '{officer}' is not on the roll on {day}", "name another"


def given_away_already(officer: str, day: date) -> Sentence:
    return f"officer '{officer}' has given the duty of {day} away already", _ROW


def taken_over_already(officer: str, day: date) -> Sentence:
    return f"officer '{officer}' has taken over a duty of {day} already", _ROW


_ROW = "the row stands in the file of exchanges; delete it there, or name another"


# Whom to tell


def notify_unreadable(why: str) -> str:
    return f"notify.yaml cannot be read: {why}; nobody is notified"


def channel_left_out(place: Place, message: str) -> str:
    return f"{place}: {message}; this channel is left out"


def not_told(channel: str, why: str) -> str:
    return f"{channel} was not told: {why}"


NO_THREAD = "no thread could be started"
