"""The sentences of the jobs: why one is refused and what to do, what is warned of, why duties changed.

What is refused is a message with a hint; the place where it stands is added by whoever refuses.
"""

from __future__ import annotations

# Why a duty is another than before


BY_EXCHANGE = "by exchange"
NEW_MODEL = "the unit has another duty model"

AT_THE_SEAM = "where two rosters meet"
BY_NEW_ROSTER = "by the roster that was published"
BY_ROLLBACK = "by going back to version {version}"
DROPPED = "taken away by going back to version {version}"

# Publishing

CHANGED_DURING_AUDIT = ("the roster was changed while it was being audited", "publish it again")
OTHER_BUREAU = (
    "this roster is for bureau '{roster}', the published ones are for '{published}'",
    "name the bureau's own state folder",
)
"""Ids of the bureaus that the roster and the published ones are for."""
TOO_FAR_AHEAD = (
    "nobody has planned {first} to {last} yet, {days} dates between the current roster and this one",
    "publish a roster of them first: `rosterctl solve --from {first} --days {days} --out DIR`; up to {most} "
    "dates are filled by themselves",
)
TOO_FAR_BACK = (
    "nobody has planned {first} to {last}, {days} dates between this version and what is published after it",
    "`--drop-later` takes away what is published after it; up to {most} dates are filled by themselves",
)
ROSTER_IS_PAST = (
    "its dates are over: it ended on {last}, and today is {today}",
    "publish one that has today or later dates; `rosterctl solve --from {today}` makes it",
)
NO_ROSTER_PUBLISHED = ("nothing is published yet", "`rosterctl publish ROSTER` publishes a roster")
NOT_AWAY = (
    "{one.kind} {one.id}: changes nothing, because {one.id} is not away on {one.first}; it is not entered"
)
WORKED_TO_ITS_END = "{one.kind} {one.id}: the duty of {day} is over and stays as it was published"
STAYS_ENDED = (
    "{officer} is back, but the duty of {day} ended at {clock} and stays so: others man what is left of it"
)
ROSTER_OVER = ("the published roster ended on {last}", "`rosterctl nightly` makes the next one")
TABLES_NOT_WRITTEN = (
    "version {version} is published, but its tables are not written: {why}; the next run tries again"
)

# The night's clock

BEFORE_WHAT_IS_PUBLISHED = (
    "today would be {today}, but what is published begins on {first}; set the clock, name the date with "
    "--today, or, if the clock was wrong when that was published, go back to an earlier version with "
    "`rosterctl rollback VERSION --drop-later`"
)
LONG_AFTER_WHAT_IS_PUBLISHED = (
    "today would be {today}, but what is published ended on {last}; if that is right, publish a roster "
    "that `rosterctl solve --from` makes"
)

# The ledger

NOT_KNOWN_ANY_MORE = (
    "what was borne by {last} is not known any more: the oldest roster that is kept begins on {oldest}",
    "ask for {first_known} or later",
)
"""What was borne by `last`, where the oldest roster that is kept begins on `oldest`."""

# Exchanges

_ROW = "the row stands in the file of exchanges; delete it there, or name another"
SAME_OFFICER_TWICE = ("officer '{officer}' cannot exchange with themselves", "name two officers")
DATE_OUTSIDE = ("{day} is not among the roster's dates", "it runs from {horizon.first} to {horizon.last}")
DOES_NOT_FIT = ("{why}", "`rosterctl show ROSTER --officer ID` shows an officer's duties")
NOT_ON_THE_ROLL = ("officer '{officer}' is not on the roll on {day}", "name another")
GIVEN_AWAY_ALREADY = ("officer '{officer}' has given the duty of {day} away already", _ROW)
TAKEN_OVER_ALREADY = ("officer '{officer}' has taken over a duty of {day} already", _ROW)

# Whom to tell

NOTIFY_UNREADABLE = "notify.yaml cannot be read: {why}; nobody is notified"
CHANNEL_LEFT_OUT = "{place}: {message}; this channel is left out"
NOT_TOLD = "{channel} was not told: {why}"
CHANNEL_FAILED = "it failed ({bug})"
THE_HEALTH_CHECK = "the health check"
THE_WEBHOOK = "the webhook"
THE_COMMAND = "the command {name}"
CHANNEL_AT = "{channel} at {host}"
NO_THREAD = "no thread could be started"
